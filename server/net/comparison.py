"""Differences and edits as the API tells them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scenes.compare import NodeChange, PropertyChange, compare
from scenes.findings import SceneError
from scenes.names import parse_path
from scenes.operations import Operation
from scenes.state import SceneState

Json = dict[str, Any]
MOST_CHANGES, MOST_TOUCHED, LONGEST = 400, 12, 600
"""Nodes that a comparison and an edit list; characters of JSON up to which a value is told."""


def comparison(before: SceneState, after: SceneState) -> Json:
    """What differs, counted and listed."""
    changes = compare(before, after)
    counts = Counter(change.how for change in changes if change.node)
    return {
        "counts": {how: counts[how] for how in ("added", "removed", "changed")},
        "changes": [_change(change) for change in changes[:MOST_CHANGES]],
        "more": len(changes) > MOST_CHANGES,
    }


def touched(
    ops: Sequence[Operation], inverse: Sequence[Operation], nodes: Mapping[str, Any]
) -> tuple[int, list[Json]]:
    """How many nodes an edit was about, and the first of them with what was done to each.

    Names are those of ``nodes``; what is there no more is named by the edit or its inverse.
    """
    values = {
        op["path"].rpartition("/")[2]: op["value"] for op in (*inverse, *ops) if op["op"] == "add"
    }
    found: dict[str, Json] = {}
    for op in ops:
        _touch(found, op, {**values, **nodes} if op["op"] == "remove" else nodes, values)
    return len(found), list(found.values())[:MOST_TOUCHED]


def _touch(
    found: dict[str, Json], op: Operation, nodes: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    try:
        path = parse_path(str(op["path"]))
    except SceneError:
        return
    node = nodes.get(path.node) or values.get(path.node) or {}
    how = {"add": "added", "remove": "removed"}.get(op["op"], "changed")
    entry = found.setdefault(
        path.node,
        {"node": path.node, "name": node.get("name"), "kind": node.get("kind"), "how": how,
         "keys": []},
    )  # fmt: skip
    if entry["how"] == "removed" and how == "added":
        entry["how"] = "changed"
    key = "/".join(path.keys)
    if key and key not in entry["keys"]:
        entry["keys"].append(key)


def _change(change: NodeChange) -> Json:
    return {
        "node": change.node,
        "kind": change.kind,
        "name": dict(change.name),
        "how": change.how,
        "properties": list(_properties(change.properties)),
    }


def _properties(properties: Iterable[PropertyChange]) -> Iterable[Json]:
    for key, before, after in properties:
        told = _is_short(before) and _is_short(after)
        yield {
            "key": key,
            "before": before if told else None,
            "after": after if told else None,
            "told": told,
        }


def _is_short(value: Any) -> bool:
    return len(json.dumps(value)) <= LONGEST
