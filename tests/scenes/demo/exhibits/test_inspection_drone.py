"""The drone stands on its skids; neighbours' propellers turn against each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.inspection_drone.body import landing_gear
from scenes.demo.exhibits.inspection_drone.camera import gimbal
from scenes.demo.exhibits.inspection_drone.flight import propellers
from scenes.demo.exhibits.inspection_drone.plan import ARMS, HEIGHT, PROP, REACH
from tests.scenes.demo.exhibits.reading import coarse, keys_of

COARSE = Detail(1)


def test_it_stands_on_its_skids() -> None:
    low = min(float(piece.mesh.bounds[0][1]) for piece in landing_gear(COARSE))
    assert low == pytest.approx(-HEIGHT, abs=0.004)


def test_propellers_keep_clear_of_each_other() -> None:
    between = 2 * REACH * np.sin(np.pi / ARMS)
    assert between > 2 * PROP
    items = propellers(COARSE)
    assert len(items) == ARMS
    assert items[0].pieces is items[2].pieces
    assert items[0].pieces is not items[1].pieces


def test_neighbours_turn_against_each_other() -> None:
    glb = coarse("inspection-drone")
    turns = []
    for i in range(ARMS):
        keys = keys_of(glb, f"propeller-{i + 1}", "rotation")
        angles = np.unwrap(2 * np.arctan2(keys[:, 1], keys[:, 3]), period=2 * np.pi)
        turns.append(float(angles[-1] - angles[0]))
    assert all(a * b < 0 for a, b in pairwise(turns))


def test_the_camera_hangs_in_its_gimbal() -> None:
    (camera,) = gimbal(COARSE).children
    assert camera.at[1] < 0
