"""Local axes: where a part's own coordinates stand in its building."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]


class Frame(NamedTuple):
    """An origin and three right-handed axes (rows), all in the parent's space."""

    origin: Floats
    axes: Floats

    def points(self, local: ArrayLike) -> Floats:
        """Carry local points (..., 3) into the parent's space."""
        return np.asarray(local, dtype=float) @ self.axes + self.origin

    def vectors(self, local: ArrayLike) -> Floats:
        """Carry local directions (..., 3) into the parent's space."""
        return np.asarray(local, dtype=float) @ self.axes

    def then(self, outer: Frame) -> Frame:
        """Return this frame as seen from the space around `outer`."""
        return Frame(outer.points(self.origin), self.axes @ outer.axes)


def standing(x: float = 0.0, z: float = 0.0, yaw: float = 0.0, y: float = 0.0) -> Frame:
    """Return an upright frame turned by `yaw` radians about +Y."""
    c, s = math.cos(yaw), math.sin(yaw)
    return Frame(np.array([x, y, z]), np.array([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]]))


def wall(p: Point, q: Point, y: float = 0.0) -> Frame:
    """Return the frame of a wall from p to q (x, z): +X along it, +Y up, +Z out of the building.

    Walls of a footprint run counter-clockwise seen from above.
    """
    d = np.array([q[0] - p[0], 0.0, q[1] - p[1]])
    u = d / np.linalg.norm(d)
    return Frame(np.array([p[0], y, p[1]]), np.array([u, [0.0, 1.0, 0.0], [-u[2], 0.0, u[0]]]))


HERE = standing()
