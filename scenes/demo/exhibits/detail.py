"""How finely a shape is made: level 0 for standing beside it, level 1 for seeing it first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Detail"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Detail:
    """A level of detail and the rules that follow from it."""

    level: int

    @property
    def fine(self) -> bool:
        """Whether small features are made at all."""
        return self.level == 0

    def round(self, segments: int) -> int:
        """How many segments a full turn gets that deserves `segments` from close by."""
        return segments if self.fine else max(6, segments * 3 // 8)

    def edge(self, bevel: float) -> float:
        """The bevel's width; from afar edges are sharp."""
        return bevel if self.fine else 0.0

    def some(self, items: list[T]) -> list[T]:
        """Small things: there from close by only."""
        return items if self.fine else []
