from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.kit_quads import box_quads, grid_quads, join
from tests.scenes.demo.drawing import agrees, area, volume

GREY = np.array([0.5, 0.5, 0.5])
SIZES = st.floats(0.1, 30.0)
CUTS = st.just(0.0) | st.floats(0.05, 4.0)


@given(SIZES, SIZES, SIZES, CUTS)
def test_a_box_is_closed_however_it_is_cut(x: float, y: float, z: float, split: float) -> None:
    low, high = np.zeros((1, 3)), np.array([[x, y, z]])
    faces = grid_quads(box_quads(low, high, "ewudsn"), GREY, split)
    assert volume(faces) == pytest.approx(x * y * z)
    assert area(faces) == pytest.approx(2 * (x * y + y * z + z * x))
    assert agrees(faces)


def test_cells_are_no_longer_than_asked() -> None:
    quads = box_quads(np.zeros((1, 3)), np.array([[10.0, 1.0, 1.0]]), "u")
    faces = grid_quads(quads, GREY, 2.5)
    assert len(faces.indices) == 2 * 4
    xs = np.unique(faces.positions[:, 0])
    assert np.diff(xs).max() == pytest.approx(2.5)


def test_faces_look_where_their_letters_say() -> None:
    ways = {"e": (1, 0, 0), "w": (-1, 0, 0), "u": (0, 1, 0)}
    ways |= {"d": (0, -1, 0), "s": (0, 0, 1), "n": (0, 0, -1)}
    for letter, way in ways.items():
        faces = grid_quads(box_quads(np.zeros((1, 3)), np.ones((1, 3)), letter), GREY, 0)
        assert faces.normals == pytest.approx(np.tile(way, (4, 1)))


def test_colours_are_blended_between_corners() -> None:
    quads = box_quads(np.zeros((1, 3)), np.full((1, 3), 2.0), "u")
    tint = np.array([[[0, 0, 0], [1, 1, 1], [1, 1, 1], [0, 0, 0]]], dtype=float)
    faces = grid_quads(quads, tint, 1)
    assert faces.colors[:, 0] == pytest.approx(faces.positions[:, 0] / 2)


def test_a_quad_whose_lower_side_has_no_length_is_a_triangle() -> None:
    quad = np.array([[[0, 0, 0], [0, 0, 0], [1, 1, 0], [0, 1, 0]]], dtype=float)
    assert grid_quads(quad, GREY, 0).normals == pytest.approx(np.tile((0, 0, 1), (4, 1)))


def test_joined_faces_keep_their_own_corners() -> None:
    one = grid_quads(box_quads(np.zeros((1, 3)), np.ones((1, 3)), "ewudsn"), GREY, 0)
    moved = one._replace(positions=one.positions + 5)
    both = join([one, moved])
    assert volume(both) == pytest.approx(2)
    assert both.indices.max() == len(both.positions) - 1


def test_no_quads_are_no_faces() -> None:
    assert len(grid_quads(np.zeros((0, 4, 3)), GREY, 1).indices) == 0
