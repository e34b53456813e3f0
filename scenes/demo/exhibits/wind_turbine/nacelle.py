"""The nacelle: bedplate, drive train, cover."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.kit import Piece, painted, rounded
from scenes.demo.shapes import Mesh, box, cylinder, extrude, lathe, loft, merge, srgb, tube

__all__ = ["bedplate", "cover", "gearbox", "generator", "main_shaft"]


def bedplate(detail: Detail) -> tuple[Piece, ...]:
    """Floor, rails and a cabinet."""
    edge = detail.edge(0.004)
    floor = extrude(rounded(0.096, 0.3, 0.02), 0.014, bevel=edge).moved(0, -0.056, 0.05)
    rails = [box(0.012, 0.02, 0.26, edge).moved(x, -0.035, 0.05) for x in (-0.034, 0.034)]
    cabinet = box(0.03, 0.05, 0.05, edge).moved(0.03, -0.016, 0.165)
    return (painted(f.PAINT, f.GRAPHITE, floor, *rails, cabinet),)


def _along(mesh: Mesh) -> Mesh:
    """A shape made round Y laid along the rotor's axis, its top to the rear (+Z)."""
    return mesh.turned("x", pi / 2)


def main_shaft(detail: Detail) -> tuple[Piece, ...]:
    """The main shaft in its bearing block."""
    n = detail.round(32)
    shaft = lathe(
        [(0, -0.11), (0.03, -0.11), (0.03, -0.1), (0.016, -0.09), (0.013, 0.02), (0, 0.02)], n
    )
    block = box(0.07, 0.06, 0.03, detail.edge(0.006)).moved(0, -0.012, -0.062)
    return (painted(f.MACHINED, f.STEEL, _along(shaft)), painted(f.PAINT, f.TEAL, block))


def gearbox(detail: Detail) -> tuple[Piece, ...]:
    """The step-up gearbox and its coupling."""
    n = detail.round(40)
    body = lathe(
        [
            (0, 0.005),
            (0.03, 0.005),
            (0.045, 0.012),
            (0.047, 0.05),
            (0.036, 0.056),
            (0.034, 0.08),
            (0, 0.08),
        ],
        n,
    )
    ribs = ring_of(box(0.006, 0.05, 0.006).moved(0.046, 0.033, 0), 10)
    arms = [
        box(0.03, 0.014, 0.02, detail.edge(0.003)).moved(x, -0.02, 0.03) for x in (-0.036, 0.036)
    ]
    coupling = lathe([(0, 0.08), (0.012, 0.08), (0.012, 0.112), (0, 0.112)], n)
    disc = tube(0.026, 0.01, 0.004, n).moved(y=0.095)
    return (
        painted(f.PAINT, srgb("#5d7f9a"), _along(body), _along(merge(detail.some([ribs]))), *arms),
        painted(f.MACHINED, f.STEEL, _along(coupling), _along(disc)),
    )


def generator(detail: Detail) -> tuple[Piece, ...]:
    """The generator with its cooler."""
    n = detail.round(40)
    body = lathe(
        [(0, 0.11), (0.03, 0.11), (0.036, 0.116), (0.036, 0.18), (0.03, 0.186), (0, 0.186)], n
    )
    fins = ring_of(box(0.004, 0.056, 0.003).moved(0.038, 0.148, 0), 26)
    cooler = box(0.05, 0.02, 0.06, detail.edge(0.004)).moved(0, 0.044, 0.148)
    return (
        painted(f.PAINT, srgb("#c98a3a"), _along(body), _along(merge(detail.some([fins])))),
        painted(f.BRUSHED, f.ALUMINIUM, cooler),
    )


def cover(detail: Detail) -> tuple[Piece, ...]:
    """A shell lofted through rounded sections, with hatch, vane and grille."""
    stations = (
        (-0.118, 0.085, 0.09),
        (-0.1, 0.1, 0.105),
        (0.02, 0.112, 0.122),
        (0.14, 0.108, 0.118),
        (0.2, 0.094, 0.1),
        (0.222, 0.07, 0.07),
    )
    steps = 6 if detail.fine else 3
    rings = []
    for z, wide, high in stations:
        ring = rounded(wide, high, min(wide, high) * 0.28, steps)
        rings.append(np.stack([ring[:, 0], ring[:, 1] + 0.006, np.full(len(ring), z)], axis=1))
    shell = loft(rings, crease=60)
    vane = box(0.002, 0.03, 0.02).moved(0, 0.085, 0.18)
    mast = cylinder(0.0015, 0.04, 8).moved(0.025, 0.085, 0.18)
    hatch = box(0.05, 0.006, 0.07, detail.edge(0.002)).moved(0, 0.068, 0.07)
    grille = [box(0.06, 0.004, 0.004).moved(0, 0.02 - 0.012 * i, 0.223) for i in range(4)]
    return (
        painted(f.PAINT, f.WHITE, shell, hatch),
        *detail.some([painted(f.PLASTIC, f.GRAPHITE, vane, mast, *grille)]),
    )
