"""Boxes, sharp or with bevelled edges."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.mesh import Mesh

__all__ = ["box"]

Quad = list[int]


def box(x: float, y: float, z: float, bevel: float = 0.0) -> Mesh:
    """A box of that size about the origin; `bevel` cuts every edge at 45 degrees."""
    cut = min(bevel, 0.49 * min(x, y, z))
    if cut <= 0:
        return _sharp(x, y, z)
    points = _points(np.array([x, y, z]) / 2, cut)
    polygons = _polygons()
    counts = [len(polygon) - 2 for polygon in polygons]
    importance = np.repeat([_importance(polygon) for polygon in polygons], counts)
    return creased(points, _triangles(points, polygons), 60, importance)


def _sharp(x: float, y: float, z: float) -> Mesh:
    signs = np.array(list(product((-1, 1), repeat=3)), "f8")
    points = signs * np.array([x, y, z]) / 2
    faces = [
        [i for i in range(8) if signs[i, axis] == side] for axis in range(3) for side in (-1, 1)
    ]
    ordered = [[a, b, d, c] for a, b, c, d in faces]
    return creased(points, _triangles(points, ordered), 10)


def _points(half: NDArray[np.float64], cut: float) -> NDArray[np.float64]:
    """Three points a corner; number 3·corner + axis lies on the face of that axis."""
    signs = np.array(list(product((-1, 1), repeat=3)), "f8")
    inset = half - cut
    rows = np.where(np.eye(3, dtype=bool)[None], half, inset)
    return (signs[:, None, :] * rows).reshape(-1, 3)


def _polygons() -> list[Quad]:
    corners = list(product((0, 1), repeat=3))
    number = {corner: i for i, corner in enumerate(corners)}
    found: list[Quad] = [[3 * i, 3 * i + 1, 3 * i + 2] for i in range(8)]
    for axis in range(3):
        b, c = (axis + 1) % 3, (axis + 2) % 3
        for side in (0, 1):
            face = [3 * number[_at(axis, side, b, i, c, j)] + axis for i, j in _RING]
            found.append(face)
        for i, j in _RING:
            low, high = (number[_at(axis, side, b, i, c, j)] for side in (0, 1))
            found.append([3 * low + b, 3 * high + b, 3 * high + c, 3 * low + c])
    return found


def _importance(polygon: Quad) -> float:
    """Faces count above edges, edges above corners, so that faces stay flat."""
    axes = {point % 3 for point in polygon}
    return {1: 1e6, 2: 1.0, 3: 1e-3}[len(axes)]


_RING = ((0, 0), (1, 0), (1, 1), (0, 1))


def _at(a: int, i: int, b: int, j: int, c: int, k: int) -> tuple[int, int, int]:
    place = {a: i, b: j, c: k}
    return place[0], place[1], place[2]


def _triangles(points: NDArray[np.float64], polygons: list[Quad]) -> list[list[int]]:
    """Fans over convex polygons of a convex body about the origin, turned to face out."""
    result = []
    for polygon in polygons:
        a, b, c = points[polygon[:3]]
        ring = polygon if np.dot(np.cross(b - a, c - a), a + b + c) > 0 else polygon[::-1]
        result += [[ring[0], ring[i], ring[i + 1]] for i in range(1, len(ring) - 1)]
    return result
