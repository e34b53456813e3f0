"""Import cycles: groups of modules each of which reaches every other."""

from __future__ import annotations

from collections.abc import Mapping, Set


def cycles(arrows: Mapping[str, Set[str]]) -> list[list[str]]:
    """Every group of two or more that import each other in a ring, sorted.

    Two modules are in one group when each reaches the other; small graphs need nothing cleverer.
    """
    reach = {name: reachable(name, arrows) for name in arrows}
    grouped: set[str] = set()
    found = []
    for name in sorted(arrows):
        ring = sorted(other for other in reach[name] if name in reach.get(other, ()))
        if name not in grouped and len(ring) > 1:
            found.append(ring)
            grouped.update(ring)
    return found


def reachable(start: str, arrows: Mapping[str, Set[str]]) -> set[str]:
    """Every name that can be reached from a start by one arrow or more."""
    seen: set[str] = set()
    waiting = list(arrows.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(arrows.get(name, ()))
    return seen
