from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.grounds.surfaces import Surfaces, lake_field, surfaces
from scenes.demo.kit_field import Field


@pytest.fixture(scope="module")
def shapes() -> Surfaces:
    return surfaces()


def inside(field: Field, x: float, z: float) -> bool:
    return bool(field(np.array(x), np.array(z)) < 0)


def test_the_plaza_is_paved_and_one_arrives_on_it(shapes: Surfaces) -> None:
    assert inside(shapes.paved, *plan.SPAWN)
    assert not inside(shapes.lake, *plan.SPAWN)


def test_the_avenue_leads_from_the_gate_to_the_drop_off(shapes: Surfaces) -> None:
    zs = np.linspace(plan.GATE_Z, 150, 200)
    assert (shapes.roads(np.full_like(zs, 5.0), zs) < 0).all()


def test_the_bridge_crosses_the_lake() -> None:
    (ax, az), (bx, bz), _ = plan.BRIDGE
    lake = lake_field()
    assert not inside(lake, ax, az)
    assert not inside(lake, bx, bz)
    assert inside(lake, (ax + bx) / 2, (az + bz) / 2)


def test_roads_and_water_do_not_meet(shapes: Surfaces) -> None:
    x, z = np.meshgrid(np.arange(-500, 501, 5.0), np.arange(-500, 501, 5.0))
    assert not ((shapes.lake(x, z) < 0) & (shapes.roads(x, z) < 0)).any()


def test_everything_hard_includes_roads_water_and_paving(shapes: Surfaces) -> None:
    x, z = np.meshgrid(np.arange(-400, 401, 7.0), np.arange(-400, 401, 7.0))
    hard = shapes.hard(x, z) < 0
    for field in (shapes.lake, shapes.roads, shapes.paved):
        assert not ((field(x, z) < -0.01) & ~hard).any()


def test_every_layer_is_painted_somewhere(shapes: Surfaces) -> None:
    x, z = np.meshgrid(np.arange(-510, 511, 2.0), np.arange(-510, 511, 2.0))
    assert all((layer.field(x, z) < 0.3).any() for layer in shapes.layers)
