"""Solids as functions: negative inside, zero on the surface, about metres outside.

Every function takes points (n,3) and returns (n,). They blend into each other, which is what makes
a nose grow out of a face; ``cast`` finds their surface along rays, ``slope`` its normals.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

F64 = NDArray[np.float64]
Field = Callable[[F64], F64]
EPSILON = 4e-4


def length(v: F64) -> F64:
    """Lengths along the last axis, summed in one order on every machine."""
    result: F64 = np.sqrt(v[..., 0] * v[..., 0] + v[..., 1] * v[..., 1] + v[..., 2] * v[..., 2])
    return result


def unit(v: ArrayLike) -> F64:
    """Directions of length 1; what has no length stays as it is."""
    rows = np.asarray(v, "f8")
    size = length(rows)[..., None]
    result: F64 = rows / np.where(size > 1e-12, size, 1.0)
    return result


def smooth(x: ArrayLike, low: float | F64, high: float | F64) -> F64:
    """0 below `low`, 1 above `high`, a soft step between; `low` may be the greater."""
    t = np.clip((np.asarray(x, "f8") - low) / (high - low), 0.0, 1.0)
    result: F64 = t * t * (3 - 2 * t)
    return result


def ellipsoid(centre: ArrayLike, radii: ArrayLike) -> Field:
    """An ellipsoid with its axes along X, Y and Z (distance as I. Quilez estimates it)."""
    c, r = np.asarray(centre, "f8"), np.asarray(radii, "f8")

    def field(p: F64) -> F64:
        near, far = length((p - c) / r), length((p - c) / (r * r))
        return near * (near - 1.0) / np.maximum(far, 1e-9)

    return field


def limb(start: ArrayLike, end: ArrayLike, thick: float, thin: float) -> Field:
    """A round bar from a ball of one radius to a ball of another."""
    a, b = np.asarray(start, "f8"), np.asarray(end, "f8")
    line = b - a
    size = float(line[0] ** 2 + line[1] ** 2 + line[2] ** 2)

    def field(p: F64) -> F64:
        q = p - a
        t = np.clip((q[:, 0] * line[0] + q[:, 1] * line[1] + q[:, 2] * line[2]) / size, 0.0, 1.0)
        result: F64 = length(q - t[:, None] * line) - (thick + (thin - thick) * t)
        return result

    return field


def column(rows: ArrayLike, power: float = 2.3) -> Field:
    """A body with level sections: rows of (y, half width, half depth, z of the middle), rising.

    Between the rows measures run in smooth curves; `power` 2 makes ellipses, more makes it boxier.
    """
    table = _curved(np.asarray(rows, "f8"))
    low, high = table[0, 0], table[-1, 0]

    def field(p: F64) -> F64:
        wide, deep, middle = (np.interp(p[:, 1], table[:, 0], table[:, k]) for k in (1, 2, 3))
        x, z = np.abs(p[:, 0]) / wide, np.abs(p[:, 2] - middle) / deep
        round_it = ((x**power + z**power) ** (1 / power) - 1.0) * np.minimum(wide, deep)
        result: F64 = np.maximum(round_it, np.maximum(low - p[:, 1], p[:, 1] - high))
        return result

    return field


def _curved(rows: F64, steps: int = 8) -> F64:
    """Rows between the rows (Catmull-Rom over equal steps)."""
    p = np.concatenate([2 * rows[:1] - rows[1:2], rows, 2 * rows[-1:] - rows[-2:-1]])
    t = (np.arange(steps) / steps)[None, :, None]
    a, b, c, d = (p[i : len(p) - 3 + i, None] for i in range(4))
    path = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2)
    path = path + 0.5 * (3 * b - a - 3 * c + d) * t**3
    whole = np.concatenate([path.reshape(-1, rows.shape[1]), rows[-1:]])
    whole[:, 0] = np.maximum.accumulate(whole[:, 0])
    return whole


def union(*fields: Field, soft: float) -> Field:
    """All of them, grown together where they are nearer than `soft` metres."""

    def field(p: F64) -> F64:
        result = fields[0](p)
        for other in fields[1:]:
            value = other(p)
            h = np.maximum(soft - np.abs(result - value), 0.0) / soft
            result = np.minimum(result, value) - h * h * soft * 0.25
        return result

    return field


def carve(solid: Field, hollow: Field, soft: float) -> Field:
    """A solid without what lies in `hollow`, with rounded edges."""

    def field(p: F64) -> F64:
        a, b = solid(p), -hollow(p)
        h = np.maximum(soft - np.abs(a - b), 0.0) / soft
        return np.maximum(a, b) + h * h * soft * 0.25

    return field


def grown(solid: Field, by: float) -> Field:
    """The same, thicker all round."""
    return lambda p: solid(p) - by


def cast(field: Field, origins: F64, ways: F64, reach: float, steps: int = 48) -> F64:
    """How far from each origin, which lies inside, the surface is; `reach` where there is none."""
    count = len(origins)
    low, high = np.zeros(count), np.full(count, reach)
    found = np.zeros(count, bool)
    for step in range(1, steps + 1):
        left = np.flatnonzero(~found)
        if not len(left):
            break
        far = reach * step / steps
        out = left[field(origins[left] + ways[left] * far) > 0]
        high[out], low[out], found[out] = far, far - reach / steps, True
    for _ in range(18):
        middle = (low + high) / 2
        inside = field(origins + ways * middle[:, None]) <= 0
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    return np.where(found, (low + high) / 2, reach)


def slope(field: Field, points: F64) -> F64:
    """The normals of the surface at points on it."""
    rises = []
    for axis in range(3):
        step = np.zeros(3)
        step[axis] = EPSILON
        rises.append(field(points + step) - field(points - step))
    return unit(np.stack(rises, axis=1))
