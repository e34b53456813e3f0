"""Quantising loses less than a step, and repeats nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from scenes.author.quantise import STEPS, pack, packing
from scenes.demo.shapes import Mesh, box, sphere

POINTS = arrays("f4", (6, 3), elements=st.floats(-500, 500, width=32))
UP = np.tile(np.array([0, 1, 0], "f4"), (6, 1))


@given(POINTS, st.floats(0, 0.01))
def test_positions_come_back_within_half_a_step_or_the_grain(
    points: np.ndarray, grain: float
) -> None:
    mesh = Mesh(points, UP, np.arange(6, dtype="u4"))
    how = packing([mesh])
    data = pack(mesh, how, False, grain)
    stored = data.positions[:, :3] / STEPS * how.scale + how.centre
    allowed = max(how.scale / STEPS, grain) * 0.51 + 1e-4
    for point in stored:
        assert np.abs(points - point).max(axis=1).min() <= allowed


@given(POINTS)
def test_stored_numbers_fill_the_range_they_have(points: np.ndarray) -> None:
    mesh = Mesh(points, UP, np.arange(6, dtype="u4"))
    data = pack(mesh, packing([mesh]), False)
    if len(data.positions):
        assert np.abs(data.positions[:, :3].astype("i4")).max() <= STEPS


def test_equal_vertices_are_stored_once() -> None:
    corners = np.array([(0, 0, 0), (1, 0, 0), (0, 0, 1), (0, 0, 0), (0, 0, 1), (-1, 0, 0)], "f4")
    data = pack(Mesh(corners, UP, np.arange(6, dtype="u4")), packing([box(2, 2, 2)]), False)
    assert len(data.positions) == 4
    assert data.indices.tolist() == [0, 1, 2, 0, 2, 3]


def test_slivers_disappear() -> None:
    corners = np.array([(0, 0, 0), (1, 0, 0), (0, 0, 1), (0, 0, 0), (1e-9, 0, 0), (1, 0, 0)], "f4")
    data = pack(Mesh(corners, UP, np.arange(6, dtype="u4")), packing([box(2, 2, 2)]), False)
    assert len(data.indices) == 3


def test_vertices_stand_in_order_of_use() -> None:
    data = pack(sphere(1), packing([sphere(1)]), False)
    first = [int(np.argmax(data.indices == i)) for i in range(len(data.positions))]
    assert first == sorted(first)


def test_a_grain_leaves_zeros_to_compress() -> None:
    fine, coarse = (pack(sphere(1), packing([sphere(1)]), False, g) for g in (0.0, 0.001))
    inner = coarse.positions[np.abs(coarse.positions) < STEPS]
    assert np.count_nonzero(inner % 32) == 0
    assert np.count_nonzero(fine.positions % 2) > 0


def test_one_cube_holds_all_surfaces_of_a_mesh() -> None:
    how = packing([box(1, 1, 1).moved(x=-5), box(1, 1, 1).moved(x=5)])
    assert how.centre == pytest.approx((0, 0, 0))
    assert how.scale == pytest.approx(5.5, abs=1e-4)
