"""What a level draws of a document's geometry, and how one level is made from a finer one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.geometry import TRIANGLES, Geometry, Piece
from scenes.exhibits.derive.shape import Shape
from scenes.exhibits.derive.simplify import Wish, simpler
from scenes.exhibits.derive.thin import thinned

__all__ = ["Cut", "coarser", "whole"]

U32 = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Cut:
    """Indices of every piece, and how far each strays from the whole one, in its mesh's units."""

    indices: tuple[U32, ...]
    errors: tuple[float, ...]

    def triangles(self, found: Geometry) -> int:
        """Triangles of all pieces."""
        pairs = zip(found.pieces, self.indices, strict=True)
        return sum(len(indices) // 3 for piece, indices in pairs if piece.mode == TRIANGLES)


def whole(found: Geometry) -> Cut:
    """The geometry as it came."""
    return Cut(tuple(p.indices for p in found.pieces), (0.0,) * len(found.pieces))


def coarser(found: Geometry, shapes: list[Shape | None], finer: Cut, wish: Wish) -> Cut:
    """Fewer triangles in every piece that can spare some; ``wish`` is about the whole piece."""
    made = [
        _coarser(found.pieces[i], shapes[i], finer.indices[i], finer.errors[i], wish)
        for i in range(len(found.pieces))
    ]
    return Cut(tuple(m[0] for m in made), tuple(m[1] for m in made))


def _coarser(
    piece: Piece, shape: Shape | None, indices: U32, error: float, wish: Wish
) -> tuple[U32, float]:
    if piece.mode != TRIANGLES and not piece.held:
        most = max(wish.floor, int(len(piece.indices) * wish.share)) if wish.thin else 2**32
        return thinned(indices, piece.mode, most), error
    if shape is None:
        return indices, error
    left = simpler(shape, indices, piece.triangles, wish)
    return left.indices, error + left.error
