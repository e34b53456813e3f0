"""The talent apartments: three slim towers of staggered white balconies."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Window
from scenes.demo.kit_frame import standing
from scenes.demo.kit_parts import garden, plant, plate, shadow
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, punched_volume, storeys


def draw(s: Sheet) -> None:
    """Draw the towers over one planted base; the balconies face +Z."""
    base = rectangle(-44, -14, 44, 16)
    punched_volume(s, base, 0, 4.6, 1, Window(4, (0.82, 0.66), color=c.STONE), seed=80)
    plate(s, offset(base, 0.8), 5.2, 0.6)
    garden(s, base, 5.2, seed=81)
    for i, (x, z, floors) in enumerate(((-29, -1, 14), (0, -4, 17), (29, 0, 12))):
        with s.at(standing(x, z)):
            _tower(s, floors, seed=82 + i)


def _tower(s: Sheet, floors: int, *, seed: int) -> None:
    y0, y1 = 5.2, 5.2 + floors * 3.2
    body = rectangle(-9, -7, 9, 6.5)
    punched_volume(s, body, y0, y1, floors, Window(3, (0.68, 0.66)), seed)
    _balconies(s, y0, floors)
    levels = storeys(y0, y1, floors)[1:-1]
    bands(s, body, levels, out=0.12, thick=0.22, color=c.CONCRETE)
    plate(s, offset(body, 0.5), y1 + 1.1, 1.1)
    plant(s, offset(body, -3), y1 + 1.1, seed=seed, count=3)
    s.mass("stone", [-9.6, y0, -2.4], [-8.9, y1 + 3, 2.4], c.TIMBER)
    s.mass("stone", [8.9, y0, -2.4], [9.6, y1 + 3, 2.4], c.TIMBER)


def _balconies(s: Sheet, y0: float, floors: int) -> None:
    k = np.arange(1, floors)
    odd = k % 2
    x0 = np.where(odd == 1, -9.0, -3.0)
    low = np.stack([x0, y0 + k * 3.2 - 0.2, 0 * k + 6.5], axis=1)
    high = np.stack([x0 + 12, y0 + k * 3.2, 0 * k + 8.6], axis=1)
    if not s.fine:
        s.boxes("stone", low, high + np.array([0, 1.0, 0]), c.WHITE, faces="ews")
        return
    s.boxes("stone", low, high, c.WHITE, faces="ewuds", split=6)
    rail_low = np.stack([x0, y0 + k * 3.2, 0 * k + 8.45], axis=1)
    rail_high = np.stack([x0 + 12, y0 + k * 3.2 + 1.05, 0 * k + 8.6], axis=1)
    s.boxes("stone", rail_low, rail_high, c.WHITE, faces="uns", split=6)
    for x, y in zip(x0, y0 + k * 3.2, strict=True):
        shadow(s, rectangle(x, 6.5, x + 12, 8.6), y - 0.2, y + 0.9)
