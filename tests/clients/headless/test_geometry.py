"""Points and rotations."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.geometry import (
    IDENTITY,
    Vec3,
    added,
    between,
    direction,
    distance,
    product,
    rotation,
    scaled,
    turned,
)

AHEAD: Vec3 = (0.0, 0.0, -1.0)
points = st.tuples(*[st.floats(-100, 100)] * 3)
angles = st.floats(-math.pi, math.pi)


def test_yaw_grows_leftwards_from_minus_z() -> None:
    assert turned(rotation(0.0), AHEAD) == pytest.approx((0, 0, -1))
    assert turned(rotation(math.pi / 2), AHEAD) == pytest.approx((-1, 0, 0))
    assert turned(rotation(0.0, math.pi / 2), AHEAD) == pytest.approx((0, 1, 0))


@given(points, points)
def test_one_who_looks_at_a_point_sees_it_ahead(eye: Vec3, point: Vec3) -> None:
    far = distance(eye, point)
    if far < 1e-3:
        return
    seen = added(eye, scaled(turned(rotation(*direction(eye, point)), AHEAD), (far, far, far)))
    assert seen == pytest.approx(point, abs=1e-6 * far + 1e-6)


@given(angles, angles, points)
def test_a_product_turns_by_the_second_first(one: float, other: float, point: Vec3) -> None:
    p, q = rotation(one, 0.3), rotation(other, -0.2)
    assert turned(product(p, q), point) == pytest.approx(turned(p, turned(q, point)), abs=1e-9)
    assert product(p, IDENTITY) == pytest.approx(p)


@given(points, points, st.floats(0, 1))
def test_between_two_points(a: Vec3, b: Vec3, share: float) -> None:
    middle = between(a, b, share)
    assert distance(a, middle) == pytest.approx(share * distance(a, b), abs=1e-9)


def test_straight_up_has_a_yaw_too() -> None:
    assert direction((0, 0, 0), (0, 1, 0)) == pytest.approx((0.0, math.pi / 2))
