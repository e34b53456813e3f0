from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.poster.camera import look_at

COORDINATE = st.floats(-1000, 1000, width=32)


@given(st.lists(st.tuples(COORDINATE, COORDINATE, COORDINATE), min_size=1, max_size=30))
def test_every_point_is_in_the_picture(points: list[tuple[float, float, float]]) -> None:
    rows = np.array(points, np.float32)
    seen = look_at(rows, 4 / 3).project(rows, 800, 600)
    size = np.ptp(rows, axis=0).max()
    if size > 1e-2 * max(1, np.abs(rows).max()):
        assert (seen[:, :2] >= -1).all()
        assert (seen[:, 0] <= 801).all()
        assert (seen[:, 1] <= 601).all()
    assert (seen[:, 2] > 0).all()


def test_it_stands_in_the_middle_and_fills_the_picture() -> None:
    cube = np.array([[x, y, z] for x in (3, 5) for y in (0, 2) for z in (-9, -7)], np.float32)
    seen = look_at(cube, 4 / 3).project(cube, 800, 600)
    low, high = seen[:, :2].min(0), seen[:, :2].max(0)
    assert (low + high) / 2 == pytest.approx([400, 300], abs=2)
    assert (high - low).max() > 450


def test_a_ray_leads_back_to_its_pixel() -> None:
    cube = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
    camera = look_at(cube, 4 / 3)
    far = (camera.eye + 3 * camera.rays(8, 6)[4, 5]).astype(np.float32)
    assert camera.project(far[None], 8, 6)[0, :2] == pytest.approx([5.5, 4.5], abs=1e-3)
