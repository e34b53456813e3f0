"""Ways through the park: which portals lead from one hall to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Passage(NamedTuple):
    """One step of a way: in `hall`, go through `portal`, and arrive at `spawn` of hall `to`."""

    hall: str
    portal: str
    to: str
    spawn: str | None


def route(halls: Mapping[str, Mapping[str, Any]], start: str, goal: str) -> list[Passage] | None:
    """The fewest portals from hall to hall; [] when one is there already, None when none lead.

    `halls` maps ids to hall documents. Nobody is led through a closed hall.
    """
    came: dict[str, Passage | None] = {start: None}
    waiting = deque([start] if start in halls and goal in halls else [])
    while waiting and goal not in came:
        hall = waiting.popleft()
        for passage in _passages(hall, halls[hall]):
            if passage.to not in came and _open(halls, passage.to):
                came[passage.to] = passage
                waiting.append(passage.to)
    return _way_back(came, goal) if goal in halls and goal in came else None


def _passages(hall: str, doc: Mapping[str, Any]) -> Iterator[Passage]:
    for node in sorted(doc["nodes"]):
        value = doc["nodes"][node]
        if value["kind"] == "portal" and value.get("visible", True):
            portal = value["portal"]
            yield Passage(hall, node, portal["hall"], portal.get("spawn"))


def _open(halls: Mapping[str, Mapping[str, Any]], hall: str) -> bool:
    return hall in halls and halls[hall]["hall"].get("state", "open") == "open"


def _way_back(came: Mapping[str, Passage | None], goal: str) -> list[Passage]:
    way: list[Passage] = []
    step = came[goal]
    while step is not None:
        way.append(step)
        step = came[step.hall]
    return way[::-1]
