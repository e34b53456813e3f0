"""Level surfaces: a plane, or a grid whose heights are given."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from scenes.demo.shapes.crease import creased
from scenes.demo.shapes.lathe import ribbon
from scenes.demo.shapes.mesh import Mesh
from scenes.demo.shapes.triangulate import triangulate

__all__ = ["grid", "plane", "polygon"]


def plane(x: float, z: float) -> Mesh:
    """A rectangle about the origin, facing up, with texture coordinates (0,0) at -X -Z."""
    return grid(x, z)


def grid(x: float, z: float, columns: int = 1, rows: int = 1, heights: ArrayLike = 0.0) -> Mesh:
    """A level grid about the origin, facing up; `heights` is (rows+1, columns+1) or a number."""
    u, v = np.meshgrid(np.linspace(0, 1, columns + 1), np.linspace(0, 1, rows + 1))
    y = np.broadcast_to(np.asarray(heights, "f8"), u.shape)
    points = np.stack([(u - 0.5) * x, y, (v - 0.5) * z], axis=2).reshape(-1, 3)
    smooth = creased(points, ribbon(rows + 1, columns + 1, False), 180)
    uvs = smooth.positions[:, [0, 2]] / np.array([x, z], "f4") + 0.5
    return Mesh(smooth.positions, smooth.normals, smooth.indices, None, uvs)


def polygon(outline: ArrayLike, holes: tuple[ArrayLike, ...] = (), y: float = 0.0) -> Mesh:
    """A flat polygon of (x, z) points with holes, facing up."""
    points = np.concatenate([np.asarray(ring, "f8") for ring in (outline, *holes)])
    raised = np.stack([points[:, 0], np.full(len(points), y), points[:, 1]], axis=1)
    return creased(raised, triangulate(outline, holes)[:, ::-1], 10)
