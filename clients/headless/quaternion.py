"""Rotations as they travel: the largest component is left out, the others are quantised."""

from __future__ import annotations

import math

from clients.headless.geometry import Quat

HALF = math.sqrt(0.5)
"""No component but the largest is longer than this."""


def pack_rotation(rotation: Quat, bits: int) -> int:
    """The index of the largest component, then the others in ``bits`` each.

    Raises ValueError for four numbers that are no rotation.
    """
    length = math.hypot(*rotation)
    if not (math.isfinite(length) and length > 1e-6):
        raise ValueError("not a rotation")
    largest = max(range(4), key=lambda index: abs(rotation[index]))
    sign = -1.0 if rotation[largest] < 0 else 1.0
    packed, top = largest, 2**bits - 1
    for index, component in enumerate(rotation):
        if index != largest:
            share = (sign * component / length / HALF + 1) / 2
            packed = packed << bits | clamped(share * top, top)
    return packed


def unpack_rotation(packed: int, bits: int) -> Quat:
    """The rotation of ``pack_rotation``; raises ValueError when the three are too long."""
    top = 2**bits - 1
    three = [((packed >> bits * place & top) / top * 2 - 1) * HALF for place in (2, 1, 0)]
    rest = 1 - sum(component * component for component in three)
    if rest < 0:
        raise ValueError("not a rotation")
    three.insert(packed >> 3 * bits & 3, math.sqrt(rest))
    x, y, z, w = three
    return (x, y, z, w)


def clamped(value: float, top: int) -> int:
    """The nearest whole number (halves go up) within ``0..top``."""
    return min(top, max(0, math.floor(value + 0.5)))
