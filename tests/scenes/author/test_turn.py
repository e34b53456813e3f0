"""Quaternions turn right-handed and keep lengths."""

from __future__ import annotations

from math import pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.author.turn import IDENTITY, about
from scenes.places import rotate

AXES = st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda a: sum(v * v for v in a) > 0.01)


@pytest.mark.parametrize(
    ("axis", "start", "end"),
    [
        ((0, 1, 0), (1, 0, 0), (0, 0, -1)),
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        ((0, 0, 5), (1, 0, 0), (0, 1, 0)),
    ],
)
def test_a_quarter_turn_is_right_handed(
    axis: tuple[float, float, float],
    start: tuple[float, float, float],
    end: tuple[float, float, float],
) -> None:
    assert rotate(about(axis, pi / 2), start) == pytest.approx(end, abs=1e-12)


def test_the_identity_turns_nothing() -> None:
    assert rotate(IDENTITY, (1, 2, 3)) == (1, 2, 3)


@given(AXES, st.floats(-10, 10), AXES)
def test_lengths_are_kept(
    axis: tuple[float, float, float], angle: float, v: tuple[float, float, float]
) -> None:
    q = about(axis, angle)
    assert sum(c * c for c in q) == pytest.approx(1)
    before, after = (sqrt(sum(c * c for c in p)) for p in (v, rotate(q, v)))
    assert after == pytest.approx(before)
