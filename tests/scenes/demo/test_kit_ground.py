from __future__ import annotations

import math

import numpy as np
import pytest

from scenes.demo import kit_field as f
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_ground import Grain, Layer, faces, partition
from tests.scenes.demo.drawing import agrees, area, fronts

GRASS, STONE, WATER = (0.1, 0.2, 0.1), (0.5, 0.5, 0.5), (0.0, 0.1, 0.1)
EVERYWHERE = f.box(-1e4, -1e4, 1e4, 1e4)
GRAIN = Grain(16, 0.5, 0.02)
LAYERS = [
    Layer(EVERYWHERE, GRASS),
    Layer(f.strip((-50, 0), (50, 0), 4.0), STONE),
    Layer(f.disc(10, 2, 12), WATER, y=-0.5, edge=STONE, material="water"),
]


def flat_area(triangles: Floats) -> float:
    a, b = triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    return float(np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / 2)


@pytest.fixture(scope="module")
def ground() -> list[Floats]:
    return partition(LAYERS, (-32, -32), (32, 32), GRAIN).triangles


def test_the_layers_fill_the_rectangle_and_never_overlap(ground: list[Floats]) -> None:
    assert sum(map(flat_area, ground)) == pytest.approx(64 * 64)


def test_the_topmost_layer_has_its_whole_shape(ground: list[Floats]) -> None:
    assert flat_area(ground[2]) == pytest.approx(math.pi * 144, rel=2e-3)


def test_each_triangle_lies_in_its_own_layer(ground: list[Floats]) -> None:
    middles = [t.mean(axis=1) for t in ground]
    assert (LAYERS[2].field(*middles[2].T) < 0.05).all()
    assert (LAYERS[2].field(*middles[1].T) > -0.05).all()
    assert (LAYERS[1].field(*middles[1].T) < 0.05).all()
    assert (LAYERS[1].field(*middles[0].T) > -0.05).all()


def test_faces_look_up_and_keep_the_layer_s_height() -> None:
    found = faces(partition(LAYERS, (-32, -32), (32, 32), GRAIN), LAYERS)
    assert set(found) == {"ground", "water"}
    assert (found["water"].positions[:, 1] == -0.5).all()
    assert (fronts(found["water"])[:, 1] > 0).all()
    assert agrees(found["ground"])


def test_a_step_down_gets_a_wall_around_it() -> None:
    layers = [LAYERS[0], LAYERS[2]]
    found = faces(partition(layers, (-32, -32), (32, 32), GRAIN), layers)["ground"]
    upright = np.abs(found.normals[:, 1]) < 0.5
    wall = found._replace(indices=found.indices[upright[found.indices].all(axis=1)])
    assert area(wall) == pytest.approx(0.5 * 2 * math.pi * 12, rel=1e-2)
    inwards = np.array([10, 2]) - found.positions[upright][:, [0, 2]]
    assert ((inwards * found.normals[upright][:, [0, 2]]).sum(axis=1) > 0).all()


def test_straight_edges_need_no_small_cells() -> None:
    straight = [LAYERS[0], Layer(f.box(-8, -8, 8, 8), STONE)]
    bent = [LAYERS[0], Layer(f.disc(0, 0, 8), STONE)]
    counts = [
        sum(map(len, partition(layers, (-32, -32), (32, 32), GRAIN).triangles))
        for layers in (straight, bent)
    ]
    assert counts[0] < counts[1]
