"""The node tree of a glTF walked once, without recursion: every node with its world matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.glb import GlbError
from scenes.summary.document import index, numbers, objects, record, table

__all__ = ["Matrix", "compose", "worlds"]

Json = dict[str, Any]
Matrix = NDArray[np.float64]
IDENTITY = [1.0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]


def worlds(json: Json) -> dict[int, Matrix]:
    """World matrix of every node in the default scene, by index, parents before children."""
    nodes = objects(json, "nodes")
    found: dict[int, Matrix] = {}
    stack = [(i, np.eye(4)) for i in reversed(_roots(json, nodes))]
    while stack:
        at, parent = stack.pop()
        if at in found:
            raise GlbError("gltf.graph", f"node {at} is reached twice")
        found[at] = parent @ _local(nodes[at])
        stack += [(child, found[at]) for child in reversed(list(_children(nodes, at)))]
    return found


def _roots(json: Json, nodes: list[Json]) -> list[int]:
    scenes = objects(json, "scenes")
    if scenes:
        scene = scenes[index(json.get("scene", 0), len(scenes), "scene")]
        return [index(i, len(nodes), "a scene's node") for i in table(scene, "nodes")]
    below = {child for i in range(len(nodes)) for child in _children(nodes, i)}
    return [i for i in range(len(nodes)) if i not in below]


def _children(nodes: list[Json], at: int) -> Iterator[int]:
    for child in table(record(nodes[at], "a node"), "children"):
        yield index(child, len(nodes), "a child")


def _local(node: Json) -> Matrix:
    if "matrix" in node:
        return np.array(numbers(node, "matrix", 16, IDENTITY)).reshape(4, 4).T
    return compose(
        np.array(numbers(node, "translation", 3, [0.0, 0, 0])),
        np.array(numbers(node, "rotation", 4, [0.0, 0, 0, 1])),
        np.array(numbers(node, "scale", 3, [1.0, 1, 1])),
    )


def compose(translation: Matrix, rotation: Matrix, scale: Matrix) -> Matrix:
    """The 4×4 matrix of a translation, a quaternion and a scale; also of many at once."""
    x, y, z, w = np.moveaxis(rotation, -1, 0)
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    turn = np.moveaxis(np.array(rows), (0, 1), (-2, -1))
    matrix = np.zeros((*translation.shape[:-1], 4, 4))
    matrix[..., :3, :3] = turn * scale[..., None, :]
    matrix[..., :3, 3] = translation
    matrix[..., 3, 3] = 1
    return matrix
