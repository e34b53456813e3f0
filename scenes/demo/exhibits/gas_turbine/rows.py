"""Rows of blades and vanes."""

from __future__ import annotations

from math import pi, radians, tau

import numpy as np

from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gas_turbine.plan import OPEN, START
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.shapes import Mesh

__all__ = ["airfoils", "opened"]


def airfoils(
    detail: Detail, hub: float, tip: float, count: int, chord: float, twist: tuple[float, float]
) -> Mesh:
    """A row of blades round the Y axis, thinner and flatter towards the tip."""
    shares = np.linspace(0, 1, 2)
    sections = [
        Section(
            hub + float(s) * (tip - hub),
            chord * (1 - 0.12 * float(s)),
            radians(float(np.interp(s, [0, 1], twist))),
            0.12 - 0.05 * float(s),
            0.07,
        )
        for s in shares
    ]
    one = blade(sections, 3 if detail.fine else 2, 0.45)
    laid = one.turned("z", -pi / 2).turned("x", pi / 2)
    return ring_of(laid, count if detail.fine else count // 3)


def opened(row: Mesh) -> Mesh:
    """Only the blades that the opened casing still holds (whole triangles inside its arc)."""
    corners = row.positions[row.indices].reshape(-1, 3, 3)
    middle = corners.mean(axis=1)
    turn = np.mod(np.arctan2(-middle[:, 2], middle[:, 0]) - START, tau)
    keep = (turn > 0.04) & (turn < OPEN - 0.04)
    faces = row.indices.reshape(-1, 3)[keep]
    return Mesh(row.positions, row.normals, faces.ravel())
