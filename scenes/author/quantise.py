"""Vertices in few bytes: KHR_mesh_quantization's integers, duplicates removed, in order of use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.author.model import Geometry
from scenes.author.turn import Vec3

__all__ = ["Packing", "Vertices", "pack", "packing"]

F64 = NDArray[np.float64]
STEPS = 32767


class Packing(NamedTuple):
    """How stored positions become metres: metres = stored · scale + centre."""

    centre: Vec3
    scale: float


class Vertices(NamedTuple):
    """One surface, ready to be stored; every row is padded to four bytes."""

    positions: NDArray[np.int16]
    normals: NDArray[np.int8]
    colors: NDArray[np.uint8] | None
    uvs: NDArray[Any] | None
    indices: NDArray[np.uint32]


def packing(meshes: Sequence[Geometry]) -> Packing:
    """The one cube that all surfaces of a mesh are measured in (one scale keeps normals true)."""
    low = np.min([mesh.positions.min(axis=0) for mesh in meshes], axis=0).astype("f8")
    high = np.max([mesh.positions.max(axis=0) for mesh in meshes], axis=0).astype("f8")
    centre = np.round((low + high) / 2, 6)
    scale = round(float(np.abs([low - centre, high - centre]).max()) + 1e-6, 6)
    return Packing((float(centre[0]), float(centre[1]), float(centre[2])), scale)


def pack(mesh: Geometry, how: Packing, with_uvs: bool, grain: float = 0.0) -> Vertices:
    """Quantise a surface: int16 positions, int8 normals, u8 colours, u16 or f32 coordinates.

    Positions keep only the bits that `grain` metres need; the zeros below compress away.
    """
    step = _step(grain, how)
    exact = (mesh.positions.astype("f8") - how.centre) / how.scale * STEPS
    positions = _padded(np.clip(np.rint(exact / step) * step, -STEPS, STEPS), "i2")
    normals = _padded(np.rint(mesh.normals.astype("f8") * 127), "i1")
    colors = mesh.colors
    uvs = _uvs(mesh.uvs) if with_uvs and mesh.uvs is not None else None
    columns = [
        c.view("u1").reshape(len(c), -1) for c in (positions, normals, colors, uvs) if c is not None
    ]
    keep, indices = _distinct(np.concatenate(columns, axis=1), mesh.indices)
    return Vertices(
        positions[keep],
        normals[keep],
        None if colors is None else colors[keep],
        None if uvs is None else uvs[keep],
        indices,
    )


def _step(grain: float, how: Packing) -> int:
    """The largest power of two of stored units that stays within the grain."""
    units = grain / how.scale * STEPS
    return 1 << int(np.floor(np.log2(units))) if units >= 2 else 1


def _uvs(uvs: NDArray[np.float32]) -> NDArray[Any]:
    if uvs.min() >= 0 and uvs.max() <= 1:
        return np.ascontiguousarray(np.rint(uvs * 65535).astype("u2"))
    return np.ascontiguousarray(uvs, "f4")


def _padded(values: F64, dtype: str) -> NDArray[Any]:
    rows = np.zeros((len(values), 4), dtype)
    rows[:, :3] = values
    return rows


def _distinct(
    rows: NDArray[np.uint8], indices: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Which rows to keep, in order of first use, and the indices into them; slivers go."""
    packed = np.ascontiguousarray(rows).view(f"V{rows.shape[1]}").ravel()
    _, first, same = np.unique(packed, return_index=True, return_inverse=True)
    faces = first[same][indices].reshape(-1, 3)
    alive = (
        (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])
    )
    used = faces[alive].ravel()
    kept, start, number = np.unique(used, return_index=True, return_inverse=True)
    order = np.argsort(start, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return kept[order], rank[number].astype("u4")
