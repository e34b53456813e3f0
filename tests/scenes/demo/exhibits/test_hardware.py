"""Machine elements: solid, of the size asked for, plainer from afar."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import (
    ball_bearing,
    bolt_circle,
    flange,
    hex_bolt,
    hex_head,
    ring_of,
    socket_screw,
)
from scenes.demo.shapes import Mesh, box
from tests.scenes.demo.shapes.measure import agrees, volume

FINE, COARSE = Detail(0), Detail(1)
MAKERS = [
    lambda d: hex_bolt(d, 0.01, 0.04),
    lambda d: socket_screw(d, 0.01, 0.04),
    lambda d: flange(d, 0.1, 0.05, 0.02, 8, 0.08, 0.005),
    lambda d: ball_bearing(d, 0.1, 0.05, 0.03)[0],
    lambda d: ball_bearing(d, 0.1, 0.05, 0.03)[1],
]


@pytest.mark.parametrize("make", MAKERS)
def test_elements_are_solid_and_plainer_from_afar(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    fine: Mesh = make(FINE)
    coarse: Mesh = make(COARSE)
    assert volume(fine) > 0
    assert agrees(fine) and agrees(coarse)
    assert coarse.triangles < fine.triangles


def test_a_head_stands_on_the_floor_and_its_shank_hangs_below() -> None:
    low, high = hex_bolt(FINE, 0.01, 0.04).bounds
    assert low[1] == pytest.approx(-0.04)
    assert high[1] == pytest.approx(0.0065)
    assert hex_head(0.01).triangles == 20


def test_a_ring_repeats_round_the_axis() -> None:
    mesh = ring_of(box(0.1, 0.1, 0.1).moved(x=1), 4)
    assert mesh.triangles == 48
    assert mesh.bounds[0] == pytest.approx([-1.05, -0.05, -1.05], abs=1e-6)


def test_a_bolt_circle_has_its_radius() -> None:
    mesh = bolt_circle(hex_head(0.01), 6, 0.5)
    away = np.linalg.norm(mesh.positions[:, [0, 2]], axis=1)
    assert 0.48 < away.min() < 0.5 < away.max() < 0.52
