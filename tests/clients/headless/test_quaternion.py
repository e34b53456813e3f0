"""Rotations as they travel."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.geometry import Quat
from clients.headless.quaternion import clamped, pack_rotation, unpack_rotation


@given(st.integers(0, 2**32 - 1))
def test_what_is_read_is_written_again(packed: int) -> None:
    try:
        rotation = unpack_rotation(packed, 10)
    except ValueError:
        return
    again = unpack_rotation(pack_rotation(rotation, 10), 10)
    assert abs(sum(a * b for a, b in zip(rotation, again, strict=True))) > 0.9999
    assert math.hypot(*rotation) == pytest.approx(1)


@pytest.mark.parametrize("nothing", [(0, 0, 0, 0), (math.nan, 0, 0, 1), (math.inf, 0, 0, 1)])
def test_what_is_no_rotation_is_refused(nothing: Quat) -> None:
    with pytest.raises(ValueError, match="not a rotation"):
        pack_rotation(nothing, 10)


def test_three_components_that_are_too_long_are_refused() -> None:
    with pytest.raises(ValueError, match="not a rotation"):
        unpack_rotation(0x3FFFFFFF, 10)


def test_halves_go_up_and_the_ends_hold() -> None:
    assert [clamped(value, 10) for value in (-5.0, 0.5, 1.49, 99.0)] == [0, 1, 1, 10]
