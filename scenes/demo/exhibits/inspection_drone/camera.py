"""What it sees with: gimbal and camera."""

from __future__ import annotations

from math import pi, radians

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.inspection_drone.plan import LENS
from scenes.demo.exhibits.kit import Item, painted
from scenes.demo.shapes import (
    box,
    cylinder,
    sphere,
    torus,
)

__all__ = ["gimbal"]

GIMBAL = (0.0, -0.05, -0.13)


def gimbal(detail: Detail) -> Item:
    """A yaw arm that carries a tilting camera ball."""
    n = detail.round(28)
    motor = cylinder(0.022, 0.026, n, detail.edge(0.004)).moved(y=-0.012)
    arm = [box(0.014, 0.09, 0.03, detail.edge(0.005)).moved(x, -0.068, 0) for x in (-0.054, 0.054)]
    bridge = box(0.122, 0.014, 0.03, detail.edge(0.005)).moved(y=-0.03)
    ball = sphere(0.043, detail.round(32), 14 if detail.fine else 7)
    ring = torus(0.024, 0.005, n, detail.round(10)).turned("x", pi / 2).moved(0, 0, -0.036)
    small = cylinder(0.009, 0.012, detail.round(16)).turned("x", pi / 2).moved(0.0, 0.024, -0.034)
    glass = cylinder(0.021, 0.012, n, detail.edge(0.003)).turned("x", pi / 2).moved(0, 0, -0.036)
    camera = Item(
        "camera",
        (painted(f.PLASTIC, f.GRAPHITE, ball, ring), painted(LENS, (1, 1, 1), glass, small)),
        at=(0, -0.085, 0),
        turn=about((1, 0, 0), radians(-14)),
    )
    return Item(
        "gimbal",
        (painted(f.BRUSHED, f.ALUMINIUM, motor, *arm, bridge),),
        ("三轴云台与变焦相机", "Gimbal and zoom camera"),
        (0, -0.06, -0.2),
        GIMBAL,
        children=(camera,),
    )
