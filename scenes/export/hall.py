"""A hall's scene, node by node, with the assets that its models are made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from scenes.export.effective import effective_nodes, hidden
from scenes.export.errors import AssetError, telling_what_is_unreadable
from scenes.export.instance import place
from scenes.export.library import Shared, share
from scenes.export.lights import light, sun
from scenes.export.looks import Looks
from scenes.export.output import Output
from scenes.export.source import load_source

Json = dict[str, Any]
_TRANSFORM = ("translation", "scale")
_STRUCTURE = frozenset({"name", "parent", "translation", "rotation", "scale", "model", "materials"})


class HallExport:
    """Writes one hall into an output."""

    def __init__(self, output: Output, read_asset: Callable[[str], bytes]) -> None:
        self._output = output
        self._read = read_asset
        self._assets: dict[str, tuple[Shared, Looks] | None] = {}

    def write(self, doc: Mapping[str, Any], shared: Mapping[str, Any] | None) -> Json:
        """Add all nodes of a hall; the scene that holds them."""
        nodes = effective_nodes(doc, shared)
        numbers = {
            name: self._output.add("nodes", _node(name, nodes[name])) for name in sorted(nodes)
        }
        roots = self._hang(nodes, numbers)
        for name, number in numbers.items():
            if not hidden(nodes, name):
                self._furnish(name, nodes[name], number)
        return _scene(doc["hall"], roots + self._sun(doc["hall"]["environment"]))

    def _hang(self, nodes: Mapping[str, Json], numbers: Mapping[str, int]) -> list[int]:
        """Give every node to its parent; the numbers of those that have none."""
        roots = []
        for name, number in numbers.items():
            parent = nodes[name].get("parent")
            if parent is not None and parent in numbers:
                self._children(numbers[parent]).append(number)
            else:
                roots.append(number)
        return roots

    def _children(self, number: int) -> list[int]:
        children: list[int] = self._output.tables["nodes"][number].setdefault("children", [])
        return children

    def _furnish(self, name: str, node: Json, number: int) -> None:
        if node["kind"] == "light":
            self._shine(number, light(node["light"]))
        if node.get("model"):
            self._model(name, node, number)

    def _shine(self, number: int, made: Json) -> None:
        extension = {"KHR_lights_punctual": {"light": self._output.add("lights", made)}}
        self._output.tables["nodes"][number]["extensions"] = extension

    def _sun(self, environment: Mapping[str, Any]) -> list[int]:
        found = sun(environment)
        if found is None:
            return []
        made, rotation = found
        node = {"name": "sun", "rotation": rotation, "extras": {"kind": "sun"}}
        number = self._output.add("nodes", node)
        self._shine(number, made)
        return [number]

    def _model(self, name: str, node: Json, number: int) -> None:
        sha = node["model"]["levels"][0]["asset"]
        asset = self._asset(sha)
        if asset is None:
            return
        shared, looks = asset
        try:
            with telling_what_is_unreadable():
                look = looks.look(node.get("variant"), node.get("materials") or {})
                roots = place(shared, look, name, float(node.get("explode") or 0.0), self._output)
        except AssetError as error:
            self._output.warn(error.code, sha, error.about)
        else:
            if roots:
                self._children(number).extend(roots)
            self._output.tables["nodes"][number]["extras"]["model"] = _origin(shared)

    def _asset(self, sha: str) -> tuple[Shared, Looks] | None:
        if sha not in self._assets:
            self._assets[sha] = self._load(sha)
        return self._assets[sha]

    def _load(self, sha: str) -> tuple[Shared, Looks] | None:
        try:
            data = self._read(sha)
        except (LookupError, OSError) as error:
            self._output.warn("asset_missing", sha, str(error))
            return None
        try:
            with telling_what_is_unreadable():
                shared = share(load_source(sha, data), self._output)
        except AssetError as error:
            self._output.warn(error.code, sha, error.about)
            return None
        return shared, Looks(shared, self._output)


def _node(name: str, node: Json) -> Json:
    made: Json = {key: list(node[key]) for key in _TRANSFORM if key in node}
    if "rotation" in node:
        length = math.hypot(*node["rotation"])
        made["rotation"] = [value / length for value in node["rotation"]]
    words = node.get("name") or {}
    extras = {key: value for key, value in node.items() if key not in _STRUCTURE}
    made["name"] = words.get("zh") or words.get("en") or name
    made["extras"] = {"id": name, "name": words, **extras}
    return made


def _scene(hall: Mapping[str, Any], roots: list[int]) -> Json:
    words = hall.get("name") or {}
    scene: Json = {"name": words.get("zh") or words.get("en") or hall["id"], "extras": dict(hall)}
    return {**scene, "nodes": roots} if roots else scene


def _origin(shared: Shared) -> Json:
    """Where a model came from, with what its makers wrote beside it."""
    json = shared.source.json
    origin: Json = {"asset": shared.source.sha, "source": json.get("asset", {})}
    if "extras" in json:
        origin["extras"] = json["extras"]
    scenes = [scene["extras"] for scene in shared.source.table("scenes") if "extras" in scene]
    if scenes:
        origin["scenes"] = scenes
    return origin
