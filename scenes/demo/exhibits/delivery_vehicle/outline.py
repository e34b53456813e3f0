"""The body's side view."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.demo.exhibits.delivery_vehicle.plan import BASE, HIGH, LONG, WHEEL
from scenes.demo.exhibits.detail import Detail

__all__ = ["arched", "profile", "round_corners"]


def profile(detail: Detail, grow: float = 0.0) -> np.ndarray:
    """The side view: raked nose to +X, soft roof, upright tail; (x, y)."""
    half, n = LONG / 2 + grow, 6 if detail.fine else 3
    corners = [
        (-half, 0.3, 0.06),
        (half - 0.03, 0.3, 0.05),
        (half, 0.62, 0.22),
        (half - 0.42, HIGH + grow, 0.26),
        (-half + 0.02, HIGH + grow, 0.16),
    ]
    return round_corners(corners, n)


def round_corners(corners: list[tuple[float, float, float]], steps: int) -> np.ndarray:
    """A polygon whose corners (x, y, reach) are rounded by quadratic curves."""
    points = []
    for i, (x, y, radius) in enumerate(corners):
        b = np.array([x, y])
        a, c = np.array(corners[i - 1][:2]), np.array(corners[(i + 1) % len(corners)][:2])
        start = b + (a - b) / np.linalg.norm(a - b) * radius
        end = b + (c - b) / np.linalg.norm(c - b) * radius
        points += [
            (1 - t) ** 2 * start + 2 * t * (1 - t) * b + t * t * end
            for t in np.linspace(0, 1, steps + 1)
        ]
    return np.array(points)


def arched(detail: Detail, outline: np.ndarray) -> np.ndarray:
    """The outline with its lower edge cut out over both wheels."""
    n = 12 if detail.fine else 6
    arches = []
    for x in (-BASE / 2, BASE / 2):
        turns = np.linspace(pi, 0, n)
        rise = WHEEL + 0.045
        arches += [(x + rise * np.cos(a), max(WHEEL + rise * np.sin(a), 0.3)) for a in turns]
    low = outline[:, 1] < 0.301
    first = int(np.argmax(low))
    rolled = np.roll(outline, -first, axis=0)
    on_edge = rolled[:, 1] < 0.301
    edge, rest = rolled[on_edge], rolled[~on_edge]
    left, right = edge[edge[:, 0] < 0][:1], edge[edge[:, 0] > 0][-1:]
    return np.concatenate([left, np.array(arches), right, rest])
