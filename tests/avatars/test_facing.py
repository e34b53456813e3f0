"""Where many heads look is what each head's own rotation says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.facing import facing
from avatars.quaternion import pack
from scenes.places import rotate

parts = st.floats(-1, 1, allow_nan=False)
rotations = st.tuples(parts, parts, parts, parts).filter(lambda q: sum(v * v for v in q) > 0.01)


@given(st.lists(rotations, max_size=8))
def test_as_one_by_one(asked: list[tuple[float, float, float, float]]) -> None:
    packed = np.array([pack(q, 10) for q in asked], np.uint32)
    found = facing(packed)
    assert found.shape == (len(asked), 3)
    for q, way in zip(asked, found.tolist(), strict=True):
        length = sum(v * v for v in q) ** 0.5
        x, y, z, w = (v / length for v in q)
        assert way == pytest.approx(rotate((x, y, z, w), (0.0, 0.0, -1.0)), abs=0.012)


def test_a_rotation_that_does_not_exist_looks_ahead() -> None:
    assert facing(np.array([0x3FFFFFFF], np.uint32)).tolist() == [[0.0, 0.0, -1.0]]
