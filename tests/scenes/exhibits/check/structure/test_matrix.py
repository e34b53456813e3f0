from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scenes.exhibits.check.structure.matrix import are_placements

TURNS = st.lists(st.floats(-1, 1), min_size=4, max_size=4).filter(
    lambda q: sum(x * x for x in q) > 0.01
)
SIZES = st.lists(st.floats(0.01, 100), min_size=3, max_size=3)
PLACES = st.lists(st.floats(-1000, 1000), min_size=3, max_size=3)


def placed(turn: list[float], size: list[float], place: list[float]) -> NDArray[np.float32]:
    """The matrix of a translation, a rotation and a scale, by columns."""
    x, y, z, w = np.array(turn) / np.linalg.norm(turn)
    matrix = np.eye(4)
    matrix[0, :3] = 1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)
    matrix[1, :3] = 2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)
    matrix[2, :3] = 2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)
    matrix[:3, :3] *= np.array(size)[:, None]
    matrix[3, :3] = place
    return matrix.astype(np.float32)


@given(TURNS, SIZES.map(lambda s: [min(x, 2.0) for x in s]), PLACES)
def test_what_is_made_of_a_placement_is_one(
    turn: list[float], size: list[float], place: list[float]
) -> None:
    assert are_placements(placed(turn, size, place)[None]).all()


@given(TURNS, PLACES)
def test_a_mirror_image_is_a_placement(turn: list[float], place: list[float]) -> None:
    assert are_placements(placed(turn, [-1, 1, 1], place)[None]).all()


@given(TURNS, st.floats(0.2, 2))
def test_a_sheared_matrix_is_none(turn: list[float], shear: float) -> None:
    matrix = placed([0, 0, 0, 1], [1, 1, 1], [0, 0, 0])
    matrix[1, 0] = shear
    assert not are_placements(matrix[None]).any()


def test_matrices_are_judged_each_by_itself() -> None:
    flat = np.diag([1, 1, 0, 1]).astype(np.float32)
    tilted = np.eye(4, dtype=np.float32)
    tilted[0, 3] = 1
    right = np.diag([2, 3, 4, 1]).astype(np.float32)
    with np.errstate(all="ignore"):
        assert are_placements(np.stack([flat, tilted, right])).tolist() == [False, False, True]
