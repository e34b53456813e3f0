"""Footprints: polygons of (x, z) points, counter-clockwise seen from above."""

from __future__ import annotations

import math

import numpy as np

from scenes.demo.kit_frame import Floats, Point

Polygon = list[Point]


def rectangle(x0: float, z0: float, x1: float, z1: float) -> Polygon:
    """Return the rectangle between two corners."""
    return [(x0, z1), (x1, z1), (x1, z0), (x0, z0)]


def ellipse(x: float, z: float, rx: float, rz: float, sides: int) -> Polygon:
    """Return an ellipse about (x, z) as a polygon."""
    angles = [2 * math.pi * i / sides for i in range(sides)]
    return [(x + rx * math.cos(a), z - rz * math.sin(a)) for a in angles]


def rounded(x0: float, z0: float, x1: float, z1: float, r: float, steps: int = 4) -> Polygon:
    """Return a rectangle with round corners of radius r."""
    centres = [(x1 - r, z0 + r), (x0 + r, z0 + r), (x0 + r, z1 - r), (x1 - r, z1 - r)]
    points: Polygon = []
    for corner, (cx, cz) in enumerate(centres):
        for i in range(steps + 1):
            a = (corner + i / steps) * math.pi / 2
            points.append((cx + r * math.cos(a), cz - r * math.sin(a)))
    return points


def offset(polygon: Polygon, by: float) -> Polygon:
    """Return a convex polygon moved outwards by metres (inwards when negative)."""
    p = np.array(polygon)
    before, after = p - np.roll(p, 1, axis=0), np.roll(p, -1, axis=0) - p
    n0, n1 = _outward(before), _outward(after)
    mitre = (n0 + n1) / (1.0 + np.sum(n0 * n1, axis=1, keepdims=True))
    return [(float(x), float(z)) for x, z in p + mitre * by]


def edges(polygon: Polygon) -> list[tuple[Point, Point]]:
    """Return the polygon's sides in order."""
    return list(zip(polygon, polygon[1:] + polygon[:1], strict=True))


def area(polygon: Polygon) -> float:
    """Return the signed area in square metres: positive when counter-clockwise from above."""
    p = np.array(polygon)
    q = np.roll(p, -1, axis=0)
    return float(-0.5 * np.sum(p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]))


def _outward(d: Floats) -> Floats:
    unit: Floats = d / np.linalg.norm(d, axis=1, keepdims=True)
    return np.stack([-unit[:, 1], unit[:, 0]], axis=1)
