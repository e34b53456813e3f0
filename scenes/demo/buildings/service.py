"""The enterprise service hall: white shelves, each shifted, each planted, timber between."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import cap, columns, garden, plate, shadow, steps
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, fin_volume, glass_volume

_SHELVES = [
    (-30, -17, 30, 17, 0.6, 6.0),
    (-26, -19, 22, 12, 6.9, 11.6),
    (-14, -15, 26, 9, 12.5, 17.0),
]


def draw(s: Sheet) -> None:
    """Draw the building; its front faces +Z."""
    plate(s, rectangle(-34, -21, 34, 24), 0.6, 0.6, c.STONE, under=False)
    steps(s, -14, 14, 24, 0.6)
    for i, (x0, z0, x1, z1, y0, y1) in enumerate(_SHELVES):
        body = rectangle(x0, z0, x1, z1)
        glass_volume(s, body, y0, y1, 1, bay=2.4, seed=20 + i)
        if i:
            fin_volume(s, body, y0, y1, Fin(step=1.2, depth=0.45, width=0.09, color=c.TIMBER))
        eave = rectangle(x0 - 2.6, z0 - 1.6, x1 + 2.6, z1 + (5.5 if i == 0 else 2.4))
        plate(s, eave, y1 + 0.9, 0.9)
        cap(s, offset(eave, -0.4), y1 - 0.02, c.TIMBER_PALE, up=False)
        shadow(s, eave, y1, y1 + 0.9)
        garden(s, offset(eave, -0.2), y1 + 0.9, seed=30 + i)
    columns(s, np.array([(x, 20.6) for x in np.linspace(-30, 30, 9)]), 0.6, 6.0, 0.28)
    s.boxes("stone", [-4, 0.6, 16.6], [4, 4.4, 18.4], c.BRONZE, faces="ews")
    s.quads(
        "glass",
        [[(-3.4, 0.6, 18.45), (3.4, 0.6, 18.45), (3.4, 4, 18.45), (-3.4, 4, 18.45)]],
        c.GLASS_WARM,
    )
    bands(s, rectangle(-30, -17, 30, 17), np.array([1.1]), out=0.15, thick=0.5, color=c.STONE)
