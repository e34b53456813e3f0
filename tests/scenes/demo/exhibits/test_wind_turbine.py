"""The wind turbine: true to scale, blades clear of the tower, drive train inside the cover."""

from __future__ import annotations

from math import cos, sin

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.wind_turbine.nacelle import (
    bedplate,
    cover,
    gearbox,
    generator,
    main_shaft,
)
from scenes.demo.exhibits.wind_turbine.plan import FRONT, HUB, RADIUS, TILT
from scenes.demo.exhibits.wind_turbine.rotor import CHORD, THICKNESS, TWIST, rotor
from scenes.demo.exhibits.wind_turbine.tower import tower
from tests.scenes.demo.exhibits.reading import coarse, keys_of

FINE = Detail(0)


def test_the_scale_is_the_stated_one() -> None:
    assert pytest.approx(134, abs=1) == 2 * RADIUS * 80
    assert pytest.approx(109, abs=1) == HUB * 80


def test_the_lowest_blade_clears_the_tower() -> None:
    tip = FRONT * cos(TILT) - RADIUS * sin(TILT)
    shaft = tower(FINE).pieces[0].mesh
    beside = np.abs(shaft.positions[:, 1] - (HUB - RADIUS)) < 0.6
    assert -tip > float(np.abs(shaft.positions[beside, 2]).max()) + 0.1


def test_three_blades_reach_the_radius() -> None:
    blades = rotor(FINE).pieces[0].mesh
    away = np.hypot(blades.positions[:, 0], blades.positions[:, 1])
    assert away.max() == pytest.approx(RADIUS, abs=0.005)
    tips = blades.positions[away > RADIUS - 0.01]
    turns = np.round(np.degrees(np.arctan2(tips[:, 1], tips[:, 0])) / 30) % 12
    assert len(set(turns.tolist())) == 3


def test_blades_thin_out_and_untwist_towards_the_tip() -> None:
    for _, values in (TWIST, THICKNESS):
        assert values == sorted(values, reverse=True)
    assert max(CHORD[1]) == CHORD[1][2]


def test_the_drive_train_is_inside_the_cover() -> None:
    low, high = cover(FINE)[0].mesh.bounds
    for make in (gearbox, generator):
        for piece in make(FINE):
            inner_low, inner_high = piece.mesh.bounds
            assert (inner_low[[0, 2]] > low[[0, 2]]).all()
            assert (inner_high[[0, 2]] < high[[0, 2]]).all()
    assert bedplate(FINE)[0].mesh.bounds[0][1] < low[1] + 0.02
    assert main_shaft(FINE)[0].mesh.bounds[0][2] < low[2] + 0.03


def test_the_rotor_makes_one_whole_turn() -> None:
    keys = keys_of(coarse("wind-turbine"), "rotor", "rotation")
    angles = np.unwrap(2 * np.arctan2(keys[:, 2], keys[:, 3]), period=2 * np.pi)
    assert abs(angles[-1] - angles[0]) == pytest.approx(2 * np.pi, abs=1e-3)
