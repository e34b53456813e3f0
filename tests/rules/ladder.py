"""The ladder of rooms: what may import what. ARCHITECTURE.md explains it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

RUNGS: tuple[tuple[str, ...], ...] = (
    ("scenes",),
    ("avatars",),
    ("server.wire", "server.access"),
    ("server.registration", "server.promotion"),
    ("server.halls",),
    ("server.store", "server.outside"),
    ("server.run",),
    ("server.net",),
    ("server.app",),
    ("server.commands",),
    ("server.__main__",),
)
"""Rooms from the ground up; imports go down only, and never to a neighbour on the same rung."""

HOUSEHOLD = (
    "server.settings",
    "server.log",
    "server.errors",
    "server.error_codes",
    "server.version",
)
"""Read by the rooms that meet the world (from the archive up) and by each other."""
HOUSEHOLD_FROM = 5
AVATARS_MAY_USE = ("scenes.names", "scenes.gltf", "scenes.walk", "scenes.glb")
"""Bodies are files of the same container as exhibits: one module knows how it is laid out."""
VISITOR = "clients.headless"
"""The Python client: a second implementation, so it shares no code with the server."""
VISITOR_FROM = 8


class Step(NamedTuple):
    """One import between two modules of ours."""

    source: str
    target: str


def room(module: str) -> str:
    """The room a module lies in; a module outside every room stands for itself."""
    rooms = [name for rung in RUNGS for name in rung] + [VISITOR, *HOUSEHOLD]
    return next((name for name in rooms if is_in(module, name)), module)


def is_in(module: str, room: str) -> bool:
    """Whether a module is a room's front door or lies behind it."""
    return module == room or module.startswith(room + ".")


def height(module: str) -> int | None:
    """The rung of a module; None for what stands beside the ladder."""
    inside = (n for n, rung in enumerate(RUNGS) if room(module) in rung)
    return next(inside, None)


def fault(step: Step) -> str | None:
    """Why an import is against the ladder, or None when it is fine."""
    source, target = room(step.source), room(step.target)
    if target in (source, "server"):
        return None
    low, high = height(step.target), height(step.source)
    if VISITOR in (source, target):
        return visitor_fault(source, high)
    if source in HOUSEHOLD:
        return household_fault(step)
    if target in HOUSEHOLD:
        return None if high is not None and high >= HOUSEHOLD_FROM else "too low for the household"
    if low is None or high is None:
        return "stands beside the ladder: give it a room"
    if low >= high:
        return "imports go down only" if low > high else "neighbours do not import each other"
    if source == "avatars" and not any(is_in(step.target, name) for name in AVATARS_MAY_USE):
        return "avatars use scenes' names, gltf, glb and walk alone"
    return None


def visitor_fault(source: str, high: int | None) -> str | None:
    """The Python client uses nothing of the server; only the keys use the client."""
    if source == VISITOR:
        return "the client imports no code of the server"
    return None if high is not None and high >= VISITOR_FROM else "only the commands use the client"


def household_fault(step: Step) -> str | None:
    """Settings and log look into pure rooms at most; errors maps what every room calls its own."""
    low = height(step.target)
    mapped = step.source == "server.errors" and step.target.endswith(".errors")
    if mapped or step.target in HOUSEHOLD or (low is not None and low < HOUSEHOLD_FROM):
        return None
    return "the household looks down only"


def faults(arrows: Mapping[str, set[str]]) -> list[str]:
    """Every import that is against the ladder, in words."""
    steps = (Step(source, target) for source in sorted(arrows) for target in sorted(arrows[source]))
    return [f"{s.source} → {s.target}: {why}" for s in steps if (why := fault(s))]
