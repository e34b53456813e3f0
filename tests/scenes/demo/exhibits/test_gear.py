"""Gears that mesh: teeth fit into gaps and never cut into each other, at any angle."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np
import pytest
from numpy.typing import NDArray

from scenes.demo.exhibits.gear import gear_outline, mesh_phase, ring_outline, ring_phase
from scenes.demo.shapes.triangulate import signed_area

F64 = NDArray[np.float64]
MODULE = 0.0056
SUN, PLANET, RING = 24, 24, 72
CENTRE = (SUN + PLANET) * MODULE / 2


def _turned(outline: F64, angle: float) -> F64:
    c, s = cos(angle), sin(angle)
    turned: F64 = outline @ np.array([[c, s], [-s, c]])
    return turned


def _depth(points: F64, outline: F64) -> float:
    """How deep (metres) any of the points lies inside a closed outline."""
    a, b = outline, np.roll(outline, -1, axis=0)
    p = points[:, None]
    crosses = (a[:, 1] > p[..., 1]) != (b[:, 1] > p[..., 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        at = (b[:, 0] - a[:, 0]) * (p[..., 1] - a[:, 1]) / (b[:, 1] - a[:, 1]) + a[:, 0]
    inside = (crosses & (p[..., 0] < at)).sum(axis=1) % 2 == 1
    along = np.clip(((p - a) * (b - a)).sum(2) / ((b - a) ** 2).sum(1), 0, 1)
    away = np.linalg.norm(p - (a + along[..., None] * (b - a)), axis=2).min(axis=1)
    return float(np.where(inside, away, 0.0).max())


@pytest.mark.parametrize("towards", [0.0, pi / 2, 2.1])
@pytest.mark.parametrize("share", [0.0, 0.21, 0.5, 0.83])
def test_sun_and_planet_teeth_keep_clear(towards: float, share: float) -> None:
    driver = share * tau / SUN
    phase = mesh_phase(PLANET, towards, SUN, driver)
    sun = _turned(gear_outline(SUN, MODULE, 8), driver)
    place = CENTRE * np.array([cos(towards), sin(towards)])
    planet = _turned(gear_outline(PLANET, MODULE, 8), phase) + place
    assert _depth(planet, sun) < 0.02 * MODULE
    assert _depth(sun, planet) < 0.02 * MODULE


@pytest.mark.parametrize("towards", [0.0, pi / 2, pi])
def test_planet_teeth_stay_inside_the_ring(towards: float) -> None:
    planet_phase = mesh_phase(PLANET, towards, SUN, 0.0)
    turn = ring_phase(RING, towards, PLANET, planet_phase)
    ring = _turned(ring_outline(RING, MODULE, 8), turn)
    place = CENTRE * np.array([cos(towards), sin(towards)])
    planet = _turned(gear_outline(PLANET, MODULE, 8), planet_phase) + place
    far = ring * 1.5
    outside = np.concatenate([far, far[:1], ring[:1], ring[::-1]])
    assert _depth(planet, outside) < 0.02 * MODULE


def test_teeth_out_of_phase_collide() -> None:
    phase = mesh_phase(PLANET, 0.0, SUN, 0.0) + pi / PLANET
    planet = _turned(gear_outline(PLANET, MODULE), phase) + np.array([CENTRE, 0])
    assert _depth(planet, gear_outline(SUN, MODULE)) > 0.3 * MODULE


def test_all_planets_agree_on_one_ring() -> None:
    turns = []
    for i in range(4):
        towards = tau * i / 4
        phase = mesh_phase(PLANET, towards, SUN, 0.0)
        turns.append(ring_phase(RING, towards, PLANET, phase) % (tau / RING))
    spread = [min(abs(t - turns[0]), tau / RING - abs(t - turns[0])) for t in turns]
    assert max(spread) < 1e-9


def test_an_outline_runs_counter_clockwise_between_its_circles() -> None:
    outline = gear_outline(30, 0.01)
    radii = np.linalg.norm(outline, axis=1)
    assert signed_area(outline) > 0
    assert radii.max() == pytest.approx(0.15 + 0.01)
    assert radii.min() == pytest.approx(0.15 - 0.012)
