"""Quaternions [x, y, z, w] as plain tuples: a turn about an axis, and a vector turned."""

from __future__ import annotations

from math import cos, sin, sqrt

__all__ = ["IDENTITY", "Quat", "Vec3", "about", "turned"]

Vec3 = tuple[float, float, float]
Quat = tuple[float, float, float, float]
IDENTITY: Quat = (0.0, 0.0, 0.0, 1.0)


def about(axis: Vec3, angle: float) -> Quat:
    """A turn of `angle` radians about an axis of any length, right-handed."""
    length = sqrt(axis[0] ** 2 + axis[1] ** 2 + axis[2] ** 2)
    s = sin(angle / 2) / length
    return axis[0] * s, axis[1] * s, axis[2] * s, cos(angle / 2)


def turned(v: Vec3, q: Quat) -> Vec3:
    """The vector after the turn."""
    x, y, z, w = q
    tx, ty, tz = (
        2 * (y * v[2] - z * v[1]),
        2 * (z * v[0] - x * v[2]),
        2 * (x * v[1] - y * v[0]),
    )
    return (
        v[0] + w * tx + y * tz - z * ty,
        v[1] + w * ty + z * tx - x * tz,
        v[2] + w * tz + x * ty - y * tx,
    )
