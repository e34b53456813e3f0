"""A turn about an axis as a quaternion [x, y, z, w]; ``scenes.places`` applies and joins them."""

from __future__ import annotations

from math import cos, sin, sqrt

from scenes.places import IDENTITY
from scenes.places import Quaternion as Quat
from scenes.places import Vector as Vec3

__all__ = ["IDENTITY", "Quat", "Vec3", "about"]


def about(axis: Vec3, angle: float) -> Quat:
    """A turn of `angle` radians about an axis of any length, right-handed."""
    length = sqrt(axis[0] ** 2 + axis[1] ** 2 + axis[2] ** 2)
    s = sin(angle / 2) / length
    return axis[0] * s, axis[1] * s, axis[2] * s, cos(angle / 2)
