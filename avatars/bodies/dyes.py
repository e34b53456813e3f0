"""Colours of a uniform."""

from __future__ import annotations

from dataclasses import dataclass

from avatars.bodies.piece import Color


@dataclass(frozen=True, slots=True)
class Dyes:
    """Colours of a uniform."""

    jacket: Color
    trim: Color
    shirt: Color
    below: Color
    metal: Color
    badge: Color
