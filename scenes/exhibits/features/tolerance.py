"""How far a level's numbers may be from the original's without anything being lost."""

from __future__ import annotations

from typing import NamedTuple

from scenes.exhibits.features.looks import Look
from scenes.exhibits.features.ranges import Range

__all__ = ["TOLERANCES", "Tolerance"]


EXACT = 0.1
"""A level that may shrink a span by less keeps every component's."""
FEW = 16
"""Vertices or key frames that need not show what more of them did."""


class Tolerance(NamedTuple):
    """Shares of what is compared."""

    number: float
    """Of a range's span, or of its largest number."""
    shrink: float
    """Of a range's span, by which fewer vertices or key frames may leave its widest component."""
    look: float
    """Of full light, by which an image's mean may be off."""
    pose: float
    """Of the whole's size, by which its box may be off."""
    tangents: bool = False
    """Whether tangents may be missing."""

    def keeps(self, was: Range, now: Range, at: str) -> bool:
        """Whether numbers still say the same."""
        if len(was.low) != len(now.low) or was.words != now.words:
            return False
        if not was.low:
            return True
        reach = max(abs(value) for value in (*was.low, *was.high))
        span = max(b - a for a, b in zip(was.low, was.high, strict=True))
        slack = max(self.number * max(span, reach * 0.1), 1e-9) + _grain(at)
        outside = [a - b for a, b in zip(was.low, now.low, strict=True)]
        outside += [b - a for a, b in zip(was.high, now.high, strict=True)]
        if at.rsplit("/", 1)[-1].startswith("JOINTS_"):
            # A vertex without weight for a joint may name any.
            return max(b - a for a, b in zip(was.high, now.high, strict=True)) <= 0
        if max(outside) > slack or not self._is_as_wide(was, now, slack):
            return False
        pairs = zip(was.ends, now.ends, strict=True)
        return len(was.ends) == len(now.ends) and all(_same_turn(a, b, slack, at) for a, b in pairs)

    def _is_as_wide(self, was: Range, now: Range, slack: float) -> bool:
        """Whether some component still spans what it did; a handful of vertices need not."""
        spans = [(_spans(was)[i], _spans(now)[i]) for i in range(len(was.low))]
        wide = [(a, b) for a, b in spans if a > slack * 2]
        if self.shrink >= EXACT and now.size < FEW:
            return True
        if self.shrink < EXACT:
            return all(b >= a - 2 * slack for a, b in spans)
        return not wide or any(b >= a * (1 - self.shrink) for a, b in wide)

    def looks_alike(self, was: Look, now: Look) -> bool:
        """Whether two images have about the same mean; without means, the same bytes."""
        if not was.mean or not now.mean:
            return was == now
        return max(abs(a - b) for a, b in zip(was.mean, now.mean, strict=True)) <= self.look


TOLERANCES = (
    Tolerance(0.001, 0.001, 0.03, 0.001),
    Tolerance(0.004, 0.5, 0.05, 0.02),
    Tolerance(0.008, 0.7, 0.06, 0.05),
    Tolerance(0.02, 0.9, 0.10, 0.15, tangents=True),
)
"""L0 to L3."""
GRAINS = {"NORMAL": 0.02, "TANGENT": 0.02, "WEIGHTS": 0.006, "COLOR": 0.006, "TEXCOORD": 0.005}
"""Steps of what is said in few bits."""


def _spans(found: Range) -> list[float]:
    return [b - a for a, b in zip(found.low, found.high, strict=True)]


def _grain(at: str) -> float:
    semantic = at.rsplit("/", 1)[-1].partition("_")[0]
    return GRAINS.get(semantic, 0.0)


def _same_turn(was: tuple[float, ...], now: tuple[float, ...], slack: float, at: str) -> bool:
    """Equal within a slack; a quaternion and its negative are the same turn."""
    same = max(abs(a - b) for a, b in zip(was, now, strict=True)) <= slack
    opposite = max(abs(a + b) for a, b in zip(was, now, strict=True)) <= slack
    return same or (len(was) == 4 and opposite and ("/samplers/" in at or at.endswith("/ROTATION")))
