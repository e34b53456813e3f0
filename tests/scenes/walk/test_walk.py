"""Ways stay on the floor, are shortest where that is known, and lead back as they lead there."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.walk import WalkMap, graph
from tests.scenes.walk.shapes import area, courtyards, rectangle, shares, stars, walk

HALL = area("hall", rectangle(0, 0, 20, 10), rectangle(8, 2, 4, 6))
FLOORS = st.one_of(courtyards(), stars.map(lambda ring: area("star", ring)))


def _length(way: list[list[float]]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(way))


def _along(way: list[list[float]]) -> list[list[float]]:
    shares = np.linspace(0.0, 1.0, 41)[:, None]
    legs = [np.array(a) * (1 - shares) + np.array(b) * shares for a, b in pairwise(way)]
    return [list(map(float, point)) for leg in legs for point in leg]


def test_inside_knows_holes_and_heights() -> None:
    floor = WalkMap(walk(HALL))
    assert floor.inside([1, 0.2, 1])
    assert not floor.inside([1, 2.0, 1])
    assert not floor.inside([10, 0, 5])
    assert not floor.inside([-1, 0, 5])


def test_height_is_the_floor_nearest_to_the_feet() -> None:
    floor = WalkMap(walk(HALL, area("gallery", rectangle(0, 0, 5, 5), y=4.0)))
    assert floor.height([1, 0.5, 1]) == 0.0
    assert floor.height([1, 3.5, 1]) == 4.0
    assert floor.height([15, 3.5, 1]) == 0.0
    assert floor.height([-1, 0, 0]) is None


@pytest.mark.parametrize(
    "position", [[-3, 0, 5], [10, 0, 5], [25, 1, 15], [0, 0, 0], [20, 0, 5], [8, 0, 2]]
)
def test_nearest_can_be_stood_on_and_is_near(position: list[float]) -> None:
    floor = WalkMap(walk(HALL))
    found = floor.nearest(position)
    assert floor.inside(found)
    dx, dz = max(-position[0], position[0] - 20, 0), max(-position[2], position[2] - 10, 0)
    assert math.dist(found, position) <= math.hypot(dx, position[1], dz) + 2.0 + 0.45


def test_nearest_leaves_a_good_place_alone() -> None:
    assert WalkMap(walk(HALL)).nearest([3, 0, 3]) == (3.0, 0.0, 3.0)


def test_straight_lines_are_clear_or_not() -> None:
    floor = WalkMap(walk(HALL))
    assert floor.clear([1, 0, 1], [19, 0, 1])
    assert not floor.clear([1, 0, 5], [19, 0, 5])
    assert not floor.clear([1, 0, 5], [10, 0, 5])
    assert not floor.clear([-1, 0, 5], [1, 0, 5])


def test_a_way_around_a_block_is_nearly_the_shortest() -> None:
    way = WalkMap(walk(HALL)).path([1, 0, 5], [19, 0, 5])
    assert way is not None
    assert (way[0], way[-1], len(way)) == ([1, 0, 5], [19, 0, 5], 4)
    assert _length(way) == pytest.approx(4 + 2 * math.hypot(7, 3), abs=0.7)


def test_ends_beside_the_floor_are_moved_onto_it() -> None:
    floor = WalkMap(walk(HALL))
    way = floor.path([-5, 0, 5], [10, 0, 4.9])
    assert way is not None
    assert all(floor.inside(corner) for corner in way)
    assert math.dist(way[0], [0, 0, 5]) < 0.5


def test_separate_floors_are_joined_by_links_alone() -> None:
    low, high = area("low", rectangle(0, 0, 5, 5)), area("high", rectangle(8, 0, 5, 5), y=2.0)
    assert WalkMap(walk(low, high)).path([1, 0, 1], [12, 2, 1]) is None
    link = {"from": [4.5, 0, 2], "to": [8.5, 2, 2]}
    way = WalkMap(walk(low, high, links=[link])).path([1, 0, 1], [12, 2, 1])
    assert way == [[1, 0, 1], [4.5, 0, 2], [8.5, 2, 2], [12, 2, 1]]
    back = WalkMap(walk(low, high, links=[link])).path([12, 2, 1], [1, 0, 1])
    assert back == way[::-1]


def test_overlapping_floors_need_no_link() -> None:
    east, north = area("east", rectangle(0, 4, 20, 2)), area("north", rectangle(9, -10, 2, 20))
    floor = WalkMap(walk(east, north))
    way = floor.path([1, 0, 5], [10, 0, -9])
    assert way is not None
    assert all(floor.inside(point) for point in _along(way))


def test_touching_floors_need_no_link() -> None:
    floor = WalkMap(walk(area("a", rectangle(0, 0, 5, 5)), area("b", rectangle(5, 1, 5, 3), y=0.2)))
    way = floor.path([1, 0, 2], [9, 0.2, 2])
    assert way is not None
    assert _length(way) < 9.5


def test_one_stands_on_both_of_two_overlapping_floors() -> None:
    floor = WalkMap(walk(area("a", rectangle(0, 0, 5, 5)), area("b", rectangle(3, 0, 9, 5))))
    assert floor.path([4, 0, 1], [11, 0, 1]) == [[4, 0, 1], [11, 0, 1]]
    assert floor.clear([4, 0, 1], [11, 0, 1])


def test_a_hall_without_floor_answers() -> None:
    floor = WalkMap(walk())
    assert floor.nearest([1, 2, 3]) == (1.0, 2.0, 3.0)
    assert floor.path([0, 0, 0], [1, 0, 1]) is None
    assert not floor.inside([0, 0, 0])
    assert floor.random_point(0.5, 0.5) == (0.0, 0.0, 0.0)


@given(position=st.lists(st.floats(), min_size=3, max_size=3))
def test_no_position_upsets_it(position: list[float]) -> None:
    floor = WalkMap(walk(HALL))
    floor.inside(position)
    floor.height(position)
    floor.clear(position, [1, 0, 1])
    way = floor.path(position, [1, 0, 1])
    assert way is None or all(map(math.isfinite, way[0]))


@settings(max_examples=150)
@given(floor=FLOORS, ends=st.tuples(shares, shares, shares, shares))
def test_ways_stay_inside_and_lead_back(floor: dict[str, Any], ends: tuple[float, ...]) -> None:
    map_ = WalkMap(walk(floor))
    start, goal = map_.random_point(ends[0], ends[1]), map_.random_point(ends[2], ends[3])
    way, back = map_.path(start, goal), map_.path(goal, start)
    assert way is not None
    assert back is not None
    assert (way[0], way[-1]) == (list(start), list(goal))
    assert all(map_.inside(point) for point in _along(way))
    assert _length(way) == pytest.approx(_length(back), abs=1e-6)
    assert _length(way) >= math.dist(start, goal) - 1e-9


@given(floor=FLOORS, ends=st.tuples(shares, shares, shares, shares))
def test_what_is_clear_is_the_way(floor: dict[str, Any], ends: tuple[float, ...]) -> None:
    map_ = WalkMap(walk(floor))
    start, goal = map_.random_point(ends[0], ends[1]), map_.random_point(ends[2], ends[3])
    if map_.clear(start, goal):
        assert map_.path(start, goal) == [list(start), list(goal)]
        assert all(map_.inside(point) for point in _along([list(start), list(goal)]))


@given(floor=FLOORS, across=shares, along=shares)
def test_random_points_can_be_stood_on(floor: dict[str, Any], across: float, along: float) -> None:
    map_ = WalkMap(walk(floor))
    assert map_.inside(map_.random_point(across, along))


def test_larger_areas_get_more_of_the_crowd() -> None:
    floor = WalkMap(
        walk(area("a", rectangle(0, 0, 10, 10)), area("b", rectangle(50, 0, 30, 10), y=1.0))
    )
    points = [floor.random_point(i / 100, (i * 0.618) % 1.0) for i in range(100)]
    assert sum(point[1] == 1.0 for point in points) == pytest.approx(75, abs=2)


def test_a_crowded_floor_is_crossed() -> None:
    pillars = [rectangle(2.0 * i + 0.5, 2.0 * j + 0.5, 1, 1) for i in range(10) for j in range(10)]
    floor = WalkMap(walk(area("forest", rectangle(0, 0, 20, 20), *pillars)))
    way = floor.path([0.2, 0, 0.2], [19.8, 0, 19.2])
    assert way is not None
    assert all(floor.inside(point) for point in _along(way))


def test_a_prepared_floor_gives_the_same_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    floor, prepared = WalkMap(walk(HALL)), WalkMap(walk(HALL))
    prepared.prepare()
    way = floor.path([1, 0, 5], [19, 0, 5])
    assert prepared.path([1, 0, 5], [19, 0, 5]) == way
    # What is drawn already costs a search next to nothing.
    monkeypatch.setattr(graph, "WORK", 64 * 20)
    assert prepared.path([1, 0, 5], [19, 0, 5]) == way


def test_a_search_gives_up_after_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    floor = WalkMap(walk(HALL))
    monkeypatch.setattr(graph, "WORK", 1)
    assert floor.path([1, 0, 5], [19, 0, 5]) is None
    monkeypatch.undo()
    assert floor.path([1, 0, 5], [19, 0, 5]) is not None
