"""The search itself: shortest, mutual, bounded, and honest about what cannot be reached."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.walk.area import Area
from scenes.walk.graph import Graph, Stop
from tests.scenes.walk.shapes import area, courtyards, rectangle

place = st.floats(0.05, 19.95)


def load(value: dict[str, Any]) -> Area:
    found = Area.load(value)
    assert found is not None
    return found


def stop(floor: Area, x: float, z: float, number: int = 0) -> Stop:
    x, z = (float(v) for v in floor.settle(np.array([x, z])))
    return Stop(number, (x, floor.y, z))


def length(way: list[Any]) -> float:
    return sum(math.dist(a, b) for a, b in itertools.pairwise(way))


def brute(graph: Graph, floor: Area, start: Stop, goal: Stop) -> float:
    """The shortest length by Floyd and Warshall over every stop."""
    stops = [start, goal, *(Stop(0, (x, floor.y, z)) for x, z in floor.corners.tolist())]
    size = len(stops)
    far = np.full((size, size), np.inf)
    for i, j in itertools.product(range(size), repeat=2):
        if i == j or graph.meets(stops[i], stops[j]):
            far[i, j] = math.dist(stops[i].position, stops[j].position)
    for k in range(size):
        far = np.minimum(far, far[:, k : k + 1] + far[k])
    return float(far[0, 1])


@settings(max_examples=40)
@given(courtyards(), place, place, place, place)
def test_no_way_is_shorter(value: Any, ax: float, az: float, bx: float, bz: float) -> None:
    floor = load(value)
    graph = Graph([floor], [])
    start, goal = stop(floor, ax, az), stop(floor, bx, bz)
    way = graph.shortest([start], [goal])
    best = brute(graph, floor, start, goal)
    if way is None:
        assert math.isinf(best)
    else:
        assert way[0] == start.position
        assert way[-1] == goal.position
        assert length(way) == pytest.approx(best, rel=1e-6, abs=1e-6)


def test_a_link_is_a_way_up_and_down() -> None:
    low, high = (
        load(area("low", rectangle(0, 0, 5, 5))),
        load(area("high", rectangle(0, 0, 5, 5), y=4.0)),
    )
    foot, head = Stop(0, (4.0, 0.0, 4.0)), Stop(1, (1.0, 4.0, 1.0))
    graph = Graph([low, high], [(foot, head)])
    there = graph.shortest([stop(low, 1, 1)], [stop(high, 4, 4, 1)])
    back = graph.shortest([stop(high, 4, 4, 1)], [stop(low, 1, 1)])
    assert there is not None and back is not None
    assert foot.position in there and head.position in there
    assert there == back[::-1]


def test_without_a_link_the_upper_floor_is_out_of_reach() -> None:
    low, high = (
        load(area("low", rectangle(0, 0, 5, 5))),
        load(area("high", rectangle(0, 0, 5, 5), y=4.0)),
    )
    assert Graph([low, high], []).shortest([stop(low, 1, 1)], [stop(high, 4, 4, 1)]) is None


def test_the_shorter_of_two_links_is_taken() -> None:
    low, high = (
        load(area("low", rectangle(0, 0, 40, 5))),
        load(area("high", rectangle(0, 0, 40, 5), y=4.0)),
    )
    links = [(Stop(0, (x, 0.0, 2.0)), Stop(1, (x, 4.0, 2.0))) for x in (1.0, 20.0, 39.0)]
    way = Graph([low, high], links).shortest([stop(low, 18, 2)], [stop(high, 22, 2, 1)])
    assert way is not None
    assert (20.0, 0.0, 2.0) in way


def test_where_one_is_already_there_is_no_way_to_go() -> None:
    floor = load(area("yard", rectangle(0, 0, 5, 5)))
    here = stop(floor, 2, 2)
    way = Graph([floor], []).shortest([here], [here])
    assert way is not None
    assert length(way) == 0


def test_drawn_beforehand_or_as_needed_it_is_the_same_graph() -> None:
    holes = [rectangle(x, z, 1, 1) for x in (2, 5, 8) for z in (2, 5, 8)]
    floor = load(area("yard", rectangle(0, 0, 11, 11), *holes))
    lazy, eager = Graph([floor], []), Graph([floor], [])
    eager.draw()
    start, goal = stop(floor, 0.5, 0.5), stop(floor, 10.5, 10.4)
    assert lazy.shortest([start], [goal]) == eager.shortest([start], [goal])
    count = len(floor.corners)
    assert [lazy.neighbours(n) for n in range(count)] == [eager.neighbours(n) for n in range(count)]
