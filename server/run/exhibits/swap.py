"""The operations that bring one hall to another revision of an exhibit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scenes.layers import Layers
from scenes.names import parse_path
from scenes.operations import Operation
from server.run.exhibits.seat import ROOM_ON_FLOOR, reseated, spot_in, spot_on

Nodes = Mapping[str, Mapping[str, Any]]
TIED = ("variant", "animation", "materials")
"""Shared values that speak of what a model has in it."""
NEAR = 1e-6


def standing(nodes: Nodes, exhibit: str) -> list[str]:
    """The nodes that show an exhibit."""
    return [name for name, node in nodes.items() if exhibit_of(node) == exhibit]


def exhibit_of(node: Mapping[str, Any]) -> str | None:
    """Which exhibit a node shows."""
    if node["kind"] != "exhibit":
        return None
    shown: str | None = node.get("exhibit", {}).get("id")
    return shown


def reach_of(nodes: Nodes, node: Mapping[str, Any]) -> float:
    """Half the width that there is where a node stands."""
    parent = nodes.get(node.get("parent") or "")
    if parent is not None and parent["kind"] == "booth":
        return spot_in(parent).reach
    if parent is None or parent["kind"] != "plinth":
        return ROOM_ON_FLOOR
    return spot_on(parent).reach


def swap(nodes: Nodes, exhibit: str, revision: int, model: Mapping[str, Any]) -> list[Operation]:
    """Show another revision on every node of an exhibit: model, number and seat together."""
    ops: list[Operation] = []
    for name in standing(nodes, exhibit):
        node = nodes[name]
        shown = {**node["exhibit"], "revision": revision}
        if node["model"] != model:
            ops.append(_set(name, "model", dict(model)))
            ops += _reseat(nodes, name, model)
            ops += [
                _unset(name, key) for key in ("variant", "animation") if _lost(node, key, model)
            ]
        if node["exhibit"] != shown:
            ops.append(_set(name, "exhibit", shown))
    return ops


def relabel(nodes: Nodes, exhibit: str, card: Mapping[str, Any]) -> list[Operation]:
    """Give every node of an exhibit its card and its name."""
    ops: list[Operation] = []
    for name in standing(nodes, exhibit):
        node = nodes[name]
        if node["card"] != card:
            ops.append(_set(name, "card", dict(card)))
        if node["name"] != card["title"]:
            ops.append(_set(name, "name", dict(card["title"])))
    return ops


def retitle(nodes: Nodes, exhibit: str, title: Mapping[str, str]) -> list[Operation]:
    """Give every node of an exhibit its title, and leave the rest of each card alone."""
    ops: list[Operation] = []
    for name in standing(nodes, exhibit):
        node = nodes[name]
        if node["card"]["title"] != title:
            ops.append(_set(name, "card/title", dict(title)))
        if node["name"] != title:
            ops.append(_set(name, "name", dict(title)))
    return ops


def outdated(layers: Layers, ops: Sequence[Operation]) -> list[Operation]:
    """Operations on the shared layer that drop what models just swapped by ``ops`` cannot show.

    Being taken apart stays; so do a variant and an animation that the new revision has too.
    Materials are named by number, and mean others now.
    """
    nodes, wanted = layers.head.nodes, _effective(layers)
    swapped = [path.node for op in ops if (path := parse_path(op["path"])).keys == ("model",)]
    found = [
        (f"/nodes/{name}/{key}", key, nodes[name]["model"]) for name in swapped for key in TIED
    ]
    return [
        {"op": "unset", "path": path}
        for path, key, model in found
        if path in wanted and not _fits(key, wanted[path], model)
    ]


def _effective(layers: Layers) -> dict[str, Any]:
    """The shared values as they will be when all that is on its way has settled."""
    values = dict(layers.shared)
    for change in layers.waiting():
        for operation in change.ops if change.layer == "shared" else ():
            path = str(parse_path(operation["path"]))
            if operation["op"] == "set":
                values[path] = operation["value"]
            else:
                values.pop(path, None)
    return values


def _fits(key: str, value: Any, model: Mapping[str, Any]) -> bool:
    if key == "materials":
        return False
    if value is None:
        return True
    return value in model["variants"] if key == "variant" else value["clip"] in model["clips"]


def _lost(node: Mapping[str, Any], key: str, model: Mapping[str, Any]) -> bool:
    return key in node and not _fits(key, node[key], model)


def _reseat(nodes: Nodes, name: str, model: Mapping[str, Any]) -> Iterator[Operation]:
    node = nodes[name]
    seat = reseated(node, model["bounds"], reach_of(nodes, node))
    if seat is None:
        return
    wanted = seat.properties(model["bounds"])
    for key, now in (("translation", (0, 0, 0)), ("scale", (1, 1, 1))):
        if any(abs(a - b) > NEAR for a, b in zip(wanted[key], node.get(key, now), strict=True)):
            yield _set(name, key, wanted[key])


def _set(node: str, key: str, value: Any) -> Operation:
    return {"op": "set", "path": f"/nodes/{node}/{key}", "value": value}


def _unset(node: str, key: str) -> Operation:
    return {"op": "unset", "path": f"/nodes/{node}/{key}"}
