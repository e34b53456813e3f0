"""Quads and boxes as arrays: many at once, cut into cells where shade must show."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.demo.kit_frame import Floats

_CORNERS = {
    "e": [(1, 0, 1), (1, 0, 0), (1, 1, 0), (1, 1, 1)],
    "w": [(0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0)],
    "u": [(0, 1, 1), (1, 1, 1), (1, 1, 0), (0, 1, 0)],
    "d": [(0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)],
    "s": [(0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)],
    "n": [(1, 0, 0), (0, 0, 0), (0, 1, 0), (1, 1, 0)],
}
_MOST_CELLS = 24


class Faces(NamedTuple):
    """Triangles with a normal and a linear colour at each vertex."""

    positions: Floats
    normals: Floats
    colors: Floats
    indices: NDArray[np.int64]


def join(parts: list[Faces]) -> Faces:
    """Join triangle lists into one."""
    starts = np.cumsum([0] + [len(p.positions) for p in parts[:-1]])
    return Faces(
        np.concatenate([p.positions for p in parts]),
        np.concatenate([p.normals for p in parts]),
        np.concatenate([p.colors for p in parts]),
        np.concatenate([p.indices + s for p, s in zip(parts, starts, strict=True)]),
    )


def box_quads(low: Floats, high: Floats, faces: str) -> Floats:
    """Return the named faces of n boxes as quads (n * len(faces), 4, 3).

    Faces are e, w (+X, -X), u, d (+Y, -Y), s, n (+Z, -Z).
    """
    unit = np.array([_CORNERS[f] for f in faces], dtype=float)
    return (low[:, None, None] + unit * (high - low)[:, None, None]).reshape(-1, 4, 3)


def grid_quads(quads: Floats, color: Floats, split: float) -> Faces:
    """Return quads as triangles, each cut into cells of at most `split` metres when positive.

    Colours may be one, one a quad (n, 1, 3) or one a corner (n, 4, 3).
    """
    tint = np.broadcast_to(color, (len(quads), 4, 3))
    if not len(quads):
        return Faces(np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 3), int))
    cells = _cells(quads, split)
    kinds = np.unique(cells, axis=0)
    parts = []
    for nu, nv in kinds:
        mine = (cells == (nu, nv)).all(axis=1)
        parts.append(_bilinear(quads[mine], tint[mine], int(nu), int(nv)))
    return join(parts)


def _cells(quads: Floats, split: float) -> NDArray[np.int64]:
    if split <= 0:
        return np.ones((len(quads), 2), dtype=np.int64)
    u = np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1)
    v = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    wanted = np.ceil(np.stack([u, v], axis=1) / split - 1e-9)
    return np.clip(wanted, 1, _MOST_CELLS).astype(np.int64)


def _bilinear(quads: Floats, tint: Floats, nu: int, nv: int) -> Faces:
    u, v = np.meshgrid(np.linspace(0, 1, nu + 1), np.linspace(0, 1, nv + 1))
    weights = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], axis=-1).reshape(-1, 4)
    positions = np.einsum("gk,nkc->ngc", weights, quads)
    colors = np.einsum("gk,nkc->ngc", weights, tint)
    normal = np.cross(quads[:, 1] - quads[:, 0], quads[:, 3] - quads[:, 0])
    # A quad whose lower side has no length is a triangle; its other corner gives the normal.
    spare = np.cross(quads[:, 2] - quads[:, 1], quads[:, 3] - quads[:, 1])
    normal = np.where(np.linalg.norm(normal, axis=1, keepdims=True) > 1e-9, normal, spare)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    per = len(weights)
    corner = (np.arange(nv)[:, None] * (nu + 1) + np.arange(nu)).ravel()
    a, b = corner + 1, corner + nu + 2
    cell = np.stack([corner, a, b, corner, b, corner + nu + 1], axis=1).reshape(-1, 3)
    indices = (cell[None] + np.arange(len(quads))[:, None, None] * per).reshape(-1, 3)
    return Faces(
        positions.reshape(-1, 3), normal.repeat(per, axis=0), colors.reshape(-1, 3), indices
    )
