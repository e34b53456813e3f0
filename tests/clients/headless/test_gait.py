"""Walking, turning and sitting, told how much time has passed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.gait import EYES, SEATED_EYES, Gait
from clients.headless.geometry import distance, turned


def test_walking_covers_its_metres_around_corners() -> None:
    gait = Gait()
    gait.walk([(0, 0, -1), (1, 0, -1)], 1.4)
    gait.step(1.0)
    assert gait.feet == pytest.approx((0.4, 0, -1))
    gait.step(10.0)
    assert gait.feet == pytest.approx((1, 0, -1))
    assert gait.way == []
    assert gait.walked == pytest.approx(2.0)


def test_a_walker_looks_where_the_way_goes() -> None:
    gait = Gait()
    gait.walk([(10, 0, 0)], 1.4)
    for _ in range(20):
        gait.step(0.05)
    assert turned(gait.pose().rotation, (0, 0, -1)) == pytest.approx((1, 0, 0), abs=1e-6)


def test_a_look_turns_the_short_way_round() -> None:
    gait = Gait()
    gait.place((0, 0, 0), math.radians(170))
    gait.aim = (math.radians(-170), 0.0)
    gait.step(0.05)
    assert gait.yaw > math.radians(170)
    gait.step(1.0)
    assert not gait.moving


def test_eyes_are_lower_on_a_seat() -> None:
    gait = Gait()
    assert gait.eyes[1] == EYES
    gait.seated = True
    assert gait.eyes[1] == SEATED_EYES
    assert gait.pose().seated
    gait.walk([(1, 0, 0)], 1.0)
    assert not gait.seated


@given(
    st.lists(st.tuples(*[st.floats(-50, 50)] * 3), min_size=1, max_size=5),
    st.lists(st.floats(0, 0.3), min_size=1, max_size=40),
)
def test_nobody_outruns_their_speed(
    way: list[tuple[float, float, float]], steps: list[float]
) -> None:
    gait = Gait()
    gait.walk(way, 1.4)
    for seconds in steps:
        before = gait.feet
        gait.step(seconds)
        assert distance(before, gait.feet) <= 1.4 * seconds + 1e-6
