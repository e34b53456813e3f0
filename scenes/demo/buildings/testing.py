"""The testing centre: a dark perforated cube beside a white anechoic dome."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Window
from scenes.demo.kit_parts import garden, plate, shadow
from scenes.demo.kit_polygon import ellipse, offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import glass_volume, punched_volume


def draw(s: Sheet) -> None:
    """Draw the cube and the dome; the front faces +Z."""
    base = rectangle(-30, -15, 30, 14)
    glass_volume(s, base, 0, 4.4, 1, bay=3, seed=110)
    plate(s, offset(base, 1.2), 5.2, 0.8)
    garden(s, base, 5.2, seed=111)
    cube = rectangle(-29, -16, -1, 12)
    window = Window(2.3, (0.5, 0.42), 0.5, c.SLATE)
    punched_volume(s, cube, 6.2, 25, 8, window, seed=112)
    plate(s, cube, 25.6, 0.6, c.SLATE)
    plate(s, offset(cube, -1), 6.2, 1.0, c.BRONZE, top=False)
    s.mass("stone", [-10, 9, 10.5], [-3.5, 19, 13.2], c.GOLD)
    s.quads(
        "glass",
        [[(-9.4, 9.6, 13.25), (-4.1, 9.6, 13.25), (-4.1, 18.4, 13.25), (-9.4, 18.4, 13.25)]],
        c.GLASS_WARM,
    )
    _dome(s, 15, -1, 11.5, 5.2)


def _dome(s: Sheet, x: float, z: float, r: float, y: float) -> None:
    around, up = (28, 9) if s.fine else (14, 4)
    a = np.arange(around + 1) * 2 * np.pi / around
    e = np.arange(up + 1) * np.pi / 2 / up
    ring = np.stack(
        [
            x + r * np.cos(e)[:, None] * np.cos(a),
            y + r * np.sin(e)[:, None] + 0 * a,
            z - r * np.cos(e)[:, None] * np.sin(a),
        ],
        axis=-1,
    )
    quads = np.stack([ring[:-1, :-1], ring[:-1, 1:], ring[1:, 1:], ring[1:, :-1]], axis=2)
    s.quads("stone", quads.reshape(-1, 4, 3), c.WHITE)
    shadow(s, ellipse(x, z, r * 0.66, r * 0.66, 16), y, y + r * 0.7)
