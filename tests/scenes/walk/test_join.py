"""Areas that meet are one floor: where one may step from one into the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.walk.area import Area
from scenes.walk.join import GAP, crossings
from tests.scenes.walk.shapes import area, rectangle

STEP = 0.5


def areas(*values: dict[str, Any]) -> list[Area]:
    found = [Area.load(value) for value in values]
    return [each for each in found if each is not None]


def room(x: float, z: float, size: float = 4.0, y: float = 0.0) -> dict[str, Any]:
    return area(f"r{x}-{z}-{y}", rectangle(x, z, size, size), y=y)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (room(2, 2), True),
        (room(4, 0), True),
        (room(4 + GAP / 2, 0), True),
        (room(4.5, 0), False),
        (room(1, 1, 1), True),
        (room(40, 40), False),
        (room(2, 2, y=0.4), True),
        (room(2, 2, y=0.6), False),
        (room(2, 2, y=-0.6), False),
    ],
    ids=["overlap", "a wall", "nearly a wall", "a gap", "within", "far", "a step", "up", "down"],
)
def test_rooms_meet_or_do_not(other: dict[str, Any], meets: bool) -> None:
    assert bool(crossings(areas(room(0, 0), other), STEP)) == meets


def test_each_end_of_a_crossing_stands_in_its_own_area_at_its_own_height() -> None:
    both = areas(room(0, 0), room(2, 1, y=0.3))
    for one, other in crossings(both, STEP):
        assert {one.area, other.area} == {0, 1}
        for stop in (one, other):
            x, y, z = stop.position
            assert y == both[stop.area].y
            assert both[stop.area].distance(np.array([x, z])) < 1e-6
        assert (
            np.hypot(one.position[0] - other.position[0], one.position[2] - other.position[2]) < 1
        )


@given(st.floats(-6, 6), st.floats(-6, 6), st.floats(0.5, 6))
def test_meeting_does_not_depend_on_who_is_told_first(x: float, z: float, size: float) -> None:
    one, other = room(0, 0), room(x, z, size)
    there = crossings(areas(one, other), STEP)
    back = crossings(areas(other, one), STEP)
    assert bool(there) == bool(back)


def test_many_teeth_that_mesh_make_a_bounded_number_of_crossings() -> None:
    comb = [[0.0, 0.0]] + [[x / 2, 1.0 if x % 2 else 3.0] for x in range(200)] + [[100.0, 0.0]]
    bar = area("bar", rectangle(0, 1.5, 100, 1))
    found = crossings(areas(area("comb", comb), bar), STEP)
    assert 0 < len(found) < 60


def test_alone_or_with_nobody_there_is_nothing_to_cross() -> None:
    assert crossings([], STEP) == []
    assert crossings(areas(room(0, 0)), STEP) == []
