"""Who plays the guides of a hall: personas by id, as the park has them, and what they look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from avatars.guides.persona import Persona

NOBODY: Final = Persona(
    "guide",
    {"zh": "讲解员", "en": "Guide"},
    {"zh": "您好，我是园区的AI讲解员。", "en": "Hello, I am the park's AI guide."},
)
"""Who a guide is whose persona the park does not have."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Personas by id, and the assets of bodies by name."""

    personas: Mapping[str, Persona] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)

    def persona(self, id: str) -> Persona:
        """The persona of this id, or one that any guide may be."""
        return self.personas.get(id, NOBODY)

    def asset(self, persona: Persona) -> str:
        """What a persona's body is drawn from; empty when the park does not have it."""
        return self.bodies.get(persona.body, "")
