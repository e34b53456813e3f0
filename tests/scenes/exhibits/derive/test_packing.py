"""Numbers in few bits: every reader gets the numbers that were promised."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.exhibits.codecs.meshopt import decode, encode_vertices
from scenes.exhibits.derive.packing import (
    Packed,
    as_stored,
    directions,
    exponent_of,
    exponential,
    quaternions,
    shares,
)
from scenes.exhibits.derive.skinning import whole_weights


def read_back(packed: Packed) -> bytes:
    """What a reader gets behind the codec and the filter."""
    count, stride = packed.data.shape
    data = encode_vertices(packed.data)
    return decode(data, count, stride, "ATTRIBUTES", packed.filter).tobytes()


numbers = st.floats(-1e6, 1e6, width=32)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=30), st.integers(4, 20))
def test_exponential_numbers_are_told_exactly(rows: list[tuple[float, ...]], bits: int) -> None:
    values = np.array(rows, np.float32)
    span = float(np.ptp(values))
    packed = exponential(values, exponent_of(span, bits))
    assert np.array_equal(np.frombuffer(read_back(packed), "<f4"), packed.values.ravel())
    step = max(span / 2**bits, 2.0**-100)
    assert float(np.abs(packed.values - values).max()) <= step


def test_numbers_too_large_to_be_counted_finely_stay() -> None:
    values = np.array([[1e6, 1e6 + 0.0625]], np.float32)
    packed = exponential(values, exponent_of(0.0625, 16))
    assert packed.filter == "NONE" and np.array_equal(packed.values, values)


def test_numbers_that_reach_a_little_far_lose_a_few_bits() -> None:
    assert exponent_of(1.0, 16) == -15
    assert exponent_of(1.0, 16, 100.0) == -15
    assert exponent_of(1.0, 16, 1000.0) == -13
    assert exponent_of(1.0, 16, 1e6) == -15  # and then they stay as they are


def test_nought_stays_nought() -> None:
    assert exponential(np.zeros((2, 3), np.float32), -16).values.tolist() == [[0, 0, 0]] * 2
    assert exponent_of(0, 16) == -100


@pytest.mark.parametrize("bits", [8, 10, 12])
def test_directions_stay_unit_and_where_they_were(bits: int) -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(200, 3)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    packed = directions(vectors, bits)
    kind = "<i2" if bits > 8 else "<i1"
    back = np.frombuffer(read_back(packed), kind).reshape(200, 4)[:, :3] / np.iinfo(kind).max
    assert np.abs(np.linalg.norm(back, axis=1) - 1).max() < 0.0068
    assert np.abs(back - vectors).max() < 4 / 2**bits


def test_the_side_of_a_tangent_is_kept() -> None:
    tangents = np.array([[1, 0, 0, 1], [0, 1, 0, -1]], np.float32)
    back = np.frombuffer(read_back(directions(tangents, 8)), "<i1").reshape(2, 4)
    assert back.tolist() == [[127, 0, 0, 127], [0, 127, 0, -127]]


def test_quaternions_are_the_same_turns() -> None:
    rng = np.random.default_rng(2)
    turns = rng.normal(size=(50, 4)).astype(np.float32)
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    packed = quaternions(turns, 14)
    back = np.frombuffer(read_back(packed), "<i2").reshape(50, 4) / 32767
    assert np.abs(np.abs((back * turns).sum(axis=1)) - 1).max() < 1e-3
    assert packed.json == {"componentType": 5122, "type": "VEC4", "normalized": True}


def test_shares_keep_nought_and_one() -> None:
    values = np.array([[0.0, 1.0], [0.5, 0.25]], np.float32)
    for bits in (8, 10, 12, 16):
        packed = shares(values, bits)
        top = 255 if bits == 8 else 65535
        assert packed.values[0].tolist() == [0, top]
        assert np.abs(packed.values / top - values).max() <= 1 / 2**bits
    assert shares(values, 8).data.shape == (2, 4)  # padded to whole words


def test_columns_of_small_matrices_begin_at_whole_words() -> None:
    words = {"componentType": 5121, "type": "MAT3", "name": "x"}
    packed = as_stored(np.arange(9, dtype=np.uint8).reshape(1, 9), words)
    assert packed.data.tolist() == [[0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8, 0]]
    assert packed.json == {"componentType": 5121, "type": "MAT3"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 1000), min_size=8, max_size=8), min_size=1, max_size=20),
    st.sampled_from([255, 65535]),
)
def test_weights_add_up_to_one(rows: list[list[int]], one: int) -> None:
    weights = np.array(rows, np.float32)
    sums = weights.sum(axis=1, keepdims=True)
    weights = np.divide(weights, sums, out=np.zeros_like(weights), where=sums > 0)
    whole = whole_weights(weights, one)
    assert whole.sum(axis=1, dtype=np.int64).tolist() == np.where(sums > 0, one, 0).ravel().tolist()
    assert np.abs(whole / one - weights).max() <= 1.01 / one
    assert not whole[weights == 0].any() or one == 255
