from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.grounds.furniture import BENCHES
from scenes.demo.grounds.surfaces import lake_field
from scenes.demo.grounds.walk import bridge_yaw, lot_yaw, on_lot, walk
from scenes.walk import WalkMap, find_walk_faults


@pytest.fixture(scope="module")
def floor() -> WalkMap:
    return WalkMap(walk())


def test_the_floor_is_sound() -> None:
    assert list(find_walk_faults(walk())) == []


@pytest.mark.parametrize("lot", plan.LOTS, ids=lambda lot: lot.id)
def test_nobody_walks_through_a_building(floor: WalkMap, lot: plan.Lot) -> None:
    assert not floor.inside((lot.x, 0, lot.z))


def test_nobody_walks_on_water_but_over_the_bridge(floor: WalkMap) -> None:
    x, z = (a.ravel() for a in np.meshgrid(np.arange(-180, 40, 9.0), np.arange(-180, -30, 9.0)))
    wet = lake_field()(x, z) < -1
    assert wet.any()
    assert not any(floor.inside((a, 0.0, b)) for a, b in zip(x[wet], z[wet], strict=True)
                   if abs(floor.height((a, 0.0, b)) or 0.0) < 0.05)  # fmt: skip
    (ax, az), (bx, bz), _ = plan.BRIDGE
    assert floor.inside(((ax + bx) / 2, plan.BRIDGE_Y, (az + bz) / 2))


def test_the_bridge_is_the_way_across(floor: WalkMap) -> None:
    (ax, az), (bx, bz), _ = plan.BRIDGE
    way = floor.path((ax, 0, az + 6), (bx, 0, bz - 6))
    assert way is not None
    assert any(point[1] == pytest.approx(plan.BRIDGE_Y) for point in way)


def test_every_bench_can_be_reached(floor: WalkMap) -> None:
    start = (plan.SPAWN[0], 0.0, plan.SPAWN[1])
    assert all(floor.path(start, (x, 0.0, z)) is not None for x, z, _ in BENCHES)


def test_a_building_s_own_axes_turn_with_it() -> None:
    lot = plan.LOTS[1]
    front = on_lot(lot.id, 0, 0, 10)
    assert lot_yaw(lot.id) == lot.yaw
    assert front == pytest.approx((lot.x + 10 * np.sin(lot.yaw), 0, lot.z + 10 * np.cos(lot.yaw)))


def test_the_bridge_s_direction_points_along_it() -> None:
    (ax, az), (bx, bz), _ = plan.BRIDGE
    away = np.array([-np.sin(bridge_yaw()), -np.cos(bridge_yaw())])
    along = np.array([bx - ax, bz - az]) / np.hypot(bx - ax, bz - az)
    assert away == pytest.approx(along)
