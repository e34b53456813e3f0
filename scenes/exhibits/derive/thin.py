"""Points and lines in smaller numbers: every so-manieth, so that the whole keeps its outline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["thinned"]

U32 = NDArray[np.uint32]
LINES = 1


def thinned(indices: U32, mode: int, most: int) -> U32:
    """At most about ``most`` indices of points, lines or strips of lines, both ends kept."""
    if len(indices) <= most:
        return indices
    if mode == LINES:
        segments = indices[: len(indices) // 2 * 2].reshape(-1, 2)
        return np.ascontiguousarray(segments[_spread(len(segments), most // 2)].ravel())
    return np.ascontiguousarray(indices[_spread(len(indices), most)])


def _spread(count: int, most: int) -> NDArray[np.intp]:
    return np.unique(np.linspace(0, count - 1, max(2, most)).astype(np.intp))
