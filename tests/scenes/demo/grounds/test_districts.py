"""Every building of the park, drawn near and far."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.grounds.districts import DRAWINGS, district
from scenes.demo.kit_model import MATERIALS
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet

BUILDINGS = pytest.mark.parametrize("name", DRAWINGS)
TALLEST = 100.0


def drawn(name: str, *, fine: bool) -> tuple[Faces, Sheet]:
    """All faces of a building in its own axes, and its sheet."""
    sheet = Sheet(fine=fine)
    DRAWINGS[name](sheet)
    return join([faces for parts in sheet.faces.values() for faces in parts]), sheet


def test_every_lot_has_a_drawing() -> None:
    assert {lot.id for lot in plan.LOTS} == set(DRAWINGS)


@BUILDINGS
def test_a_building_stays_on_its_lot_and_stands_on_the_ground(name: str) -> None:
    faces, _ = drawn(name, fine=True)
    lot = next(lot for lot in plan.LOTS if lot.id == name)
    low, high = faces.positions.min(axis=0), faces.positions.max(axis=0)
    across = np.maximum(np.abs(low), np.abs(high))[[0, 2]]
    assert (across <= np.array(lot.half) + 6).all()
    assert low[1] > -1
    assert 3 < high[1] < TALLEST


@BUILDINGS
def test_from_afar_it_is_simpler_but_as_large(name: str) -> None:
    near, _ = drawn(name, fine=True)
    far, _ = drawn(name, fine=False)
    assert len(far.indices) < len(near.indices)
    tall = [faces.positions[:, 1].max() for faces in (near, far)]
    assert tall[1] == pytest.approx(tall[0], abs=3)


@BUILDINGS
def test_it_uses_the_park_s_materials_and_casts_a_shadow(name: str) -> None:
    _, sheet = drawn(name, fine=True)
    assert set(sheet.faces) <= set(MATERIALS)
    assert sheet.solids
    assert all((solid.half >= 0).all() for solid in sheet.solids)


@BUILDINGS
def test_its_faces_are_sound(name: str) -> None:
    faces, _ = drawn(name, fine=True)
    assert np.isfinite(faces.positions).all()
    assert np.linalg.norm(faces.normals, axis=1) == pytest.approx(1, abs=1e-6)
    assert faces.indices.max() < len(faces.positions)
    assert faces.colors.min() >= 0


@BUILDINGS
def test_it_is_drawn_the_same_every_time(name: str) -> None:
    one, other = drawn(name, fine=False)[0], drawn(name, fine=False)[0]
    assert (one.positions == other.positions).all()
    assert (one.colors == other.colors).all()


def test_a_district_is_few_draw_calls() -> None:
    for name in plan.DISTRICTS:
        assert len(district(name, fine=False).faces) <= 6
