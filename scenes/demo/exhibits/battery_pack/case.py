"""What keeps the water out: tray, lid, sealing bolts."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.battery_pack.plan import (
    COLUMNS,
    FLOOR,
    HIGH_VOLTAGE,
    LONG,
    RIM,
    ROWS,
    WIDE,
)
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import hex_bolt
from scenes.demo.exhibits.kit import Piece, painted, rounded
from scenes.demo.shapes import box, cylinder, extrude, srgb

__all__ = ["lid", "sealing_bolts", "tray"]


def tray(detail: Detail) -> tuple[Piece, ...]:
    """The extruded tray with its beams, ears, plug and pipes."""
    edge = detail.edge(0.004)
    outer = rounded(LONG, WIDE, 0.07, 7 if detail.fine else 3)
    inner = rounded(LONG - 0.1, WIDE - 0.1, 0.05, 7 if detail.fine else 3)
    floor = extrude(outer, FLOOR, bevel=edge)
    wall = extrude(outer, RIM - 0.02, [inner], edge).moved(y=0.02)
    beams = [box(0.025, 0.09, WIDE - 0.11, edge).moved(x, 0.065, 0) for x in (-0.348, 0.178, 0.705)]
    spine = box(LONG - 0.11, 0.03, 0.02, edge).moved(y=0.03)
    skids = [box(LONG - 0.2, 0.03, 0.08, edge).moved(0, -0.013, z) for z in (-0.5, 0.5)]
    ears = [
        box(0.12, 0.03, 0.07, edge).moved(x, 0.05, z)
        for x in (-0.6, 0.0, 0.6)
        for z in (-WIDE / 2 - 0.025, WIDE / 2 + 0.025)
    ]
    plug = box(0.05, 0.07, 0.2, edge).moved(LONG / 2 + 0.015, 0.085, 0.22)
    pipes = [
        cylinder(0.016, 0.08, detail.round(20), detail.edge(0.003))
        .turned("z", pi / 2)
        .moved(LONG / 2 + 0.03, 0.06, z)
        for z in (-0.14, -0.22)
    ]
    return (
        painted(f.BRUSHED, f.ALUMINIUM, floor, wall, *beams, spine, *skids, *ears, *pipes),
        painted(f.PLASTIC, HIGH_VOLTAGE, plug),
    )


def lid(detail: Detail) -> tuple[Piece, ...]:
    """The pressed lid with a warning label."""
    steps = 7 if detail.fine else 3
    edge = detail.edge(0.003)
    rim = extrude(rounded(LONG, WIDE, 0.07, steps), 0.008, bevel=edge).moved(y=RIM)
    dome = extrude(
        rounded(LONG - 0.12, WIDE - 0.12, 0.06, steps), 0.03, bevel=detail.edge(0.014)
    ).moved(y=RIM)
    ribs = [
        extrude(rounded(0.42, 0.2, 0.04, steps), 0.009, bevel=detail.edge(0.004)).moved(
            x, RIM + 0.026, z
        )
        for x in COLUMNS
        for z in ROWS
    ]
    plate = box(0.07, 0.004, 0.42, detail.edge(0.001)).moved(0.775, RIM + 0.031, 0)
    return (
        painted(f.PAINT, srgb("#4a5157"), rim, dome, *ribs),
        painted(f.PLASTIC, HIGH_VOLTAGE, plate),
    )


def sealing_bolts(detail: Detail) -> tuple[Piece, ...]:
    """Bolts round the rim."""
    bolt = hex_bolt(detail, 0.012, 0.03)
    xs = np.linspace(-LONG / 2 + 0.09, LONG / 2 - 0.09, 10 if detail.fine else 6)
    zs = np.linspace(-WIDE / 2 + 0.09, WIDE / 2 - 0.09, 6 if detail.fine else 4)
    around = [(x, side * (WIDE / 2 - 0.03)) for x in xs for side in (-1, 1)]
    around += [(side * (LONG / 2 - 0.03), z) for z in zs for side in (-1, 1)]
    return (painted(f.MACHINED, f.STEEL, *(bolt.moved(x, RIM + 0.008, z) for x, z in around)),)
