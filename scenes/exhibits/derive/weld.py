"""Vertices that are the same in every bit, found by hashing rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["welded"]

U32 = NDArray[np.uint32]
ODD = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio: a multiplier that spreads bits."""


def welded(streams: Sequence[NDArray[Any]]) -> U32 | None:
    """For each vertex the first one with the same bytes in all streams (each (n, width)).

    None where no two are the same, or where hashes fall together by chance.
    """
    words = np.concatenate([_words(stream) for stream in streams], axis=1)
    _, first, inverse = np.unique(_hashes(words), return_index=True, return_inverse=True)
    if len(first) == len(words):
        return None
    firsts = first[inverse.ravel()]
    if not np.array_equal(words[firsts], words):
        return None
    same: U32 = firsts.astype(np.uint32)
    return same


def _words(stream: NDArray[Any]) -> U32:
    """Rows as whole words, so that -0.0 is not 0.0 and a NaN is itself."""
    if stream.itemsize == 4:
        return np.ascontiguousarray(stream).view(np.uint32)
    return np.ascontiguousarray(stream).astype(np.int32).view(np.uint32)


def _hashes(words: U32) -> NDArray[np.uint64]:
    found = np.zeros(len(words), np.uint64)
    for column in range(words.shape[1]):
        found = (found ^ words[:, column]) * ODD
        found ^= found >> np.uint64(29)
    return found
