"""Machine elements that many exhibits share, made round the Y axis."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np

from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh, circle, cylinder, extrude, lathe, merge, sphere, tube

__all__ = [
    "ball_bearing",
    "bolt_circle",
    "flange",
    "hex_bolt",
    "hex_head",
    "polar",
    "ring_of",
    "socket_screw",
]


def polar(radius: float, angle: float) -> tuple[float, float]:
    """(x, z) at an angle that turns from X towards Z."""
    return radius * cos(angle), radius * sin(angle)


def ring_of(mesh: Mesh, count: int, radius: float = 0.0, *, start: float = 0.0) -> Mesh:
    """Copies in a circle round the Y axis; each is turned with its place."""
    copies = []
    for i in range(count):
        angle = start + tau * i / count
        x, z = polar(radius, angle)
        copies.append(mesh.turned("y", -angle).moved(x, 0, z))
    return merge(copies)


def hex_bolt(detail: Detail, size: float, length: float = 0.0) -> Mesh:
    """A hexagon bolt of nominal diameter `size`, its head standing on y = 0, shank below."""
    a = tau * np.arange(6) / 6
    outline = np.stack([np.cos(a), np.sin(a)], axis=1) * size * 0.95
    parts = [extrude(outline, size * 0.65, bevel=detail.edge(size * 0.1))]
    if detail.fine:
        parts.append(cylinder(size * 1.05, size * 0.14, 12).moved(y=size * 0.05))
    if length > 0:
        parts.append(cylinder(size / 2, length, detail.round(12)).moved(y=-length / 2))
    return merge(parts)


def hex_head(size: float) -> Mesh:
    """A plain hexagon head on y = 0, for bolts that come by the hundred."""
    a = tau * np.arange(6) / 6
    return extrude(np.stack([np.cos(a), np.sin(a)], axis=1) * size * 0.95, size * 0.65)


def socket_screw(detail: Detail, size: float, length: float = 0.0) -> Mesh:
    """A cap screw with a hexagon socket, its head standing on y = 0."""
    r, h = size * 0.75, size
    if not detail.fine:
        return cylinder(r, h, 6).moved(y=h / 2)
    c = size * 0.1
    profile = [
        (0, 0),
        (r, 0),
        (r, h - c),
        (r - c, h),
        (size * 0.42, h),
        (size * 0.38, h * 0.45),
        (0, h * 0.45),
    ]
    head = lathe(profile, 12, crease=50)
    return (
        head if length <= 0 else merge([head, cylinder(size / 2, length, 10).moved(y=-length / 2)])
    )


def bolt_circle(bolt: Mesh, count: int, radius: float, start: float = 0.0) -> Mesh:
    """Bolts on a pitch circle."""
    return ring_of(bolt, count, radius, start=start)


def ball_bearing(detail: Detail, outer: float, bore: float, width: float) -> tuple[Mesh, Mesh]:
    """A deep-groove ball bearing about the origin: its rings, and its balls with cage."""
    wall = (outer - bore) * 0.28
    pitch, ball = (outer + bore) / 2, (outer - bore) * 0.29
    n, bevel = detail.round(48), detail.edge(width * 0.06)
    rings = [
        tube(outer, outer - wall, width, n, bevel),
        tube(bore + wall, bore, width, n, bevel),
    ]
    if not detail.fine:
        return merge(rings), tube(outer - wall, bore + wall, width * 0.7, n)
    count = int(pi * pitch / (ball * 1.6))
    balls = ring_of(sphere(ball, 8, 6), count, pitch)
    cage = tube(pitch + ball * 0.45, pitch - ball * 0.45, ball * 0.7, n)
    return merge(rings), merge([balls, cage])


def flange(
    detail: Detail,
    outer: float,
    bore: float,
    height: float,
    holes: int,
    circle_radius: float,
    hole: float,
) -> Mesh:
    """A round plate from y = 0 to `height` with a bore and holes on a pitch circle."""
    openings = [circle(bore, detail.round(48))] if bore > 0 else []
    if detail.fine:
        for i in range(holes):
            x, z = polar(circle_radius, tau * i / holes)
            openings.append(circle(hole, 12) + np.array([x, z]))
    return extrude(
        circle(outer, detail.round(64)), height, openings, detail.edge(min(height * 0.08, 0.0015))
    )
