"""Elbow and forearm."""

from __future__ import annotations

from math import pi, radians

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, axial, capsule, painted, slab
from scenes.demo.exhibits.robot_arm.hand import wrist
from scenes.demo.exhibits.robot_arm.motor import servo
from scenes.demo.exhibits.robot_arm.plan import ELBOW_RISE, FOREARM, HOME, PITCH, UPPER
from scenes.demo.shapes import box, lathe, tube

__all__ = ["elbow"]


def elbow(detail: Detail) -> Item:
    """The elbow with its motors, carrying the forearm."""
    n = 14 if detail.fine else 6
    shell = slab(capsule(0.125, 0.105, 0.17, n), 0.15, detail.edge(0.018)).turned("z", -1.0)
    neck = axial(
        lathe(
            [(0, 0.02), (0.1, 0.02), (0.105, 0.03), (0.1, 0.2), (0.092, 0.21), (0, 0.21)],
            detail.round(48),
        )
    )
    motors = [
        axial(servo(detail, 0.046, 0.16)).moved(-0.08, ELBOW_RISE + 0.02, z)
        for z in (-0.052, 0.052)
    ]
    pitch = servo(detail, 0.07, 0.16).turned("x", pi / 2).moved(0, 0, 0.14)
    return Item(
        "elbow",
        (
            painted(f.LACQUER, f.ORANGE, shell, neck.moved(y=ELBOW_RISE)),
            painted(f.PLASTIC, f.BLACK, *motors, pitch),
        ),
        ("J3 肘部", "J3 elbow"),
        (0, 0.16, 0),
        (0, UPPER, 0),
        about(PITCH, radians(HOME[2])),
        (_forearm(detail),),
    )


def _forearm(detail: Detail) -> Item:
    n = detail.round(48)
    tube_ = lathe(
        [
            (0, 0.0),
            (0.088, 0.0),
            (0.088, 0.03),
            (0.078, 0.06),
            (0.062, 0.3),
            (0.066, 0.34),
            (0, 0.34),
        ],
        n,
    )
    fork = [
        slab(capsule(0.062, 0.052, 0.09, 10 if detail.fine else 5), 0.034, detail.edge(0.008))
        .turned("z", -pi / 2)
        .moved(0.33, 0, z)
        for z in (-0.062, 0.062)
    ]
    bridge = box(0.05, 0.115, 0.12, detail.edge(0.01)).moved(x=0.33)
    band = axial(tube(0.09, 0.07, 0.012, n, detail.edge(0.002)).moved(y=0.016))
    return Item(
        "forearm",
        (
            painted(f.LACQUER, f.ORANGE, axial(tube_), *fork, bridge),
            painted(f.MACHINED, f.DARK_STEEL, band),
        ),
        ("J4 小臂", "J4 forearm"),
        (0.14, 0, 0),
        FOREARM,
        children=(wrist(detail),),
    )
