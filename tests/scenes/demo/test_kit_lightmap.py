from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.kit_frame import HERE
from scenes.demo.kit_lightmap import LightMap
from scenes.demo.kit_sheet import Solid

TOWER = Solid(np.array([0.0, 5.0, 0.0]), np.array([2.0, 5.0, 2.0]), HERE)


@pytest.fixture
def light() -> LightMap:
    return LightMap(-32, -32, 64, 128)


def at(light: LightMap, x: float, z: float) -> tuple[float, float]:
    row, column = int((z - light.z) / light.step), int((x - light.x) / light.step)
    return float(light.sun[row, column]), float(light.sky[row, column])


def test_open_ground_is_bright(light: LightMap) -> None:
    assert at(light, 20, 20) == (1, 1)


def test_a_tower_throws_its_shadow_away_from_the_sun(light: LightMap) -> None:
    light.solid(TOWER)
    assert at(light, 6, -5)[0] < 0.1
    assert at(light, -6, 5)[0] == pytest.approx(1)


def test_the_ground_is_darkest_at_the_foot(light: LightMap) -> None:
    light.solid(TOWER)
    assert at(light, -2.3, 0)[1] < at(light, -5, 0)[1] < at(light, -20, 20)[1] == 1


def test_a_tree_s_shadow_is_mottled(light: LightMap) -> None:
    light.crown(0, 0, 6, 4)
    shadow = light.sun[light.sun < 0.99]
    assert len(shadow) > 100
    assert shadow.std() > 0.05


def test_what_stands_elsewhere_leaves_the_map_alone(light: LightMap) -> None:
    light.crown(500, 500, 6, 4)
    light.solid(Solid(np.array([900.0, 5.0, 0.0]), np.ones(3), HERE))
    assert (light.sun == 1).all()
    assert (light.sky == 1).all()


def test_fewer_pixels_hold_the_same_light(light: LightMap) -> None:
    light.solid(TOWER)
    small = light.shrunk(32)
    assert small.sun.shape == (32, 32)
    assert small.sun.mean() == pytest.approx(light.sun.mean())
    assert small.step == 4 * light.step


def test_slabs_have_dark_joints(light: LightMap) -> None:
    light.slabs()
    assert light.sky.min() == pytest.approx(0.8)
    assert light.sky.max() <= 1


def test_the_picture_is_a_small_png(light: LightMap) -> None:
    data = light.png()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 128 * 129 + 1200
