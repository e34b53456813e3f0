from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.kit_polygon import area, edges, ellipse, offset, rectangle, rounded

SIZES = st.floats(2.0, 100.0)


@given(SIZES, SIZES)
def test_a_rectangle_has_its_sides_product_and_runs_counter_clockwise(w: float, d: float) -> None:
    assert area(rectangle(-w, -d, w, d)) == pytest.approx(4 * w * d)


def test_round_corners_take_away_what_a_circle_lacks_of_its_square() -> None:
    fine = rounded(0, 0, 10, 6, 1.0, steps=64)
    assert area(fine) == pytest.approx(60 - (4 - math.pi), abs=1e-2)


def test_an_ellipse_of_many_sides_is_round() -> None:
    points = ellipse(3, -2, 5, 2, 256)
    assert area(points) == pytest.approx(math.pi * 10, rel=1e-3)
    assert all(((x - 3) / 5) ** 2 + ((z + 2) / 2) ** 2 == pytest.approx(1) for x, z in points)


@given(st.floats(-0.9, 5.0))
def test_offset_moves_every_side_by_as_much(by: float) -> None:
    grown = offset(rectangle(-2, -1, 2, 1), by)
    assert area(grown) == pytest.approx((4 + 2 * by) * (2 + 2 * by), abs=1e-6)


def test_offset_there_and_back_is_where_it_was() -> None:
    shape = ellipse(0, 0, 6, 4, 24)
    back = offset(offset(shape, 0.5), -0.5)
    assert [p for point in back for p in point] == pytest.approx([p for q in shape for p in q])


def test_edges_close_the_ring() -> None:
    shape = rectangle(0, 0, 2, 1)
    sides = edges(shape)
    assert len(sides) == 4
    assert [a for a, _ in sides] == shape
    assert all(sides[i][1] == sides[(i + 1) % 4][0] for i in range(4))
