from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.kit_tint import hashed, noise, pane_tints, smooth

WHOLE = st.integers(-(2**40), 2**40)


@given(WHOLE, WHOLE, st.integers(0, 1000))
def test_a_hash_is_within_bounds_and_always_the_same(x: int, z: int, seed: int) -> None:
    value = float(hashed(x, z, seed))
    assert 0 <= value <= 1
    assert value == float(hashed(np.array([x]), np.array([z]), seed)[0])


def test_hashes_of_a_field_are_spread_evenly() -> None:
    x, z = np.meshgrid(np.arange(100), np.arange(100))
    counts, _ = np.histogram(hashed(x, z), bins=10, range=(0, 1))
    assert counts.min() > 800
    assert counts.max() < 1200


def test_smooth_noise_takes_its_corners_from_the_hash_and_has_no_jumps() -> None:
    corner = np.array([3.0]), np.array([5.0])
    assert smooth(corner[0] * 10, corner[1] * 10, 10) == hashed(*corner)
    walk = smooth(np.linspace(0, 100, 4001), np.zeros(4001), 10)
    assert np.abs(np.diff(walk)).max() < 0.01
    assert 0 <= walk.min() <= walk.max() <= 1


def test_noise_is_repeatable() -> None:
    assert (noise(7, 3, 2) == noise(7, 3, 2)).all()
    assert (noise(7, 3, 2) != noise(8, 3, 2)).any()


def test_panes_differ_and_are_darker_below() -> None:
    tints = pane_tints(6, 4, seed=1)
    assert tints.shape == (24, 4, 3)
    assert len(np.unique(tints[:, 0], axis=0)) == 24
    assert (tints[:, 0] < tints[:, 2]).all()
