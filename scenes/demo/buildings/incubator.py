"""The incubator: boxes of several makers stacked askew, with terraces between."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, Window
from scenes.demo.kit_parts import cap, garden, plate
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, fin_volume, glass_volume, punched_volume

_BOXES = [
    (-26, -15, 10, 13, 0.0, 8.0, c.WHITE),
    (6, -11, 28, 17, 0.0, 5.0, c.TERRACOTTA),
    (-18, -9, 24, 9, 8.4, 15.6, c.TIMBER),
    (-30, -13, -4, 7, 16.0, 23.2, c.WHITE),
    (-23, -10, 3, 9, 23.6, 30.8, c.TERRACOTTA),
]


def draw(s: Sheet) -> None:
    """Draw the stack; its front faces +Z."""
    for i, (x0, z0, x1, z1, y0, y1, color) in enumerate(_BOXES):
        body = rectangle(x0, z0, x1, z1)
        floors = max(1, round((y1 - y0) / 3.8))
        if color is c.TIMBER:
            glass_volume(s, body, y0, y1, floors, bay=2.4, seed=90 + i, framed=False)
            fin_volume(s, body, y0, y1, Fin(step=1.2, depth=0.4, width=0.14, color=c.TIMBER_PALE))
        else:
            window = Window(4.2, (0.74, 0.64), 0.6, color)
            punched_volume(s, body, y0, y1, floors, window, seed=90 + i)
        plate(s, offset(body, 0.25), y1 + 0.4, 0.4, color if color is not c.TIMBER else c.WHITE)
        if y0 > 1:
            cap(s, body, y0 - 0.01, c.TIMBER_PALE, up=False)
        garden(s, offset(body, 0.1), y1 + 0.4, seed=95 + i)
    bands(s, rectangle(-26, -15, 10, 13), np.array([4.0]), out=0.1, thick=0.3, color=c.CONCRETE)
