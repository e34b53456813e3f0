"""What turns in it: impeller, seal, shaft, bearings."""

from __future__ import annotations

from math import cos, log, pi, sin

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.centrifugal_pump.plan import EXIT, INLET
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ball_bearing, ring_of
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import Mesh, box, extrude, lathe, tube

__all__ = ["bearings", "impeller", "seal", "shaft"]


def impeller(detail: Detail) -> tuple[Piece, ...]:
    """A closed impeller with its nut."""
    n = detail.round(56)
    back = lathe(
        [(0, 0.03), (EXIT, 0.03), (EXIT, 0.036), (0.05, 0.044), (0.03, 0.055), (0, 0.055)], n
    )
    nut = lathe(
        [(0, -0.035), (0.012, -0.03), (0.026, 0.0), (0.034, 0.03), (0, 0.03)], detail.round(32)
    )
    front = lathe(
        [
            (INLET, -0.05),
            (INLET + 0.007, -0.05),
            (INLET + 0.009, -0.022),
            (EXIT, 0.002),
            (EXIT, 0.008),
            (INLET + 0.004, -0.014),
            (INLET, -0.05),
        ],
        n,
    )
    vanes = ring_of(_vane(detail), 6)
    return (painted(f.MACHINED, f.BRASS, *(axial(m) for m in (back, nut, front, vanes))),)


def _vane(detail: Detail) -> Mesh:
    """A backward-curved vane: a logarithmic spiral that leaves at 25 degrees."""
    steps = 12 if detail.fine else 5
    radii = np.linspace(0.045, EXIT - 0.001, steps)
    turns = np.array([log(float(r) / 0.045) / np.tan(np.radians(25)) for r in radii]) * 0.5
    thick = 0.0035 * np.sin(np.linspace(0.5, pi - 0.35, steps)) + 0.0012
    outer = [
        (r * cos(a + t / r), r * sin(a + t / r))
        for r, a, t in zip(radii, turns, thick, strict=True)
    ]
    inner = [
        (r * cos(a - t / r), r * sin(a - t / r))
        for r, a, t in zip(radii, turns, thick, strict=True)
    ]
    return extrude([*outer, *inner[::-1]], 0.044, crease=40).moved(y=-0.012)


def seal(detail: Detail) -> tuple[Piece, ...]:
    """A mechanical seal with its spring."""
    n = detail.round(40)
    ring = tube(0.042, 0.0245, 0.014, n, detail.edge(0.002)).moved(y=0.078)
    face = tube(0.036, 0.0245, 0.012, n, detail.edge(0.002)).moved(y=0.092)
    coils = [tube(0.035, 0.029, 0.003, n).moved(y=0.101 + 0.006 * i) for i in range(4)]
    collar = tube(0.04, 0.0245, 0.01, n, detail.edge(0.002)).moved(y=0.128)
    return (
        painted(f.MACHINED, f.STEEL, axial(ring), axial(collar), *(axial(c) for c in coils)),
        painted(f.PLASTIC, f.BLACK, axial(face)),
    )


def shaft(detail: Detail) -> tuple[Piece, ...]:
    """The stepped shaft with its key."""
    body = lathe(
        [
            (0, 0.0),
            (0.018, 0.0),
            (0.018, 0.055),
            (0.024, 0.058),
            (0.024, 0.15),
            (0.03, 0.153),
            (0.03, 0.34),
            (0.024, 0.344),
            (0.024, 0.43),
            (0.022, 0.432),
            (0, 0.432),
        ],
        detail.round(40),
    )
    key = box(0.04, 0.007, 0.008).moved(0.405, 0.0245, 0)
    return (painted(f.MACHINED, f.STEEL, axial(body), *detail.some([key])),)


def bearings(detail: Detail) -> tuple[Piece, ...]:
    """Two ball bearings."""
    rings, balls = ball_bearing(detail, 0.062, 0.0302, 0.024)
    places = (0.18, 0.318)
    return (
        painted(f.MACHINED, f.STEEL, *(axial(rings.moved(y=y)) for y in places)),
        painted(f.MACHINED, f.BRASS, *(axial(balls.moved(y=y)) for y in places)),
    )
