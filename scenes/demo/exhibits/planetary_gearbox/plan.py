"""Teeth, module and measures of the gearbox."""

from __future__ import annotations

from math import tau

__all__ = [
    "AXIS",
    "CENTRE",
    "COUNT",
    "FACE",
    "MODULE",
    "OUTER",
    "PLANET",
    "RING",
    "SHAFT",
    "SUN",
    "direction",
]

MODULE = 0.0056
SUN, PLANET, RING, COUNT = 24, 24, 72, 4
CENTRE = (SUN + PLANET) * MODULE / 2
FACE = 0.085
AXIS = 0.305
OUTER = 0.252
SHAFT = (-1.0, 0.0, 0.0)


def direction(i: int) -> float:
    """The direction in which planet i stands."""
    return tau * i / COUNT
