"""A guide without any service: answers from the records, and a mouth that moves without sound."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from avatars.guides.extractive.brain import answer

from avatars.guides.brain import Clause, Piece, Question
from avatars.guides.persona import Persona
from avatars.guides.speech.visemes import duration, marks


@dataclass(frozen=True, slots=True)
class Silent:
    """A clause that nobody hears."""

    ms: int
    marks: list[Any]
    sound: None = None


class OfflineBrain:
    """The brain that needs no model."""

    async def answer(self, question: Question, library: Any, _: Any) -> AsyncIterator[Piece]:
        """Every piece at once."""
        for piece in answer(question, library):
            yield piece


class SilentVoice:
    """Marks and lengths alone."""

    async def speak(self, clause: Clause, _: Persona) -> Silent:
        """How long it takes, and what the mouth does."""
        ms = duration(clause.text, clause.lang)
        return Silent(ms, marks(clause.text, clause.lang, ms))
