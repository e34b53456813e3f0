"""What a mouth does: shapes of VRM 1.0, how wide, for how long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

Shape = Literal["sil", "aa", "ih", "ou", "ee", "oh"]
"""Expressions of VRM 1.0 (``VRMC_vrm`` 1.0, preset expressions); ``sil`` is shut."""
Mark = tuple[int, Shape, float]
"""From this millisecond on the mouth has this shape, open so far (0..1)."""
LIPS_MS: Final = 50.0
"""How long lips stay closed for b, p and m."""


class Beat(NamedTuple):
    """One position of the mouth: its shape, how far it is open (0..1), milliseconds."""

    shape: Shape
    weight: float
    ms: float


def pause(ms: float) -> Beat:
    """A shut mouth for so many milliseconds."""
    return Beat("sil", 0.0, ms)


def marks_of(beats: Iterable[Beat], whole: float) -> list[Mark]:
    """Beats one after the other, stretched so that they take ``whole`` milliseconds.

    Neighbours that look the same are one mark. The last mark shuts the mouth, at the end at the
    latest.
    """
    laid = list(beats)
    total = sum(beat.ms for beat in laid)
    scale = whole / total if total else 0.0
    found: list[Mark] = []
    at = 0.0
    for beat in laid:
        add(found, (round(at), beat.shape, round(beat.weight, 2)))
        at += beat.ms * scale
    add(found, (round(whole), "sil", 0.0))
    return found


def add(found: list[Mark], mark: Mark) -> None:
    """Put a mark behind the others: of two at one moment the later counts, of two alike one."""
    while found and found[-1][0] >= mark[0]:
        found.pop()
    if not found or found[-1][1:] != mark[1:]:
        found.append(mark)
