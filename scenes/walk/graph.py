"""The visibility graph of a hall: corners that see each other, and links between areas.

It is drawn as far as searches need it: what a corner sees is worked out when a search first stands
there, and kept.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from scenes.walk.area import Area, flat
from scenes.walk.rings import Points

Position = tuple[float, float, float]
WORK = 30_000_000
"""What one search may spend on corners it has not stood at before, in about 40 ns each."""


class Stop(NamedTuple):
    """A place where a way may bend: a position in an area."""

    area: int
    position: Position


class Graph:
    """Stops of every area, with a search for the shortest way between two more."""

    def __init__(self, areas: Sequence[Area], links: Sequence[tuple[Stop, Stop]]) -> None:
        self._areas = areas
        self._stops = [
            Stop(number, (float(x), area.y, float(z)))
            for number, area in enumerate(areas)
            for x, z in area.corners
        ]
        self._linked: dict[int, list[int]] = {}
        for start, end in links:
            self._link(len(self._stops), len(self._stops) + 1)
            self._stops += [start, end]
        self._seen: dict[int, list[int]] = {}
        self._members = [
            np.array([i for i, stop in enumerate(self._stops) if stop.area == number], dtype=int)
            for number in range(len(areas))
        ]
        self._flat = np.array([flat(stop.position) for stop in self._stops]).reshape(-1, 2)

    def _link(self, one: int, other: int) -> None:
        self._linked[one] = [other]
        self._linked[other] = [one]

    def shortest(self, starts: Sequence[Stop], goals: Sequence[Stop]) -> list[Position] | None:
        """The shortest way (A*, Hart, Nilsson and Raphael 1968); None when there is none.

        A start or goal that lies in several areas is given as one stop in each.
        """
        return _Search(self, starts, goals).run()

    def stop(self, number: int) -> Stop:
        """A stop by its number."""
        return self._stops[number]

    def neighbours(self, number: int) -> list[int]:
        """The stops that can be reached from a stop without bending."""
        if number not in self._seen:
            stop = self._stops[number]
            self._seen[number] = self.seen_from(stop) + self._linked.get(number, [])
        return self._seen[number]

    def draw(self) -> None:
        """Work out the neighbours of every stop."""
        for number in range(len(self._stops)):
            self.neighbours(number)

    def seen_from(self, stop: Stop) -> list[int]:
        """The stops of the same area that a straight walk from `stop` reaches."""
        members = self._members[stop.area]
        free = self._areas[stop.area].sees(flat(stop.position), self._flat[members])
        return [int(member) for member in members[free]]

    def meets(self, one: Stop, other: Stop) -> bool:
        """Whether a straight walk leads from one stop to the other."""
        if one.area != other.area:
            return False
        target: Points = flat(other.position)[None]
        return bool(self._areas[one.area].sees(flat(one.position), target)[0])

    def cost(self, number: int, stop: Stop) -> int:
        """What working out the neighbours of a stop will take; nothing when they are known."""
        if number in self._seen:
            return 1
        return 64 * (len(self._members[stop.area]) + self._areas[stop.area].cost)


_START, _GOAL = -1, -2


class _Search:
    """One search: the graph's stops, with the start and the goal beside them."""

    def __init__(self, graph: Graph, starts: Sequence[Stop], goals: Sequence[Stop]) -> None:
        self._graph = graph
        self._starts, self._goals = starts, goals
        self._ends = {_START: starts[0], _GOAL: goals[0]}
        self._near_goal = {number for goal in goals for number in graph.seen_from(goal)}
        self._came: dict[int, int] = {}
        self._length = {_START: 0.0}
        self._open = [(0.0, _START)]
        self._work = WORK

    def run(self) -> list[Position] | None:
        done: set[int] = set()
        while self._open and self._work > 0:
            _, here = heapq.heappop(self._open)
            if here == _GOAL:
                return self._way_back()
            if here not in done:
                done.add(here)
                self._spread(here)
        return None

    def _spread(self, here: int) -> None:
        stop = self._stop(here)
        self._work -= self._graph.cost(here, stop)
        for onward in self._onward(here):
            length = self._length[here] + math.dist(stop.position, self._stop(onward).position)
            if length < self._length.get(onward, math.inf):
                self._length[onward] = length
                self._came[onward] = here
                heapq.heappush(self._open, (length + self._left(onward), onward))

    def _onward(self, here: int) -> Iterator[int]:
        if here == _START:
            yield from self._first()
            return
        if here in self._near_goal:
            yield _GOAL
        yield from self._graph.neighbours(here)

    def _first(self) -> Iterator[int]:
        if any(self._graph.meets(a, b) for a in self._starts for b in self._goals):
            yield _GOAL
            return
        for start in self._starts:
            yield from self._graph.seen_from(start)

    def _left(self, number: int) -> float:
        return math.dist(self._stop(number).position, self._ends[_GOAL].position)

    def _stop(self, number: int) -> Stop:
        return self._ends[number] if number < 0 else self._graph.stop(number)

    def _way_back(self) -> list[Position]:
        way = [_GOAL]
        while way[-1] != _START:
            way.append(self._came[way[-1]])
        return [self._stop(number).position for number in reversed(way)]
