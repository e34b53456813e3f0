"""Where a draft and what was published meanwhile are about the same thing.

The draft's value wins when it is published; whoever publishes it should know what it replaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from scenes.findings import SceneError
from scenes.names import ScenePath, parse_path
from scenes.operations import Operation


class Edit(NamedTuple):
    """Some operations of one author's; ``at`` is Unix time in seconds."""

    author: str
    at: float
    ops: Sequence[Operation]


class Overlap(NamedTuple):
    """A path of the draft's that ``author`` changed for visitors since it was drafted."""

    path: str
    node: str
    author: str
    at: float


def overlaps(draft: Iterable[Edit], published: Iterable[Edit]) -> list[Overlap]:
    """Each path of the draft's once, with the newest published edit of it, or of what holds it."""
    live = sorted(((edit, list(_paths(edit))) for edit in published), key=lambda e: -e[0].at)
    found: dict[str, Overlap] = {}
    for drafted in draft:
        for path in _paths(drafted):
            for edit, paths in live:
                if edit.at <= drafted.at:
                    break
                if any(_meet(path, other) for other in paths):
                    found.setdefault(str(path), Overlap(str(path), path.node, edit.author, edit.at))
                    break
    return list(found.values())


def _paths(edit: Edit) -> Iterator[ScenePath]:
    for operation in edit.ops:
        try:
            yield parse_path(str(operation.get("path", "")))
        except SceneError:
            continue


def _meet(one: ScenePath, other: ScenePath) -> bool:
    """Whether one of them is, or holds, the other."""
    shorter: tuple[Any, ...]
    shorter, longer = sorted((one.keys, other.keys), key=len)
    return (one.root, one.node) == (other.root, other.node) and longer[: len(shorter)] == shorter
