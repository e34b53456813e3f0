from __future__ import annotations

import numpy as np
import pytest

from scenes.author import Model, build_glb
from scenes.demo import plan
from scenes.demo.grounds.furniture import BENCHES, SHUTTLES, STOPS, furniture, lamp_places
from scenes.demo.grounds.surfaces import Surfaces, surfaces
from scenes.demo.kit_field import turned_box
from scenes.glb import read_glb
from scenes.summary import model_summary


@pytest.fixture(scope="module")
def shapes() -> Surfaces:
    return surfaces()


def test_lamps_stand_beside_the_roads_and_turn_to_them(shapes: Surfaces) -> None:
    at, yaw = lamp_places()
    assert len(at) == len(yaw) > 30
    assert (shapes.roads(at[:, 0], at[:, 2]) > 0).all()
    assert (shapes.roads(at[:, 0], at[:, 2]) < 4).all()


def test_benches_stand_dry_and_outside_of_buildings(shapes: Surfaces) -> None:
    x, z = np.array([(x, z) for x, z, _ in BENCHES]).T
    assert (shapes.lake(x, z) > 0).all()
    assert (shapes.roads(x, z) > 0).all()
    for lot in plan.LOTS:
        assert (turned_box(lot.x, lot.z, lot.yaw, *lot.half)(x, z) > 0).all()


def test_shuttles_drive_on_roads_and_stop_beside_them(shapes: Surfaces) -> None:
    x, z = np.array([(x, z) for x, z, _ in SHUTTLES]).T
    assert (shapes.roads(x, z) < 0).all()
    x, z = np.array([(x, z) for x, z, _ in STOPS]).T
    assert (shapes.roads(x, z) > 0).all()


def test_each_kind_is_drawn_once_for_all_its_places() -> None:
    nodes = furniture()
    assert all(node.instances is not None for node in nodes)
    summary = model_summary(read_glb(build_glb(Model("furniture", nodes))))
    assert summary.draw_calls <= 3 * len(nodes)
