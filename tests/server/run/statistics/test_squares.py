"""Squares of a floor: fine in a small hall, coarse on the grounds, never too many."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from server.run.statistics.squares import MOST, SIZES, size_of, square_of


def box(width: float, depth: float) -> dict[str, list[float]]:
    return {"min": [0, 0, 0], "max": [width, 5, depth]}


def test_sizes() -> None:
    assert [size_of(box(w, 10)) for w in (20, 60, 400, 9000)] == [0.5, 1.0, 8.0, 32.0]


@given(st.floats(1, 2000), st.floats(1, 2000))
def test_never_too_many_along_a_side(width: float, depth: float) -> None:
    size = size_of(box(width, depth))
    assert size in SIZES and max(width, depth) / size <= MOST


# A distance that is not even a normal number vanishes when it is divided.
METRES = st.floats(-4000, 4000, width=32, allow_subnormal=False)


@given(METRES, METRES, st.sampled_from(SIZES))
def test_everybody_is_in_their_square(x: float, z: float, size: float) -> None:
    (square,) = square_of(np.array([[x, 0, z]], np.float32), size).tolist()
    for at, number in zip((x, z), square, strict=True):
        assert number * size <= at < (number + 1) * size
