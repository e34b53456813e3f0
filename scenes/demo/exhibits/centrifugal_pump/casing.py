"""What holds the liquid: volute, suction cover, bearing bracket, baseplate."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.centrifugal_pump.plan import AXIS, EXIT, INLET, PUMP_BLUE
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, flange, hex_bolt, ring_of
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import box, cylinder, lathe, loft, tube

__all__ = ["baseplate", "bracket", "cover_bolts", "suction_cover", "volute"]


def volute(detail: Detail) -> tuple[Piece, ...]:
    """A casing whose section grows round the impeller and leaves upwards (tangentially)."""
    steps = 40 if detail.fine else 16
    sides = 16 if detail.fine else 8
    rings = [_section(i / steps, sides) for i in range(steps + 1)]
    spiral = loft(rings, crease=60)
    last = rings[-1].mean(axis=0)
    throat = [rings[-1] + np.array([0, 0.07 * k, 0]) for k in (0, 1)]
    wide = (rings[-1] - last) * 1.12 + last + np.array([0, 0.185, 0])
    neck = loft([throat[0], throat[1], wide], crease=60)
    ends = flange(detail, 0.105, 0.062, 0.022, 8, 0.085, 0.009).moved(
        last[0], last[1] + 0.18, last[2]
    )
    plates = [
        tube(0.168, 0.08, 0.016, detail.round(56), detail.edge(0.003)).moved(y=y)
        for y in (-0.062, 0.058)
    ]
    foot = [
        box(0.1, 0.05, 0.09, detail.edge(0.006)).moved(0, -AXIS + 0.075, z) for z in (-0.13, 0.13)
    ]
    legs = [
        box(0.07, 0.15, 0.03, detail.edge(0.006)).moved(0, -AXIS + 0.15, z) for z in (-0.12, 0.12)
    ]
    bolts = bolt_circle(hex_bolt(detail, 0.014), 8, 0.085).moved(last[0], last[1] + 0.202, last[2])
    return (
        painted(
            f.LACQUER, PUMP_BLUE, spiral, neck, ends, *(axial(p) for p in plates), *foot, *legs
        ),
        *detail.some([painted(f.MACHINED, f.DARK_STEEL, bolts)]),
    )


def _section(share: float, sides: int) -> np.ndarray:
    """The spiral's section after a share of the turn, from the tongue round to the throat."""
    angle = tau * share
    radius = 0.03 + 0.036 * share
    centre = EXIT + 0.006 + radius
    direction = np.array([0, -sin(angle), cos(angle)])
    turns = np.arange(sides) * tau / sides
    axis = np.array([1.0, 0, 0])
    middle = direction * centre
    ring: np.ndarray = middle + radius * (
        np.outer(np.cos(turns), direction) + np.outer(np.sin(turns), axis)
    )
    return ring


def suction_cover(detail: Detail) -> tuple[Piece, ...]:
    """The suction cover with its inlet flange."""
    n = detail.round(56)
    plate = lathe(
        [
            (INLET, -0.085),
            (0.165, -0.085),
            (0.165, -0.071),
            (0.11, -0.071),
            (0.1, -0.066),
            (INLET + 0.012, -0.06),
            (INLET, -0.06),
            (INLET, -0.085),
        ],
        n,
    )
    neck = tube(0.078, INLET, 0.1, n).moved(y=-0.13)
    end = flange(detail, 0.115, INLET, 0.022, 8, 0.095, 0.009).moved(y=-0.19)
    return (painted(f.LACQUER, PUMP_BLUE, *(axial(m) for m in (plate, neck, end))),)


def cover_bolts(detail: Detail) -> tuple[Piece, ...]:
    """The bolts that hold the suction cover."""
    bolts = bolt_circle(hex_bolt(detail, 0.012, 0.04), 10 if detail.fine else 5, 0.152)
    return (painted(f.MACHINED, f.STEEL, axial(bolts.turned("x", pi).moved(y=-0.085))),)


def bracket(detail: Detail) -> tuple[Piece, ...]:
    """The bearing bracket with its foot and oil glass."""
    n = detail.round(56)
    lantern = lathe(
        [
            (0.064, 0.075),
            (0.165, 0.075),
            (0.165, 0.09),
            (0.12, 0.1),
            (0.085, 0.15),
            (0.08, 0.17),
            (0.08, 0.335),
            (0.064, 0.335),
            (0.064, 0.075),
        ],
        n,
        crease=45,
    )
    ribs = ring_of(box(0.01, 0.14, 0.008).moved(0.084, 0.25, 0), 12)
    cap = tube(0.078, 0.0305, 0.012, n, detail.edge(0.002)).moved(y=0.341)
    leg = box(0.06, AXIS - 0.12, 0.05, detail.edge(0.006)).moved(0.27, -AXIS / 2 - 0.02, 0)
    foot = box(0.08, 0.03, 0.16, detail.edge(0.006)).moved(0.27, -AXIS + 0.065, 0)
    glass = (
        cylinder(0.014, 0.01, detail.round(20), detail.edge(0.002))
        .turned("x", pi / 2)
        .moved(0.25, 0, 0.083)
    )
    return (
        painted(
            f.LACQUER,
            PUMP_BLUE,
            axial(lantern),
            *(axial(r) for r in detail.some([ribs])),
            leg,
            foot,
        ),
        painted(f.MACHINED, f.STEEL, axial(cap)),
        *detail.some([painted(f.MACHINED, f.BRASS, glass)]),
    )


def baseplate(detail: Detail) -> tuple[Piece, ...]:
    """Rails under pump and motor."""
    edge = detail.edge(0.006)
    rails = [box(1.16, 0.05, 0.06, edge).moved(0.36, -AXIS + 0.025, z) for z in (-0.17, 0.17)]
    ties = [
        box(0.06, 0.05, 0.3, edge).moved(x, -AXIS + 0.025, 0)
        for x in (-0.17, 0.27, 0.58, 0.78, 0.9)
    ]
    bolts = [
        hex_bolt(detail, 0.016).moved(x, -AXIS + 0.05, z)
        for x in (-0.18, 0.42, 0.9)
        for z in (-0.17, 0.17)
    ]
    return (
        painted(f.PAINT, f.GRAPHITE, *rails, *ties),
        *detail.some([painted(f.MACHINED, f.STEEL, *bolts)]),
    )
