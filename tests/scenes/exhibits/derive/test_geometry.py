"""Geometry read for rewriting: strips and fans, equal vertices, what must not be touched."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.derive.compact import compacted
from scenes.exhibits.derive.geometry import Geometry, geometry
from scenes.exhibits.derive.thin import thinned
from scenes.exhibits.derive.weld import welded
from tests.scenes.exhibits.derive.models import bumpy, glb_of, rich
from tests.scenes.exhibits.numbers import Built


def corners_of(mode: int, indices: list[int] | None, count: int = 6) -> list[list[int]]:
    built = Built()
    positions = np.random.default_rng(0).normal(size=(count, 3)).astype("<f4")
    primitive = {"attributes": {"POSITION": built.accessor(positions, limits=True)}, "mode": mode}
    if indices is not None:
        primitive["indices"] = built.accessor(np.array(indices, "<u2").reshape(-1, 1))
    built.json["meshes"] = [{"primitives": [primitive]}]
    (piece,) = geometry(glb_of(built)).pieces
    return piece.indices.reshape(-1, 3).tolist() if piece.is_triangles else [piece.indices.tolist()]


def test_strips_and_fans_become_the_triangles_of_the_specification() -> None:
    assert corners_of(5, None, 5) == [[0, 1, 2], [1, 3, 2], [2, 3, 4]]
    assert corners_of(5, [3, 3, 2, 1]) == [[3, 3, 2], [3, 1, 2]]
    assert corners_of(6, None, 5) == [[1, 2, 0], [2, 3, 0], [3, 4, 0]]
    assert corners_of(4, [0, 1, 2, 3]) == [[0, 1, 2]]


def test_lines_and_points_stay() -> None:
    assert corners_of(0, None, 3) == [[0, 1, 2]]
    assert corners_of(2, [2, 1, 0]) == [[2, 1, 0]]


def test_equal_vertices_are_one_only_when_all_their_attributes_are() -> None:
    positions = np.zeros((4, 3), np.float32)
    shades = np.array([[1], [2], [1], [1]], np.uint8)
    same = welded([positions, shades])
    assert same is not None and same.tolist() == [0, 1, 0, 0]
    positions[3] = -0.0
    same = welded([positions, shades])
    assert same is not None and same.tolist() == [0, 1, 0, 3]
    assert welded([np.arange(4, dtype=np.uint16).reshape(4, 1)]) is None


def test_triangles_without_indices_share_their_corners() -> None:
    built = Built()
    positions, _, _, corners = bumpy(5)
    loose = built.accessor(positions[corners[:, 0]].copy(), limits=True)
    built.json["meshes"] = [{"primitives": [{"attributes": {"POSITION": loose}}]}]
    (piece,) = geometry(glb_of(built)).pieces
    assert len(np.unique(piece.indices)) == 25 and piece.triangles == 32


def test_what_carries_an_unknown_extension_is_left_alone() -> None:
    built = rich(4)
    built.json["meshes"][0]["primitives"][0]["extensions"]["FB_ngon_encoding"] = {}
    found = geometry(glb_of(built))
    held = found.pieces[found.of[0, 0]]
    assert held.held and found.soups[held.soup].held
    assert np.array_equal(held.indices, geometry(glb_of(rich(4))).pieces[0].indices)


def test_equal_primitives_are_one_piece() -> None:
    found = geometry(glb_of(rich(4)))
    assert found.of[1, 0] == found.of[2, 2]
    assert len(found.pieces) == 4


def drawn(found: Geometry, soup: int, rows: np.ndarray, indices: list[np.ndarray]) -> list[set]:  # type: ignore[type-arg]
    points = found.soups[soup].streams[-1, "POSITION"].values[rows]
    return [{tuple(sorted(map(tuple, points[t]))) for t in i.reshape(-1, 3)} for i in indices]


def test_compacting_draws_the_same_triangles() -> None:
    found = geometry(glb_of(rich(8)))
    numbers = [found.of[0, 0]]
    soup = found.pieces[numbers[0]].soup
    pieces = [found.pieces[i] for i in numbers]
    half = [piece.indices[: len(piece.indices) // 6 * 3] for piece in pieces]
    rows, indices = compacted(found.soups[soup], pieces, half)
    assert drawn(found, soup, rows, indices) == drawn(
        found, soup, np.arange(found.soups[soup].count), half
    )
    assert len(rows) == len(np.unique(np.concatenate(half)))
    assert indices[0][:3].tolist() == [0, 1, 2]


def test_thinned_lines_stay_lines() -> None:
    lines = np.arange(100, dtype=np.uint32)
    assert thinned(lines, 1, 200) is lines
    few = thinned(lines, 1, 20)
    assert len(few) == 20 and (few[1::2] == few[::2] + 1).all()
    strip = thinned(lines, 3, 20)
    assert (strip[0], strip[-1]) == (0, 99) and len(strip) <= 20
