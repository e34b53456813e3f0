"""Every solid is closed, faces outwards and has the volume that geometry says."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from scenes.demo.shapes import (
    Mesh,
    box,
    circle,
    curve,
    cylinder,
    extrude,
    lathe,
    loft,
    pipe,
    sphere,
    sweep,
    torus,
    tube,
)
from tests.scenes.demo.shapes.measure import agrees, volume

SQUARE = np.array([(0, 0), (4, 0), (4, 4), (0, 4)], "f8")
HOLES = [circle(0.5, 48) + 1, circle(0.4, 48) + np.array([3, 2])]
RING = [(0.5, -0.5), (1, -0.5), (1, 0.5), (0.5, 0.5), (0.5, -0.5)]
BEND = curve([(0, 0, 0), (1, 0, 0), (2, 1, 0)], 24)
LENGTH = float(np.linalg.norm(np.diff(BEND, axis=0), axis=1).sum())
LEVEL = [(2, 0, 0), (0, 0, 0), (0, 0, 2), (2, 0, 2)]


@pytest.mark.parametrize(
    ("name", "mesh", "expected", "tolerance"),
    [
        ("box", box(1, 2, 3), 6.0, 1e-6),
        ("bevelled box", box(1, 2, 3, 0.02), 6.0, 0.002),
        ("cylinder", cylinder(1, 2, 96), 2 * pi, 0.002),
        ("bevelled cylinder", cylinder(1, 2, 96, 0.02), 2 * pi, 0.003),
        ("tapered cylinder", cylinder(1, 2, 96, top=0.5), 2 * pi * 1.75 / 3, 0.002),
        ("sphere", sphere(1, 64, 32), 4 * pi / 3, 0.008),
        ("torus", torus(1, 0.2, 96, 32), 2 * pi**2 * 0.04, 0.01),
        ("tube", tube(1, 0.5, 1, 96), 0.75 * pi, 0.002),
        ("bevelled tube", tube(1, 0.5, 1, 96, 0.01), 0.75 * pi, 0.003),
        ("half ring", lathe(RING, 48, angle=pi), 0.375 * pi, 0.002),
        ("prism", extrude(SQUARE, 2), 32.0, 1e-6),
        ("prism, other winding", extrude(SQUARE[::-1], 2), 32.0, 1e-6),
        ("prism with holes", extrude(SQUARE, 1, HOLES), 16 - pi * 0.41, 0.001),
        ("bevelled prism", extrude(SQUARE, 1, HOLES, 0.01), 16 - pi * 0.41, 0.002),
        ("pipe", pipe([(0, 0, 0), (0, 1, 0), (0, 2, 0)], 0.1, 48), 0.02 * pi, 0.005),
        ("bent pipe", pipe(BEND, 0.1, 32), 0.01 * pi * LENGTH, 0.01),
        ("frame", sweep(LEVEL, [(-0.1, 0), (0.1, 0), (0.1, 0.5), (-0.1, 0.5)], True), 0.8, 1e-5),
        (
            "loft",
            loft([[(x, y, z) for x, z in SQUARE] for y in (0.0, 1.0)]),
            16.0,
            1e-6,
        ),
    ],
)
def test_solids(name: str, mesh: Mesh, expected: float, tolerance: float) -> None:
    assert abs(volume(mesh)) == pytest.approx(expected, rel=tolerance), name
    assert volume(mesh) > 0 or name == "loft"
    assert agrees(mesh)


def test_a_curve_passes_through_its_points() -> None:
    points = np.array([(0, 0), (1, 2), (3, 1)], "f8")
    line = curve(points, 5)
    for point in points:
        assert np.abs(line - point).sum(axis=1).min() < 1e-9


def test_a_bevelled_box_stays_flat_in_the_middle_of_its_faces() -> None:
    mesh = box(1, 1, 1, 0.02)
    assert float(np.abs(mesh.normals).max(axis=1).min()) > 0.9999
