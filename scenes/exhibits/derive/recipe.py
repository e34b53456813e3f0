"""What one attempt at a level is made with."""

from __future__ import annotations

from typing import NamedTuple

from scenes.exhibits.derive.cut import Cut
from scenes.exhibits.derive.image import Encoded
from scenes.exhibits.derive.precision import Precision

__all__ = ["Recipe"]


class Recipe(NamedTuple):
    """A cut, how exactly it is written, and the images beside it."""

    cut: Cut
    precision: Precision | None
    """None: numbers stay as they are stored, and nothing is compressed."""
    images: list[Encoded]
    most_keys: int | None = None
    """Key frames that an animated value may keep."""
    together: bool = False
    """Whether words are saved: vertices of many primitives behind one accessor, short numbers."""
