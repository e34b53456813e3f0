"""The walkable floor of a hall: one table for click-to-go, teleport, bots and guides."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from scenes.walk.area import Area, flat
from scenes.walk.graph import Graph, Position, Stop
from scenes.walk.join import crossings

STEP = 0.5
"""How many metres above or below a floor still count as on it."""


class WalkMap:
    """What a hall's `walk` property means. Positions are [x, y, z] in metres, in the hall's space.

    Made cheaply; each `path` draws what it still needs of the visibility graph. Faulty areas (see
    `find_walk_faults`) are left out rather than raised about.
    """

    def __init__(self, walk: Mapping[str, Any]) -> None:
        loaded = (Area.load(area) for area in walk.get("areas", ()))
        self._areas = [area for area in loaded if area is not None]
        self._links = [(link["from"], link["to"]) for link in walk.get("links", ())]

    def prepare(self) -> None:
        """Draw the whole visibility graph now, so that every later `path` takes a few ms at most.

        It may be called in another thread, before the map is used or beside that.
        """
        self._graph.draw()

    def inside(self, position: Sequence[float]) -> bool:
        """Whether one can stand here: in an area, and not far above or below its floor."""
        at = flat(position)
        return any(abs(area.y - position[1]) <= STEP and area.contains(at) for area in self._areas)

    def height(self, position: Sequence[float]) -> float | None:
        """The floor at x, z that is nearest to y; None where there is none."""
        at = flat(position)
        floors = [area.y for area in self._areas if area.contains(at)]
        return min(floors, key=lambda y: abs(y - position[1]), default=None)

    def nearest(self, position: Sequence[float]) -> Position:
        """The closest place where one can stand; the position itself in a hall without floor."""
        stop = self._stop(position)
        x, y, z = position
        return (float(x), float(y), float(z)) if stop is None else stop.position

    def clear(self, start: Sequence[float], goal: Sequence[float]) -> bool:
        """Whether a straight walk stays on one floor."""
        if not (self.inside(start) and self.inside(goal)):
            return False
        ends = product(self._stops(start), self._stops(goal))
        return any(self._graph.meets(one, other) for one, other in ends)

    def path(self, start: Sequence[float], goal: Sequence[float]) -> list[list[float]] | None:
        """The corners of the shortest way, both ends included; None when there is none.

        Ends that are not walkable are moved to the nearest place that is.
        """
        starts, goals = self._stops(start), self._stops(goal)
        if not starts or not goals:
            return None
        way = self._graph.shortest(starts, goals)
        return None if way is None else [list(position) for position in way]

    def random_point(self, across: float, along: float) -> Position:
        """A walkable place for two random values in 0..1; larger areas get more of them."""
        if not self._areas:
            return (0.0, 0.0, 0.0)
        sizes = np.cumsum([area.size for area in self._areas])
        at = across * sizes[-1]
        number = min(int(np.searchsorted(sizes, at, side="right")), len(sizes) - 1)
        size = self._areas[number].size
        share = 1.0 - (sizes[number] - at) / size if size else across
        x, z = self._areas[number].somewhere(float(share), along)
        return (float(x), self._areas[number].y, float(z))

    @cached_property
    def _graph(self) -> Graph:
        ends = [(self._stop(start), self._stop(end)) for start, end in self._links]
        links = [(a, b) for a, b in ends if a is not None and b is not None]
        return Graph(self._areas, links + crossings(self._areas, STEP))

    def _stops(self, position: Sequence[float]) -> list[Stop]:
        """The nearest stop first, then the same place in areas that overlap there."""
        first = self._stop(position)
        if first is None:
            return []
        at = flat(first.position)
        others = (
            Stop(number, (first.position[0], area.y, first.position[2]))
            for number, area in enumerate(self._areas)
            if number != first.area
            and abs(area.y - first.position[1]) <= STEP
            and area.contains(at)
        )
        return [first, *others]

    def _stop(self, position: Sequence[float]) -> Stop | None:
        if not self._areas or not all(map(math.isfinite, position)):
            return None
        at = flat(position)
        away = [math.hypot(area.distance(at), area.y - position[1]) for area in self._areas]
        number = away.index(min(away))
        x, z = self._areas[number].settle(at)
        return Stop(number, (float(x), self._areas[number].y, float(z)))
