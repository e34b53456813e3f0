"""Groups of nodes that an exhibit could come apart into, each with the box it fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.instances import instance_matrices
from scenes.glb import Glb
from scenes.summary.accessor import limits
from scenes.summary.graph import worlds

__all__ = ["MOST", "Box", "Group", "groups"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
MOST = 40
"""Groups; a file of more has too many for a visitor to tell apart."""
FEW = 4
"""Groups below which the largest is looked into for more."""


class Box(NamedTuple):
    """An axis-aligned box in the scene, metres."""

    low: F64
    high: F64


class Group(NamedTuple):
    """A node with everything below it."""

    node: int
    box: Box


def groups(glb: Glb) -> list[Group]:
    """The topmost groups with geometry that nothing else moves; none in what is all of a piece."""
    nodes = glb.json.get("nodes", [])
    if any("skin" in node for node in nodes):
        return []
    boxes = _boxes(glb, worlds(glb.json))
    tree = _Tree(nodes, boxes)
    found = tree.top([i for i in _roots(glb.json) if i in boxes])
    free = [i for i in found if i not in _moved(glb.json)]
    free.sort(key=lambda i: -float(np.prod(boxes[i].high - boxes[i].low)))
    return [Group(i, boxes[i]) for i in sorted(free[:MOST])] if len(found) > 1 else []


class _Tree:
    """The nodes that have geometry at or below them."""

    def __init__(self, nodes: list[Json], boxes: dict[int, Box]) -> None:
        self._nodes, self._boxes = nodes, boxes

    def top(self, roots: list[int]) -> list[int]:
        """Down from the roots to where the tree first branches; and a little further where only
        few branches are found.
        """
        found = roots
        while len(found) == 1 and not self._is_solid(found[0]):
            found = self._below(found[0])
        while 1 < len(found) < FEW:
            inner = [i for i in found if not self._is_solid(i) and len(self._below(i)) > 1]
            if not inner:
                break
            widest = max(inner, key=lambda i: (len(self._below(i)), -i))
            opened = [j for i in found for j in (self._below(i) if i == widest else [i])]
            if len(opened) > MOST:
                break
            found = opened
        return found

    def _is_solid(self, node: int) -> bool:
        return "mesh" in self._nodes[node] or not self._below(node)

    def _below(self, node: int) -> list[int]:
        return [i for i in self._nodes[node].get("children", []) if i in self._boxes]


def _roots(json: Json) -> list[int]:
    scenes = json.get("scenes", [])
    if scenes:
        return list(scenes[json.get("scene", 0)].get("nodes", []))
    below = {child for node in json.get("nodes", []) for child in node.get("children", [])}
    return [i for i in range(len(json.get("nodes", []))) if i not in below]


def _moved(json: Json) -> set[int]:
    """Nodes whose place an animation sets: taking them apart would fight with it."""
    channels = [c for animation in json.get("animations", []) for c in animation["channels"]]
    plain = {c["target"].get("node") for c in channels if c["target"]["path"] == "translation"}
    return plain | {found for c in channels if (found := _pointed(c["target"])) is not None}


def _pointed(target: Json) -> int | None:
    """The node whose translation KHR_animation_pointer animates."""
    words = target.get("extensions", {}).get("KHR_animation_pointer", {}).get("pointer", "")
    steps = words.split("/") if isinstance(words, str) else []
    moves = len(steps) == 4 and steps[1] == "nodes" and steps[3] == "translation"
    return int(steps[2]) if moves and steps[2].isdecimal() else None


def _boxes(glb: Glb, world: dict[int, F64]) -> dict[int, Box]:
    """The box of every node of the scene that has geometry at or below it."""
    nodes = glb.json.get("nodes", [])
    found: dict[int, Box] = {}
    for i in reversed(list(world)):  # children stand behind their parents
        inner = [found[child] for child in nodes[i].get("children", []) if child in found]
        if "mesh" in nodes[i]:
            inner += _mesh_boxes(glb, nodes[i], world[i])
        if inner:
            low = np.min([box.low for box in inner], axis=0)
            found[i] = Box(low, np.max([box.high for box in inner], axis=0))
    return found


def _mesh_boxes(glb: Glb, node: Json, world: F64) -> Iterator[Box]:
    matrices = world @ instance_matrices(glb, node)
    for primitive in glb.json["meshes"][node["mesh"]]["primitives"]:
        if "POSITION" in primitive["attributes"]:
            corners = np.array(limits(glb.json, primitive["attributes"]["POSITION"]))
            grid = np.array(np.meshgrid(*corners.T)).reshape(3, 8)
            points = matrices[:, :3, :3] @ grid + matrices[:, :3, 3:]
            yield Box(points.min(axis=(0, 2)), points.max(axis=(0, 2)))
