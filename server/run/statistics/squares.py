"""The squares of a hall's floor that a heat map is drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from server.run.statistics.sights import Floats, Ints

SIZES: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
MOST: Final = 64
"""Squares along a hall's longer side, at most (but for halls beyond 2 km)."""


def size_of(bounds: Mapping[str, Any]) -> float:
    """How many metres a side a square of this hall has."""
    low, high = bounds["min"], bounds["max"]
    longer = max(high[0] - low[0], high[2] - low[2])
    return next((size for size in SIZES if longer / size <= MOST), SIZES[-1])


def square_of(where: Floats, size: float) -> Ints:
    """The square (x, z) in which each head is, shape (n, 2); squares are counted from 0, 0."""
    squares: Ints = np.floor(where[:, [0, 2]] / size).astype(np.intp)
    return squares
