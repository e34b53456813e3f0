"""What a test asks of a mesh: volume, and whether normals and triangles agree."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.demo.shapes import Mesh


def volume(mesh: Mesh) -> float:
    """The volume inside a closed mesh; negative when it is inside out."""
    p = _corners(mesh)
    return float((p[:, 0] * np.cross(p[:, 1], p[:, 2])).sum() / 6)


def agrees(mesh: Mesh) -> bool:
    """Whether every normal has length 1 and points to its triangle's front."""
    p = _corners(mesh)
    n = mesh.normals[mesh.indices].reshape(-1, 3, 3).astype("f8")
    front = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
    unit = np.abs(np.linalg.norm(mesh.normals, axis=1) - 1) < 1e-3
    return bool(((front[:, None] * n).sum(axis=2) > 0).all() and unit.all())


def _corners(mesh: Mesh) -> np.ndarray[Any, np.dtype[np.float64]]:
    return mesh.positions[mesh.indices].reshape(-1, 3, 3).astype("f8")
