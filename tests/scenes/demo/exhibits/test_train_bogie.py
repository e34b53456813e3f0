"""The bogie stands on its rails and keeps its gauge."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.train_bogie.frame import air_springs, frame
from scenes.demo.exhibits.train_bogie.plan import AXLE, BASE, GAUGE, RAIL, SCALE, WHEEL
from scenes.demo.exhibits.train_bogie.wheels import track, wheelsets
from tests.scenes.demo.exhibits.reading import coarse, place

COARSE = Detail(1)


def test_measures_are_those_of_the_data_sheet() -> None:
    assert pytest.approx(2.5) == BASE / SCALE
    assert pytest.approx(0.46) == WHEEL / SCALE


def test_treads_touch_the_rail_heads() -> None:
    assert pytest.approx(RAIL) == AXLE - WHEEL
    top = max(float(piece.mesh.bounds[1][1]) for piece in track(COARSE))
    assert top == pytest.approx(RAIL, abs=1e-6)


def test_flanges_reach_below_the_rail_head() -> None:
    wheelset, _ = wheelsets(COARSE)
    low = min(float(piece.mesh.bounds[0][1]) for piece in wheelset.pieces)
    assert -low > WHEEL + 0.008


def test_both_wheelsets_are_one_mesh_a_wheelbase_apart() -> None:
    glb = coarse("train-bogie")
    front, back = place(glb, "wheelset-1"), place(glb, "wheelset-2")
    assert float(np.linalg.norm(front - back)) == pytest.approx(BASE, abs=1e-5)
    first, second = wheelsets(COARSE)
    assert first.pieces is second.pieces


def test_air_springs_sit_on_the_frame_outside_the_wheels() -> None:
    rubber = air_springs(COARSE)[0].mesh
    seats = frame(COARSE)[1].mesh
    assert rubber.bounds[0][1] == pytest.approx(seats.bounds[1][1], abs=1e-3)
    assert float(rubber.bounds[1][2]) > GAUGE / 2
