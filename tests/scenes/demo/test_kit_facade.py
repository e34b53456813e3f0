from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.kit_facade import Fin, Window, bars, fins, glazing, length, punched, stops
from scenes.demo.kit_sheet import Sheet
from tests.scenes.demo.drawing import agrees, area, drawn

SIDE = ((-6.0, 4.0), (6.0, 4.0))


def test_length_and_stops() -> None:
    assert length(((0.0, 0.0), (3.0, 4.0))) == 5
    assert stops(12.0, 3.5) == pytest.approx([0, 4, 8, 12])
    assert stops(1.0, 100.0) == pytest.approx([0, 1])


def test_panes_fill_the_wall_and_look_out() -> None:
    sheet = Sheet(fine=True)
    glazing(sheet, SIDE, 1.0, 7.0, floors=2)
    glass = drawn(sheet, "glass")
    assert area(glass) == pytest.approx(12 * 6)
    assert len(glass.indices) == 2 * 4 * 2
    assert glass.normals == pytest.approx(np.tile((0, 0, 1), (len(glass.normals), 1)))


def test_the_coarse_level_has_one_pane_a_storey() -> None:
    sheet = Sheet(fine=False)
    glazing(sheet, SIDE, 0.0, 6.0, floors=3)
    assert len(drawn(sheet, "glass").indices) == 2 * 3


def test_a_punched_wall_and_its_panes_make_the_whole_wall() -> None:
    sheet = Sheet(fine=True)
    punched(sheet, SIDE, 0.0, 6.0, 2, Window(bay=3.0, open_=(0.5, 0.5), deep=0.3))
    windows = 2 * 4
    glass, stone = drawn(sheet, "glass"), drawn(sheet)
    assert area(glass) == pytest.approx(windows * 1.5 * 1.5)
    reveals = windows * 4 * 1.5 * 0.3
    assert area(stone) == pytest.approx(12 * 6 - area(glass) + reveals)
    assert glass.positions[:, 2] == pytest.approx(4.0 - 0.3)
    assert agrees(stone)


def test_fins_stand_out_of_the_wall_and_are_left_out_from_afar() -> None:
    near, far = Sheet(fine=True), Sheet(fine=False)
    for sheet in (near, far):
        fins(sheet, SIDE, 0.0, 3.0, Fin(step=3.0, depth=0.4))
    assert drawn(near).positions[:, 2].max() == pytest.approx(4.4)
    assert far.faces == {}


def test_bars_run_the_whole_length_at_their_heights() -> None:
    sheet = Sheet(fine=True)
    bars(sheet, SIDE, np.array([1.0, 2.0]), depth=0.2, thick=0.1)
    positions = drawn(sheet).positions
    assert (positions[:, 0].min(), positions[:, 0].max()) == pytest.approx((-6, 6))
    assert np.unique(positions[:, 1]) == pytest.approx([1, 1.1, 2, 2.1])
