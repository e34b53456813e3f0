"""How exhibits stand: on their feet, in their size, turned as they were."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.places import rotate
from server.run.exhibits.seat import (
    TALLEST,
    Seat,
    reseated,
    scale_for,
    seat_of,
    spot_on,
    turned,
    yaw_of,
)

SIZES = st.floats(1e-4, 1e5)
POINTS = st.tuples(*[st.floats(-500, 500)] * 3)
YAWS = st.floats(-3.1, 3.1)


def box(x: float, y: float, z: float, low: tuple[float, float, float] = (0, 0, 0)) -> Any:
    high = [a + b for a, b in zip(low, (x, y, z), strict=True)]
    return {"min": list(low), "max": high}


BOXES = st.builds(box, SIZES, SIZES, SIZES, POINTS)


@pytest.mark.parametrize(("width", "height"), [(0.5, 0.5), (100.0, 80.0), (0.001, 0.001), (1, 50)])
def test_a_fitted_exhibit_fits_and_is_seen(width: float, height: float) -> None:
    scale = scale_for(box(width, height, width), 0.88, "fitted")
    assert 0.1 <= scale * max(width, height) <= TALLEST + 1e-9
    assert scale * width <= 1.76 + 1e-9


def test_true_scale_is_kept_where_it_fits_and_where_it_is_asked_for() -> None:
    assert scale_for(box(0.8, 1.2, 0.8), 0.88, "fitted") == 1.0
    assert scale_for(box(50, 50, 50), 0.88, "true") == 1.0


@given(BOXES, st.sampled_from(["true", "fitted"]))
def test_no_size_is_beyond_what_a_node_may_have(bounds: Any, fit: Any) -> None:
    assert 0 < scale_for(bounds, 1.5, fit) <= 1000


@given(BOXES, POINTS, YAWS)
def test_the_foot_is_where_it_was_put(bounds: Any, foot: Any, yaw: float) -> None:
    seat = Seat(foot, turned(yaw), scale_for(bounds, 1.0, "fitted"))
    told = seat.properties(bounds)
    low, high = bounds["min"], bounds["max"]
    middle = ((low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2)
    x, y, z = (seat.scale * v for v in middle)
    there = rotate(seat.turn, (x, y, z))
    found = [a + b for a, b in zip(there, told["translation"], strict=True)]
    assert found == pytest.approx(list(foot), abs=1e-6, rel=1e-6)
    assert yaw_of(told) == pytest.approx(yaw, abs=1e-6)


@given(BOXES, POINTS, YAWS)
def test_a_seat_is_read_back_from_its_node(bounds: Any, foot: Any, yaw: float) -> None:
    seat = Seat(foot, turned(yaw), scale_for(bounds, 1.0, "fitted"))
    node = {**seat.properties(bounds), "model": {"bounds": bounds}}
    read = seat_of(node)
    assert read is not None
    assert list(read.foot) == pytest.approx(list(foot), abs=1e-6, rel=1e-6)
    assert read.scale == seat.scale


def node_with(bounds: Any, fit: str | None, **changes: Any) -> Any:
    spot = spot_on({"plinth": {"height": 0.9, "radius": 0.8}})
    chosen: Any = fit or "fitted"
    seat = Seat(spot.foot, turned(0.3), scale_for(bounds, spot.reach, chosen))
    shown = {"id": "x", "revision": 1, **({"fit": fit} if fit else {})}
    return {**seat.properties(bounds), "model": {"bounds": bounds}, "exhibit": shown, **changes}


def test_a_new_size_is_fitted_anew_in_the_same_place() -> None:
    old, new = box(8, 2, 8), box(4, 3, 4, (1, 1, 1))
    seat = reseated(node_with(old, "fitted"), new, 0.88)
    assert seat is not None
    assert seat.scale == pytest.approx(1.76 / 4)
    assert seat.foot == pytest.approx((0, 0.9, 0))
    assert math.isclose(2 * math.asin(seat.turn[1]), 0.3)


def test_what_a_hand_has_sized_keeps_its_share() -> None:
    old, new = box(8, 2, 8), box(4, 3, 4)
    seat = reseated(node_with(old, "fitted", scale=[0.44, 0.44, 0.44]), new, 0.88)
    assert seat is not None and seat.scale == pytest.approx(2 * 1.76 / 4)
    seat = reseated(node_with(old, "true", scale=[0.5, 0.5, 0.5]), new, 0.88)
    assert seat is not None and seat.scale == 0.5


def test_what_was_not_placed_by_us_stays_as_it_is() -> None:
    old, new = box(8, 2, 8), box(4, 3, 4)
    assert reseated(node_with(old, None), new, 0.88) is None
    assert reseated(node_with(old, "fitted", scale=[1.0, 2.0, 1.0]), new, 0.88) is None
