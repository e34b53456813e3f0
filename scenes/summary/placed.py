"""What is drawn, and where: every primitive of the scene with the matrices it is drawn at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from scenes.glb import Glb, GlbError
from scenes.summary.accessor import limits, values
from scenes.summary.document import at, count, objects, record
from scenes.summary.graph import Matrix, compose, worlds

__all__ = ["Placed", "box_of", "placed", "triangles_of"]

Json = dict[str, Any]
MOST_INSTANCES = 100_000


class Placed(NamedTuple):
    """One primitive and its matrices, shape (n,4,4): n is 1 unless it is instanced."""

    primitive: Json
    matrices: Matrix


def placed(glb: Glb) -> Iterator[Placed]:
    """Every primitive that the default scene draws."""
    world = worlds(glb.json)
    for i, matrix in world.items():
        node = at(glb.json, "nodes", i)
        if "mesh" not in node:
            continue
        matrices = _skinned(glb, node, world)
        if matrices is None:
            matrices = matrix @ _instances(glb, node)
        for primitive in objects(at(glb.json, "meshes", node["mesh"]), "primitives"):
            yield Placed(primitive, matrices)


def _skinned(glb: Glb, node: Json, world: dict[int, Matrix]) -> Matrix | None:
    """A skinned mesh ignores its node; its first joint says where it stands at rest.

    None where there is no skin, or its bind matrices cannot be read: then the node must do.
    """
    if "skin" not in node:
        return None
    skin = at(glb.json, "skins", node["skin"])
    joints = skin.get("joints")
    if not isinstance(joints, list) or not joints or not isinstance(joints[0], int):
        return np.eye(4)[None]
    joint = world.get(joints[0], np.eye(4))[None]
    if "inverseBindMatrices" not in skin:
        return joint
    binds = values(glb, skin["inverseBindMatrices"], 16)
    return None if binds is None else joint @ binds[0].reshape(4, 4).T


def _instances(glb: Glb, node: Json) -> Matrix:
    extensions = record(node.get("extensions"), "extensions")
    if "EXT_mesh_gpu_instancing" not in extensions:
        return np.eye(4)[None]
    wanted = record(extensions["EXT_mesh_gpu_instancing"], "EXT_mesh_gpu_instancing")
    attributes = record(wanted.get("attributes"), "attributes")
    rows = {
        name: values(glb, attributes[name], width)
        for name, width in (("TRANSLATION", 3), ("ROTATION", 4), ("SCALE", 3))
        if name in attributes
    }
    counts = [len(row) for row in rows.values() if row is not None]
    n = min(counts, default=1)
    if n > MOST_INSTANCES:
        raise GlbError("gltf.instances", f"more than {MOST_INSTANCES} instances in one node")

    def column(name: str, default: list[float]) -> Matrix:
        row = rows.get(name)
        return np.tile(np.array(default), (n, 1)) if row is None else row[:n]

    return compose(
        column("TRANSLATION", [0.0, 0, 0]),
        column("ROTATION", [0.0, 0, 0, 1]),
        column("SCALE", [1.0, 1, 1]),
    )


def box_of(glb: Glb, item: Placed) -> tuple[Matrix, Matrix]:
    """The box round a placed primitive, in scene space."""
    attributes = record(item.primitive.get("attributes"), "attributes")
    low, high = limits(glb.json, attributes.get("POSITION"))
    corners = np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, 8)
    points = item.matrices[:, :3, :3] @ corners + item.matrices[:, :3, 3:]
    return points.min(axis=(0, 2)), points.max(axis=(0, 2))


def triangles_of(glb: Glb, primitive: Json) -> int:
    """How many triangles one copy of a primitive has; points and lines have none."""
    attributes = record(primitive.get("attributes"), "attributes")
    source = primitive.get("indices", attributes.get("POSITION"))
    corners = count(at(glb.json, "accessors", source), "count")
    mode = primitive.get("mode", 4)
    if mode == 4:
        return corners // 3
    return max(corners - 2, 0) if mode in (5, 6) else 0
