"""Baked ambient light as vertex colours: by a simple rule, or by looking from all sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import pi

import numpy as np
from numpy.typing import NDArray

from scenes.demo.shapes.mesh import Mesh, merge

__all__ = ["baked", "gradient", "visibility"]

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
CELLS = 192
GOLDEN = pi * (3 - 5**0.5)


def gradient(mesh: Mesh, low: float, high: float, dark: float = 0.6, axis: int = 1) -> Mesh:
    """Darken towards `low`: factor `dark` there, 1 at `high` and beyond, smooth between."""
    t = np.clip((mesh.positions[:, axis] - low) / (high - low), 0.0, 1.0)
    return mesh.shaded(dark + (1 - dark) * t * t * (3 - 2 * t))


def baked(meshes: Sequence[Mesh], floor: float = 0.45, rays: int = 32, seed: int = 1) -> list[Mesh]:
    """All meshes darkened where they and their neighbours hide the sky round a vertex."""
    whole = merge(replace(mesh, colors=None, uvs=None) for mesh in meshes)
    light = floor + (1 - floor) * visibility(whole, rays, seed)
    ends = np.cumsum([len(mesh.positions) for mesh in meshes])[:-1]
    return [m.shaded(f) for m, f in zip(meshes, np.split(light, ends), strict=True)]


def visibility(mesh: Mesh, rays: int = 32, seed: int = 1, samples: int = 60_000) -> F64:
    """For every vertex the cosine-weighted share of the sky it sees, 0..1, by depth maps."""
    low, high = mesh.bounds
    size = float(np.linalg.norm(high - low)) or 1.0
    cloud = np.concatenate([mesh.positions, _scattered(mesh, seed, samples)]) / size
    eyes = mesh.positions / size + mesh.normals * 0.006
    walls, points, normals = (np.ascontiguousarray(a.T, "f4") for a in (cloud, eyes, mesh.normals))
    seen, whole = np.zeros(len(eyes)), np.zeros(len(eyes))
    for direction in _sphere(rays):
        facing = np.maximum(_along(normals, direction), 0.0)
        seen += facing * _lit(walls, points, direction)
        whole += facing
    result: F64 = seen / np.maximum(whole, 1e-9)
    return result


def _along(columns: F32, direction: F64) -> F32:
    """How far points (3,n) lie along a direction; plain sums, the same on every machine."""
    x, y, z = direction.astype("f4")
    result: F32 = columns[0] * x + columns[1] * y + columns[2] * z
    return result


def _lit(walls: F32, points: F32, direction: F64) -> F32:
    """1 where no wall stands between a point and the far end of direction; sizes are about 1."""
    across = np.cross(direction, [0.0, 0.0, 1.0] if abs(direction[2]) < 0.9 else [1.0, 0.0, 0.0])
    across /= np.linalg.norm(across)
    axes = (across, np.cross(direction, across))
    corner = [float(_along(walls, axis).min()) for axis in axes]
    depth = np.full(CELLS * CELLS, -np.inf, "f4")
    np.maximum.at(depth, _cells(walls, axes, corner), _along(walls, direction))
    hidden = depth[_cells(points, axes, corner)] - _along(points, direction)
    result: F32 = 1.0 - np.clip((hidden - 0.012) / 0.012, 0.0, 1.0)
    return result


def _cells(points: F32, axes: tuple[F64, F64], corner: list[float]) -> NDArray[np.int64]:
    u, v = (
        np.clip(np.rint((_along(points, axis) - low) * (CELLS - 1)), 0, CELLS - 1)
        for axis, low in zip(axes, corner, strict=True)
    )
    result: NDArray[np.int64] = u.astype("i8") * CELLS + v.astype("i8")
    return result


def _sphere(count: int) -> F64:
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    r = np.sqrt(1 - y * y)
    return np.stack([r * np.cos(GOLDEN * i), y, r * np.sin(GOLDEN * i)], axis=1)


def _scattered(mesh: Mesh, seed: int, count: int) -> F64:
    """Points spread evenly over the surface; the same for the same seed."""
    random = np.random.Generator(np.random.PCG64(seed))
    corners = mesh.positions[mesh.indices].reshape(-1, 3, 3).astype("f8")
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = np.cumsum(np.linalg.norm(np.cross(a, b), axis=1))
    pick = np.searchsorted(area, (np.arange(count) + 0.5) / count * area[-1])
    pick = np.minimum(pick, len(area) - 1)
    u, v = random.random((2, count))
    over = u + v > 1
    u, v = np.where(over, 1 - u, u), np.where(over, 1 - v, v)
    return np.asarray(corners[pick, 0] + a[pick] * u[:, None] + b[pick] * v[:, None])
