"""The grid finds the same pairs as measuring every pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from avatars.grid import MOST_CELLS_A_SIDE, Grid, distances

crowds = st.integers(0, 2**32 - 1).map(np.random.default_rng)


def every_pair(
    at: NDArray[np.float32], points: NDArray[np.float32], radius: float
) -> set[tuple[int, int]]:
    """Return all pairs within the radius, the slow way."""
    i, j = (part.ravel() for part in np.indices((len(at), len(points))))
    near = distances(at, i, points, j) <= radius**2
    return set(zip(i[near].tolist(), j[near].tolist(), strict=True))


@given(crowds, st.integers(1, 60), st.sampled_from([0.5, 3.0, 40.0]), st.floats(0.1, 500.0))
def test_the_same_pairs_as_measuring_all(
    dice: np.random.Generator, count: int, radius: float, spread: float
) -> None:
    points = dice.normal(0.0, spread, (count, 2)).astype(np.float32)
    at = dice.normal(0.0, 2 * spread, (30, 2)).astype(np.float32)
    grid = Grid(points, radius)
    i, j = grid.pairs(at)
    assert set(zip(i.tolist(), j.tolist(), strict=True)) == every_pair(at, points, radius)
    assert len(i) == len(set(zip(i.tolist(), j.tolist(), strict=True)))
    assert (np.diff(i) >= 0).all()
    assert (grid.candidates(at) >= np.bincount(i, minlength=len(at))).all()


def test_a_wide_park_has_no_more_cells_than_it_may() -> None:
    points = np.array([[0.0, 0.0], [8000.0, 8000.0]], np.float32)
    grid = Grid(points, 1.0)
    assert grid.pairs(points)[0].tolist() == [0, 1]
    assert grid.candidates(np.array([[4000.0, 4000.0]], np.float32)).tolist() == [0]
    assert MOST_CELLS_A_SIDE < 8000


def test_everybody_in_one_spot() -> None:
    points = np.zeros((20, 2), np.float32)
    i, _ = Grid(points, 1.0).pairs(points)
    assert len(i) == 400
