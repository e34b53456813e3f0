"""Triangles of a body while it is made: surfaces with colours, weights, shapes of expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from avatars.bodies.field import unit

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
Weights = Mapping[str, F64]
"""How much each bone holds each vertex; sums are made 1 when it is written."""
Color = tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A surface: (n,3) metres, (n,3) normals, (m,3) faces, (n,3) linear colours, (n,2) uv.

    ``shapes`` are offsets (n,3) in metres by the name of an expression.
    """

    positions: F64
    normals: F64
    faces: I64
    colors: F64
    weights: Weights
    uvs: F64 | None = None
    shapes: Mapping[str, F64] = field(default_factory=dict)

    def painted(self, paint: Callable[[F64, F64], F64]) -> Piece:
        """The same with other colours, found from positions and the colours there are."""
        return replace(self, colors=paint(self.positions, self.colors))

    def held(self, weights: Weights) -> Piece:
        """The same, held by other bones."""
        return replace(self, weights=weights)


def srgb(text: str) -> Color:
    """A colour as `#rrggbb` in linear light."""
    values = [int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    low = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return low[0], low[1], low[2]


def dim(color: Color, *by: float) -> Color:
    """A colour made darker, by one factor or by one for each of red, green and blue."""
    red, green, blue = by if len(by) == 3 else (by[0],) * 3
    return color[0] * red, color[1] * green, color[2] * blue


def flat(color: Color, count: int) -> F64:
    """One colour for all."""
    return np.tile(np.asarray(color, "f8"), (count, 1))


def blend(colors: F64, color: ArrayLike, share: F64) -> F64:
    """Colours mixed with another, vertex by vertex."""
    result: F64 = colors + (np.asarray(color, "f8") - colors) * share[:, None]
    return result


def wholly(bone: str, count: int) -> Weights:
    """Everything held by one bone."""
    return {bone: np.ones(count)}


def normals_of(positions: F64, faces: I64) -> F64:
    """Smooth normals, faces weighed by their area; points at one place share theirs."""
    a, b, c = (positions[faces[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    keys = np.unique(np.rint(positions * 1e5).astype("i8"), axis=0, return_inverse=True)[1].ravel()
    total = np.zeros((int(keys.max()) + 1, 3))
    for corner in range(3):
        np.add.at(total, keys[faces[:, corner]], face)
    return unit(total)[keys]


def joined(pieces: Sequence[Piece]) -> Piece:
    """Several as one."""
    counts = [len(p.positions) for p in pieces]
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    bones = sorted({bone for p in pieces for bone in p.weights})
    shapes = sorted({name for p in pieces for name in p.shapes})
    return Piece(
        np.concatenate([p.positions for p in pieces]),
        np.concatenate([p.normals for p in pieces]),
        np.concatenate([p.faces + s for p, s in zip(pieces, starts, strict=True)]),
        np.concatenate([p.colors for p in pieces]),
        {
            bone: np.concatenate(
                [p.weights.get(bone, np.zeros(n)) for p, n in zip(pieces, counts, strict=True)]
            )
            for bone in bones
        },
        np.concatenate(
            [
                np.zeros((n, 2)) if p.uvs is None else p.uvs
                for p, n in zip(pieces, counts, strict=True)
            ]
        )
        if any(p.uvs is not None for p in pieces)
        else None,
        {
            name: np.concatenate(
                [p.shapes.get(name, np.zeros((n, 3))) for p, n in zip(pieces, counts, strict=True)]
            )
            for name in shapes
        },
    )


OTHER = {"left": "right", "Left": "Right", "right": "left", "Right": "Left"}


def other_side(name: str) -> str:
    """The name of the same thing on the other side of the body."""
    for here, there in OTHER.items():
        if name.startswith(here) or name.endswith(here):
            return name.replace(here, there, 1)
    return name


def mirrored(piece: Piece) -> Piece:
    """The piece on the body's other side: X turned about, left bones right."""
    turn = np.array([-1.0, 1.0, 1.0])
    return Piece(
        piece.positions * turn,
        piece.normals * turn,
        piece.faces[:, ::-1],
        piece.colors,
        {other_side(bone): w for bone, w in piece.weights.items()},
        piece.uvs,
        {other_side(name): shape * turn for name, shape in piece.shapes.items()},
    )


def turned(piece: Piece) -> Piece:
    """Faces and normals the other way."""
    return Piece(piece.positions, -piece.normals, piece.faces[:, ::-1], piece.colors, piece.weights)
