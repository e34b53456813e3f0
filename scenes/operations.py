"""One operation on a scene, and what undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scenes.findings import Finding, SceneError
from scenes.names import ScenePath, parse_path
from scenes.properties import FIXED, HALL, HALL_REQUIRED, REQUIRED, check_node, properties_of

DEEPEST_NODE = 32
"""Levels of nodes below one another."""

Operation = dict[str, Any]
"""``{"op": "set" | "unset" | "add" | "remove", "path": …, "value": …}``: plain JSON, as it is
archived and sent."""


def is_structural(operation: Operation) -> bool:
    """True for add, remove and re-parent: what can be stale. A path that names nothing is not."""
    if operation.get("op") in ("add", "remove"):
        return True
    match str(operation.get("path")).split("/"):
        case ["", "nodes", _, "parent"]:
            return True
    return False


def _refuse(at: str, code: str, about: str = "") -> SceneError:
    return SceneError("patch_invalid", [Finding(at, code, "error", about)])


def replaced(holder: Mapping[str, Any], keys: tuple[str, ...], value: Any) -> dict[str, Any]:
    """A copy of ``holder`` with ``value`` at ``keys``; objects on the way are made when missing."""
    copy = dict(holder)
    if len(keys) == 1:
        copy[keys[0]] = value
    else:
        below = copy.get(keys[0])
        copy[keys[0]] = replaced(below if isinstance(below, Mapping) else {}, keys[1:], value)
    return copy


def removed(holder: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """A copy of ``holder`` without what stands at ``keys``."""
    copy = dict(holder)
    if len(keys) == 1:
        copy.pop(keys[0], None)
    elif isinstance(copy.get(keys[0]), Mapping):
        copy[keys[0]] = removed(copy[keys[0]], keys[1:])
    return copy


def found(holder: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[int, Any]:
    """How many of ``keys`` lead somewhere, and what the last of those leads to."""
    at: Any = holder
    for depth, key in enumerate(keys):
        if not isinstance(at, Mapping) or key not in at:
            return depth, None
        at = at[key]
    return len(keys), at


@dataclass(slots=True)
class Working:
    """A scene while a patch runs over it. ``undo`` holds, in order, what undoes each step."""

    hall: dict[str, Any]
    nodes: dict[str, Any]
    undo: list[list[Operation]] = field(default_factory=list)
    structural: bool = False

    def run(self, operation: Operation, at: str) -> None:
        """Apply one operation; raises SceneError with its findings and changes nothing then."""
        path = parse_path(str(operation.get("path", "")), f"{at}/path")
        has_value = "value" in operation
        match operation.get("op"):
            case "add" if path.is_node and has_value:
                self._add(path, operation["value"], at)
            case "remove" if path.is_node:
                self._remove(path, at)
            case "set" if path.keys and has_value:
                self._set(path, operation["value"], at)
            case "unset" if path.keys:
                self._unset(path, at)
            case _:
                raise _refuse(f"{at}/op", "bad_operation")

    def _add(self, path: ScenePath, node: Any, at: str) -> None:
        if path.node in self.nodes:
            raise _refuse(f"{at}/path", "node_exists", path.node)
        findings = list(check_node(node, f"{at}/value"))
        if findings:
            raise SceneError("patch_invalid", findings)
        self._check_parent(path.node, node["kind"], node.get("parent"), f"{at}/value/parent")
        self.nodes[path.node] = node
        self.undo.append([{"op": "remove", "path": str(path)}])
        self.structural = True

    def _remove(self, path: ScenePath, at: str) -> None:
        self._existing(path, at)
        doomed = self._subtree(path.node)
        self.undo.append(
            [{"op": "add", "path": f"/nodes/{name}", "value": self.nodes[name]} for name in doomed]
        )
        for name in doomed:
            del self.nodes[name]
        self.structural = True

    def _set(self, path: ScenePath, value: Any, at: str) -> None:
        holder = self._holder(path, at)
        depth, old = found(holder, path.keys)
        if isinstance(found(holder, path.keys[:-1])[1], list):
            raise _refuse(f"{at}/path", "inside_a_list")
        self._store(path, replaced(holder, path.keys, value), at)
        if depth == len(path.keys):
            undo = {"op": "set", "path": str(path), "value": old}
        else:
            first_new = path._replace(keys=path.keys[: depth + 1])
            undo = {"op": "unset", "path": str(first_new)}
        self.undo.append([undo])

    def _unset(self, path: ScenePath, at: str) -> None:
        holder = self._holder(path, at)
        depth, old = found(holder, path.keys)
        if depth < len(path.keys):
            return
        self._store(path, removed(holder, path.keys), at)
        self.undo.append([{"op": "set", "path": str(path), "value": old}])

    def _holder(self, path: ScenePath, at: str) -> Mapping[str, Any]:
        if (path.root, path.keys[0]) in FIXED:
            raise _refuse(f"{at}/path", "fixed_property")
        return self.hall if path.root == "hall" else self._existing(path, at)

    def _existing(self, path: ScenePath, at: str) -> Mapping[str, Any]:
        if path.node not in self.nodes:
            raise _refuse(f"{at}/path", "no_such_node", path.node)
        node: Mapping[str, Any] = self.nodes[path.node]
        return node

    def _store(self, path: ScenePath, holder: dict[str, Any], at: str) -> None:
        """Put a changed node or hall back, when its changed property is sound."""
        name = path.keys[0]
        if path.root == "hall":
            table, required = HALL, set(HALL_REQUIRED)
        else:
            table = properties_of(holder["kind"])
            required = {"name", *REQUIRED[str(holder["kind"])]}
        if name not in table:
            raise _refuse(f"{at}/path", "unknown_property", name)
        if name not in holder and name in required:
            raise _refuse(f"{at}/path", "required_property", name)
        if name in holder:
            findings = list(table[name](holder[name], f"{at}/value"))
            if findings:
                raise SceneError("patch_invalid", findings)
        if path.root == "hall":
            self.hall = holder
            return
        if name == "parent":
            self._check_parent(path.node, holder["kind"], holder.get("parent"), f"{at}/value")
            self.structural = True
        self.nodes[path.node] = holder

    def _check_parent(self, node: str, kind: str, parent: str | None, at: str) -> None:
        """A parent exists, is not below the node or too deep, and a plinth holds one exhibit."""
        depth, above = self._height(node), parent
        while above is not None:
            if above not in self.nodes or above == node:
                raise _refuse(at, "bad_parent", str(parent))
            depth, above = depth + 1, self.nodes[above].get("parent")
        if depth > DEEPEST_NODE:
            raise _refuse(at, "too_deep", str(DEEPEST_NODE))
        if kind == "exhibit" and parent and self.nodes[parent]["kind"] == "plinth":
            taken = any(
                other.get("parent") == parent and other["kind"] == "exhibit"
                for name, other in self.nodes.items()
                if name != node
            )
            if taken:
                raise _refuse(at, "plinth_taken", parent)

    def _height(self, node: str) -> int:
        """How many levels there are from the node down, itself included."""
        if node not in self.nodes:
            return 1
        levels = {node: 1}
        for name in self._subtree(node)[1:]:
            levels[name] = levels[self.nodes[name]["parent"]] + 1
        return max(levels.values())

    def _subtree(self, root: str) -> list[str]:
        """The node and all below it, parents before children."""
        children: dict[str, list[str]] = {}
        for name, node in self.nodes.items():
            children.setdefault(node.get("parent") or "", []).append(name)
        ordered = [root]
        for name in ordered:
            ordered.extend(children.get(name, ()))
        return ordered
