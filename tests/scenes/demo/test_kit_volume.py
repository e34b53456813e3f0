from __future__ import annotations

import pytest

from scenes.demo.kit_facade import Fin, Window
from scenes.demo.kit_polygon import ellipse, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, fin_volume, glass_volume, punched_volume, storeys
from tests.scenes.demo.drawing import agrees, area, drawn

PLAN = rectangle(-6, -4, 6, 4)


def test_storeys_count_both_ends() -> None:
    assert storeys(1.0, 7.0, 3) == pytest.approx([1, 3, 5, 7])


def test_glass_goes_around_and_stops_light() -> None:
    sheet = Sheet(fine=True)
    glass_volume(sheet, PLAN, 0.0, 6.0, 2)
    assert area(drawn(sheet, "glass")) == pytest.approx(40 * 6)
    (solid,) = sheet.solids
    assert solid.half == pytest.approx([6, 3, 4])


def test_a_wall_with_windows_stops_light_behind_its_panes_only() -> None:
    sheet = Sheet(fine=True)
    punched_volume(sheet, PLAN, 0.0, 6.0, 2, Window(deep=0.35))
    (solid,) = sheet.solids
    assert solid.half == pytest.approx([5.6, 3, 3.6])


def test_bands_reach_out_at_their_heights() -> None:
    sheet = Sheet(fine=True)
    bands(sheet, PLAN, storeys(0.0, 6.0, 2), out=0.4, thick=0.5)
    faces = drawn(sheet)
    assert faces.positions.max(axis=0) == pytest.approx([6.4, 6, 4.4])
    assert faces.positions[:, 1].min() == pytest.approx(-0.5)
    assert agrees(faces)


def test_bands_follow_a_round_plan() -> None:
    sheet = Sheet(fine=True)
    bands(sheet, ellipse(0, 0, 8, 5, 24), storeys(0.0, 6.0, 2))
    assert agrees(drawn(sheet))


def test_fins_go_around() -> None:
    sheet = Sheet(fine=True)
    fin_volume(sheet, PLAN, 0.0, 3.0, Fin(step=2.0, depth=0.5))
    low, high = drawn(sheet).positions.min(axis=0), drawn(sheet).positions.max(axis=0)
    assert low == pytest.approx([-6.5, 0, -4.5])
    assert high == pytest.approx([6.5, 3, 4.5])
