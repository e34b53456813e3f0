"""Smallest-three quaternions: the largest component is left out, the three others are quantised.

The dropped component is made positive (``q`` and ``-q`` are one rotation), so it follows from the
others. These never exceed ``1 / sqrt(2)``, which is the range that the bits are spread over.

Largest error of a rotation, in radians: ``4 / sqrt(2) * sqrt(3 / 4) * step`` for a step of
``sqrt(2) / (2**bits - 1)`` comes to 0.0048 (0.28 degrees) at 10 bits, 0.0096 (0.55 degrees) at 9.
"""

from __future__ import annotations

from math import floor, isfinite, sqrt

Quaternion = tuple[float, float, float, float]

IDENTITY: Quaternion = (0.0, 0.0, 0.0, 1.0)


class QuaternionError(ValueError):
    """These four numbers are not a rotation."""


def pack(q: Quaternion, bits: int) -> int:
    """Return ``q`` as its dropped index (two bits, highest) and three components of ``bits``."""
    x, y, z, w = _unit(q)
    parts = [x, y, z, w]
    largest = max(range(4), key=lambda i: abs(parts[i]))
    sign = -1.0 if parts[largest] < 0 else 1.0
    top = (1 << bits) - 1
    packed = largest
    for i, part in enumerate(parts):
        if i != largest:
            level = floor((sign * part * sqrt(2.0) + 1.0) / 2.0 * top + 0.5)
            packed = packed << bits | min(max(level, 0), top)
    return packed


def unpack(packed: int, bits: int) -> Quaternion:
    """Return the unit quaternion that :func:`pack` stored; raise when there is none."""
    top = (1 << bits) - 1
    levels = (packed >> 2 * bits & top, packed >> bits & top, packed & top)
    three = [(level / top * 2.0 - 1.0) / sqrt(2.0) for level in levels]
    rest = 1.0 - sum(v * v for v in three)
    if rest < 0.0:
        raise QuaternionError("the three components are longer than a unit quaternion")
    three.insert(packed >> 3 * bits & 3, sqrt(rest))
    x, y, z, w = three
    return (x, y, z, w)


def _unit(q: Quaternion) -> Quaternion:
    length = sqrt(sum(v * v for v in q)) if all(isfinite(v) for v in q) else 0.0
    if not (isfinite(length) and length > 1e-6):
        raise QuaternionError("a rotation needs four finite numbers, not all zero")
    x, y, z, w = q
    return (x / length, y / length, z / length, w / length)
