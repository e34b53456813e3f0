"""One answer from its beginning to its end: what is said and done, when, and what is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from avatars.guides.actions import RULES
from scenes.findings import SceneError
from scenes.layers import Layers
from server.access.actor import Actor
from server.halls.effects import Effect, Think, TurnOver
from server.halls.guides.actions import WALKS, RefusalError
from server.halls.guides.attention import Attention, Attentions
from server.halls.guides.body import GuideBody
from server.halls.guides.roster import Roster
from server.halls.guides.script import Script
from server.halls.guides.sights import sights
from server.halls.guides.telling import Telling
from server.halls.guides.turn import AHEAD, BREATH, MOST_ACTIONS, Deed, Line, Turn, said
from server.halls.guides.turns import Turns

TOUCH: Final = "scene.interact"


@dataclass(slots=True)
class Answering:
    """Takes the answers of one hall forward. ``tell`` says to a guide's room what it is at."""

    turns: Turns
    roster: Roster
    telling: Telling
    script: Script
    attentions: Attentions
    layers: Layers
    may: Callable[[Actor, str], bool]
    settle: Callable[[], list[Effect]]
    tell: Callable[[GuideBody], list[Effect]]

    def allow(self, turn: Turn, deed: Deed) -> None:
        """Whether this may be done now; raises RefusalError."""
        plan = deed.plan
        if len(turn.deeds) >= MOST_ACTIONS:
            raise RefusalError("too_many_actions")
        if plan.rule.where == "asker":
            return
        if turn.asker.muted or not self.may(turn.asker.actor, TOUCH):
            raise RefusalError("forbidden")
        if turn.whisper and self.turns.current(turn.body) is not None:
            raise RefusalError("guide_busy")
        if plan.rule.name in WALKS and self.script.way_to(turn.body, plan) is None:
            raise RefusalError("unreachable")

    def begin(self, turn: Turn, now: float, *, id: int | None = None) -> list[Effect]:
        """Turn to whoever asked, and think; ``id`` is their request when this answers it."""
        body = turn.body
        turn.state, turn.began, turn.free_at = "thinking", now, now
        effects: list[Effect] = []
        if not turn.whisper:
            for other in [t for t in self.turns if t.body is body and t.whisper]:
                effects += self._give_up_deeds(other, now)
            body.way = []
            self.attentions.turn_to(body, Attention(turn.asker, turn.dialogue, float("inf")))
        effects += self.telling.turn(turn, id=id)
        effects += self.tell(body)
        if turn.human:
            return effects
        around = sights(self.layers.published, body.feet)
        think = Think(
            turn.number, body.node, body.persona.id, turn.asker, turn.question, turn.lang,
            turn.whisper, turn.dialogue, around, frozenset(RULES),
        )  # fmt: skip
        return [*effects, think]

    def pump(self, turn: Turn, now: float) -> list[Effect]:
        """Say and do what has come due."""
        if turn.state == "queued":
            return []
        effects: list[Effect] = []
        while turn.cues:
            cue = turn.cues[0]
            if isinstance(cue, Deed):
                if turn.said and turn.said[-1].at > now:
                    break
                cue.released = True
            elif turn.free_at - now > AHEAD:
                break
            else:
                effects += self._say(turn, cue, now)
            turn.cues.popleft()
        effects += self._act(turn, now)
        if turn.is_finished(now):
            effects += self.over(turn, "done", now)
        return effects

    def _say(self, turn: Turn, line: Line, now: float) -> list[Effect]:
        effects: list[Effect] = []
        if turn.state != "speaking":
            turn.state = "speaking"
            effects += self.telling.turn(turn)
        at = max(now, turn.free_at)
        turn.free_at = at + line.spoken.ms / 1000 + BREATH
        say = said(turn.number, turn.body.node, len(turn.said), line, at, whisper=turn.whisper)
        turn.said.append(say)
        return [*effects, *self.telling.say(turn, say)]

    def _act(self, turn: Turn, now: float) -> list[Effect]:
        """Go on with what is being done; one thing after the other."""
        effects: list[Effect] = []
        for deed in turn.deeds:
            if deed.state == "waiting" and deed.released:
                effects += self._begin_deed(turn, deed, now)
            if deed.state == "begun":
                effects += self._go_on(turn, deed, now)
            if deed.state in ("waiting", "begun"):
                break
        return effects

    def _begin_deed(self, turn: Turn, deed: Deed, now: float) -> list[Effect]:
        effects = [self.telling.act(turn, deed, "begun")]
        if deed.plan.rule.where == "hall":
            self.script.begin(turn.body, deed, now)
            return effects
        deed.state = "done"
        return [*effects, self.telling.act(turn, deed, "done")]

    def _go_on(self, turn: Turn, deed: Deed, now: float) -> list[Effect]:
        if self.script.has_lost(turn):
            return self._undo(turn, deed, now, "addressee_left")
        try:
            if not self.script.go_on(turn, deed, now):
                return []
        except SceneError as error:
            deed.state = "undone"
            return [self.telling.act(turn, deed, "undone", error.code)]
        deed.state = "done"
        return [*self.settle(), self.telling.act(turn, deed, "done")]

    def _undo(self, turn: Turn, deed: Deed, now: float, code: str = "") -> list[Effect]:
        undone = deed.plan.rule.undone and self.script.undo(turn, deed, now)
        was, deed.state = deed.state, "undone"
        if not undone:
            deed.state = "done" if was == "done" else "undone"
            return []
        return [*self.settle(), self.telling.act(turn, deed, "undone", code)]

    def _give_up_deeds(self, turn: Turn, now: float, *, keep: bool = False) -> list[Effect]:
        """Take back what an answer has done, the last first; with ``keep`` what it is still at."""
        given_up = [deed for deed in turn.deeds if not (keep and deed.state == "done")]
        return [e for deed in reversed(given_up) for e in self._undo(turn, deed, now)]

    def over(
        self,
        turn: Turn,
        state: Literal["done", "stopped", "failed"],
        now: float,
        *,
        code: str = "",
        heard: tuple[int, int] | None = None,
        keep: bool = False,
    ) -> list[Effect]:
        """End an answer, and begin the next that waits.

        ``keep``: what it has done stays; only what it is still at is taken back.
        """
        self.turns.close(turn)
        was = turn.state
        whole, ms = turn.heard(now) if heard is None else heard
        effects: list[Effect] = []
        turn.state, turn.code = state, code
        if state != "done":
            effects += self._give_up_deeds(turn, now, keep=keep)
            effects += [self.telling.hushed(turn)] if was != "queued" else []
        effects += self.telling.turn(turn)
        effects.append(TurnOver(turn.number, turn.dialogue, state, code, whole, ms))
        if turn.whisper or was == "queued":
            return [*effects, *self.tell(turn.body)]
        self.attentions.let_go(turn.body, now)
        waiting = self.turns.queue(turn.body)
        if waiting and turn.body in self.roster:
            effects += self.begin(waiting[0], now)
        return [*effects, *self.tell(turn.body)]
