"""Which way many heads look, worked out at once from their packed rotations."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from avatars.records import Floats

_BITS = 10
_TOP = (1 << _BITS) - 1


def facing(packed: NDArray[Any]) -> Floats:
    """Return where -Z was turned to, shape (n, 3), of smallest-three rotations of 10 bits.

    The inverse of ``avatars/quaternion.py``; a rotation that does not exist looks along -Z.
    """
    x, y, z, w = _unpacked(packed.astype(np.uint32))
    turned = np.empty((len(packed), 3), np.float32)
    turned[:, 0] = -2.0 * (x * z + w * y)
    turned[:, 1] = -2.0 * (y * z - w * x)
    turned[:, 2] = -(1.0 - 2.0 * (x * x + y * y))
    return turned


def _unpacked(packed: NDArray[np.uint32]) -> Floats:
    """Rows x, y, z, w."""
    levels = np.stack([packed >> 2 * _BITS & _TOP, packed >> _BITS & _TOP, packed & _TOP])
    three = (levels / np.float32(_TOP) * 2.0 - 1.0) / np.float32(np.sqrt(2.0))
    rest = 1.0 - (three**2).sum(axis=0)
    largest = (packed >> 3 * _BITS & 3).astype(np.intp)
    found = np.zeros((4, len(packed)), np.float32)
    at = np.arange(len(packed))
    found[largest, at] = np.sqrt(np.maximum(rest, 0.0))
    for place in range(3):
        found[place + (place >= largest), at] = three[place]
    found[:, rest < 0.0] = np.array([[0.0], [0.0], [0.0], [1.0]], np.float32)
    return found
