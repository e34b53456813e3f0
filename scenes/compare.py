"""What differs between two states of a hall, node by node and property by property.

``scenes/diff.py`` says how to get from one to the other; this says what a person would notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from scenes.state import SceneState

How = Literal["added", "removed", "changed"]
OPENED = frozenset(
    {"name", "text", "light", "portal", "board", "plinth", "seat", "spawn", "exhibit", "card",
     "environment", "booth", "tenant", "unit"}
)  # fmt: skip
"""Properties that are compared field by field; the others are one thing each."""


class PropertyChange(NamedTuple):
    """One property, ``text/zh``; None where it was, or is, not set."""

    key: str
    before: Any
    after: Any


class NodeChange(NamedTuple):
    """One node, or the hall itself when ``node`` is empty; its kind and name as they are last."""

    node: str
    kind: str
    name: Mapping[str, str]
    how: How
    properties: tuple[PropertyChange, ...] = ()


def compare(before: SceneState, after: SceneState) -> list[NodeChange]:
    """Every difference: the hall first, then what was added, removed and changed."""
    own = tuple(_properties(before.hall, after.hall))
    hall = [NodeChange("", "hall", after.hall.get("name", {}), "changed", own)] if own else []
    # A kind never changes in place: a node that has another one is another node.
    same = {
        name
        for name in before.nodes.keys() & after.nodes.keys()
        if before.nodes[name]["kind"] == after.nodes[name]["kind"]
    }
    added = [_whole(n, node, "added") for n, node in after.nodes.items() if n not in same]
    removed = [_whole(n, node, "removed") for n, node in before.nodes.items() if n not in same]
    return [*hall, *added, *removed, *_changed(before, after, same)]


def _whole(name: str, node: Mapping[str, Any], how: How) -> NodeChange:
    return NodeChange(name, node["kind"], node["name"], how)


def _changed(before: SceneState, after: SceneState, same: set[str]) -> Iterator[NodeChange]:
    for name, node in after.nodes.items():
        if name in same and node is not before.nodes[name]:
            found = tuple(_properties(before.nodes[name], node))
            if found:
                yield NodeChange(name, node["kind"], node["name"], "changed", found)


def _properties(
    before: Mapping[str, Any], after: Mapping[str, Any], above: str = ""
) -> Iterator[PropertyChange]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if key in OPENED and isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _properties(old, new, f"{above}{key}/")
        else:
            yield PropertyChange(f"{above}{key}", old, new)
