"""Points and rotations: metres, +Y up, right-handed; quaternions are ``(x, y, z, w)``."""

from __future__ import annotations

import math
from collections.abc import Sequence

Vec3 = tuple[float, float, float]
Quat = tuple[float, float, float, float]
IDENTITY: Quat = (0.0, 0.0, 0.0, 1.0)


def distance(a: Sequence[float], b: Sequence[float]) -> float:
    """Metres between two points."""
    return math.dist(a, b)


def between(a: Vec3, b: Vec3, share: float) -> Vec3:
    """The point at ``share`` (0..1) of the way from ``a`` to ``b``."""
    x, y, z = (p + (q - p) * share for p, q in zip(a, b, strict=True))
    return (x, y, z)


def added(a: Vec3, b: Vec3) -> Vec3:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def scaled(a: Vec3, by: Vec3) -> Vec3:
    """Each component times its own factor."""
    return (a[0] * by[0], a[1] * by[1], a[2] * by[2])


def turned(q: Quat, v: Vec3) -> Vec3:
    """A vector turned by a rotation."""
    x, y, z, w = q
    a, b, c = v
    tx, ty, tz = 2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)
    return (
        a + w * tx + y * tz - z * ty,
        b + w * ty + z * tx - x * tz,
        c + w * tz + x * ty - y * tx,
    )


def product(p: Quat, q: Quat) -> Quat:
    """First ``q``, then ``p``."""
    px, py, pz, pw = p
    qx, qy, qz, qw = q
    return (
        pw * qx + px * qw + py * qz - pz * qy,
        pw * qy - px * qz + py * qw + pz * qx,
        pw * qz + px * qy - py * qx + pz * qw,
        pw * qw - px * qx - py * qy - pz * qz,
    )


def rotation(yaw: float, pitch: float = 0.0) -> Quat:
    """The rotation of one who looks to ``yaw`` (0 is -Z, growing leftwards) and up by ``pitch``."""
    up = (math.sin(pitch / 2), 0.0, 0.0, math.cos(pitch / 2))
    return product((0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2)), up)


def direction(origin: Vec3, target: Vec3) -> tuple[float, float]:
    """Yaw and pitch of the look from one point to another."""
    x, y, z = (q - p for p, q in zip(origin, target, strict=True))
    flat = math.hypot(x, z)
    yaw = math.atan2(-x, -z) if flat > 1e-9 else 0.0
    return yaw, math.atan2(y, flat)
