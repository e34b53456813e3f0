from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo import kit_field as f
from scenes.demo.kit_polygon import rectangle

SPOTS = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


def at(field: f.Field, x: float, z: float) -> float:
    return float(field(np.array(x), np.array(z)))


def test_a_box_is_negative_inside_and_a_distance_outside() -> None:
    square = f.box(-2, -2, 2, 2)
    assert at(square, 0, 0) == pytest.approx(-2)
    assert at(square, 2, 1) == pytest.approx(0)
    assert at(square, 5, 6) == pytest.approx(5)


def test_round_corners_lie_inside_square_ones() -> None:
    sharp, soft = f.box(-2, -2, 2, 2), f.box(-2, -2, 2, 2, r=1)
    assert at(sharp, 1.95, 1.95) < 0 < at(soft, 1.95, 1.95)
    assert at(soft, 0, 2) == pytest.approx(0)


@given(SPOTS)
def test_a_polygon_agrees_with_the_box_of_the_same_corners(spot: tuple[float, float]) -> None:
    box, polygon = f.box(-3, -4, 5, 6), f.polygon(rectangle(-3, -4, 5, 6))
    assert at(polygon, *spot) == pytest.approx(at(box, *spot), abs=1e-9)


@given(SPOTS)
def test_union_within_and_without_are_those_of_sets(spot: tuple[float, float]) -> None:
    one, other = f.disc(0, 0, 20), f.disc(15, 0, 12)
    a, b = at(one, *spot) < 0, at(other, *spot) < 0
    assert (at(f.union(one, other), *spot) < 0) == (a or b)
    assert (at(f.within(one, other), *spot) < 0) == (a and b)
    if at(other, *spot) != 0:
        assert (at(f.without(one, other), *spot) < 0) == (a and not b)


@given(SPOTS)
def test_growing_brings_a_shape_nearer_by_as_much(spot: tuple[float, float]) -> None:
    assert at(f.grow(f.disc(1, 2, 3), 0.5), *spot) == pytest.approx(at(f.disc(1, 2, 3.5), *spot))


def test_a_line_follows_the_edge_on_both_sides() -> None:
    ring = f.line(f.disc(0, 0, 10), 0.5)
    assert [at(ring, x, 0) < 0 for x in (9.4, 9.6, 10.4, 10.6)] == [False, True, True, False]


def test_a_strip_ends_square() -> None:
    road = f.strip((0, 0), (10, 0), 2)
    assert at(road, 5, 1.9) < 0 < at(road, 5, 2.1)
    assert at(road, 9.9, 1.9) < 0 < at(road, 10.1, 0)


def test_a_turned_box_is_the_straight_one_turned() -> None:
    turned = f.turned_box(10, 0, math.pi / 2, 4, 1)
    assert at(turned, 10, 3.9) < 0 < at(turned, 10, 4.1)
    assert at(turned, 10.9, 0) < 0 < at(turned, 11.1, 0)


def test_samples_of_a_field_are_near_the_field() -> None:
    whole = f.disc(0, 0, 7)
    read = f.sampled(whole, -10, -10, 10, 10, 0.25)
    x, z = np.meshgrid(np.linspace(-9, 9, 31), np.linspace(-9, 9, 31))
    far = np.hypot(x, z) > 1
    assert np.abs(read(x, z) - whole(x, z))[far].max() < 0.02
    assert at(read, 40, 0) > 25


def test_a_closed_curve_passes_through_its_knots() -> None:
    knots = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    curve = f.closed_curve(knots, 8)
    assert len(curve) == 32
    assert curve[::8] == knots
