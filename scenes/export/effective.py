"""The scene as visitors see it: what is shared lies over what is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenes.names import parse_path
from scenes.operations import replaced

Json = dict[str, Any]


def effective_nodes(doc: Mapping[str, Any], shared: Mapping[str, Any] | None) -> dict[str, Json]:
    """The hall's nodes with every shared value in its place."""
    nodes: dict[str, Json] = dict(doc["nodes"])
    for path, value in sorted((shared or {}).items()):
        parsed = parse_path(path)
        if parsed.root == "nodes" and parsed.keys and parsed.node in nodes:
            nodes[parsed.node] = replaced(nodes[parsed.node], parsed.keys, value)
    return nodes


def hidden(nodes: Mapping[str, Mapping[str, Any]], name: str) -> bool:
    """Whether a node or one above it is switched off."""
    at: str | None = name
    for _ in range(len(nodes)):
        if at is None or at not in nodes:
            return False
        if not nodes[at].get("visible", True):
            return True
        at = nodes[at].get("parent")
    return False
