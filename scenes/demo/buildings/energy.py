"""The energy station: a tilted field of solar panels over a curved machine hall."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import columns, plate, shadow
from scenes.demo.kit_polygon import offset, rectangle, rounded
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import fin_volume, glass_volume


def draw(s: Sheet) -> None:
    """Draw hall, panels and storage tanks; panels face +Z, the sun."""
    hall = rounded(-28, -14, 20, 10, 9, 5 if s.fine else 2)
    glass_volume(s, hall, 0, 8.4, 2, bay=3, seed=140, framed=False)
    fin_volume(s, hall, 0, 8.4, Fin(step=1.0, depth=0.5, width=0.16, color=c.WHITE))
    plate(s, offset(hall, 0.8), 9.2, 0.8)
    _panels(s)
    tanks = np.array([(28.5, -9.0), (28.5, 0.5), (38.0, -9.0), (38.0, 0.5)])
    columns(s, tanks, 0, 15, 4.0, c.WHITE, sides=20)
    columns(s, tanks, 15, 15.8, 3.2, c.STEEL, sides=20)
    for x, z in tanks:
        plate(s, rectangle(x - 2.6, z - 2.6, x + 2.6, z + 2.6), 15.85, 0.1, c.STEEL, under=False)
        shadow(s, rectangle(x - 3.2, z - 3.2, x + 3.2, z + 3.2), 0, 15)
    s.mass("stone", [26, 0, 6], [41, 3.2, 10], c.CONCRETE)


def _panels(s: Sheet) -> None:
    x0, x1, z0, z1 = -34.0, 24.0, -20.0, 17.0
    nx, nz = (14, 6) if s.fine else (1, 1)
    gap = 0.35 if s.fine else 0.0
    xs, zs = np.linspace(x0, x1, nx + 1), np.linspace(z0, z1, nz + 1)

    def y(z: float) -> float:
        return 17.0 - (z - z0) * 0.17

    top, under = [], []
    for a, b in zip(xs, xs[1:] - gap, strict=False):
        for p, q in zip(zs, zs[1:] - gap, strict=False):
            top.append([(a, y(q), q), (b, y(q), q), (b, y(p), p), (a, y(p), p)])
            under.append(
                [(a, y(p) - 0.1, p), (b, y(p) - 0.1, p), (b, y(q) - 0.1, q), (a, y(q) - 0.1, q)]
            )
    s.quads("glass", top, c.PANEL, split=4)
    s.quads("stone", under, c.STEEL)
    beams = np.linspace(x0 + 2, x1 - 2, 6)
    for x in beams:
        run = [
            (x - 0.2, y(z1) - 0.4, z1),
            (x + 0.2, y(z1) - 0.4, z1),
            (x + 0.2, y(z0) - 0.4, z0),
            (x - 0.2, y(z0) - 0.4, z0),
        ]
        s.quads("stone", [run, run[::-1]], c.WHITE)
    front = np.array([(x, z1 - 1.5) for x in beams])
    back = np.array([(x, z0 + 1.5) for x in beams])
    columns(s, front, 0, y(z1) - 0.2, 0.25)
    columns(s, back, 0, y(z0) - 0.4, 0.25)
    s.solid([x0, y(z1), (z0 + z1) / 2], [x1, y(z1) + 0.3, z1])
    s.solid([x0, y(0), z0], [x1, y(0) + 0.3, (z0 + z1) / 2])
