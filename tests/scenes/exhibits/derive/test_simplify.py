"""Fewer triangles, gaps and peaks minded, down to next to nothing."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.derive.cut import coarser, whole
from scenes.exhibits.derive.geometry import geometry
from scenes.exhibits.derive.shape import shapes
from scenes.exhibits.derive.simplify import Wish, simpler
from scenes.glb import Glb
from tests.scenes.exhibits.derive.models import bumpy, glb_of
from tests.scenes.exhibits.numbers import Built


def sheets(count: int, n: int = 30) -> Glb:
    """A mesh of sheets side by side, each a primitive of its own with its own vertices."""
    built = Built()
    positions, normals, _, corners = bumpy(n)
    primitives = []
    for i in range(count):
        moved = positions + np.array([2 * i, 0, 0], "<f4")
        moved[:, 1] = 0.2 * np.sin(3 * moved[:, 0]) * np.cos(4 * moved[:, 2])
        table = {"POSITION": built.accessor(moved, limits=True), "NORMAL": built.accessor(normals)}
        primitives.append({"attributes": table, "indices": built.accessor(corners)})
    built.json |= {"meshes": [{"primitives": primitives}], "nodes": [{"mesh": 0}]}
    return glb_of(built)


def test_a_share_of_the_triangles_is_left() -> None:
    found = geometry(sheets(1, 60))
    (shape,) = shapes(found)
    assert shape is not None
    (piece,) = found.pieces
    for share in (0.5, 0.1):
        left = simpler(shape, piece.indices, piece.triangles, Wish(share, 10, 0.1))
        assert len(left.indices) // 3 <= piece.triangles * share * 1.2
        assert 0 < left.error < 0.2


def test_few_triangles_are_left_alone() -> None:
    found = geometry(sheets(1, 5))
    cut = coarser(found, shapes(found), whole(found), Wish(0.1, 64, 0.1))
    assert cut == whole(found)


def test_pieces_that_meet_keep_the_vertices_where_they_meet() -> None:
    found = geometry(sheets(2))
    both = shapes(found)
    cut = coarser(found, both, whole(found), Wish(0.2, 10, 0.1))
    seams = []
    for number, shape in enumerate(both):
        assert shape is not None and shape.locked is not None
        assert int(shape.locked.sum()) == 30
        assert np.isin(shape.rows[shape.locked == 1], cut.indices[number]).all()
        seams.append(shape.positions[shape.locked == 1])
    assert np.array_equal(seams[0], seams[1])


def test_what_a_morph_target_moves_most_is_kept() -> None:
    built = Built()
    positions, _, _, corners = bumpy(30)
    lift = np.zeros_like(positions)
    lift[431] = [0, 0.01, 0]
    primitive = {
        "attributes": {"POSITION": built.accessor(positions, limits=True)},
        "targets": [{"POSITION": built.accessor(lift, limits=True)}],
        "indices": built.accessor(corners),
    }
    built.json |= {"meshes": [{"primitives": [primitive]}], "nodes": [{"mesh": 0}]}
    found = geometry(glb_of(built))
    for rough in (False, True):
        cut = coarser(found, shapes(found), whole(found), Wish(0.05, 10, 0.2, rough=rough))
        assert 431 in cut.indices[0]


def test_nothing_vanishes_altogether() -> None:
    built = Built()
    rng = np.random.default_rng(3)
    specks = (rng.uniform(-1, 1, (900, 1, 3)) + rng.normal(0, 1e-3, (900, 3, 3))).astype("<f4")
    table = {"POSITION": built.accessor(specks.reshape(-1, 3), limits=True)}
    built.json |= {"meshes": [{"primitives": [{"attributes": table}]}], "nodes": [{"mesh": 0}]}
    found = geometry(glb_of(built))
    cut = coarser(found, shapes(found), whole(found), Wish(0.001, 1, 1.0, rough=True))
    assert len(cut.indices[0]) >= 3


def test_errors_add_up() -> None:
    found = geometry(sheets(1))
    one = coarser(found, shapes(found), whole(found), Wish(0.5, 10, 0.1))
    two = coarser(found, shapes(found), one, Wish(0.1, 10, 0.1))
    assert two.errors[0] > one.errors[0] > 0
    assert two.triangles(found) < one.triangles(found)


def test_what_reaches_farthest_is_kept() -> None:
    built = Built()
    positions, _, _, corners = bumpy(40)
    far = np.array([[9, 0, 0], [9.001, 0, 0], [9, 0.001, 0]], "<f4")
    table = {"POSITION": built.accessor(np.concatenate([positions, far]), limits=True)}
    tip = np.arange(1600, 1603, dtype="<u4").reshape(-1, 1)
    primitive = {"attributes": table, "indices": built.accessor(np.concatenate([corners, tip]))}
    built.json |= {"meshes": [{"primitives": [primitive]}], "nodes": [{"mesh": 0}]}
    found = geometry(glb_of(built))
    for rough in (False, True):
        cut = coarser(found, shapes(found), whole(found), Wish(0.05, 10, 0.2, rough=rough))
        assert 1601 in cut.indices[0]
