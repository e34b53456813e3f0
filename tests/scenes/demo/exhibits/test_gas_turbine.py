"""The gas turbine's stages fit its casings, which are open on one side only."""

from __future__ import annotations

from math import tau

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gas_turbine.plan import (
    COMPRESSOR,
    COMPRESSOR_WALL,
    OPEN,
    TURBINE,
    TURBINE_WALL,
)
from scenes.demo.exhibits.gas_turbine.rotor import rotor
from scenes.demo.exhibits.gas_turbine.rows import airfoils, opened
from scenes.demo.shapes import Mesh

FINE = Detail(0)


def _radii(mesh: Mesh) -> np.ndarray:
    return np.asarray(np.linalg.norm(mesh.positions[:, 1:], axis=1))


def test_the_annulus_narrows_as_the_air_is_compressed() -> None:
    areas = [tip**2 - hub**2 for _, hub, tip, _ in COMPRESSOR]
    assert areas == sorted(areas, reverse=True)
    assert [tip**2 - hub**2 for _, hub, tip, _ in TURBINE] == sorted(
        tip**2 - hub**2 for _, hub, tip, _ in TURBINE
    )


@pytest.mark.parametrize(
    ("stages", "wall"), [(COMPRESSOR, COMPRESSOR_WALL), (TURBINE, TURBINE_WALL)]
)
def test_blade_tips_clear_the_casing(
    stages: list[tuple[float, float, float, int]], wall: list[tuple[float, float]]
) -> None:
    radii, places = zip(*wall, strict=True)
    for at, _, tip, _ in stages:
        for edge in (at - 0.02, at + 0.02):
            assert tip < float(np.interp(edge, places, radii))


def test_the_blades_stand_on_one_drum() -> None:
    drum, cold, hot = (piece.mesh for piece in rotor(FINE))
    assert drum.bounds[0][0] < cold.bounds[0][0] < hot.bounds[1][0] < drum.bounds[1][0]
    assert _radii(cold).min() < _radii(drum).max()


def test_a_row_has_its_blades() -> None:
    one = airfoils(FINE, 0.1, 0.2, 1, 0.03, (0, 0))
    assert airfoils(FINE, 0.1, 0.2, 20, 0.03, (0, 0)).triangles == 20 * one.triangles


def test_opened_rows_keep_the_blades_that_the_casing_holds() -> None:
    row = airfoils(FINE, 0.1, 0.2, 50, 0.01, (0, 0))
    share = opened(row).triangles / row.triangles
    assert abs(share - OPEN / tau) < 0.05
