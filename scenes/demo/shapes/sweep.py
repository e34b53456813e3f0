"""A profile carried along a path, and surfaces lofted through sections."""

from __future__ import annotations

from math import tau

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.lathe import ribbon, smooth_round
from scenes.demo.shapes.mesh import Mesh
from scenes.demo.shapes.triangulate import signed_area, triangulate

__all__ = ["circle", "curve", "loft", "pipe", "sweep"]

F64 = NDArray[np.float64]


def circle(radius: float, sides: int = 12) -> F64:
    """A ring of (n,2) points, counter-clockwise."""
    a = tau * np.arange(sides) / sides
    return np.stack([np.cos(a), np.sin(a)], axis=1) * radius


def curve(points: ArrayLike, steps: int = 8, closed: bool = False) -> F64:
    """A smooth path through the points (Catmull-Rom), `steps` pieces between neighbours."""
    p = np.asarray(points, "f8")
    if closed:
        p = np.concatenate([p[-1:], p, p[:2]])
    else:
        p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = (np.arange(steps) / steps)[None, :, None]
    a, b, c, d = (p[i : len(p) - 3 + i, None] for i in range(4))
    path = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2)
    path = path + 0.5 * (3 * b - a - 3 * c + d) * t**3
    smooth: F64 = path.reshape(-1, p.shape[1])
    return smooth if closed else np.concatenate([smooth, p[-2:-1]])


def pipe(points: ArrayLike, radius: float, sides: int = 12, closed: bool = False) -> Mesh:
    """A round bar along a path of (n,3) points, with flat ends."""
    return sweep(points, circle(radius, sides), closed, smooth_round(50, sides))


def sweep(path: ArrayLike, profile: ArrayLike, closed: bool = False, crease: float = 50.0) -> Mesh:
    """Carry a closed (m,2) profile along a path of (n,3) points without twisting it.

    At a level path the profile's second axis points up. Corners are mitred.
    """
    line, ring = np.asarray(path, "f8"), np.asarray(profile, "f8")
    if signed_area(ring) < 0:
        ring = ring[::-1]
    tangents, stretch = _tangents(line, closed)
    sides, ups = _frames(tangents)
    sides = sides * stretch[:, None]
    sections = line[:, None] + ring[None, :, :1] * sides[:, None] + ring[None, :, 1:] * ups[:, None]
    return loft(sections, closed=closed, crease=crease, cap=ring)


def loft(
    sections: ArrayLike, closed: bool = False, crease: float = 50.0, cap: ArrayLike | None = None
) -> Mesh:
    """A skin over rings of points, shape (n, m, 3): counter-clockwise seen against the path.

    The ends are closed with the triangulation of `cap` (m,2), by default as fans.
    """
    rings = np.asarray(sections, "f8")
    n, m = rings.shape[:2]
    faces = [ribbon(n, m, closed, True)[:, ::-1]]
    if not closed:
        flat = triangulate(cap) if cap is not None else _fan(m)
        faces += [flat[:, ::-1], flat + (n - 1) * m]
    return creased(rings.reshape(-1, 3), np.concatenate(faces), crease)


def _fan(m: int) -> NDArray[np.int64]:
    i = np.arange(1, m - 1)
    return np.stack([np.zeros_like(i), i, i + 1], axis=1)


def _tangents(line: F64, closed: bool) -> tuple[F64, F64]:
    """The direction at every point, and how far a mitre widens the section there."""
    steps = _unit(np.roll(line, -1, axis=0) - line)
    before = np.roll(steps, 1, axis=0)
    if not closed:
        before[0], steps[-1] = steps[0], before[-1]
    tangents = _unit(steps + before)
    cosine = np.clip((tangents * steps).sum(axis=1), 0.35, 1.0)
    return tangents, 1.0 / cosine


def _unit(v: F64) -> F64:
    length = np.linalg.norm(v, axis=-1, keepdims=True)
    result: F64 = v / np.where(length > 1e-12, length, 1.0)
    return result


def _frames(tangents: F64) -> tuple[F64, F64]:
    """Side and up vectors, carried from point to point by the smallest turn."""
    first = np.array([0.0, 1.0, 0.0]) if abs(tangents[0, 1]) < 0.9 else np.array([0.0, 0.0, 1.0])
    ups = np.empty_like(tangents)
    up = first
    for i, tangent in enumerate(tangents):
        up = up - tangent * float(up @ tangent)
        up = up / max(float(np.linalg.norm(up)), 1e-12)
        ups[i] = up
    return np.cross(ups, tangents), ups
