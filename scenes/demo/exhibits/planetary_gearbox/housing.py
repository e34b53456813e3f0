"""What stands: cover, bearings, bolts, rear housing with its feet."""

from __future__ import annotations

from math import pi, tau

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import (
    ball_bearing,
    bolt_circle,
    hex_bolt,
    polar,
    socket_screw,
)
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.exhibits.planetary_gearbox.plan import AXIS, FACE, OUTER, direction
from scenes.demo.shapes import Mesh, box, circle, extrude, lathe, merge, tube

__all__ = ["bearing", "bolts", "cover", "housing"]


def cover(detail: Detail) -> tuple[Piece, ...]:
    """A front cover with four windows, through which the planets are seen at work."""
    n = detail.round(72)
    windows = [_window(detail, direction(i)) for i in range(4)]
    plate = extrude(
        circle(OUTER, n), 0.022, [circle(0.07, detail.round(40)), *windows], detail.edge(0.003)
    )
    rim = tube(OUTER, 0.232, 0.03, n, detail.edge(0.003)).moved(y=0.032)
    hub = lathe(
        [
            (0.07, -0.025),
            (0.094, -0.025),
            (0.1, -0.02),
            (0.115, 0),
            (0.115, 0.02),
            (0.07, 0.02),
            (0.07, -0.025),
        ],
        detail.round(56),
    )
    lip = tube(0.071, 0.044, 0.012, detail.round(48), detail.edge(0.002)).moved(y=-0.017)
    at = -FACE / 2 - 0.01 - 0.047
    parts = [mesh.moved(y=at) for mesh in (plate, rim, hub)]
    return (
        painted(f.PAINT, f.WHITE, *(axial(mesh) for mesh in parts)),
        painted(f.MACHINED, f.STEEL, axial(lip.moved(y=at))),
    )


def _window(detail: Detail, centre: float) -> np.ndarray:
    n = 12 if detail.fine else 5
    wide, narrow = 0.52, 0.38
    outer = [polar(0.208, centre + a) for a in np.linspace(-wide, wide, n)]
    inner = [polar(0.128, centre + a) for a in np.linspace(narrow, -narrow, n)]
    return np.array(outer + inner)


def bearing(detail: Detail, along: float, outer: float) -> tuple[Piece, ...]:
    """A ball bearing on the shaft."""
    bore = 0.0402 if along < 0 else 0.0622
    rings, balls = ball_bearing(detail, outer, bore, 0.03)
    return (
        painted(f.MACHINED, f.STEEL, axial(rings.moved(y=along))),
        painted(f.MACHINED, f.BRASS, axial(balls.moved(y=along))),
    )


def bolts(detail: Detail) -> tuple[Piece, ...]:
    """The long screws that hold the housing together."""
    screws = bolt_circle(socket_screw(detail, 0.011, 0.14), 12, 0.24)
    at = -FACE / 2 - 0.01 - 0.047
    flipped = screws.turned("x", pi).moved(y=at)
    return (painted(f.MACHINED, f.DARK_STEEL, axial(flipped)),)


def housing(detail: Detail) -> tuple[Piece, ...]:
    """The rear housing with ribs and feet."""
    n = detail.round(72)
    bell = lathe(
        [
            (0.232, 0.0525),
            (OUTER, 0.0525),
            (OUTER, 0.085),
            (0.2, 0.125),
            (0.135, 0.145),
            (0.125, 0.175),
            (0.125, 0.195),
            (0.096, 0.2),
            (0.096, 0.11),
            (0.19, 0.1),
            (0.232, 0.075),
            (0.232, 0.0525),
        ],
        n,
        crease=38,
    )
    ribs = [_rib().turned("y", -tau * i / 8 - pi / 8) for i in range(8)]
    cap = tube(0.0965, 0.066, 0.012, detail.round(48), detail.edge(0.002)).moved(y=0.196)
    screws = bolt_circle(hex_bolt(detail, 0.009), 6, 0.11).moved(y=0.197)
    return (
        painted(f.PAINT, f.WHITE, axial(bell), *(axial(rib) for rib in ribs), _feet(detail)),
        painted(
            f.MACHINED, f.DARK_STEEL, axial(cap), *detail.some([axial(screws), _foot_bolts(detail)])
        ),
    )


def _rib() -> Mesh:
    fin = extrude([(0.118, 0.08), (0.245, 0.06), (0.2, 0.118), (0.14, 0.165), (0.118, 0.18)], 0.01)
    return fin.turned("x", -pi / 2).mirrored("y").moved(z=0.005).scaled(1, -1, 1)


def _feet(detail: Detail) -> Mesh:
    edge = detail.edge(0.004)
    sides = []
    for z in (-0.16, 0.16):
        web = box(0.05, 0.2, 0.03, edge).moved(0.085, -AXIS + 0.11, z)
        foot = box(0.11, 0.024, 0.1, edge).moved(
            0.085, -AXIS + 0.012, z + (0.03 if z > 0 else -0.03)
        )
        sides += [web, foot]
    bridge = box(0.05, 0.05, 0.33, edge).moved(0.085, -AXIS + 0.1, 0)
    return merge([*sides, bridge])


def _foot_bolts(detail: Detail) -> Mesh:
    bolt = hex_bolt(detail, 0.014)
    places = [(x, z) for x in (0.05, 0.12) for z in (-0.222, 0.222)]
    return merge([bolt.moved(x, -AXIS + 0.024, z) for x, z in places])
