"""How exactly each level says its numbers."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LEVELS", "Precision"]


class Precision(NamedTuple):
    """Bits of everything that a vertex or a key frame carries."""

    position: int
    """Of the soup's extent."""
    normal: int
    """Of each of the two numbers that a direction is folded into."""
    coordinate: int
    """Of a texture's side."""
    colour: int
    weight: int
    delta: int
    """Of a morph target's change of direction, texture coordinate or colour."""
    key: int
    """Of the range of an animated value."""
    turn: int
    """Of an animated rotation's components."""
    tangents: bool = True
    """Whether tangents are kept; without them a viewer makes its own."""


LEVELS = (
    Precision(16, 10, 15, 12, 16, 10, 16, 15),
    Precision(14, 8, 13, 8, 8, 8, 14, 13),
    Precision(13, 8, 12, 8, 8, 8, 13, 12),
    Precision(11, 8, 10, 8, 8, 7, 11, 10, tangents=False),
)
"""L0 to L3."""
