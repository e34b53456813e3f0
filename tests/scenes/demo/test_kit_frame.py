from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.kit_frame import HERE, Frame, standing, wall

FRAMES = st.builds(
    standing, *[st.floats(-100, 100)] * 2, st.floats(-math.pi, math.pi), st.floats(-10, 10)
)


@given(FRAMES)
def test_axes_stay_right_handed_and_of_length_one(frame: Frame) -> None:
    assert frame.axes @ frame.axes.T == pytest.approx(np.eye(3))
    assert np.linalg.det(frame.axes) == pytest.approx(1)


@given(FRAMES, FRAMES)
def test_then_carries_as_one_after_the_other(inner: Frame, outer: Frame) -> None:
    point = np.array([1.0, 2.0, 3.0])
    assert inner.then(outer).points(point) == pytest.approx(outer.points(inner.points(point)))


def test_a_quarter_turn_about_y_takes_the_front_east() -> None:
    assert standing(yaw=math.pi / 2).vectors([0, 0, 1]) == pytest.approx([1, 0, 0])


def test_here_changes_nothing() -> None:
    assert HERE.points([4, 5, 6]) == pytest.approx([4, 5, 6])


def test_a_wall_runs_from_corner_to_corner_and_looks_out() -> None:
    south = wall((-2.0, 1.0), (2.0, 1.0), 3.0)
    assert south.points([0, 0, 0]) == pytest.approx([-2, 3, 1])
    assert south.points([4, 1, 0]) == pytest.approx([2, 4, 1])
    assert south.vectors([0, 0, 1]) == pytest.approx([0, 0, 1])
