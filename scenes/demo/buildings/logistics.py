"""The logistics centre: a striped high-bay store and a low hall with docks."""

from __future__ import annotations

import itertools

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import glazing
from scenes.demo.kit_frame import wall
from scenes.demo.kit_parts import parapet, plant, plate, shadow
from scenes.demo.kit_polygon import Polygon, edges, offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import noise


def draw(s: Sheet) -> None:
    """Draw the store and the docks; the docks face +Z."""
    _striped(s, rectangle(-46, -26, -2, 14), 27, seed=130)
    low = rectangle(-2, -26, 48, 14)
    plate(s, low, 11, 11, c.mix(c.WHITE, c.STONE, 0.3), under=False)
    shadow(s, low, 0, 11)
    parapet(s, low, 11, 0.9)
    plant(s, offset(low, -6), 11, seed=131, count=6)
    glazing(s, ((-2, 14.06), (48, 14.06)), 6.4, 9.0, 1, bay=3, seed=132)
    glazing(s, ((48.06, 14), (48.06, -26)), 6.4, 9.0, 1, bay=3, seed=133)
    _docks(s)


def _striped(s: Sheet, polygon: Polygon, top: float, *, seed: int) -> None:
    for i, side in enumerate(edges(polygon)):
        run = float(np.hypot(side[1][0] - side[0][0], side[1][1] - side[0][1]))
        count = round(run / 1.6) if s.fine else round(run / 6)
        us = np.linspace(0, run, count + 1)
        tone = noise(seed + i, count)[:, None]
        blue = np.array([0.16, 0.235, 0.30])
        colors = np.where(tone > 0.55, np.array(c.WHITE), blue * (0.8 + 0.9 * tone))
        quads = [
            [(a, 0, 0), (b, 0, 0), (b, top, 0), (a, top, 0)] for a, b in itertools.pairwise(us)
        ]
        with s.at(wall(*side)):
            s.quads("stone", quads, colors[:, None], split=9)
    plate(s, offset(polygon, 0.4), top + 0.7, 0.7, c.WHITE)
    parapet(s, polygon, top + 0.7, 0.6)
    shadow(s, polygon, 0, top)


def _docks(s: Sheet) -> None:
    xs = np.linspace(2, 43, 8)
    low = np.stack([xs, 0 * xs + 1.1, 0 * xs + 14.0], axis=1)
    high = np.stack([xs + 3.4, 0 * xs + 5.0, 0 * xs + 14.5], axis=1)
    s.boxes("stone", low, high, c.SLATE, faces="ewus")
    doors = [
        [(x + 0.4, 1.2, 14.52), (x + 3, 1.2, 14.52), (x + 3, 4.6, 14.52), (x + 0.4, 4.6, 14.52)]
        for x in xs
    ]
    s.quads("stone", doors, c.mix(c.TERRACOTTA, c.GOLD, 0.3))
    s.mass("stone", [-2, 5.4, 14], [48, 5.9, 19.5], c.WHITE)
    s.mass("stone", [-2, 0, 14], [48, 1.1, 15.6], c.CONCRETE)
