"""One area: its size, its distance, and where one ends who wants to stand beside it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenes.walk.area import Area, flat
from tests.scenes.walk.shapes import area, courtyards, rectangle, shares, stars

coordinate = st.floats(-60.0, 60.0)


def load(value: dict[str, Any]) -> Area:
    found = Area.load(value)
    assert found is not None
    return found


def test_its_size_leaves_the_holes_out() -> None:
    yard = load(area("yard", rectangle(0, 0, 10, 10), rectangle(1, 1, 2, 3), y=2.5))
    assert yard.size == pytest.approx(94)
    assert yard.y == 2.5
    assert (yard.low.tolist(), yard.high.tolist()) == ([0, 0], [10, 10])


@pytest.mark.parametrize(
    "value",
    [
        area("flat", [[0, 0], [1, 0], [2, 0]]),
        area("high", rectangle(0, 0, 1, 1), y=math.inf),
        area("lost", rectangle(0, 0, 1, 1), y=math.nan),
        area("odd", [[0, 0], [1, 0], [math.nan, 1]]),
    ],
    ids=lambda value: value["id"],
)
def test_what_is_no_floor_is_none(value: dict[str, Any]) -> None:
    assert Area.load(value) is None


def test_a_hole_of_no_size_is_no_hole() -> None:
    yard = load(area("yard", rectangle(0, 0, 4, 4), [[1, 1], [2, 1], [3, 1]]))
    assert yard.size == pytest.approx(16)
    assert yard.contains(np.array([2.0, 1.0]))


@given(courtyards(), coordinate, coordinate)
def test_the_distance_is_nothing_inside_and_to_the_wall_outside(
    value: Any, x: float, z: float
) -> None:
    yard, spot = load(value), np.array([x, z])
    distance = yard.distance(spot)
    assert (distance == 0) == yard.contains(spot) or distance < 1e-9
    outside = np.maximum(np.maximum(yard.low - spot, spot - yard.high), 0)
    assert distance >= np.hypot(*outside) - 1e-9


@given(courtyards(), coordinate, coordinate)
def test_one_settles_where_one_can_stand_and_not_farther_than_needed(
    value: Any, x: float, z: float
) -> None:
    yard, spot = load(value), np.array([x, z])
    settled = yard.settle(spot)
    assert yard.distance(settled) < 1e-6
    assert np.hypot(*(settled - spot)) <= yard.distance(spot) + 0.7
    assert yard.settle(settled) == pytest.approx(settled)


@given(stars, coordinate, coordinate)
def test_even_in_a_spiky_place(star: Any, x: float, z: float) -> None:
    found = Area.load(area("star", star))
    assume(found is not None)
    assert found is not None
    assert found.distance(found.settle(np.array([x, z]))) < 0.01


@given(courtyards(), shares, shares)
def test_somewhere_is_always_inside(value: Any, across: float, along: float) -> None:
    yard = load(value)
    assert yard.distance(yard.somewhere(across, along)) < 1e-6


@given(courtyards())
def test_ways_bend_at_points_on_the_floor(value: Any) -> None:
    yard = load(value)
    for corner in yard.corners:
        assert yard.contains(corner)


@given(st.lists(st.floats(allow_nan=False), min_size=3, max_size=3))
def test_a_position_from_anywhere_becomes_numbers_that_can_be_squared(position: Any) -> None:
    x, z = flat(position)
    assert math.isfinite(x * x + z * z)
    if max(abs(position[0]), abs(position[2])) <= 1e6:
        assert [x, z] == [position[0], position[2]]
