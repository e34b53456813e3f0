"""The patch that leads from one state to another: how a version is restored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scenes.operations import Operation
from scenes.state import SceneState


def diff(before: SceneState, after: SceneState) -> list[Operation]:
    """Operations that turn ``before`` into ``after``; empty when they are equal."""
    doomed = _rebuilt(before, after)
    remaining = [name for name in before.nodes if name in after.nodes and name not in doomed]
    # What moves leaves its place before anything new comes: a plinth holds one exhibit.
    return [
        *_removals(before, doomed),
        *_departures(before, after, remaining),
        *_additions(before, after, doomed),
        *_changes(before, after, remaining),
    ]


def _kept(before: SceneState, after: SceneState) -> set[str]:
    """Nodes in both, with the same kind (a kind never changes in place)."""
    both = before.nodes.keys() & after.nodes.keys()
    return {name for name in both if before.nodes[name]["kind"] == after.nodes[name]["kind"]}


def _rebuilt(before: SceneState, after: SceneState) -> set[str]:
    """Nodes of ``before`` that must go: dropped ones and all that is removed along with them."""
    kept = _kept(before, after)
    doomed = {name for name in before.nodes if name not in kept}
    ordered = _parents_first(before.nodes)
    for name in ordered:
        if before.nodes[name].get("parent") in doomed:
            doomed.add(name)
    return doomed


def _removals(before: SceneState, doomed: set[str]) -> Iterator[Operation]:
    for name in _parents_first(before.nodes):
        if name in doomed and before.nodes[name].get("parent") not in doomed:
            yield {"op": "remove", "path": f"/nodes/{name}"}


def _additions(before: SceneState, after: SceneState, doomed: set[str]) -> Iterator[Operation]:
    for name in _parents_first(after.nodes):
        if name not in before.nodes or name in doomed:
            yield {"op": "add", "path": f"/nodes/{name}", "value": dict(after.nodes[name])}


def _departures(
    before: SceneState, after: SceneState, remaining: Sequence[str]
) -> Iterator[Operation]:
    """What gets another parent goes to the root first, so that no order of moves closes a ring."""
    for name in remaining:
        old, new = before.nodes[name].get("parent"), after.nodes[name].get("parent")
        if old != new and old is not None:
            yield {"op": "set", "path": f"/nodes/{name}/parent", "value": None}


def _changes(
    before: SceneState, after: SceneState, remaining: Sequence[str]
) -> Iterator[Operation]:
    yield from _properties("/hall", before.hall, after.hall)
    for name in remaining:
        yield from _properties(f"/nodes/{name}", before.nodes[name], after.nodes[name])


def _properties(
    path: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Operation]:
    for key in before.keys() - after.keys():
        yield {"op": "unset", "path": f"{path}/{key}"}
    for key, value in after.items():
        if key not in before or before[key] != value:
            yield {"op": "set", "path": f"{path}/{key}", "value": value}


def _parents_first(nodes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    children: dict[str | None, list[str]] = {}
    for name, node in nodes.items():
        children.setdefault(node.get("parent"), []).append(name)
    ordered = list(children.get(None, ()))
    for name in ordered:
        ordered.extend(children.get(name, ()))
    return ordered
