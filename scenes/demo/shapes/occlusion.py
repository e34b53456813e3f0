"""Ambient light for vertices: how much of the sky each sees, by looking from all sides."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.typing import NDArray

from scenes.demo.shapes.mesh import Mesh

__all__ = ["visibility"]

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
R2 = (0.7548776662466927, 0.5698402909980532)
GOLDEN = pi * (3 - 5**0.5)


def visibility(mesh: Mesh, rays: int = 32, samples: int = 60_000) -> F64:
    """For every vertex the cosine-weighted share of the sky it sees, 0..1, by depth maps.

    The maps are coarse enough for about four samples a cell, so that walls have no holes.
    """
    low, high = mesh.bounds
    size = float(np.linalg.norm(high - low)) or 1.0
    cloud = np.concatenate([mesh.positions, _scattered(mesh, samples)]) / size
    cells = int(0.42 * samples**0.5)
    eyes = mesh.positions / size + mesh.normals * (0.7 / cells)
    walls, points, normals = (np.ascontiguousarray(a.T, "f4") for a in (cloud, eyes, mesh.normals))
    seen, whole = np.zeros(len(eyes)), np.zeros(len(eyes))
    for direction in _sphere(rays):
        facing = np.maximum(_along(normals, direction), 0.0)
        seen += facing * _lit(walls, points, direction, cells)
        whole += facing
    result: F64 = seen / np.maximum(whole, 1e-9)
    return result


def _along(columns: F32, direction: F64) -> F32:
    """How far points (3,n) lie along a direction; plain sums, the same on every machine."""
    x, y, z = direction.astype("f4")
    result: F32 = columns[0] * x + columns[1] * y + columns[2] * z
    return result


def _lit(walls: F32, points: F32, direction: F64, cells: int) -> F32:
    """1 where no wall stands between a point and the far end of direction; sizes are about 1."""
    across = np.cross(direction, [0.0, 0.0, 1.0] if abs(direction[2]) < 0.9 else [1.0, 0.0, 0.0])
    across /= np.linalg.norm(across)
    axes = (across, np.cross(direction, across))
    corner = [float(_along(walls, axis).min()) for axis in axes]
    depth = np.full(cells * cells, -np.inf, "f4")
    np.maximum.at(depth, _cell(walls, axes, corner, cells), _along(walls, direction))
    hidden = depth[_cell(points, axes, corner, cells)] - _along(points, direction)
    result: F32 = 1.0 - np.clip(hidden * cells - 1.2, 0.0, 1.0)
    return result


def _cell(points: F32, axes: tuple[F64, F64], corner: list[float], cells: int) -> NDArray[np.int64]:
    u, v = (
        np.clip(np.rint((_along(points, axis) - low) * (cells - 1)), 0, cells - 1)
        for axis, low in zip(axes, corner, strict=True)
    )
    result: NDArray[np.int64] = u.astype("i8") * cells + v.astype("i8")
    return result


def _sphere(count: int) -> F64:
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    r = np.sqrt(1 - y * y)
    return np.stack([r * np.cos(GOLDEN * i), y, r * np.sin(GOLDEN * i)], axis=1)


def _scattered(mesh: Mesh, count: int) -> F64:
    """Points spread evenly over the surface (M. Roberts' R2 sequence)."""
    corners = mesh.positions[mesh.indices].reshape(-1, 3, 3).astype("f8")
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = np.cumsum(np.linalg.norm(np.cross(a, b), axis=1))
    pick = np.searchsorted(area, (np.arange(count) + 0.5) / count * area[-1])
    pick = np.minimum(pick, len(area) - 1)
    u, v = np.mod(np.outer(R2, np.arange(count)), 1.0)
    over = u + v > 1
    u, v = np.where(over, 1 - u, u), np.where(over, 1 - v, v)
    return np.asarray(corners[pick, 0] + a[pick] * u[:, None] + b[pick] * v[:, None])
