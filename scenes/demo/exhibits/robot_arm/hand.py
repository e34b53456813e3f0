"""Wrist, flange and gripper."""

from __future__ import annotations

from math import pi, radians

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, axial, painted
from scenes.demo.exhibits.robot_arm.plan import FLANGE, GRIP, HAND, HOME, PITCH, WRIST
from scenes.demo.shapes import box, cylinder, lathe

__all__ = ["wrist"]


def wrist(detail: Detail) -> Item:
    """The wrist, carrying the gripper."""
    hub = cylinder(0.05, 0.086, detail.round(40), detail.edge(0.006)).turned("x", pi / 2)
    caps = [
        cylinder(0.04, 0.02, detail.round(32), detail.edge(0.005)).turned("x", pi / 2).moved(z=z)
        for z in (-0.088, 0.088)
    ]
    nose = axial(
        lathe([(0, 0), (0.044, 0), (0.044, 0.06), (0.04, 0.066), (0, 0.066)], detail.round(40))
    )
    return Item(
        "wrist",
        (painted(f.LACQUER, f.ORANGE, hub, nose.moved(x=0.02)), painted(f.PLASTIC, f.BLACK, *caps)),
        ("J5 手腕", "J5 wrist"),
        (0.12, 0, 0),
        WRIST,
        about(PITCH, radians(HOME[4])),
        (_gripper(detail),),
    )


def _gripper(detail: Detail) -> Item:
    edge = detail.edge(0.005)
    disc = axial(cylinder(0.04, 0.016, detail.round(40), detail.edge(0.003)).moved(y=0.008))
    body = box(0.075, 0.07, 0.13, edge).moved(x=0.055)
    rail = box(0.016, 0.03, 0.16, edge).moved(x=0.1)
    return Item(
        "gripper",
        (painted(f.MACHINED, f.ALUMINIUM, disc, rail), painted(f.PAINT, f.GRAPHITE, body)),
        ("J6 法兰与夹爪", "J6 flange and gripper"),
        (0.12, 0, 0),
        HAND,
        children=_fingers(detail),
    )


def _fingers(detail: Detail) -> tuple[Item, ...]:
    edge = detail.edge(0.003)
    shape = [box(0.02, 0.028, 0.03, edge), box(0.1, 0.026, 0.014, edge).moved(0.05, 0, 0.008)]
    left = (painted(f.MACHINED, f.STEEL, *shape),)
    right = (painted(f.MACHINED, f.STEEL, *(mesh.mirrored("z") for mesh in shape)),)
    return (
        Item("finger-left", left, at=(FLANGE, 0, GRIP)),
        Item("finger-right", right, at=(FLANGE, 0, -GRIP)),
    )
