"""A mouth that moves without sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from avatars.guides.brain import Clause
from avatars.guides.persona import Persona
from avatars.guides.speech.visemes import duration, marks


@dataclass(frozen=True, slots=True)
class Silent:
    """A clause that nobody hears."""

    ms: int
    marks: list[Any]
    sound: None = None


class SilentVoice:
    """Marks and lengths alone."""

    async def speak(self, clause: Clause, _: Persona) -> Silent:
        """How long it takes, and what the mouth does."""
        ms = duration(clause.text, clause.lang)
        return Silent(ms, marks(clause.text, clause.lang, ms))
