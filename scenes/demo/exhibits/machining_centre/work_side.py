"""The rotary axes: cradle, table, and the blisk on it."""

from __future__ import annotations

from math import pi, radians

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ring_of, socket_screw
from scenes.demo.exhibits.kit import Item, Piece, painted, slab
from scenes.demo.exhibits.machining_centre.plan import CRADLE, TABLE, TEAL
from scenes.demo.shapes import box, cylinder, lathe, merge, tube

__all__ = ["cradle"]


def cradle(detail: Detail) -> Item:
    """The A axis: a cradle that tilts about X between the bed's blocks."""
    n = 14 if detail.fine else 6
    arm = slab([(-0.07, -0.13), (0.07, -0.13), *_arc(0.08, n)], 0.05, detail.edge(0.008)).turned(
        "y", pi / 2
    )
    arms = [arm.moved(x=x) for x in (-0.225, 0.225)]
    floor = box(0.46, 0.05, 0.17, detail.edge(0.01)).moved(y=-0.125)
    hubs = [
        cylinder(0.06, 0.03, detail.round(36), detail.edge(0.004)).turned("z", pi / 2).moved(x=x)
        for x in (-0.262, 0.262)
    ]
    return Item(
        "cradle",
        (painted(f.PAINT, TEAL, *arms, floor), painted(f.MACHINED, f.STEEL, *hubs)),
        ("A 轴摇篮", "A-axis cradle"),
        (0, 0.14, -0.42),
        CRADLE,
        children=(_table(detail),),
    )


def _arc(radius: float, steps: int) -> list[tuple[float, float]]:
    return [(radius * np.cos(a), radius * np.sin(a)) for a in np.linspace(0, pi, steps)]


def _table(detail: Detail) -> Item:
    n = detail.round(56)
    disc = tube(0.145, 0.02, 0.035, n, detail.edge(0.004)).moved(y=-0.03)
    slots = [
        box(0.11, 0.004, 0.012).moved(0.085, -0.0115, 0).turned("y", k * pi / 4) for k in range(8)
    ]
    return Item(
        "table",
        (
            painted(f.MACHINED, f.STEEL, disc),
            *detail.some([painted(f.BRUSHED, f.DARK_STEEL, *slots)]),
        ),
        ("C 轴转台", "C-axis table"),
        (0, 0.16, 0),
        TABLE,
        children=(
            Item("blisk", _blisk(detail), ("整体叶盘工件", "Blisk workpiece"), (0, 0.16, 0)),
        ),
    )


def _blisk(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(48)
    hub = lathe(
        [
            (0.018, -0.012),
            (0.066, -0.012),
            (0.066, 0.024),
            (0.05, 0.03),
            (0.03, 0.042),
            (0.018, 0.042),
            (0.018, -0.012),
        ],
        n,
    )
    sections = [
        Section(0.06 + 0.045 * s, 0.034 - 0.006 * s, radians(35 + 18 * s), 0.1, 0.06)
        for s in (0.0, 0.5, 1.0)
    ]
    one = blade(sections, 5 if detail.fine else 3, 0.5).turned("z", -pi / 2).turned("x", pi / 2)
    vanes = ring_of(one.moved(y=0.006), 17 if detail.fine else 9)
    clamp = merge(
        [
            cylinder(0.026, 0.012, detail.round(24), detail.edge(0.002)).moved(y=0.048),
            socket_screw(detail, 0.014).moved(y=0.054),
        ]
    )
    return (
        painted(f.MACHINED, f.ALUMINIUM, hub, vanes),
        painted(f.MACHINED, f.DARK_STEEL, clamp),
    )
