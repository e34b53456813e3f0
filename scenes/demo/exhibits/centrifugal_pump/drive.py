"""What turns it: coupling and motor."""

from __future__ import annotations

from math import pi, tau

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.centrifugal_pump.plan import MOTOR_GREY
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, ring_of
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import box, cylinder, lathe, srgb, tube

__all__ = ["coupling", "motor"]


def coupling(detail: Detail) -> tuple[Piece, ...]:
    """Two hubs, pins and an elastic spider."""
    n = detail.round(40)
    hubs = [
        lathe(
            [
                (0.022, 0.37),
                (0.04, 0.37),
                (0.04, 0.4),
                (0.062, 0.402),
                (0.062, 0.418),
                (0.022, 0.418),
                (0.022, 0.37),
            ],
            n,
        ),
        lathe(
            [(0, 0.43), (0.062, 0.43), (0.062, 0.446), (0.04, 0.448), (0.04, 0.48), (0, 0.48)], n
        ),
    ]
    spider = tube(0.058, 0.024, 0.012, n).moved(y=0.424)
    pins = bolt_circle(cylinder(0.006, 0.07, detail.round(12)), 6, 0.05).moved(y=0.424)
    return (
        painted(f.BRUSHED, f.DARK_STEEL, *(axial(h) for h in hubs), axial(pins)),
        painted(f.RUBBER, srgb("#d9591f"), axial(spider)),
    )


def motor(detail: Detail) -> tuple[Piece, ...]:
    """A finned motor with terminal box and fan cowl."""
    n = detail.round(48)
    body = lathe(
        [
            (0, 0.5),
            (0.12, 0.5),
            (0.132, 0.51),
            (0.132, 0.525),
            (0.122, 0.53),
            (0.122, 0.83),
            (0, 0.83),
        ],
        n,
    )
    fan = lathe([(0, 0.83), (0.135, 0.83), (0.135, 0.92), (0.115, 0.935), (0, 0.935)], n)
    fins = ring_of(box(0.024, 0.28, 0.004).moved(0.132, 0.68, 0), 40, start=tau / 80)
    shaft = cylinder(0.022, 0.05, detail.round(24)).moved(y=0.478)
    terminals = box(0.16, 0.06, 0.12, detail.edge(0.008)).moved(0.66, 0.165, 0)
    gland = cylinder(0.016, 0.03, detail.round(16)).turned("x", pi / 2).moved(0.62, 0.165, 0.072)
    feet = [
        box(0.06, 0.16, 0.04, detail.edge(0.006)).moved(x, -0.165, z)
        for x in (0.58, 0.78)
        for z in (-0.1, 0.1)
    ]
    plate = box(0.08, 0.05, 0.003).moved(0.66, 0.0, 0.146)
    grille = [tube(r, r - 0.004, 0.004, n).moved(y=0.9355) for r in (0.03, 0.05, 0.07, 0.09)]
    return (
        painted(
            f.PAINT,
            MOTOR_GREY,
            *(axial(m) for m in (body, fan, *detail.some([fins]))),
            terminals,
            *feet,
        ),
        painted(
            f.MACHINED,
            f.STEEL,
            axial(shaft),
            *detail.some([gland, plate, *(axial(g) for g in grille)]),
        ),
    )
