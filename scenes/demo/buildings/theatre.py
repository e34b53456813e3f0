"""The roadshow theatre: a timber drum under a white disc, its fly tower above."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import cap, columns, garden, plate, shadow, steps
from scenes.demo.kit_polygon import ellipse, offset
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, fin_volume, glass_volume


def draw(s: Sheet) -> None:
    """Draw the theatre; its front faces +Z."""
    n = 40 if s.fine else 16
    plate(s, ellipse(0, 0, 37, 31, n), 0.6, 0.6, c.STONE, under=False)
    steps(s, -9, 9, 30.2, 0.6)
    foyer = ellipse(0, 0, 28, 22, n)
    glass_volume(s, foyer, 0.6, 6.4, 1, bay=4, seed=50)
    rim = np.array(ellipse(0, 0, 33, 27, 24))
    before_door = (np.abs(rim[:, 0]) < 5) & (rim[:, 1] > 0)
    columns(s, rim[~before_door], 0.6, 6.4, 0.26)
    disc = ellipse(0, 0, 35, 29, n)
    plate(s, disc, 7.2, 0.8)
    cap(s, offset(disc, -0.5), 6.38, c.TIMBER_PALE, up=False)
    shadow(s, disc, 6.4, 7.2)
    garden(s, offset(disc, -0.4), 7.2, seed=51)
    drum = ellipse(0, -2, 22, 17, n)
    plate(s, drum, 17.2, 10, c.shade(c.TIMBER, 0.72), under=False)
    fin_volume(s, drum, 7.2, 17.6, Fin(step=0.9, depth=0.55, width=0.22, color=c.TIMBER_PALE))
    shadow(s, drum, 7.2, 17.2)
    plate(s, offset(drum, 1.4), 18.2, 0.8)
    tower = ellipse(0, -6, 11, 7.5, n)
    plate(s, tower, 26, 7.8, c.WHITE, under=False)
    bands(s, tower, np.arange(20, 26.5, 1.0), out=0.25, thick=0.3, color=c.WHITE)
    shadow(s, tower, 18, 26)
    s.boxes("stone", [-4.5, 0.6, 21], [4.5, 4.6, 23.2], c.TERRACOTTA, faces="ewsu")
