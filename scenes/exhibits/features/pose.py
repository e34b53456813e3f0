"""The place that a document's default scene fills, skinned meshes as their joints hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.features.used import used
from scenes.exhibits.instances import instance_matrices
from scenes.exhibits.read import floats
from scenes.glb import Glb
from scenes.summary.graph import worlds

__all__ = ["Box", "pose", "skinned_points"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
MOST = 2_000_000
"""Points that are moved at once."""


class Box(NamedTuple):
    """Corners in metres."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]

    @property
    def size(self) -> float:
        """The longest side."""
        return max(b - a for a, b in zip(self.low, self.high, strict=True))


def pose(glb: Glb) -> Box | None:
    """The box round everything drawn, from the vertices themselves; None where nothing is."""
    world = worlds(glb.json)
    boxes = [box for i in world for box in _boxes(glb, glb.json["nodes"][i], i, world)]
    if not boxes:
        return None
    low, high = np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)
    (x, y, z), (u, v, w) = low.tolist(), high.tolist()
    return Box((x, y, z), (u, v, w))


def _boxes(glb: Glb, node: Json, number: int, world: dict[int, F64]) -> Iterator[tuple[F64, F64]]:
    if "mesh" not in node:
        return
    for primitive in glb.json["meshes"][node["mesh"]]["primitives"]:
        if "POSITION" not in primitive["attributes"]:
            continue
        rows = used(glb, primitive)
        points = floats(glb, primitive["attributes"]["POSITION"], kind=np.float64)[rows]
        if not len(points):
            continue
        if "skin" in node:
            moved = skinned_points(glb, node["skin"], primitive["attributes"], rows, world)
            yield moved.min(axis=0), moved.max(axis=0)
        else:
            yield _placed(points, world[number] @ instance_matrices(glb, node))


def _placed(rows: F64, matrices: F64) -> tuple[F64, F64]:
    """The box of some points under one or many matrices; of their own box where they are many."""
    if len(rows) * len(matrices) > MOST:
        low, high = rows.min(axis=0), rows.max(axis=0)
        rows = np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, 8).T
    moved = matrices[:, :3, :3] @ rows.T + matrices[:, :3, 3:]
    return moved.min(axis=(0, 2)), moved.max(axis=(0, 2))


def skinned_points(
    glb: Glb, number: int, table: Json, rows: NDArray[Any] | slice, world: dict[int, F64]
) -> F64:
    """Where a skin holds some rows of its vertices, (n, 3): by the mean of their joints' matrices.

    glTF 2.0, section 3.7.3.3.
    """
    skin = glb.json["skins"][number]
    joints = np.array([world.get(joint, np.eye(4)) for joint in skin["joints"]])
    if "inverseBindMatrices" in skin:
        binds = floats(glb, skin["inverseBindMatrices"], kind=np.float64)
        joints = joints @ binds[: len(joints)].reshape(-1, 4, 4).transpose(0, 2, 1)
    points = floats(glb, table["POSITION"], kind=np.float64)[rows]
    moved = np.zeros_like(points)
    for name in (n for n in table if n.startswith("JOINTS_")):
        weights = table.get(name.replace("JOINTS", "WEIGHTS"))
        if weights is None:
            continue
        which = floats(glb, table[name], kind=np.int64)[rows]
        shares = floats(glb, weights, kind=np.float64)[rows]
        for k in range(4):
            matrix = joints[np.minimum(which[:, k], len(joints) - 1)]
            way = np.einsum("nij,nj->ni", matrix[:, :3, :3], points) + matrix[:, :3, 3]
            moved += shares[:, k : k + 1] * way
    return moved
