"""Blades are closed solids with the chord, length and twist they were given."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from scenes.demo.exhibits.airfoil import Section, blade, naca
from scenes.demo.shapes.triangulate import signed_area
from tests.scenes.demo.shapes.measure import agrees, volume


def test_a_symmetric_section_has_its_thickness() -> None:
    ring = naca(0.12, 0.0, 40)
    assert ring[:, 1].max() == pytest.approx(0.06, abs=0.001)
    assert ring[:, 1].min() == pytest.approx(-0.06, abs=0.001)
    assert abs(signed_area(ring)) == pytest.approx(0.0822, abs=0.002)


def test_a_blade_is_a_solid_that_faces_out() -> None:
    sections = [Section(0, 0.2, 0, 1.0), Section(0.1, 0.2, 0.3, 0.3), Section(1, 0.05, 0, 0.12)]
    mesh = blade(sections)
    assert volume(mesh) > 0
    assert agrees(mesh)
    assert mesh.bounds[1][1] == pytest.approx(1.0)


def test_twist_turns_the_chord_towards_z() -> None:
    mesh = blade([Section(0, 1, pi / 2, 0.1, 0.0), Section(1, 1, pi / 2, 0.1, 0.0)])
    size = mesh.bounds[1] - mesh.bounds[0]
    assert size[2] == pytest.approx(1.0, abs=0.01)
    assert size[0] < 0.11
    assert np.isfinite(mesh.normals).all()
