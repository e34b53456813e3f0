"""Many presence records at once, as rows of one numpy array: their fields and their checks."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from avatars.pose import (
    CELL,
    CELL_ORIGIN,
    FLOOR,
    FULL_RECORD,
    HAND_HIGH_BITS,
    HEAD_RECORD,
    KNOWN_FLAGS,
    LEFT,
    RIGHT,
    Vector,
)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Raw = NDArray[np.void]

RECORD = np.dtype(
    [
        ("id", "<u2"),
        ("p", "<u2", 3),
        ("cell", "u1", 2),
        ("q", "<u4"),
        ("flags", "u1"),
        ("grip", "u1"),
        ("left", "<u4", 2),
        ("right", "<u4", 2),
    ]
)
"""A full record; its first 14 bytes are a head record."""
FULL = np.dtype(f"V{FULL_RECORD}")
HEAD = np.dtype(f"V{HEAD_RECORD}")
assert RECORD.itemsize == FULL_RECORD


class Box(NamedTuple):
    """Where heads may be: two corners in metres."""

    low: Vector
    high: Vector

    def grown(self, margin: float) -> Box:
        """Return this box with ``margin`` metres more on every side."""
        (a, b, c), (d, e, f) = self
        return Box((a - margin, b - margin, c - margin), (d + margin, e + margin, f + margin))


def positions(rows: Raw) -> Floats:
    """Return the heads' positions in metres, shape (n, 3)."""
    metres = rows["p"] * np.float32(0.001)
    cells = rows["cell"].astype(np.float32)
    metres[:, 0] += (cells[:, 0] - CELL_ORIGIN) * np.float32(CELL)
    metres[:, 1] += np.float32(FLOOR)
    metres[:, 2] += (cells[:, 1] - CELL_ORIGIN) * np.float32(CELL)
    return metres


def possible(rows: Raw, full: Bools, where: Floats, box: Box) -> Bools:
    """Return which rows are poses: inside the box, rotations that exist, reserved bits clear."""
    ok: Bools = _rotation(rows["q"], 10)
    ok &= ((where >= box.low) & (where <= box.high)).all(axis=1)
    if full.any():
        ok[full] &= _possible_hands(rows[full])
    return ok


def _possible_hands(rows: Raw) -> Bools:
    flags, left, right = rows["flags"], rows["left"][:, 1], rows["right"][:, 1]
    ok: Bools = (flags & ~np.uint8(KNOWN_FLAGS)) == 0
    ok &= ((left | right) & ~np.uint32(HAND_HIGH_BITS)) == 0
    ok &= _rotation(left >> 1, 9) | (flags & LEFT == 0)
    ok &= _rotation(right >> 1, 9) | (flags & RIGHT == 0)
    return ok


def _rotation(packed: NDArray[Any], bits: int) -> Bools:
    squares, top = _SQUARES[bits], (1 << bits) - 1
    total = squares.take(packed & top)
    total += squares.take(packed >> bits & top)
    total += squares.take(packed >> 2 * bits & top)
    return total <= 1.0


def _square_table(bits: int) -> NDArray[np.float64]:
    levels = np.arange(1 << bits) / ((1 << bits) - 1)
    return np.asarray((levels * 2.0 - 1.0) ** 2 / 2.0)


_SQUARES = {bits: _square_table(bits) for bits in (9, 10)}
