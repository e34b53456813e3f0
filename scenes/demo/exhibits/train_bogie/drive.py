"""What drives and stops: motors, gear cases, brake callipers."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.kit import Piece, painted, slab
from scenes.demo.exhibits.train_bogie.plan import AXLE, ENDS, SIDES
from scenes.demo.shapes import box, cylinder, lathe, srgb

__all__ = ["brakes", "motors"]


def motors(detail: Detail) -> tuple[Piece, ...]:
    """Traction motors, couplings and gear cases, one pair for each axle."""
    n = detail.round(40)
    bodies, cases = [], []
    for x, side in zip(ENDS, (1, -1), strict=True):
        at = x - np.sign(x) * 0.22
        motor = lathe(
            [(0, -0.13), (0.07, -0.13), (0.085, -0.118), (0.085, 0.118), (0.07, 0.13), (0, 0.13)], n
        )
        fins = ring_of(box(0.012, 0.2, 0.005).moved(0.087, 0, 0), 22)
        laid = [
            m.turned("x", pi / 2).moved(at, AXLE + 0.03, side * 0.05)
            for m in (motor, *detail.some([fins]))
        ]
        bodies += laid
        case = slab(_gear_case(abs(at - x)), 0.06, detail.edge(0.008))
        cases.append((case if at > x else case.turned("y", pi)).moved(x, AXLE, -side * 0.2))
    couplings = [
        cylinder(0.03, 0.08, n, detail.edge(0.003))
        .turned("x", pi / 2)
        .moved(x - np.sign(x) * 0.22, AXLE + 0.03, -side * 0.12)
        for x, side in zip(ENDS, (1, -1), strict=True)
    ]
    return (
        painted(f.PAINT, srgb("#5f6c73"), *bodies),
        painted(f.CAST, (0.5, 0.52, 0.54), *cases, *couplings),
    )


def _gear_case(distance: float) -> np.ndarray:
    """The outline of a gear case round the axle (0, 0) and the pinion (distance, 0.03)."""
    big, small = 0.105, 0.055
    first = [
        (big * np.cos(a), big * np.sin(a)) for a in np.linspace(pi / 2 - 0.1, 3 * pi / 2 + 0.1, 18)
    ]
    second = [
        (distance + small * np.cos(a), 0.03 + small * np.sin(a))
        for a in np.linspace(-pi / 2, pi / 2, 10)
    ]
    return np.array([*first, *second])


def brakes(detail: Detail) -> tuple[Piece, ...]:
    """Callipers and pads over the discs."""
    edge = detail.edge(0.004)
    arms, pads = [], []
    for x in ENDS:
        inward = -float(np.sign(x))
        for z in (-0.11, 0.0, 0.11):
            arms.append(box(0.05, 0.05, 0.07, edge).moved(x + inward * 0.15, AXLE + 0.115, z))
            arms += [
                box(0.12, 0.02, 0.012, edge).moved(x + inward * 0.1, AXLE + 0.09, z + s * 0.028)
                for s in SIDES
            ]
            pads += [
                box(0.05, 0.07, 0.007, detail.edge(0.002)).moved(
                    x + inward * 0.07, AXLE + 0.07, z + s * 0.0195
                )
                for s in SIDES
            ]
    return (
        painted(f.PAINT, srgb("#b5382a"), *arms),
        painted(f.CAST, f.DARK_STEEL, *pads),
    )
