"""Meshes never change; every operation gives a new one."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from scenes.demo.shapes import Mesh, box, merge, sphere, srgb
from tests.scenes.demo.shapes.measure import agrees, volume

BALL = sphere(1, 16, 8)


def test_arrays_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        BALL.positions[0] = 1


def test_moving_turning_scaling_keep_it_solid() -> None:
    mesh = box(1, 2, 3, 0.1).moved(1, 2, 3).turned("y", 1.0).scaled(2, 1, 1)
    assert volume(mesh) == pytest.approx(2 * volume(box(1, 2, 3, 0.1)), rel=1e-5)
    assert agrees(mesh)


def test_a_turn_is_right_handed() -> None:
    mesh = box(0.1, 0.1, 0.1).moved(x=1).turned("y", pi / 2)
    assert mesh.positions.mean(axis=0) == pytest.approx([0, 0, -1], abs=1e-6)


def test_a_mirror_image_still_faces_out() -> None:
    mesh = box(1, 2, 3).moved(x=5).mirrored("x")
    assert volume(mesh) == pytest.approx(6)
    assert agrees(mesh)


def test_flipped_faces_inwards() -> None:
    assert volume(BALL.flipped()) == pytest.approx(-volume(BALL))
    assert agrees(BALL.flipped())


def test_a_matrix_moves_and_turns() -> None:
    matrix = np.eye(4)
    matrix[:3, 3] = [1, 2, 3]
    assert BALL.transformed(matrix).positions == pytest.approx(BALL.moved(1, 2, 3).positions)


def test_merge_keeps_colours_of_some_and_whitens_the_rest() -> None:
    mesh = merge([box(1, 1, 1), box(1, 1, 1).painted((1, 0, 0))])
    assert mesh.colors is not None
    assert mesh.triangles == 24
    assert mesh.colors[0].tolist() == [255, 255, 255, 255]
    assert mesh.colors[-1].tolist() == [255, 0, 0, 255]


def test_merge_keeps_texture_coordinates() -> None:
    uvs = np.zeros((len(BALL.positions), 2), "f4")
    textured = Mesh(BALL.positions, BALL.normals, BALL.indices, None, uvs)
    mesh = merge([textured, box(1, 1, 1)])
    assert mesh.uvs is not None
    assert len(mesh.uvs) == len(mesh.positions)


def test_merging_nothing_gives_an_empty_mesh() -> None:
    assert merge([]).triangles == 0


def test_shading_multiplies_colours() -> None:
    mesh = box(1, 1, 1).painted((1, 0.5, 0)).shaded(0.5)
    assert mesh.colors is not None
    assert mesh.colors[0].tolist() == [128, 64, 0, 255]


def test_srgb_is_linearised() -> None:
    assert srgb("#ffffff") == pytest.approx((1, 1, 1))
    assert srgb("#808080")[0] == pytest.approx(0.2159, abs=1e-4)
