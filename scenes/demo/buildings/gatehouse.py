"""The gatehouse: a small glass lodge under a thin roof."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import cap, columns, garden, plate, shadow
from scenes.demo.kit_polygon import offset, rectangle, rounded
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import fin_volume, glass_volume


def draw(s: Sheet) -> None:
    """Draw the lodge; its front faces +Z."""
    plate(s, rectangle(-13, -8, 13, 9), 0.3, 0.3, c.STONE, under=False)
    body = rounded(-9, -5.5, 9, 5.5, 3, 4 if s.fine else 1)
    glass_volume(s, body, 0.3, 4.3, 1, bay=1.8, seed=180)
    fin_volume(
        s, rectangle(-9.2, -5.7, -2, 5.7), 0.3, 4.3, Fin(step=0.6, depth=0.2, color=c.TIMBER)
    )
    eave = rounded(-12, -8, 12, 8.5, 4, 4 if s.fine else 1)
    plate(s, eave, 5.0, 0.7)
    cap(s, offset(eave, -0.4), 4.28, c.TIMBER_PALE, up=False)
    shadow(s, eave, 4.3, 5)
    garden(s, offset(eave, -0.3), 5.0, seed=181)
    columns(s, np.array([(-10.5, 7), (10.5, 7), (-10.5, -6.5), (10.5, -6.5)]), 0.3, 4.3, 0.2)
