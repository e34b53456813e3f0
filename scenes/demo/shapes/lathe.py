"""Turned shapes: a profile swept about the Y axis."""

from __future__ import annotations

from math import pi, tau

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.mesh import Mesh
from scenes.demo.shapes.triangulate import signed_area, triangulate

__all__ = ["cylinder", "lathe", "sphere", "torus", "tube"]

F64 = NDArray[np.float64]


def lathe(
    profile: ArrayLike,
    segments: int = 32,
    angle: float = tau,
    start: float = 0.0,
    crease: float = 40.0,
) -> Mesh:
    """Turn a profile of (radius, y) points about +Y; less than a full turn gets flat ends.

    The profile runs counter-clockwise in the (r, y) plane: bottom to top on the outside.
    Points of radius 0 close it on the axis; a profile whose ends meet makes a ring.
    """
    line = np.asarray(profile, "f8")
    full = angle >= tau - 1e-9
    turns = start + angle * np.arange(segments if full else segments + 1) / segments
    points = np.stack(
        [
            np.outer(np.cos(turns), line[:, 0]),
            np.tile(line[:, 1], (len(turns), 1)),
            -np.outer(np.sin(turns), line[:, 0]),
        ],
        axis=2,
    )
    faces = ribbon(len(turns), len(line), full)
    if not full:
        faces = np.concatenate([faces, _ends(line, len(turns))])
    return creased(points.reshape(-1, 3), faces, smooth_round(crease, segments))


def smooth_round(crease: float, segments: int) -> float:
    """The crease angle that keeps a turn in so few segments smooth, short of square corners."""
    return max(crease, min(360 / segments + 4, 75))


def ribbon(
    rows: int, columns: int, closed_rows: bool, closed_columns: bool = False
) -> NDArray[np.int64]:
    """Triangles over a grid of points numbered row by row; (row, column) turn right-handed."""
    i, j = np.meshgrid(
        np.arange(rows if closed_rows else rows - 1),
        np.arange(columns if closed_columns else columns - 1),
        indexing="ij",
    )
    a = (i * columns + j).ravel()
    b = ((i + 1) % rows * columns + j).ravel()
    c = ((i + 1) % rows * columns + (j + 1) % columns).ravel()
    d = (i * columns + (j + 1) % columns).ravel()
    return np.stack([a, b, c, a, c, d], axis=1).reshape(-1, 3)


def _ends(line: F64, rows: int) -> NDArray[np.int64]:
    ring = line[:-1] if np.allclose(line[0], line[-1]) else line
    flat = triangulate(ring)
    if signed_area(ring) < 0:
        flat = flat[:, ::-1]
    last = flat[:, ::-1] + (rows - 1) * len(line)
    return np.concatenate([flat, last])


def cylinder(
    radius: float, height: float, segments: int = 32, bevel: float = 0.0, top: float | None = None
) -> Mesh:
    """An upright cylinder about the origin; `top` gives the upper radius of a tapered one."""
    upper = radius if top is None else top
    cut = min(bevel, 0.45 * height, 0.9 * max(min(radius, upper), 0.0))
    h = height / 2
    if cut <= 0:
        return lathe([(0, -h), (radius, -h), (upper, h), (0, h)], segments)
    return lathe(
        [
            (0, -h),
            (radius - cut, -h),
            (radius, -h + cut),
            (upper, h - cut),
            (upper - cut, h),
            (0, h),
        ],
        segments,
        crease=50,
    )


def tube(outer: float, inner: float, height: float, segments: int = 32, bevel: float = 0.0) -> Mesh:
    """An upright ring with a square section, its four edges bevelled if asked."""
    h, cut = height / 2, min(bevel, 0.45 * height, 0.45 * (outer - inner))
    if cut <= 0:
        ring = [(inner, -h), (outer, -h), (outer, h), (inner, h), (inner, -h)]
        return lathe(ring, segments)
    ring = [
        (inner + cut, -h),
        (outer - cut, -h),
        (outer, -h + cut),
        (outer, h - cut),
        (outer - cut, h),
        (inner + cut, h),
        (inner, h - cut),
        (inner, -h + cut),
        (inner + cut, -h),
    ]
    return lathe(ring, segments, crease=50)


def sphere(radius: float, segments: int = 24, rings: int = 12) -> Mesh:
    """A ball about the origin."""
    a = np.linspace(-pi / 2, pi / 2, rings + 1)
    profile = np.stack([np.cos(a), np.sin(a)], axis=1) * radius
    profile[[0, -1], 0] = 0.0
    return lathe(profile, segments, crease=80)


def torus(radius: float, thickness: float, segments: int = 32, sides: int = 12) -> Mesh:
    """A ring lying in the XZ plane; `thickness` is the radius of its round section."""
    a = tau * np.arange(sides + 1) / sides
    profile = np.stack([radius + thickness * np.cos(a), thickness * np.sin(a)], axis=1)
    return lathe(profile, segments, crease=80)
