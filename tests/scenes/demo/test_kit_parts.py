from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.kit_parts import block, cap, columns, garden, parapet, plant, plate, shadow, steps
from scenes.demo.kit_polygon import area as flat_area
from scenes.demo.kit_polygon import ellipse, rectangle
from scenes.demo.kit_sheet import Sheet
from tests.scenes.demo.drawing import agrees, area, drawn, fronts

PLAN = rectangle(-5, -3, 5, 3)
ROUND = ellipse(0, 0, 5, 3, 20)
GREY = (0.5, 0.5, 0.5)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(fine=True)


@pytest.mark.parametrize("plan", [PLAN, ROUND])
@pytest.mark.parametrize("up", [True, False])
def test_a_cap_fills_its_polygon_and_looks_one_way(
    sheet: Sheet, plan: list[tuple[float, float]], up: bool
) -> None:
    cap(sheet, plan, 2.0, GREY, up=up)
    way = fronts(drawn(sheet))[:, 1]
    assert way.sum() == pytest.approx(flat_area(plan) if up else -flat_area(plan))
    assert agrees(drawn(sheet))


def test_a_plate_has_sides_a_top_and_an_underside(sheet: Sheet) -> None:
    plate(sheet, PLAN, 4.0, 0.5)
    assert area(drawn(sheet)) == pytest.approx(2 * 60 + 32 * 0.5)
    assert drawn(sheet).positions[:, 1].max() == pytest.approx(4.0)


def test_a_block_on_the_ground_needs_no_underside(sheet: Sheet) -> None:
    block(sheet, PLAN, 0.0, 2.0, GREY)
    assert area(drawn(sheet)) == pytest.approx(60 + 32 * 2)


def test_the_shadow_of_a_square_is_its_box(sheet: Sheet) -> None:
    shadow(sheet, PLAN, 0.0, 4.0)
    (solid,) = sheet.solids
    assert solid.half == pytest.approx([5, 2, 3])


def test_the_shadow_of_a_round_plan_stays_within_it(sheet: Sheet) -> None:
    shadow(sheet, ROUND, 0.0, 4.0)
    assert len(sheet.solids) > 1
    for solid in sheet.solids:
        for x in (-1, 1):
            for z in (-1, 1):
                px, _, pz = solid.centre + solid.half * (x, 0, z)
                assert (px / 5) ** 2 + (pz / 3) ** 2 < 1.01


def test_a_parapet_stands_on_the_roof_s_edge(sheet: Sheet) -> None:
    parapet(sheet, PLAN, 6.0, 0.7)
    positions = drawn(sheet).positions
    assert (positions[:, 1].min(), positions[:, 1].max()) == pytest.approx((6, 6.7))
    assert agrees(drawn(sheet))


def test_a_garden_has_shrubs_only_from_near(sheet: Sheet) -> None:
    plain = Sheet(fine=False)
    garden(sheet, PLAN, 6.0)
    garden(plain, PLAN, 6.0)
    assert len(drawn(sheet).indices) > len(drawn(plain).indices)


def test_machines_stand_on_the_roof(sheet: Sheet) -> None:
    plant(sheet, PLAN, 6.0, count=4)
    assert drawn(sheet).positions[:, 1].min() == pytest.approx(6.0)


def test_columns_reach_from_floor_to_ceiling(sheet: Sheet) -> None:
    columns(sheet, np.array([[0.0, 0.0], [4.0, 0.0]]), 0.0, 3.0, radius=0.3, sides=12)
    positions = drawn(sheet).positions
    assert positions.min(axis=0) == pytest.approx([-0.3, 0, -0.3], abs=1e-6)
    assert positions.max(axis=0) == pytest.approx([4.3, 3, 0.3], abs=1e-6)
    assert agrees(drawn(sheet))


def test_steps_lead_down_towards_the_south(sheet: Sheet) -> None:
    steps(sheet, -2, 2, 1.0, 0.6)
    positions = drawn(sheet).positions
    south = positions[:, 2] > 1.0 + 2 * 0.36
    assert positions[south][:, 1].max() < 0.6 - 0.25
    assert positions[:, 0].min() == pytest.approx(-2)
