"""Baked ambient light as vertex colours: by a simple rule, or by looking from all sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import pi

import numpy as np
from numpy.typing import NDArray

from scenes.demo.shapes.mesh import Mesh, merge

__all__ = ["baked", "gradient", "visibility"]

F64 = NDArray[np.float64]
CELLS = 192
GOLDEN = pi * (3 - 5**0.5)


def gradient(mesh: Mesh, low: float, high: float, dark: float = 0.6, axis: int = 1) -> Mesh:
    """Darken towards `low`: factor `dark` there, 1 at `high` and beyond, smooth between."""
    t = np.clip((mesh.positions[:, axis] - low) / (high - low), 0.0, 1.0)
    return mesh.shaded(dark + (1 - dark) * t * t * (3 - 2 * t))


def baked(meshes: Sequence[Mesh], floor: float = 0.45, rays: int = 48, seed: int = 1) -> list[Mesh]:
    """All meshes darkened where they and their neighbours hide the sky round a vertex."""
    whole = merge(replace(mesh, colors=None, uvs=None) for mesh in meshes)
    light = floor + (1 - floor) * visibility(whole, rays, seed)
    ends = np.cumsum([len(mesh.positions) for mesh in meshes])[:-1]
    return [m.shaded(f) for m, f in zip(meshes, np.split(light, ends), strict=True)]


def visibility(mesh: Mesh, rays: int = 48, seed: int = 1, samples: int = 60_000) -> F64:
    """For every vertex the cosine-weighted share of the sky it sees, 0..1, by depth maps."""
    cloud = np.concatenate([mesh.positions, _scattered(mesh, seed, samples)]).astype("f8")
    low, high = mesh.bounds
    size = float(np.linalg.norm(high - low)) or 1.0
    points = mesh.positions.astype("f8") + mesh.normals * (size * 0.006)
    seen, whole = np.zeros(len(points)), np.zeros(len(points))
    for direction in _sphere(rays):
        facing = np.maximum(mesh.normals @ direction, 0.0)
        seen += facing * _lit(cloud, points, direction, size)
        whole += facing
    result: F64 = seen / np.maximum(whole, 1e-9)
    return result


def _lit(samples: F64, points: F64, direction: F64, size: float) -> F64:
    """1 where nothing of the samples stands between a point and the far end of direction."""
    side = np.cross(direction, [0.0, 0.0, 1.0] if abs(direction[2]) < 0.9 else [1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    basis = np.stack([side, np.cross(direction, side)], axis=1)
    origin = (samples @ basis).min(axis=0)
    scale = (CELLS - 1) / max(size, 1e-9)
    depth = np.full(CELLS * CELLS, -np.inf)
    np.maximum.at(depth, _cells(samples @ basis, origin, scale), samples @ direction)
    hidden = depth[_cells(points @ basis, origin, scale)] - points @ direction
    result: F64 = 1.0 - np.clip((hidden - size * 0.012) / (size * 0.012), 0.0, 1.0)
    return result


def _cells(flat: F64, origin: F64, scale: float) -> NDArray[np.int64]:
    cell = np.clip(np.rint((flat - origin) * scale), 0, CELLS - 1).astype("i8")
    result: NDArray[np.int64] = cell[:, 0] * CELLS + cell[:, 1]
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
