"""The vertices that a level still draws, in the order in which its triangles ask for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.meshopt import optimise
from scenes.exhibits.derive.geometry import TRIANGLES, Piece, Soup

__all__ = ["compacted"]

U32 = NDArray[np.uint32]


def compacted(soup: Soup, pieces: Sequence[Piece], indices: Sequence[U32]) -> tuple[U32, list[U32]]:
    """Which rows of a soup are left, and its pieces' indices as indices into those."""
    if soup.held or not pieces:
        return np.arange(soup.count, dtype=np.uint32), list(indices)
    ordered = [_ordered(p, i) for p, i in zip(pieces, indices, strict=True)]
    asked = np.concatenate(ordered)
    rows, first, place = np.unique(asked, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty(len(rows), np.uint32)
    number[order] = np.arange(len(rows), dtype=np.uint32)
    cuts = np.cumsum([len(each) for each in ordered])[:-1]
    return rows[order], np.split(number[place.ravel()], cuts)


def _ordered(piece: Piece, indices: U32) -> U32:
    """Triangles in an order that compresses and draws well; everything else as it is."""
    if piece.mode != TRIANGLES or not len(indices):
        return indices
    rows, own = np.unique(indices, return_inverse=True)
    order = optimise(own.ravel().astype(np.uint32), len(rows), for_size=True)
    old = np.empty(order.used, np.uint32)
    old[order.remap[order.remap < order.used]] = rows[order.remap < order.used]
    found: U32 = old[order.indices]
    return found
