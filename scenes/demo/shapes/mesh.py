"""Mesh: an immutable triangle mesh, and the operations that give a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["F32", "U8", "U32", "Axis", "Mesh", "Rgb", "merge"]

F32 = NDArray[np.float32]
U8 = NDArray[np.uint8]
U32 = NDArray[np.uint32]
Rgb = Sequence[float]
Axis = Literal["x", "y", "z"]
AXES: dict[Axis, int] = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Triangles in metres, +Y up, counter-clockwise from outside; the arrays are read-only.

    positions (n,3) f32 · normals (n,3) f32 unit · indices (3m,) u32 ·
    colors (n,4) u8, linear, or None · uvs (n,2) f32 or None.
    """

    positions: F32
    normals: F32
    indices: U32
    colors: U8 | None = None
    uvs: F32 | None = None

    def __post_init__(self) -> None:
        for name, dtype in (("positions", "f4"), ("normals", "f4"), ("indices", "u4")):
            object.__setattr__(self, name, _frozen(getattr(self, name), dtype))
        for name, dtype in (("colors", "u1"), ("uvs", "f4")):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, _frozen(getattr(self, name), dtype))

    @property
    def triangles(self) -> int:
        """How many triangles it has."""
        return len(self.indices) // 3

    @property
    def bounds(self) -> tuple[F32, F32]:
        """The lowest and the highest corner of its axis-aligned box."""
        return self.positions.min(axis=0), self.positions.max(axis=0)

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Mesh:
        """The same mesh somewhere else."""
        return replace(self, positions=self.positions + np.array([x, y, z], "f4"))

    def turned(self, axis: Axis, angle: float) -> Mesh:
        """The same mesh turned about an axis through the origin (radians, right-handed)."""
        return self.transformed(_rotation(axis, angle))

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> Mesh:
        """The same mesh, larger or smaller; one number scales all three axes."""
        return self.transformed(np.diag([x, x if y is None else y, x if z is None else z]))

    def mirrored(self, axis: Axis) -> Mesh:
        """Its mirror image across the plane through the origin, triangles still facing out."""
        scale = np.ones(3)
        scale[AXES[axis]] = -1.0
        return self.transformed(np.diag(scale))

    def transformed(self, matrix: ArrayLike) -> Mesh:
        """Apply a 3×3 or 4×4 matrix (column vectors); normals follow by the inverse transpose."""
        m = np.asarray(matrix, "f8")
        linear = m[:3, :3]
        offset = m[:3, 3] if m.shape == (4, 4) else np.zeros(3)
        normals = self.normals @ np.linalg.inv(linear)
        lengths = np.linalg.norm(normals, axis=1, keepdims=True)
        flip = np.linalg.det(linear) < 0
        return replace(
            self,
            positions=(self.positions @ linear.T + offset).astype("f4"),
            normals=(normals / np.where(lengths > 0, lengths, 1.0)).astype("f4"),
            indices=self.indices.reshape(-1, 3)[:, ::-1].ravel() if flip else self.indices,
        )

    def painted(self, rgb: Rgb) -> Mesh:
        """The same mesh in one vertex colour (linear 0..1), opaque."""
        rgba = np.append(np.clip(np.asarray(rgb, "f8")[:3], 0, 1), 1.0)
        row = np.rint(rgba * 255).astype("u1")
        return replace(self, colors=np.tile(row, (len(self.positions), 1)))

    def shaded(self, factor: ArrayLike) -> Mesh:
        """Multiply its vertex colours by a factor per vertex, shape (n,), or one for all."""
        colors = self.colors_or_white().astype("f8")
        colors[:, :3] *= np.broadcast_to(np.asarray(factor, "f8"), (len(colors),))[:, None]
        return replace(self, colors=np.rint(np.clip(colors, 0, 255)).astype("u1"))

    def colors_or_white(self) -> U8:
        """Its vertex colours; white where it has none."""
        if self.colors is not None:
            return self.colors
        return np.full((len(self.positions), 4), 255, "u1")

    def flipped(self) -> Mesh:
        """The same surface seen from the other side."""
        return replace(
            self,
            normals=-self.normals,
            indices=self.indices.reshape(-1, 3)[:, ::-1].ravel(),
        )


def merge(meshes: Iterable[Mesh]) -> Mesh:
    """All meshes as one; colours and texture coordinates are kept if any of them has some."""
    parts = [mesh for mesh in meshes if len(mesh.indices)]
    if not parts:
        return Mesh(np.zeros((0, 3), "f4"), np.zeros((0, 3), "f4"), np.zeros(0, "u4"))
    starts = np.cumsum([0] + [len(part.positions) for part in parts[:-1]])
    colors = any(part.colors is not None for part in parts)
    uvs = any(part.uvs is not None for part in parts)
    return Mesh(
        np.concatenate([part.positions for part in parts]),
        np.concatenate([part.normals for part in parts]),
        np.concatenate([part.indices + start for part, start in zip(parts, starts, strict=True)]),
        np.concatenate([part.colors_or_white() for part in parts]) if colors else None,
        np.concatenate([_uvs_or_zero(part) for part in parts]) if uvs else None,
    )


def _uvs_or_zero(mesh: Mesh) -> F32:
    return mesh.uvs if mesh.uvs is not None else np.zeros((len(mesh.positions), 2), "f4")


def _rotation(axis: Axis, angle: float) -> NDArray[np.float64]:
    a, b = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    m = np.eye(3)
    m[a, a] = m[b, b] = np.cos(angle)
    m[a, b], m[b, a] = -np.sin(angle), np.sin(angle)
    return m


def _frozen(values: ArrayLike, dtype: str) -> NDArray[Any]:
    array = np.ascontiguousarray(values, dtype).view()
    array.flags.writeable = False
    return array
