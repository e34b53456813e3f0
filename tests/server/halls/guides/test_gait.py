"""Walking: never too fast, never off the way, and round the shorter side."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.pose import Vector
from scenes.places import IDENTITY, Place
from server.halls.guides.body import GuideBody
from server.halls.guides.gait import LONGEST_STEP, SPEED, TURN, moved, shortened
from tests.server.halls.guides.troupe import XIAOJING

COORDINATES = st.floats(-20, 20)
POINTS = st.tuples(COORDINATES, st.just(0.0), COORDINATES)


def body() -> GuideBody:
    return GuideBody.at_home("g", 0, 300, XIAOJING, Place((0.0, 0.0, 0.0), IDENTITY))


@given(st.lists(POINTS, min_size=1, max_size=5), st.lists(st.floats(0, 2), max_size=30))
def test_no_step_is_faster_than_a_stroll(way: list[Vector], steps: list[float]) -> None:
    walker = body()
    walker.way = list(way)
    for seconds in steps:
        before, yaw = walker.feet, walker.yaw
        moved(walker, seconds)
        assert math.dist(before, walker.feet) <= SPEED * min(seconds, LONGEST_STEP) + 1e-6
        turned = abs(math.remainder(walker.yaw - yaw, math.tau))
        assert turned <= TURN * min(seconds, LONGEST_STEP) + 1e-6
    for _ in range(int(sum(map(math.dist, [(0, 0, 0), *way], way)) / SPEED / 0.5) + 2):
        moved(walker, 0.5)
    assert walker.feet == pytest.approx(way[-1]) and walker.way == []


def test_it_turns_the_shorter_way_and_looks_at_what_it_points_at() -> None:
    walker = body()
    walker.yaw, walker.target = 3.0, (0.1, 0.0, 5.0)
    moved(walker, 0.1)
    assert walker.yaw > 3.0 or walker.yaw < -2.8


def test_standing_still_it_keeps_its_way() -> None:
    walker = body()
    walker.way = [(5.0, 0.0, 0.0)]
    moved(walker, 0.5, walking=False)
    assert walker.feet == (0.0, 0.0, 0.0) and len(walker.way) == 1


@given(st.lists(POINTS, min_size=2, max_size=5), POINTS, st.floats(0.5, 6))
def test_a_way_ends_at_the_first_place_that_is_near_enough(
    way: list[Vector], goal: Vector, metres: float
) -> None:
    kept = shortened(way, goal, metres)
    near = [p for p in way[:-1] if math.dist(p, goal) <= metres]
    if near:
        assert math.dist(kept[-1], goal) <= metres + 1e-6
    for place in kept[:-1]:
        assert place in way
    assert kept[-1] == way[-1] or math.dist(kept[-1], goal) <= metres + 1e-3


def test_who_stands_there_already_goes_nowhere() -> None:
    assert shortened([(0.0, 0.0, 0.0), (5.0, 0.0, 0.0)], (0.5, 0.0, 0.0), 2.0) == [(0.0, 0.0, 0.0)]
