"""Surfaces of fields as grids: rings of rays along a path, in even quads where limbs bend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, tau
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from avatars.bodies.field import F64, Field, cast, length, slope, unit
from avatars.bodies.piece import Color, Piece, Weights, flat, normals_of

I64 = NDArray[np.int64]
Hold = Callable[[F64], Weights]
Keep = Callable[[F64], Any]
"""Which faces to keep, by their corners (m,3,3)."""


@dataclass(frozen=True, slots=True)
class Ring:
    """From where rays go out, along which axis they lean, and by how much (radians)."""

    centre: tuple[float, float, float]
    lean: float = 0.0


def quads(rows: int, columns: int, closed: bool) -> I64:
    """Triangles over a grid of points numbered row by row."""
    wide = columns if closed else columns - 1
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(wide), indexing="ij")
    a, b = (i * columns + j).ravel(), (i * columns + (j + 1) % columns).ravel()
    c, d = b + columns, a + columns
    return np.stack([a, b, c, a, c, d], axis=1).reshape(-1, 3)


def tidy(points: F64, faces: I64) -> I64:
    """Faces without those that have no area."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    result: I64 = faces[length(np.cross(b - a, c - a)) > 1e-12]
    return result


def tube(  # noqa: PLR0913, PLR0917 - a shape, where it is looked for, what it is made of
    field: Field,
    rings: list[Ring],
    axis: ArrayLike,
    start: ArrayLike,
    sides: int,
    reach: float,
    color: Color,
    hold: Hold,
    keep: Keep | None = None,
) -> Piece:
    """The surface of a field round a path: a ring of rays from each centre.

    `axis` leads along the path, `start` is the first ray's direction, at right angles to it. Rays
    lean towards the axis as the ring says: at a quarter turn they close the end.
    """
    along, first = unit(axis), unit(start)
    second = np.cross(along, first)
    turn = tau * np.arange(sides) / sides
    around = np.cos(turn)[:, None] * first + np.sin(turn)[:, None] * second
    origins = np.repeat(np.array([r.centre for r in rings], "f8"), sides, axis=0)
    lean = np.repeat([r.lean for r in rings], sides)[:, None]
    ways = np.cos(lean) * np.tile(around, (len(rings), 1)) + np.sin(lean) * along
    points = origins + ways * cast(field, origins, ways, reach)[:, None]
    faces = tidy(points, quads(len(rings), sides, True))
    if keep is not None:
        faces = faces[keep(points[faces])]
    return used(Piece(points, slope(field, points), faces, flat(color, len(points)), hold(points)))


def dome(centre: ArrayLike, along: ArrayLike, rows: int, end: bool) -> list[Ring]:
    """Rings that close a tube round its last centre: rays lean from level to a quarter turn."""
    x, y, z = np.asarray(centre, "f8")
    leans = [pi / 2 * k / rows for k in range(1, rows + 1)]
    return (
        [Ring((x, y, z), lean) for lean in leans]
        if end
        else [Ring((x, y, z), -lean) for lean in reversed(leans)]
    )


def path(start: ArrayLike, end: ArrayLike, count: int) -> list[Ring]:
    """Rings at even steps between two points, both included."""
    a, b = np.asarray(start, "f8"), np.asarray(end, "f8")
    return [Ring(tuple(a + (b - a) * k / (count - 1))) for k in range(count)]


def used(piece: Piece) -> Piece:
    """The piece without points that no face needs."""
    kept, faces = np.unique(piece.faces, return_inverse=True)
    return Piece(
        piece.positions[kept],
        piece.normals[kept],
        faces.reshape(-1, 3),
        piece.colors[kept],
        {bone: w[kept] for bone, w in piece.weights.items()},
        None if piece.uvs is None else piece.uvs[kept],
        {name: s[kept] for name, s in piece.shapes.items()},
    )


def skin(sections: ArrayLike, color: Color, hold: Hold, closed: bool = True) -> Piece:
    """A skin over (rows, columns, 3) points, with normals of its own."""
    grid = np.asarray(sections, "f8")
    points = grid.reshape(-1, 3)
    faces = tidy(points, quads(grid.shape[0], grid.shape[1], closed))
    normals = normals_of(points, faces)
    return used(Piece(points, normals, faces, flat(color, len(points)), hold(points)))


def locks(
    line: ArrayLike,
    out: ArrayLike,
    width: ArrayLike,
    thick: ArrayLike,
    color: Color,
    hold: Hold,
    sides: int = 8,
) -> Piece:
    """A lock of hair: lens-shaped sections along a path (n,3); `out` points away from the head."""
    spine, away = np.asarray(line, "f8"), unit(out)
    ahead = unit(np.gradient(spine, axis=0))
    across = unit(np.cross(ahead, away))
    away = np.cross(across, ahead)
    turn = tau * np.arange(sides) / sides
    w, t = np.asarray(width, "f8")[:, None, None], np.asarray(thick, "f8")[:, None, None]
    x, y = np.cos(turn)[None, :, None], np.sin(turn)[None, :, None]
    rows = spine[:, None] + across[:, None] * x * w + away[:, None] * y * t
    return skin(rows, color, hold)
