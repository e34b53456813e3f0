"""The parts that an exhibit comes apart into: the file's own, or found in its tree of nodes.

scenes/GLTF-EXTRAS.md says what a file can say of its parts. Where it says nothing, the topmost
groups of nodes with geometry are its parts, and move away from its middle until they are apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from scenes.exhibits.apart import ways
from scenes.exhibits.groups import groups
from scenes.exhibits.names import visible
from scenes.glb import Glb
from scenes.summary.graph import worlds

__all__ = ["Part", "parts_of", "with_parts"]

Json = dict[str, Any]
Vec3 = tuple[float, float, float]
MOST_NAME = 80


class Part(NamedTuple):
    """One part: its node, its name in Chinese and in English, and how far it moves (metres, in the
    space of the node's parent) when the exhibit is fully apart.
    """

    node: int
    zh: str
    en: str
    explode: Vec3

    @property
    def json(self) -> Json:
        """As it stands in a node's `extras.part`."""
        return {"name": {"zh": self.zh, "en": self.en}, "explode": list(self.explode)}


def parts_of(glb: Glb) -> list[Part]:
    """The parts of a document, by the number of their node; none where it is all of a piece."""
    own = [part for i, node in _nodes(glb.json) if (part := _own(i, node)) is not None]
    return own or _found(glb)


def with_parts(glb: Glb, parts: Iterable[Part]) -> Glb:
    """The document with its parts told in extras; what is there stays as it is."""
    told = {part.node: part.json for part in parts}
    nodes = [_with(node, told.get(i)) for i, node in _nodes(glb.json)]
    return Glb({**glb.json, "nodes": nodes}, glb.bin) if nodes else glb


def _nodes(json: Json) -> Iterable[tuple[int, Json]]:
    return enumerate(json.get("nodes", []))


def _with(node: Json, told: Json | None) -> Json:
    extras = node.get("extras", {})
    if told is None or not isinstance(extras, dict) or "part" in extras:
        return node
    return {**node, "extras": {**extras, "part": told}}


def _own(number: int, node: Json) -> Part | None:
    """What a node says of itself; None where that is not what the convention asks for."""
    extras = node.get("extras")
    part = extras.get("part") if isinstance(extras, dict) else None
    if not isinstance(part, dict):
        return None
    explode = part.get("explode")
    if not isinstance(explode, list) or len(explode) != 3 or not all(map(_is_number, explode)):
        return None
    name = part.get("name")
    names = name if isinstance(name, dict) else {"zh": name, "en": name}
    spoken = {key: visible(names.get(key), MOST_NAME) for key in ("zh", "en")}
    either = spoken["zh"] or spoken["en"] or visible(node.get("name"), MOST_NAME)
    zh, en = (spoken[key] or either or _unnamed(number, key) for key in ("zh", "en"))
    return Part(number, zh, en, (float(explode[0]), float(explode[1]), float(explode[2])))


def _found(glb: Glb) -> list[Part]:
    nodes = glb.json.get("nodes", [])
    found = groups(glb)
    moved = ways(found)
    world, parent = worlds(glb.json), _parents(nodes)
    parts = []
    for number, group in enumerate(found):
        above = world[parent[group.node]] if group.node in parent else np.eye(4)
        way = _seen_from(above, moved[number])
        if way is not None:
            name = visible(_name(glb.json, group.node), MOST_NAME)
            zh, en = (name or _unnamed(number, key) for key in ("zh", "en"))
            parts.append(Part(group.node, zh, en, way))
    return sorted(parts)


def _seen_from(above: np.ndarray[Any, Any], way: np.ndarray[Any, Any]) -> Vec3 | None:
    """A way in the scene as one in the space of a node; None where that space is flat."""
    turn = above[:3, :3]
    if abs(np.linalg.det(turn)) < 1e-12:
        return None
    x, y, z = (float(f"{v:.5g}") for v in np.linalg.solve(turn, way))
    return x, y, z


def _parents(nodes: list[Json]) -> dict[int, int]:
    return {child: i for i, node in enumerate(nodes) for child in node.get("children", [])}


def _name(json: Json, number: int) -> object:
    node = json["nodes"][number]
    if node.get("name") or "mesh" not in node:
        return node.get("name")
    return json["meshes"][node["mesh"]].get("name")


def _unnamed(number: int, language: str) -> str:
    return f"零件 {number + 1}" if language == "zh" else f"Part {number + 1}"


def _is_number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(float(value))  # type: ignore[arg-type]
