"""What may be told of counted visits: nothing of few, and the rest in round numbers.

Sums made of fewer than ``least`` visits are not told at all; larger counts are told in multiples
of ``least`` (rounded down), seconds in whole tens, so that the coming or staying of one visitor
cannot be read out of two answers. With ``least`` 1 everything is told as it is.
"""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A sum as it is told; None where it is made of too few visits."""

    visits: int | None
    seconds: int | None


def told(visits: int, seconds: float, least: int) -> Told:
    """A sum of so many visits, in round numbers."""
    if visits == 0 and seconds < 1:
        return Told(0, 0)
    if visits < least:
        return Told(None, None)
    step = 10 if least > 1 else 1
    return Told(visits // least * least, int(seconds // step * step))


def mean(sum_told: Told) -> int | None:
    """Seconds for each visit, of what is told."""
    if not sum_told.visits or sum_told.seconds is None:
        return None
    return round(sum_told.seconds / sum_told.visits)
