"""Wing sections (NACA four-digit) and blades lofted from them."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.demo.shapes import Mesh, loft

__all__ = ["Section", "blade", "naca"]

F64 = NDArray[np.float64]


class Section(NamedTuple):
    """A blade's section: distance from the root, chord, twist (radians), thickness 0..1, camber."""

    along: float
    chord: float
    twist: float
    thickness: float
    camber: float = 0.03


def naca(thickness: float, camber: float, points: int) -> F64:
    """A closed section of unit chord, (2·points, 2): over the top from the tail and back below."""
    x = (1 - np.cos(np.linspace(0, np.pi, points + 1))) / 2
    t = 0.2969 * np.sqrt(x) - 0.126 * x - 0.3516 * x**2 + 0.2843 * x**3 - 0.1036 * x**4
    half = 5 * thickness * t
    middle = np.where(
        x < 0.4, camber / 0.16 * (0.8 * x - x**2), camber / 0.36 * (0.2 + 0.8 * x - x**2)
    )
    top = np.stack([x, middle + half], axis=1)[::-1]
    bottom = np.stack([x, middle - half], axis=1)[1:-1]
    return np.concatenate([top, bottom])


def blade(
    sections: Sequence[Section], points: int = 10, pivot: float = 0.3, crease: float = 60.0
) -> Mesh:
    """A blade along +Y; its chord lies along X at twist 0 and turns towards Z with it.

    Thickness 1 makes a round root.
    """
    rings = [_placed(section, points, pivot) for section in sections]
    mesh = loft(rings, crease=crease)
    return mesh if _outwards(mesh) else mesh.flipped()


def _placed(section: Section, points: int, pivot: float) -> F64:
    ring = (
        _round(points)
        if section.thickness >= 1
        else naca(section.thickness, section.camber, points)
    )
    x, y = ((ring - np.array([0.5 if section.thickness >= 1 else pivot, 0])) * section.chord).T
    c, s = cos(section.twist), sin(section.twist)
    return np.stack([x * c - y * s, np.full_like(x, section.along), x * s + y * c], axis=1)


def _round(points: int) -> F64:
    a = np.arange(2 * points) * np.pi / points
    return np.stack([0.5 + 0.5 * np.cos(a), 0.5 * np.sin(a)], axis=1)


def _outwards(mesh: Mesh) -> bool:
    p = mesh.positions[mesh.indices].reshape(-1, 3, 3).astype("f8")
    return float((p[:, 0] * np.cross(p[:, 1], p[:, 2])).sum()) > 0
