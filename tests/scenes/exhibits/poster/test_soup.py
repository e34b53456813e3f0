from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.poster.soup import gather
from tests.scenes.exhibits.poster.models import square

WHITE = [1.0, 1.0, 1.0, 1.0]


@pytest.mark.parametrize(("mode", "triangles"), [(4, 2), (5, 4), (6, 4)])
def test_triangles_strips_and_fans_are_drawn(mode: int, triangles: int) -> None:
    model = square(WHITE)
    model.json["meshes"][0]["primitives"][0]["mode"] = mode
    assert len(gather(model).corners) == triangles


@pytest.mark.parametrize(("mode", "lines"), [(0, 6), (1, 3), (2, 6), (3, 5)])
def test_points_and_lines_are_thin_bodies(mode: int, lines: int) -> None:
    model = square(WHITE)
    model.json["meshes"][0]["primitives"][0]["mode"] = mode
    soup = gather(model)
    assert len(soup.corners) == len(soup.paint) == 12 * lines
    assert np.isfinite(soup.normals).all()
    low, high = soup.corners.reshape(-1, 3).min(0), soup.corners.reshape(-1, 3).max(0)
    assert np.abs(low - [-1, 0, 0]).max() < 0.05 and np.abs(high - [1, 2, 0]).max() < 0.05


def test_corners_stand_where_the_node_puts_them() -> None:
    model = square(WHITE)
    model.json["nodes"][0] |= {"translation": [5, 0, 0], "scale": [2, 1, 1]}
    corners = gather(model).corners.reshape(-1, 3)
    assert corners.min(0).tolist() == [3, 0, 0]
    assert corners.max(0).tolist() == [7, 2, 0]


def test_a_mirrored_face_still_looks_outwards() -> None:
    model = square(WHITE)
    upright = gather(model).normals
    model.json["nodes"][0]["scale"] = [-1, 1, 1]
    assert np.abs(gather(model).normals) == pytest.approx(np.abs(upright))


def test_a_corner_that_is_not_there_is_left_out() -> None:
    model = square(WHITE)
    model.json["accessors"][0]["count"] = 3
    assert len(gather(model).corners) == 0
