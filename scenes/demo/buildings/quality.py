"""The quality institute: a deep white lattice around a raised court."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import cap, columns, garden, plate, steps
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, fin_volume, glass_volume, storeys


def draw(s: Sheet) -> None:
    """Draw the lattice; its front faces +Z."""
    plate(s, rectangle(-29, -24, 29, 28), 0.75, 0.75, c.STONE, under=False)
    steps(s, -12, 12, 28, 0.75)
    core = rectangle(-16, -14, 16, 12)
    glass_volume(s, core, 0.75, 7, 1, bay=2.6, seed=160)
    spots = [(x, z) for x in np.linspace(-24, 24, 7) for z in (-20, 20)]
    spots += [(x, z) for x in (-24, 24) for z in np.linspace(-12, 12, 4)]
    columns(s, np.array(spots), 0.75, 7.2, 0.45)
    body = rectangle(-25, -21, 25, 21)
    cap(s, offset(body, 1.3), 7.0, c.TIMBER_PALE, up=False)
    glass_volume(s, body, 7.1, 29.1, 6, bay=3.55, seed=161, framed=False)
    levels = storeys(7.1, 29.1, 6)
    bands(s, body, levels[1:], out=1.3, thick=0.42)
    bands(s, body, levels[:1] + 0.5, out=1.3, thick=0.55)
    fin_volume(s, body, 7.1, 29.1, Fin(step=3.55, depth=1.3, width=0.36))
    plate(s, offset(body, 1.3), 29.7, 0.6)
    garden(s, offset(body, 1.0), 29.7, seed=163)
    s.mass("stone", [-8, 29.7, -10], [8, 33, 4], c.CONCRETE)
