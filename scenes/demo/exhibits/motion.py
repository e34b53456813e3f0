"""Animation channels: steady turning, and smooth moves through given poses."""

from __future__ import annotations

from collections.abc import Sequence
from math import tau

import numpy as np
from numpy.typing import NDArray

from scenes.author import Channel, about
from scenes.author.turn import Vec3

__all__ = ["eased", "slide", "spin", "stretch", "swing"]

F64 = NDArray[np.float64]


def spin(node: str, axis: Vec3, turns: float, seconds: float, start: float = 0.0) -> Channel:
    """A steady turn; a key every 90 degrees makes linear interpolation exact."""
    steps = max(1, round(abs(turns) * 4))
    angles = start + tau * turns * np.arange(steps + 1) / steps
    keys = np.array([about(axis, float(angle)) for angle in angles])
    return Channel(node, "rotation", seconds * np.arange(steps + 1) / steps, keys)


def eased(times: Sequence[float], poses: Sequence[float], rate: float = 12.0) -> tuple[F64, F64]:
    """Key times and values that move from pose to pose and rest at each (minimum jerk)."""
    end = times[-1]
    moments = np.linspace(0, end, round(end * rate) + 1)
    spans = np.clip(np.searchsorted(times, moments, "right") - 1, 0, len(times) - 2)
    begin, finish = np.asarray(times)[spans], np.asarray(times)[spans + 1]
    t = (moments - begin) / (finish - begin)
    share = t**3 * (10 - 15 * t + 6 * t * t)
    values = np.asarray(poses, "f8")
    return moments, values[spans] + (values[spans + 1] - values[spans]) * share


def swing(node: str, axis: Vec3, times: Sequence[float], degrees: Sequence[float]) -> Channel:
    """A joint that eases through angles."""
    moments, angles = eased(times, np.radians(degrees).tolist())
    keys = np.array([about(axis, float(angle)) for angle in angles])
    return Channel(node, "rotation", moments, keys)


def slide(
    node: str, home: Vec3, way: Vec3, times: Sequence[float], shares: Sequence[float]
) -> Channel:
    """A carriage that eases along a way; 0 is home, 1 the whole way."""
    moments, along = eased(times, shares)
    return Channel(node, "translation", moments, np.array(home) + along[:, None] * np.array(way))


def stretch(node: str, most: Vec3, times: Sequence[float], shares: Sequence[float]) -> Channel:
    """A node that eases between its own size (0) and the scale `most` (1)."""
    moments, along = eased(times, shares)
    return Channel(node, "scale", moments, 1 + along[:, None] * (np.array(most) - 1))
