"""Ear clipping covers every polygon exactly, holes and all."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.shapes import circle
from scenes.demo.shapes.triangulate import signed_area, triangulate


def _covered(points: np.ndarray, triangles: np.ndarray) -> float:
    return sum(signed_area(points[triangle]) for triangle in triangles)


def test_signed_area_follows_the_winding() -> None:
    assert signed_area([(0, 0), (1, 0), (1, 1)]) == 0.5
    assert signed_area([(0, 0), (1, 1), (1, 0)]) == -0.5


@given(st.lists(st.floats(0.2, 2.0), min_size=3, max_size=60), st.booleans())
def test_any_star_shaped_polygon_is_covered(radii: list[float], reverse: bool) -> None:
    angles = np.arange(len(radii)) * 2 * pi / len(radii)
    ring = np.stack([np.cos(angles) * radii, np.sin(angles) * radii], axis=1)
    ring = ring[::-1] if reverse else ring
    triangles = triangulate(ring)
    assert len(triangles) == len(ring) - 2
    assert _covered(ring, triangles) == pytest.approx(abs(signed_area(ring)), rel=1e-6)


@given(st.integers(3, 24), st.floats(0, 6.3), st.integers(3, 12))
def test_a_flange_with_a_bolt_circle_is_covered(count: int, start: float, sides: int) -> None:
    turns = start + np.arange(count) * 2 * pi / count
    holes = [circle(0.04, sides) + 0.85 * np.array([np.cos(a), np.sin(a)]) for a in turns]
    rings = [circle(1.0, 48), circle(0.7, 40), *holes]
    covered = _covered(np.concatenate(rings), triangulate(rings[0], rings[1:]))
    expected = signed_area(rings[0]) - sum(signed_area(ring) for ring in rings[1:])
    assert covered == pytest.approx(expected, rel=1e-6)


@given(st.integers(1, 5), st.integers(3, 24))
def test_holes_are_left_open(holes: int, sides: int) -> None:
    outline = np.array([(0, 0), (2 * holes, 0), (2 * holes, 2), (0, 2)], "f8")
    rings = [circle(0.6, sides) + np.array([2 * i + 1, 1]) for i in range(holes)]
    triangles = triangulate(outline, rings)
    covered = _covered(np.concatenate([outline, *rings]), triangles)
    expected = 4 * holes - sum(signed_area(ring) for ring in rings)
    assert covered == pytest.approx(expected, rel=1e-6)
