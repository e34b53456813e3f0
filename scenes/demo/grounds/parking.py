"""Parking under solar roofs, and the cars that charge there."""

from __future__ import annotations

import numpy as np

from scenes.author import Node
from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.kit_frame import HERE, Floats
from scenes.demo.kit_place import repeated
from scenes.demo.kit_sheet import Sheet, Solid
from scenes.demo.kit_tint import hashed

_WIDE, _DEEP, _ROW = 7.8, 5.6, 15.5  # a bay of three cars, and from row to row
_PAINTS = {"car-pale": (0.72, 0.72, 0.70), "car-dark": (0.06, 0.085, 0.12)}


def bays() -> Floats:
    """Return the middle of every bay (n, 3)."""
    rows = [
        (np.arange(x0 + 1 + _WIDE / 2, x1 - _WIDE / 2, _WIDE), z)
        for x0, z0, x1, z1 in plan.CARPARKS
        for z in np.arange(z0 + 5.5, z1 - 4, _ROW)
    ]
    return np.concatenate([np.stack([xs, 0 * xs, 0 * xs + z], axis=1) for xs, z in rows])


def parking() -> tuple[Node, ...]:
    """Return the roofs and the cars, each kind once with its places."""
    at = bays()
    nodes = [repeated("carport", _carport(), at)]
    spots = np.concatenate([at + np.array([dx, 0, 0.1]) for dx in (-2.5, 0, 2.5)])
    draw = hashed(spots[:, 0] * 4, spots[:, 2] * 4, 51)
    for i, (name, paint) in enumerate(_PAINTS.items()):
        mine = (draw > 0.3 + 0.35 * i) & (draw <= 0.65 + 0.35 * i)
        yaw = np.where(hashed(spots[mine, 0] * 4, spots[mine, 2] * 4, 52) > 0.5, 0.0, np.pi)
        nodes.append(repeated(name, _car(paint), spots[mine], yaw))
    return tuple(nodes)


def roofs() -> list[Solid]:
    """Return what the solar roofs shade."""
    half = np.array([_WIDE / 2, 0.1, _DEEP / 2])
    return [Solid(at + np.array([0, 2.9, 0]), half, HERE) for at in bays()]


def _carport() -> Sheet:
    s = Sheet(fine=True)
    x, z, low, high = _WIDE / 2, _DEEP / 2, 2.6, 3.3
    panel = [(-x, low, z), (x, low, z), (x, high, -z), (-x, high, -z)]
    s.quads("glass", [panel], c.PANEL)
    under = [(p[0], p[1] - 0.08, p[2]) for p in panel[::-1]]
    s.quads("stone", [under], c.WHITE)
    for a in (-2.6, 2.6):
        s.boxes("stone", [a - 0.09, 0, -0.09], [a + 0.09, 2.9, 0.09], c.WHITE, faces="ewsn")
    s.boxes("stone", [-0.2, 0, -z + 0.2], [0.2, 1.3, -z + 0.45], c.SLATE, faces="ewusn")
    return s


def _car(paint: c.Color) -> Sheet:
    s = Sheet(fine=True)
    s.boxes("stone", [-0.9, 0.28, -2.2], [0.9, 0.86, 2.2], paint, faces="ewusn")
    s.boxes("stone", [-0.72, 1.36, -0.7], [0.72, 1.42, 1.3], paint, faces="ewusn")
    sides = [
        [(-0.86, 0.86, 1.9), (0.86, 0.86, 1.9), (0.72, 1.36, 1.3), (-0.72, 1.36, 1.3)],
        [(0.86, 0.86, -1.4), (-0.86, 0.86, -1.4), (-0.72, 1.36, -0.7), (0.72, 1.36, -0.7)],
        [(0.86, 0.86, 1.9), (0.86, 0.86, -1.4), (0.72, 1.36, -0.7), (0.72, 1.36, 1.3)],
        [(-0.86, 0.86, -1.4), (-0.86, 0.86, 1.9), (-0.72, 1.36, 1.3), (-0.72, 1.36, -0.7)],
    ]
    s.quads("glass", sides, c.shade(c.GLASS, 0.4))
    wheels = np.array([(x, 0.0, z) for x in (-0.93, 0.71) for z in (-1.7, 1.05)])
    s.boxes("stone", wheels, wheels + np.array([0.22, 0.62, 0.62]), (0.03, 0.03, 0.03))
    return s
