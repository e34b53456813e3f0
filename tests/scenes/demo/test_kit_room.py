from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import kit_room
from scenes.demo.kit_room import Lamp, Room, lit, planks, walls
from scenes.demo.kit_sheet import Sheet
from tests.scenes.demo.drawing import area, drawn

ROOM = Room(-5, -4, 5, 4, 0.0, 3.0)
WHITE = (1.0, 1.0, 1.0)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(fine=True)


def test_walls_look_into_the_room(sheet: Sheet) -> None:
    walls(sheet, ROOM, WHITE)
    faces = drawn(sheet)
    assert area(faces) == pytest.approx(2 * (10 + 8) * 3)
    inwards = (0, 1.5, 0) - faces.positions
    assert ((inwards * faces.normals).sum(axis=1) > 0).all()


def test_the_ceiling_looks_down(sheet: Sheet) -> None:
    kit_room.ceiling(sheet, ROOM, WHITE)
    faces = drawn(sheet)
    assert area(faces) == pytest.approx(80)
    assert (faces.normals[:, 1] < 0).all()


@pytest.mark.parametrize("bond", [True, False])
def test_planks_cover_the_floor_without_gaps(sheet: Sheet, bond: bool) -> None:
    planks(sheet, ROOM, bond=bond)
    faces = drawn(sheet, "floor")
    assert area(faces) == pytest.approx(80)
    assert (faces.normals[:, 1] > 0.99).all()


def test_boards_differ_in_tone(sheet: Sheet) -> None:
    planks(sheet, ROOM)
    assert len(np.unique(drawn(sheet, "floor").colors, axis=0)) > 20


def test_a_lamp_lights_what_is_near_it_most(sheet: Sheet) -> None:
    planks(sheet, ROOM, vary=0.0)
    lamp = Lamp((0, 2.5, 0), power=6.0)
    floor = lit(sheet, ROOM, [lamp], (0.1, 0.1, 0.1))["floor"]
    far = np.hypot(floor.positions[:, 0], floor.positions[:, 2])
    assert floor.colors[far < 1].mean() > 2 * floor.colors[far > 4.5].mean()


def test_a_spot_lights_its_cone_alone(sheet: Sheet) -> None:
    planks(sheet, ROOM, vary=0.0)
    spot = Lamp((0, 2.8, 0), power=10.0, aim=(0, -1, 0), cone=0.9)
    with_, without = (lit(sheet, ROOM, lamps, (0.1,) * 3)["floor"] for lamps in ([spot], []))
    more = (with_.colors - without.colors).sum(axis=1)
    far = np.hypot(with_.positions[:, 0], with_.positions[:, 2])
    assert more[far < 0.5].min() > 0
    assert more[far > 2.5].max() == pytest.approx(0)


def test_what_glows_keeps_its_colour(sheet: Sheet) -> None:
    sheet.boxes("glow", [0, 2, 0], [1, 2.1, 1], WHITE)
    assert (lit(sheet, ROOM, [], (0.1,) * 3)["glow"].colors == 1).all()
