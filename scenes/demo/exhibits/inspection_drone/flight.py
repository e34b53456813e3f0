"""What flies: frame, motors, propellers."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.inspection_drone.plan import (
    ACCENT,
    ARMS,
    CARBON,
    LIGHT,
    PROP,
    REACH,
    angle,
    place,
)
from scenes.demo.exhibits.kit import Item, Piece, painted
from scenes.demo.shapes import (
    Mesh,
    box,
    cylinder,
    extrude,
    lathe,
    merge,
    pipe,
    sphere,
)

__all__ = ["frame", "propellers"]


def frame(detail: Detail) -> tuple[Piece, ...]:
    """Carbon plates and arms, motors, beacons."""
    n = detail.round(16)
    hexagon = [(0.15 * cos(tau * i / 12), 0.15 * sin(tau * i / 12)) for i in range(12)]
    plates = [extrude(hexagon, 0.004, bevel=detail.edge(0.001)).moved(y=y) for y in (-0.022, 0.02)]
    arms = [
        pipe([(0.1, 0, 0), (REACH + 0.01, 0, 0)], 0.0145, n).turned("y", -angle(i))
        for i in range(ARMS)
    ]
    clamps = [
        box(0.04, 0.042, 0.05, detail.edge(0.006)).moved(x=0.14).turned("y", -angle(i))
        for i in range(ARMS)
    ]
    mounts = [
        cylinder(0.026, 0.03, detail.round(28), detail.edge(0.004)).moved(*place(i, REACH, 0.004))
        for i in range(ARMS)
    ]
    motors = [
        merge(
            [
                cylinder(0.027, 0.024, detail.round(28), detail.edge(0.003)).moved(y=0.034),
                *detail.some([ring_of(box(0.006, 0.02, 0.004).moved(0.0275, 0.034, 0), 12)]),
            ]
        ).moved(*place(i, REACH, 0))
        for i in range(ARMS)
    ]
    beacons = [sphere(0.009, 10, 6).moved(*place(i, REACH + 0.024, -0.012)) for i in range(ARMS)]
    return (
        painted(CARBON, (1, 1, 1), *plates, *arms),
        painted(f.BRUSHED, f.DARK_STEEL, *clamps, *motors),
        painted(f.PLASTIC, ACCENT, *mounts),
        *detail.some([painted(LIGHT, (1, 1, 1), *beacons)]),
    )


def propellers(detail: Detail) -> tuple[Item, ...]:
    """Six propellers, three for each sense of rotation."""
    left = (painted(CARBON, (1, 1, 1), _propeller(detail, 1)),)
    right = (painted(CARBON, (1, 1, 1), _propeller(detail, -1)),)
    return tuple(
        Item(
            f"propeller-{i + 1}",
            left if i % 2 == 0 else right,
            (f"螺旋桨 {i + 1}", f"Propeller {i + 1}"),
            (0, 0.16, 0),
            place(i, REACH, 0.056),
            about((0, 1, 0), 0.7 * i),
        )
        for i in range(ARMS)
    )


def _propeller(detail: Detail, side: int) -> Mesh:
    """Two twisted blades and a hub; `side` mirrors it for the other sense of rotation."""
    shares = np.linspace(0.06, 1, 9 if detail.fine else 4)
    chords = np.interp(shares, [0.06, 0.25, 0.5, 0.95, 1], [0.016, 0.032, 0.03, 0.014, 0.005])
    twists = np.radians(np.interp(shares, [0.06, 0.3, 1], [30, 20, 8]))
    sections = [
        Section(float(s) * PROP, float(c), float(t), 0.11, 0.05)
        for s, c, t in zip(shares, chords, twists, strict=True)
    ]
    one = blade(sections, 5 if detail.fine else 3, 0.4).turned("z", -pi / 2).turned("x", pi / 2)
    both = merge(
        [
            one,
            one.turned("y", pi),
            lathe(
                [(0, -0.008), (0.012, -0.008), (0.012, 0.008), (0.008, 0.012), (0, 0.012)],
                detail.round(16),
            ),
        ]
    )
    return both if side > 0 else both.mirrored("z")
