"""What carries: the H-frame, dampers and air springs."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Piece, painted, slab
from scenes.demo.exhibits.train_bogie.plan import AXLE, SIDES
from scenes.demo.shapes import box, curve, cylinder, lathe, merge, pipe, srgb, torus

__all__ = ["air_springs", "dampers", "frame"]

FRAME = srgb("#34618f")


def frame(detail: Detail) -> tuple[Piece, ...]:
    """Side beams, transoms and the seats of the air springs."""
    edge = detail.edge(0.014)
    beams = [slab(_beam(), 0.095, edge).moved(z=side * 0.4) for side in SIDES]
    transoms = [
        cylinder(0.055, 0.74, detail.round(32)).turned("x", pi / 2).moved(x, AXLE + 0.09, 0)
        for x in (-0.11, 0.11)
    ]
    centre = box(0.3, 0.05, 0.2, edge).moved(0, AXLE + 0.09, 0)
    brackets = [
        box(0.05, 0.09, 0.12, detail.edge(0.008)).moved(x, AXLE + 0.1, z)
        for x in (-0.19, 0.19)
        for z in (-0.18, 0.18)
    ]
    pads = [
        cylinder(0.09, 0.014, detail.round(40), detail.edge(0.003)).moved(
            0, AXLE + 0.118, side * 0.4
        )
        for side in SIDES
    ]
    return (
        painted(f.LACQUER, FRAME, *beams, *transoms, centre, *brackets),
        painted(f.BRUSHED, f.STEEL, *pads),
    )


def _beam() -> np.ndarray:
    """The side beam: high over the axle boxes, low in the middle."""
    high, low, deep = AXLE + 0.22, AXLE + 0.11, 0.075
    top = [
        (-0.62, high - 0.015),
        (-0.6, high),
        (-0.42, high),
        (-0.26, low),
        (0.26, low),
        (0.42, high),
        (0.6, high),
        (0.62, high - 0.015),
    ]
    bottom = [
        (0.62, high - 0.055),
        (0.4, high - 0.058),
        (0.24, low - deep),
        (-0.24, low - deep),
        (-0.4, high - 0.058),
        (-0.62, high - 0.055),
    ]
    return np.array([*top, *bottom])


def dampers(detail: Detail) -> tuple[Piece, ...]:
    """Yaw dampers along the sides, and hoses."""
    n = detail.round(20)
    bodies, rods = [], []
    for side in SIDES:
        bodies.append(
            cylinder(0.026, 0.24, n, detail.edge(0.004))
            .turned("z", pi / 2)
            .moved(-0.12, AXLE + 0.06, side * 0.485)
        )
        rods.append(
            cylinder(0.012, 0.2, n).turned("z", pi / 2).moved(0.08, AXLE + 0.06, side * 0.485)
        )
        rods += [
            torus(0.02, 0.009, n, detail.round(10))
            .turned("x", pi / 2)
            .moved(x, AXLE + 0.06, side * 0.485)
            for x in (-0.26, 0.2)
        ]
    hoses = [
        pipe(
            curve(
                [
                    (0.16, AXLE + 0.15, s * 0.3),
                    (0.24, AXLE + 0.19, s * 0.32),
                    (0.3, AXLE + 0.12, s * 0.3),
                ],
                6,
            ),
            0.008,
            detail.round(10),
        )
        for s in SIDES
    ]
    return (
        painted(f.PAINT, srgb("#d9a227"), *bodies),
        painted(f.MACHINED, f.STEEL, *rods),
        *detail.some([painted(f.RUBBER, f.BLACK, *hoses)]),
    )


def air_springs(detail: Detail) -> tuple[Piece, ...]:
    """The bellows that carry the car."""
    n = detail.round(48)
    bellows = lathe(
        [
            (0, 0),
            (0.07, 0),
            (0.1, 0.014),
            (0.108, 0.034),
            (0.098, 0.05),
            (0.098, 0.054),
            (0.108, 0.07),
            (0.1, 0.088),
            (0.07, 0.1),
            (0, 0.1),
        ],
        n,
        crease=70,
    )
    plate = cylinder(0.088, 0.012, n, detail.edge(0.003)).moved(y=0.106)
    pin = cylinder(0.02, 0.03, detail.round(20), detail.edge(0.004)).moved(y=0.126)
    places = [(0, AXLE + 0.125, side * 0.4) for side in SIDES]
    return (
        painted(f.RUBBER, f.BLACK, *(bellows.moved(*p) for p in places)),
        painted(f.BRUSHED, f.ALUMINIUM, *(merge([plate, pin]).moved(*p) for p in places)),
    )
