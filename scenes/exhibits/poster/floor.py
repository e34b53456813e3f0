"""A soft shadow on the ground, so that an exhibit stands rather than floats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.camera import Camera
from scenes.exhibits.poster.shade import LAMP

__all__ = ["shadow"]

F32 = NDArray[np.float32]
CELLS = 96
DARKEST = 0.5


def shadow(corners: F32, camera: Camera, width: int, height: int) -> F32:
    """What of the light reaches the ground that each pixel shows, shape (h,w); 1 beside it."""
    low, high = corners.min((0, 1)), corners.max((0, 1))
    rays = camera.rays(width, height)
    down = rays[..., 1]
    away = np.where(down < -1e-6, (low[1] - camera.eye[1]) / np.minimum(down, -1e-6), np.inf)
    reach = max(float((high - low).max()), 1e-6)
    middle, half = (low + high) / 2, reach * 1.1
    x = camera.eye[0] + rays[..., 0] * away - middle[0]
    z = camera.eye[2] + rays[..., 2] * away - middle[2]
    with np.errstate(invalid="ignore"):
        column = np.nan_to_num((x / half + 1) / 2 * CELLS, nan=-1, posinf=-1, neginf=-1)
        row = np.nan_to_num((z / half + 1) / 2 * CELLS, nan=-1, posinf=-1, neginf=-1)
    dark = _blurred(_footprint(corners, low[1], middle, half, reach))
    inside = (column >= 0) & (column < CELLS - 1) & (row >= 0) & (row < CELLS - 1)
    light = np.ones((height, width), np.float32)
    light[inside] = 1 - DARKEST * _between(dark, column[inside], row[inside])
    return light


def _footprint(corners: F32, ground: float, middle: F32, half: float, reach: float) -> F32:
    """How much stands over each cell; what is higher counts less."""
    shares = _spread(len(corners))
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = np.abs(a[:, 0] * b[:, 2] - a[:, 2] * b[:, 0]) / 2
    centre = np.einsum("sk,nkd->nsd", shares, corners).reshape(-1, 3)
    height = (centre[:, 1] - ground) / reach
    shifted = centre - LAMP * ((centre[:, 1] - ground) / LAMP[1])[:, None]
    weight = np.repeat(area, len(shares)) / len(shares) / (2 * half / CELLS) ** 2
    weight *= np.clip(1.15 - height, 0.1, 1)
    map_ = np.zeros((CELLS, CELLS), np.float32)
    for place, share in ((centre, 1.0), (shifted, 0.6)):
        at = ((place[:, [2, 0]] - middle[[2, 0]]) / half + 1) / 2 * CELLS
        cell = np.clip(at, 0, CELLS - 1).astype(int)
        np.add.at(map_, (cell[:, 0], cell[:, 1]), (weight * share).astype(np.float32))
    return np.minimum(map_, 1.5)


def _spread(triangles: int) -> F32:
    """Places within a triangle, as weights of its corners, shape (s,3): more where few stand."""
    rows = int(min(24, max(1, (200_000 / max(triangles, 1)) ** 0.5)))
    grid = [(i + 1 / 3, j + 1 / 3) for i in range(rows) for j in range(rows - i)]
    first, second = np.array(grid, np.float32).T / rows
    return np.stack([first, second, 1 - first - second], 1).astype(np.float32)


def _blurred(map_: F32) -> F32:
    for _ in range(3):
        for axis in (0, 1):
            padded = np.pad(map_, [(3, 3) if axis == a else (0, 0) for a in (0, 1)])
            sums = np.cumsum(padded, axis=axis)
            first, last = sums.take(range(CELLS - 1), axis), sums.take(range(6, CELLS + 5), axis)
            whole = np.concatenate([sums.take([6], axis) * 0, first], axis)
            map_ = (np.concatenate([last, sums.take([-1], axis)], axis) - whole)[:CELLS, :CELLS] / 7
    return np.clip(map_, 0, 1)


def _between(map_: F32, column: NDArray[np.float64], row: NDArray[np.float64]) -> F32:
    """The map between its cells, linearly."""
    x, y = column.astype(int), row.astype(int)
    u, v = (column - x).astype(np.float32), (row - y).astype(np.float32)
    upper = map_[y, x] * (1 - u) + map_[y, x + 1] * u
    lower = map_[y + 1, x] * (1 - u) + map_[y + 1, x + 1] * u
    return np.asarray(upper * (1 - v) + lower * v, np.float32)
