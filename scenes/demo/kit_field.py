"""Shapes on the ground as signed distances: metres, negative inside."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scenes.demo.kit_frame import Floats
from scenes.demo.kit_polygon import Polygon

Field = Callable[[Floats, Floats], Floats]


def box(x0: float, z0: float, x1: float, z1: float, r: float = 0.0) -> Field:
    """Return a rectangle with corners rounded by r."""
    cx, cz, hx, hz = (x0 + x1) / 2, (z0 + z1) / 2, (x1 - x0) / 2, (z1 - z0) / 2

    def at(x: Floats, z: Floats) -> Floats:
        dx, dz = np.abs(x - cx) - hx + r, np.abs(z - cz) - hz + r
        outside = np.hypot(np.maximum(dx, 0), np.maximum(dz, 0))
        result: Floats = outside + np.minimum(np.maximum(dx, dz), 0) - r
        return result

    return at


def disc(cx: float, cz: float, r: float) -> Field:
    """Return a disc."""
    return lambda x, z: np.hypot(x - cx, z - cz) - r


def strip(p: tuple[float, float], q: tuple[float, float], half: float) -> Field:
    """Return a straight band with square ends."""
    d = np.array([q[0] - p[0], q[1] - p[1]])
    run = float(np.linalg.norm(d))
    u = d / run

    def at(x: Floats, z: Floats) -> Floats:
        along = (x - p[0]) * u[0] + (z - p[1]) * u[1]
        across = np.abs((z - p[1]) * u[0] - (x - p[0]) * u[1])
        result: Floats = np.maximum(across - half, np.abs(along - run / 2) - run / 2)
        return result

    return at


def line(field: Field, half: float) -> Field:
    """Return the band of a half width along a shape's edge."""
    return lambda x, z: np.abs(field(x, z)) - half


def grow(field: Field, by: float) -> Field:
    """Return a shape grown by metres."""
    return lambda x, z: field(x, z) - by


def union(*fields: Field) -> Field:
    """Return everything inside any of the shapes."""
    return lambda x, z: np.minimum.reduce([f(x, z) for f in fields])


def without(field: Field, *holes: Field) -> Field:
    """Return a shape less others."""
    return lambda x, z: np.maximum.reduce([field(x, z)] + [-h(x, z) for h in holes])


def within(field: Field, other: Field) -> Field:
    """Return what lies inside both shapes."""
    return lambda x, z: np.maximum(field(x, z), other(x, z))


def polygon(points: Polygon) -> Field:
    """Return the inside of any simple polygon."""
    p = np.array(points)
    q = np.roll(p, -1, axis=0)

    def at(x: Floats, z: Floats) -> Floats:
        shape = np.broadcast(x, z).shape
        px, pz = np.ravel(x), np.ravel(z)
        best = np.full(px.shape, np.inf)
        inside = np.zeros(px.shape, dtype=bool)
        for (ax, az), (bx, bz) in zip(p, q, strict=True):
            ex, ez, wx, wz = bx - ax, bz - az, px - ax, pz - az
            t = np.clip((wx * ex + wz * ez) / (ex * ex + ez * ez), 0, 1)
            best = np.minimum(best, (wx - ex * t) ** 2 + (wz - ez * t) ** 2)
            if az != bz:
                cross = (az > pz) != (bz > pz)
                inside ^= cross & (px < ex * (pz - az) / ez + ax)
        result: Floats = np.where(inside, -1.0, 1.0) * np.sqrt(best)
        return result.reshape(shape)

    return at


def closed_curve(knots: Polygon, per: int) -> Polygon:
    """Return a smooth closed line through points (Catmull-Rom), `per` points a span."""
    p = np.array(knots)
    a, b, c, d = np.roll(p, 1, 0), p, np.roll(p, -1, 0), np.roll(p, -2, 0)
    points: Polygon = []
    for i in range(len(p)):
        for t in np.arange(per) / per:
            q = 0.5 * (
                2 * b[i]
                + (c[i] - a[i]) * t
                + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
            )
            points.append((float(q[0]), float(q[1])))
    return points


def sampled(field: Field, x0: float, z0: float, x1: float, z1: float, step: float) -> Field:
    """Return a costly shape read from a grid of samples; outside the grid it is far away."""
    xs, zs = np.arange(x0, x1 + step, step), np.arange(z0, z1 + step, step)
    grid = field(*np.meshgrid(xs, zs))

    def at(x: Floats, z: Floats) -> Floats:
        u = np.clip((x - x0) / step, 0, len(xs) - 1.001)
        v = np.clip((z - z0) / step, 0, len(zs) - 1.001)
        i, j = u.astype(int), v.astype(int)
        f, g = u - i, v - j
        near = grid[j, i] * (1 - f) + grid[j, i + 1] * f
        far = grid[j + 1, i] * (1 - f) + grid[j + 1, i + 1] * f
        beyond = np.hypot(x - np.clip(x, x0, x1), z - np.clip(z, z0, z1))
        result: Floats = near * (1 - g) + far * g + beyond
        return result

    return at


def turned_box(x: float, z: float, yaw: float, hx: float, hz: float, r: float = 0.0) -> Field:
    """Return a rounded rectangle about (x, z) turned by yaw radians about +Y."""
    c, s = np.cos(yaw), np.sin(yaw)
    straight = box(-hx, -hz, hx, hz, r)
    return lambda px, pz: straight((px - x) * c - (pz - z) * s, (px - x) * s + (pz - z) * c)
