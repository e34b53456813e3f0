"""Smallest-three quaternions lose little, and refuse what is no rotation."""

from __future__ import annotations

from math import acos, degrees, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.quaternion import IDENTITY, Quaternion, QuaternionError, pack, unpack

part = st.floats(-1.0, 1.0)
rotations = st.tuples(part, part, part, part).filter(lambda q: sum(v * v for v in q) > 1e-3)


def angle_between(a: Quaternion, b: Quaternion) -> float:
    """Return the angle in degrees of the rotation that leads from one to the other."""
    dot = abs(sum(x * y for x, y in zip(a, b, strict=True)))
    length = sqrt(sum(v * v for v in a)) * sqrt(sum(v * v for v in b))
    return degrees(2.0 * acos(min(dot / length, 1.0)))


@given(rotations)
def test_a_head_rotation_is_off_by_at_most_28_hundredths_of_a_degree(q: Quaternion) -> None:
    assert angle_between(q, unpack(pack(q, 10), 10)) <= 0.28


@given(rotations)
def test_a_hand_rotation_is_off_by_at_most_55_hundredths_of_a_degree(q: Quaternion) -> None:
    assert angle_between(q, unpack(pack(q, 9), 9)) <= 0.56


@pytest.mark.parametrize("bits", [9, 10])
@pytest.mark.parametrize("largest", range(4))
def test_the_dropped_component_is_made_positive(bits: int, largest: int) -> None:
    parts = [0.0, 0.0, 0.0, 0.0]
    parts[largest] = -1.0
    x, y, z, w = parts
    packed = pack((x, y, z, w), bits)
    assert packed >> 3 * bits == largest
    assert unpack(packed, bits)[largest] == pytest.approx(1.0, abs=1e-4)


@given(rotations, st.sampled_from([9, 10]))
def test_packing_what_was_unpacked_is_the_same_rotation(q: Quaternion, bits: int) -> None:
    once = unpack(pack(q, bits), bits)
    assert angle_between(once, unpack(pack(once, bits), bits)) <= 0.6


@given(st.integers(0, 2**32 - 1))
def test_any_bits_are_a_unit_quaternion_or_refused(packed: int) -> None:
    try:
        q = unpack(packed, 10)
    except QuaternionError:
        return
    assert sum(v * v for v in q) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "q", [(0.0, 0.0, 0.0, 0.0), (float("nan"), 0.0, 0.0, 1.0), (float("inf"), 0.0, 0.0, 1.0)]
)
def test_four_numbers_that_are_no_rotation_are_refused(q: Quaternion) -> None:
    with pytest.raises(QuaternionError):
        pack(q, 10)


def test_identity_is_dropped_w() -> None:
    assert pack(IDENTITY, 10) == 3 << 30 | 512 << 20 | 512 << 10 | 512
