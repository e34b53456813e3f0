"""The data centre: bronze shelves with lines of light, cooling towers above."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, fins, glazing
from scenes.demo.kit_parts import columns, plate, shadow
from scenes.demo.kit_polygon import edges, offset, rectangle
from scenes.demo.kit_sheet import Sheet


def draw(s: Sheet) -> None:
    """Draw the shelves; the entrance faces +Z."""
    for i, (grow, y0, y1) in enumerate(((0.0, 0.0, 6.6), (1.6, 7.2, 13.8), (0.4, 14.4, 21.0))):
        body = offset(rectangle(-34, -18, 34, 18), grow)
        plate(s, body, y1, y1 - y0, c.shade(c.BRONZE, 0.8), under=i > 0)
        for side in edges(body):
            fins(s, side, y0, y1, Fin(step=0.9, depth=0.35, width=0.3, color=c.BRONZE))
        shadow(s, body, y0, y1)
        if i < 2:
            seam = rectangle(-33, -17, 33, 17)
            plate(s, seam, y1 + 0.6, 0.6, c.LIGHT, under=False, top=False, material="glow")
    plate(s, rectangle(-35, -19, 35, 19), 21.8, 0.8, c.WHITE)
    fans = np.array([(x, z) for x in np.linspace(-26, 26, 6) for z in (-9.0, 0.0, 9.0)])
    columns(s, fans, 21.8, 25.2, 3.2, c.STEEL, sides=12)
    for x, z in fans:
        plate(s, rectangle(x - 2.1, z - 2.1, x + 2.1, z + 2.1), 25.25, 0.1, c.SLATE, under=False)
    shadow(s, rectangle(-29, -12, 29, 12), 21.8, 25)
    lobby = rectangle(-9, 18, 9, 26)
    for i, side in enumerate(edges(lobby)):
        glazing(s, side, 0, 5.0, 1, bay=2.2, seed=150 + i)
    shadow(s, lobby, 0, 5)
    plate(s, rectangle(-11, 17, 11, 29), 5.7, 0.7)
