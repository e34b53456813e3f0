from __future__ import annotations

import math

import numpy as np
import pytest

from scenes.demo.kit_frame import standing
from scenes.demo.kit_sheet import Sheet
from tests.scenes.demo.drawing import agrees, area, drawn, volume

GREY = (0.5, 0.5, 0.5)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(fine=True)


def test_boxes_gather_by_material(sheet: Sheet) -> None:
    sheet.boxes("stone", [0, 0, 0], [1, 1, 1], GREY)
    sheet.boxes("glass", [[0, 0, 0], [2, 0, 0]], [[1, 1, 1], [3, 2, 1]], GREY)
    assert volume(drawn(sheet, "stone")) == pytest.approx(1)
    assert volume(drawn(sheet, "glass")) == pytest.approx(3)


def test_frames_nest_and_end(sheet: Sheet) -> None:
    with sheet.at(standing(x=10)), sheet.at(standing(yaw=math.pi / 2)):
        sheet.boxes("stone", [0, 0, 0], [1, 1, 2], GREY)
    sheet.boxes("glass", [0, 0, 0], [1, 1, 1], GREY)
    assert drawn(sheet).positions.max(axis=0) == pytest.approx([12, 1, 0])
    assert drawn(sheet, "glass").positions.max(axis=0) == pytest.approx([1, 1, 1])


def test_the_coarse_level_cuts_less() -> None:
    counts = []
    for fine in (True, False):
        sheet = Sheet(fine=fine)
        sheet.boxes("stone", [0, 0, 0], [16, 1, 1], GREY, faces="u", split=1)
        counts.append(len(drawn(sheet).indices))
    assert counts == [32, 8]


def test_a_mass_is_seen_and_stops_light(sheet: Sheet) -> None:
    with sheet.at(standing(x=3)):
        sheet.mass("stone", [0, 0, 0], [2, 4, 6], GREY)
    (solid,) = sheet.solids
    assert solid.centre == pytest.approx([4, 2, 3])
    assert solid.half == pytest.approx([1, 2, 3])
    assert volume(drawn(sheet)) == pytest.approx(48)


def test_triangles_are_shaded_flat(sheet: Sheet) -> None:
    points = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)]
    indices = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
    sheet.triangles("stone", points, indices, GREY)
    faces = drawn(sheet)
    assert len(faces.positions) == 12
    assert agrees(faces)
    assert volume(faces) == pytest.approx(1 / 6)


def test_nothing_drawn_leaves_no_material(sheet: Sheet) -> None:
    sheet.quads("stone", np.zeros((0, 4, 3)), GREY)
    assert sheet.faces == {}


def test_each_box_may_have_its_own_colour(sheet: Sheet) -> None:
    tints = np.array([[1, 0, 0], [0, 1, 0]])
    sheet.boxes("stone", [[0, 0, 0], [2, 0, 0]], [[1, 1, 1], [3, 1, 1]], tints)
    faces = drawn(sheet)
    left = faces.positions[:, 0] <= 1
    assert (faces.colors[left] == (1, 0, 0)).all()
    assert (faces.colors[~left] == (0, 1, 0)).all()
    assert area(faces) == pytest.approx(12)
