"""Base, turntable and upper arm."""

from __future__ import annotations

from math import pi, radians

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt, socket_screw
from scenes.demo.exhibits.kit import Item, capsule, painted, slab
from scenes.demo.exhibits.robot_arm.forearm import elbow
from scenes.demo.exhibits.robot_arm.motor import servo
from scenes.demo.exhibits.robot_arm.plan import COLUMN, HOME, PITCH, SHOULDER, UPPER
from scenes.demo.shapes import box, curve, cylinder, lathe, pipe, tube

__all__ = ["base"]


def base(detail: Detail) -> Item:
    """The base plate, carrying the turntable and all above."""
    n = detail.round(56)
    foot = lathe(
        [(0, 0), (0.24, 0), (0.24, 0.035), (0.19, 0.06), (0.175, 0.16), (0.165, 0.17), (0, 0.17)], n
    )
    plate = box(0.52, 0.03, 0.52, detail.edge(0.006)).moved(y=0.015)
    ring = tube(0.172, 0.12, 0.018, n, detail.edge(0.003)).moved(y=0.179)
    plug = box(0.09, 0.08, 0.13, detail.edge(0.008)).moved(-0.185, 0.09, 0)
    bolts = bolt_circle(hex_bolt(detail, 0.024), 4, 0.31, pi / 4).moved(y=0.03)
    column = _column(detail)
    return Item(
        "base",
        (
            painted(f.PAINT, f.GRAPHITE, plate, foot, plug),
            painted(f.MACHINED, f.STEEL, ring, *detail.some([bolts])),
        ),
        ("底座", "Base"),
        children=(column,),
    )


def _column(detail: Detail) -> Item:
    n = detail.round(56)
    turret = lathe([(0, 0), (0.17, 0), (0.178, 0.01), (0.178, 0.09), (0.15, 0.14), (0, 0.14)], n)
    shoulder = slab(capsule(0.2, 0.15, 0.19, 14 if detail.fine else 6), 0.15, detail.edge(0.018))
    body = shoulder.turned("z", -0.46).moved(0.07, 0.11, 0.0)
    motor = servo(detail, 0.085, 0.2).turned("x", pi / 2).moved(0.16, 0.3, 0.17)
    upright = servo(detail, 0.075, 0.22).moved(-0.07, 0.235, 0.0)
    return Item(
        "column",
        (painted(f.LACQUER, f.ORANGE, turret, body), painted(f.PLASTIC, f.BLACK, motor, upright)),
        ("J1 转台", "J1 turntable"),
        (0, 0.14, 0),
        at=COLUMN,
        children=(_upper(detail),),
    )


def _upper(detail: Detail) -> Item:
    n = 18 if detail.fine else 7
    beam = slab(capsule(0.15, 0.12, UPPER, n), 0.12, detail.edge(0.02)).moved(z=-0.14)
    discs = [
        cylinder(0.128, 0.05, detail.round(48), detail.edge(0.008))
        .turned("x", pi / 2)
        .moved(0, 0, -0.225),
        cylinder(0.1, 0.05, detail.round(48), detail.edge(0.008))
        .turned("x", pi / 2)
        .moved(0, UPPER, -0.225),
    ]
    hubs = [cylinder(0.125, 0.03, detail.round(48)).turned("x", pi / 2).moved(0, 0, -0.075)]
    hubs.append(cylinder(0.1, 0.03, detail.round(48)).turned("x", pi / 2).moved(0, UPPER, -0.075))
    screws = [
        bolt_circle(socket_screw(detail, 0.009), 8, r).turned("x", -pi / 2).moved(0, y, -0.249)
        for r, y in ((0.105, 0.0), (0.08, UPPER))
    ]
    cable = pipe(
        curve(
            [(-0.05, 0.1, -0.055), (-0.1, 0.24, -0.05), (-0.1, 0.45, -0.05), (-0.04, 0.6, -0.055)],
            8,
        ),
        0.018,
        detail.round(12),
    )
    return Item(
        "upper-arm",
        (
            painted(f.LACQUER, f.ORANGE, beam),
            painted(f.PLASTIC, f.BLACK, *discs, *hubs, cable),
            *detail.some([painted(f.MACHINED, f.STEEL, *screws)]),
        ),
        ("J2 大臂", "J2 upper arm"),
        (0, 0.12, -0.1),
        SHOULDER,
        about(PITCH, radians(HOME[1])),
        (elbow(detail),),
    )
