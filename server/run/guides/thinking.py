"""What a turn needs of brains and voices: a question made, its pieces as they come, their sound."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from avatars.guides.actions import ACTIONS
from avatars.guides.brain import ActionCall, Clause, Exchange, Piece, Question, Sight
from avatars.guides.knowledge.document import Lang, Visibility
from avatars.guides.persona import Persona
from server.access.actor import Actor
from server.halls.guides.turn import Spoken
from server.run.guides.dialogues import Dialogue, OpenTurn
from server.run.guides.limits import Limits
from server.wire import messages as wire

ON_PAGES: Final = frozenset(rule.name for rule in ACTIONS if rule.where == "asker")
"""What a guide may do for somebody who is in no hall."""
VOICES: Final = "/api/v1/guides/voices/"


@dataclass(frozen=True, slots=True)
class Acted:
    """What became of an action: the brain is told."""

    state: str
    code: str = ""


Do = Callable[[ActionCall], Awaitable[Acted]]


class Brain(Protocol):
    """Answers questions."""

    def answer(self, question: Question, library: Any, acted: Any) -> AsyncIterator[Piece]:
        """The pieces of an answer; closing the iterator stops whoever works on it."""


class Voice(Protocol):
    """Makes clauses heard."""

    async def speak(self, clause: Clause, persona: Persona) -> Any:
        """Length, mouth shapes and sound of a clause."""


class Knowing(Protocol):
    """What guides know."""

    @property
    def now(self) -> Any:
        """The index as it is."""


@dataclass(slots=True)
class Thinking:
    """Brain, voice and knowledge of one park."""

    brain: Brain
    voice: Voice
    library: Knowing
    persona: Callable[[str], Persona]
    today: Callable[[], date]
    limits: Limits

    def question(
        self,
        dialogue: Dialogue,
        text: str,
        lang: str,
        near: Iterable[Sight] = (),
        actions: frozenset[str] = ON_PAGES,
    ) -> Question:
        """A question with all that its brain may know of the moment."""
        return Question(
            text,
            self.persona(dialogue.persona),
            self.today(),
            short(lang),
            tuple(dialogue.history),
            dialogue.audience,
            tuple(near),
            actions,
        )

    async def pieces(self, question: Question, acted: Do) -> AsyncIterator[Piece]:
        """The answer, piece by piece; what works on it is stopped when nobody listens any more."""
        answer = self.brain.answer(question, self.library.now, acted)
        self.limits.running += 1
        try:
            async for piece in answer:
                yield piece
        finally:
            self.limits.running -= 1
            close = getattr(answer, "aclose", None)
            if close is not None:
                await close()

    async def spoken(self, clause: Clause, persona: Persona) -> Spoken:
        """How a clause sounds."""
        made = await self.voice.speak(clause, persona)
        sound = None
        if made.sound is not None:
            sound = wire.Sound(f"{VOICES}{made.sound.id}", made.sound.type)
        return Spoken(int(made.ms), [tuple(mark) for mark in made.marks], sound)


def audience_of(actor: Actor) -> Visibility:
    """What somebody may hear of: staff all, investors and those of a resident more than others."""
    if actor.may("knowledge.read"):
        return "staff"
    roles = {grant.role for grant in actor.grants}
    return "investors" if any(r == "investor" or r.startswith("enterprise") for r in roles) else (
        "public"
    )  # fmt: skip


def short(lang: str) -> Any:
    """``zh`` or ``en`` of a language tag; empty of none."""
    found: Lang | str = "" if not lang else "en" if lang.startswith("en") else "zh"
    return found


def exchange(turn: OpenTurn, heard: str) -> Exchange:
    """What is remembered of an answer: the question, and what was heard."""
    cited = {(c.document, c.start): c for clause in turn.clauses for c in clause.citations}.values()
    return Exchange(turn.question, heard, tuple(cited))
