"""The park's guides: what they know, who they are, how they think, with whom they talk."""

from __future__ import annotations

from typing import Any, Final

from server.access.household import household
from server.halls.effects import Think, TurnOver
from server.halls.guides.cast import Cast
from server.halls.hall import Hall
from server.run.guides.bodies import Bodies
from server.run.guides.brains import Brains
from server.run.guides.dialogues import Dialogue, Dialogues
from server.run.guides.errors import GuideError
from server.run.guides.feed import Feed
from server.run.guides.handover import Handover, Stage
from server.run.guides.house import today
from server.run.guides.knowing import Knowing
from server.run.guides.limits import Allowance, Limits
from server.run.guides.listening import Listening
from server.run.guides.live import Live
from server.run.guides.notes import Notes
from server.run.guides.private import Private
from server.run.guides.scribe import Scribe
from server.run.guides.silent import SilentVoice
from server.run.guides.thinking import Thinking
from server.run.guides.voice import SoundClip, Voices
from server.run.talk import Talk
from server.wire import messages as wire

SWEEP_SECONDS: Final = 1.0


class Guides:
    """Begun and stopped together."""

    def __init__(self, park: Any) -> None:
        self._park = park
        settings = park.settings
        self.knowing = Knowing(park)
        self.library, self.personas = self.knowing.library, self.knowing.personas
        self.records, self.lessons = self.knowing.records, self.knowing.lessons
        self.limits = Limits(
            Allowance(
                settings.guide_questions_per_minute,
                settings.guide_questions_per_day,
                settings.guide_answers_at_once,
                settings.guide_tokens_per_day,
            )
        )
        self.brains = Brains(park)
        self.brains.used = lambda tokens: self.limits.spent(tokens, park.clock.now())
        self.brains.may_spend = lambda: self.limits.may_spend(park.clock.now())
        self.voices = Voices(park, self.brains.models)
        self.ears = Listening(park, self.brains.models)
        self.feed, self.scribe = Feed(), Scribe()
        self.notes = Notes(self.feed, self.scribe, self.records, park.figures)
        self.dialogues = Dialogues(park.vault.index, self._ended)
        self.thinking = Thinking(
            self.brains, self.voices, self.library, self.personas.of, lambda: today(park),
            self.limits,
        )  # fmt: skip
        self.handover = Handover(park, self.dialogues, self.notes, SilentVoice(), self._stage_of)
        self.live = Live(
            park.halls, park.clock.now, self._perform, self.dialogues, self.thinking, self.notes,
            self.handover, self.limits,
        )  # fmt: skip
        self.private = Private(
            park.clock.now, self.dialogues, self.thinking, self.notes, self.handover, self.limits
        )
        self.bodies = Bodies(park)
        self.cast = Cast()
        self._swept = 0.0

    async def start(self) -> None:
        """Read what was kept, and have the guides of all halls be who they are."""
        await self.knowing.start()
        self.scribe.start()
        await self.bodies.start()
        self.personas.changed = self.bodies.changed = self.recast
        self.recast()

    async def stop(self) -> None:
        """Fall silent, and write down what was said."""
        self.feed.close()
        await self.live.stop()
        await self.private.stop()
        await self.scribe.stop()
        await self.voices.close()
        await self.brains.close()
        await self.bodies.stop()
        await self.knowing.stop()

    # --- the engine's side --------------------------------------------------------------------

    def admit(self, talk: Talk, message: wire.Ask) -> str:
        """The token of the talk that a question belongs to; raises HallError."""
        return self.live.admit(talk, message)

    def perform(self, hall: Hall, effect: Think | TurnOver) -> None:
        """Begin to answer, or stop."""
        if isinstance(effect, Think):
            self.live.think(hall, effect)
        else:
            self.live.over(hall, effect)

    def tick(self, now: float) -> None:
        """What the passing of time brings; called some times a second."""
        if now - self._swept < SWEEP_SECONDS:
            return
        self._swept = now
        self.dialogues.sweep(now)
        self.handover.sweep(now)
        for hall in list(self._park.halls.values()):
            for body in hall.guides.roster:
                if not body.asset:
                    self.bodies.asset(body.persona.body)
            if hall.guides.roster.cast is not self.cast:
                self._perform(hall, hall.guides.recast(self.cast))
        self._park.figures.guides(len(self.live) + len(self.private), len(self.dialogues))

    def recast(self) -> None:
        """Personas, or what their bodies are drawn from, have changed."""
        personas = {each.id: each for each in self.personas.all()}
        self.cast = Cast(personas, dict(self.bodies.made))
        self._swept = 0.0

    # --- voices and ears ----------------------------------------------------------------------

    @property
    def has_voice(self) -> bool:
        """Whether the park speaks aloud; otherwise browsers may."""
        return self.voices.is_heard

    @property
    def can_listen(self) -> bool:
        """Whether the park understands speech."""
        return self.ears.can_listen

    @property
    def is_abroad(self) -> bool:
        """Whether a service of the guides stands abroad."""
        return self.brains.status().abroad

    @property
    def model(self) -> str:
        """The language model that answers; empty when answers come from the records alone."""
        status = self.brains.status()
        return status.model if status.brain == "model" else ""

    def clip(self, id: str) -> SoundClip | None:
        """A clause as sound, None when it is not kept any more."""
        return self.voices.clip(id)

    def count_listening(self, address: str) -> None:
        """Count a recording of somebody's; raises HallError when they send too many."""
        self.limits.ask(f"ear {address}", household(address), self._park.clock.now())

    async def transcribe(self, sound: bytes, media: str, lang: str) -> str:
        """A recording as text; raises GuideError."""
        return await self.ears.transcribe(sound, media, lang)

    async def forget(self, dialogue: Dialogue) -> None:
        """A visitor wants their talk deleted: it is over, and nothing of it is left."""
        self.dialogues.end(dialogue)
        await self.scribe.written()
        if dialogue.begun:
            await self.records.forget(dialogue.id)

    # --- inside -------------------------------------------------------------------------------

    def _perform(self, hall: Hall, effects: Any) -> None:
        self._park.performer.perform(hall, effects)

    def _stage_of(self, dialogue: Dialogue) -> Stage:
        return self.private if dialogue.is_page else self.live

    def _ended(self, dialogue: Dialogue) -> None:
        self.private.forget(dialogue)
        self.notes.over(dialogue)


__all__ = ["GuideError", "Guides"]
