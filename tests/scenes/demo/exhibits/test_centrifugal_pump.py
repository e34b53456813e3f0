"""The pump fits together: impeller inside the casing, shaft through seal and bearings."""

from __future__ import annotations

import numpy as np

from scenes.demo.exhibits.centrifugal_pump.casing import suction_cover, volute
from scenes.demo.exhibits.centrifugal_pump.drive import coupling
from scenes.demo.exhibits.centrifugal_pump.plan import EXIT, INLET
from scenes.demo.exhibits.centrifugal_pump.rotor import bearings, impeller, seal, shaft
from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh

FINE = Detail(0)


def _radii(mesh: Mesh) -> np.ndarray:
    """How far every vertex is from the shaft's axis."""
    return np.asarray(np.linalg.norm(mesh.positions[:, 1:], axis=1))


def test_the_impeller_turns_inside_the_volute() -> None:
    assert _radii(impeller(FINE)[0].mesh).max() <= EXIT + 1e-6
    spiral = volute(FINE)[0].mesh
    near = np.abs(spiral.positions[:, 0]) < 0.02
    assert _radii(spiral)[near].min() > EXIT


def test_the_suction_cover_opens_into_the_impeller_eye() -> None:
    assert _radii(suction_cover(FINE)[0].mesh).min() >= INLET - 1e-3


def test_the_shaft_passes_through_seal_and_bearings() -> None:
    steel = _radii(shaft(FINE)[0].mesh)
    assert _radii(seal(FINE)[0].mesh).min() >= 0.024
    assert _radii(bearings(FINE)[0].mesh).min() >= 0.0299
    assert steel.max() <= 0.0302


def test_the_coupling_reaches_from_shaft_to_motor() -> None:
    low, high = coupling(FINE)[0].mesh.bounds
    assert low[0] < 0.43 < high[0]
