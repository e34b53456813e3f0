"""Where the picture is taken from: three quarters from the front, a little from above."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Camera", "look_at"]

F64 = NDArray[np.float64]
YAW, PITCH = math.radians(35), math.radians(16)
HALF_HEIGHT = math.tan(math.radians(13))
MARGIN = 1.12


class Camera(NamedTuple):
    """``axes`` are right, up and back as rows; ``eye`` in metres; ``focal`` in half heights."""

    eye: F64
    axes: F64
    focal: float
    aspect: float

    def project(self, points: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
        """Pixels from the top left, and 1/distance: shape (...,3)."""
        seen = (points - self.eye) @ self.axes.T
        near = 1.0 / np.maximum(-seen[..., 2], 1e-6)
        x = (seen[..., 0] * near * self.focal / self.aspect + 1) * width / 2
        y = (1 - seen[..., 1] * near * self.focal) * height / 2
        return np.stack([x, y, near], -1).astype(np.float32)

    def rays(self, width: int, height: int) -> F64:
        """The direction that each pixel looks in, shape (h,w,3), not of unit length."""
        x = ((np.arange(width) + 0.5) / width * 2 - 1) * self.aspect / self.focal
        y = (1 - (np.arange(height) + 0.5) / height * 2) / self.focal
        across, up = np.meshgrid(x, y)
        return np.stack([across, up, -np.ones_like(across)], -1) @ self.axes


def look_at(points: NDArray[np.float32], aspect: float) -> Camera:
    """A camera that has all points in view, shape (n,3)."""
    low, high = points.min(0).astype(float), points.max(0).astype(float)
    middle = (low + high) / 2
    back = np.array(
        [math.sin(YAW) * math.cos(PITCH), math.sin(PITCH), math.cos(YAW) * math.cos(PITCH)]
    )
    right = np.array([math.cos(YAW), 0.0, -math.sin(YAW)])
    axes = np.stack([right, np.cross(back, right), back])
    distance = float(np.linalg.norm(high - low)) * 2.2 or 1e-3
    for _ in range(3):  # each round centres what the last one saw and comes as near as it may
        seen = (points - middle) @ axes.T
        near = np.maximum(distance - seen[:, 2], distance * 1e-3)
        across, up = seen[:, 0] / near, seen[:, 1] / near
        middle = middle + distance * (axes[0] * _middle(across) + axes[1] * _middle(up))
        seen = (points - middle) @ axes.T
        reach = np.maximum(np.abs(seen[:, 0]) / aspect, np.abs(seen[:, 1])) / HALF_HEIGHT
        distance = max(float((reach * MARGIN + seen[:, 2]).max()), 1e-3)
    return Camera(middle + back * distance, axes, 1 / HALF_HEIGHT, aspect)


def _middle(row: NDArray[np.float64]) -> float:
    return float(row.max() + row.min()) / 2
