"""Applies patches to a hall's document: an implementation of its own, kept equal by tests.

A path is ``/nodes/<id>``, ``/nodes/<id>/<key>/…`` or ``/hall/<key>/…``. ``set`` makes the maps on
its way; ``unset`` of what is not there changes nothing; ``remove`` takes the nodes below with it,
and the shared values of all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from clients.headless.errors import ProtocolError
from clients.headless.messages import Operation


@dataclass(slots=True)
class Scene:
    """A hall's own properties, its nodes by id, and the shared layer: path to value."""

    hall: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def apply(self, layer: str, operations: Sequence[Operation]) -> None:
        """Apply one patch; drafts are for editors and change nothing here."""
        if layer == "shared":
            for operation in operations:
                self._overlay(operation)
        elif layer == "published":
            for operation in operations:
                self._change(operation)

    def value(self, node: str, key: str) -> Any:
        """A node's property as visitors see it: the shared value, else the published one."""
        path = f"/nodes/{node}/{key}"
        return self.shared[path] if path in self.shared else self.nodes[node].get(key)

    def _overlay(self, operation: Operation) -> None:
        if operation.op == "set":
            self.shared[operation.path] = operation.value
        else:
            self.shared.pop(operation.path, None)

    def _change(self, operation: Operation) -> None:
        parts = operation.path.split("/")
        match operation.op, parts[1:]:
            case "add", ["nodes", node]:
                self.nodes[node] = operation.value
            case "remove", ["nodes", node]:
                self._remove(node)
            case "set", ["nodes", node, *keys] if keys and node in self.nodes:
                _put(self.nodes[node], keys, operation.value)
            case "unset", ["nodes", node, *keys] if keys and node in self.nodes:
                _drop(self.nodes[node], keys)
            case "set", ["hall", *keys] if keys:
                _put(self.hall, keys, operation.value)
            case "unset", ["hall", *keys] if keys:
                _drop(self.hall, keys)
            case _:
                raise ProtocolError(f"{operation.op} {operation.path} does not fit this scene")

    def _remove(self, root: str) -> None:
        doomed = [root]
        for above in doomed:
            doomed += [name for name, node in self.nodes.items() if node.get("parent") == above]
        for name in doomed:
            self.nodes.pop(name, None)
        gone = set(doomed)
        self.shared = {
            path: value for path, value in self.shared.items() if path.split("/")[2] not in gone
        }


def _put(holder: dict[str, Any], keys: Sequence[str], value: Any) -> None:
    *way, last = keys
    for key in way:
        below = holder.get(key)
        if not isinstance(below, dict):
            below = holder[key] = {}
        holder = below
    holder[last] = value


def _drop(holder: Any, keys: Sequence[str]) -> None:
    *way, last = keys
    for key in way:
        holder = holder.get(key) if isinstance(holder, dict) else None
    if isinstance(holder, dict):
        holder.pop(last, None)
