"""A polygon with holes, raised into a solid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.mesh import Mesh
from scenes.demo.shapes.triangulate import signed_area, triangulate

__all__ = ["extrude", "inset"]

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
CAP, WALL, BEVEL = 1e6, 1e3, 1.0


def extrude(
    outline: ArrayLike,
    height: float,
    holes: Sequence[ArrayLike] = (),
    bevel: float = 0.0,
    crease: float = 35.0,
) -> Mesh:
    """Raise a polygon of (x, z) points from y = 0 to y = height; any winding will do.

    `bevel` chamfers the upper and lower edges; keep it below half of the finest detail.
    """
    rings = [_wound(outline, False), *(_wound(hole, True) for hole in holes)]
    caps = [inset(ring, bevel) for ring in rings] if bevel > 0 else rings
    flat = triangulate(caps[0], caps[1:])
    base = np.concatenate(caps)
    points = [_raised(base, 0.0), _raised(base, height)]
    faces = [flat, flat[:, ::-1] + len(base)]
    importance = [np.full(2 * len(flat), CAP)]
    at = 2 * len(base)
    for ring, cap in zip(rings, caps, strict=True):
        wall = _levels(ring, cap, height, bevel)
        faces.append(_wall(len(ring), len(wall)) + at)
        importance.append(np.repeat(_bands(len(wall)), 2 * len(ring)))
        points += wall
        at += len(ring) * len(wall)
    sharpness = crease + (20 if bevel else 0)
    return creased(
        np.concatenate(points), np.concatenate(faces), sharpness, np.concatenate(importance)
    )


def inset(ring: ArrayLike, distance: float) -> F64:
    """Every corner moved into the material by `distance` from both edges that meet there."""
    p = np.asarray(ring, "f8")
    ahead = _unit(np.roll(p, -1, axis=0) - p)
    behind = np.roll(ahead, 1, axis=0)
    normal = np.stack([ahead[:, 1] + behind[:, 1], -ahead[:, 0] - behind[:, 0]], axis=1)
    scale = 2 * distance / np.maximum((normal**2).sum(axis=1), 0.5)
    moved: F64 = p + normal * scale[:, None]
    return moved


def _unit(v: F64) -> F64:
    length = np.linalg.norm(v, axis=1, keepdims=True)
    result: F64 = v / np.where(length > 0, length, 1.0)
    return result


def _wound(ring: ArrayLike, counter_clockwise: bool) -> F64:
    """The ring with its solid on the right-hand side as it runs in the (x, z) plane."""
    p = np.asarray(ring, "f8")
    return p if (signed_area(p) > 0) == counter_clockwise else p[::-1]


def _raised(flat: F64, y: float) -> F64:
    return np.stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]], axis=1)


def _levels(ring: F64, cap: F64, height: float, bevel: float) -> list[F64]:
    if bevel <= 0:
        return [_raised(ring, 0.0), _raised(ring, height)]
    return [
        _raised(cap, 0.0),
        _raised(ring, bevel),
        _raised(ring, height - bevel),
        _raised(cap, height),
    ]


def _bands(rows: int) -> list[float]:
    """How much the bands of a side wall count for its normals."""
    return [WALL] if rows == 2 else [BEVEL, WALL, BEVEL]


def _wall(n: int, rows: int) -> I64:
    i = np.arange(n)
    j = (i + 1) % n
    faces = []
    for row in range(rows - 1):
        a, b, c, d = row * n + i, row * n + j, (row + 1) * n + j, (row + 1) * n + i
        faces.append(np.stack([a, b, c, a, c, d], axis=1).reshape(-1, 3))
    return np.concatenate(faces)
