"""The research laboratories: two louvred bars and the glass bridge hall between them."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import bars
from scenes.demo.kit_parts import columns, parapet, plate
from scenes.demo.kit_polygon import edges, offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, glass_volume, storeys


def draw(s: Sheet) -> None:
    """Draw both bars; the hall's front faces +Z."""
    for i, (x0, x1, floors) in enumerate(((-40, -13, 6), (13, 40, 5))):
        _bar(s, x0, x1, floors, seed=100 + i)
    hall = rectangle(-13, -15, 13, 13)
    glass_volume(s, hall, 0, 15.2, 4, bay=2.6, seed=104)
    bands(s, hall, storeys(0, 15.2, 4)[1:-1], out=0.15, thick=0.25, color=c.BRONZE)
    plate(s, rectangle(-14, -17, 14, 18), 16, 0.8)
    columns(s, np.array([(-11, 16.5), (11, 16.5), (-4, 16.5), (4, 16.5)]), 0, 15.2, 0.3)


def _bar(s: Sheet, x0: float, x1: float, floors: int, *, seed: int) -> None:
    top = floors * 4.2
    body = rectangle(x0, -21, x1, 21)
    glass_volume(s, body, 0, top, floors, bay=3.0, seed=seed)
    bands(s, body, storeys(0, top, floors)[1:], out=0.5, thick=0.6)
    if s.fine:
        rows = (np.arange(floors)[:, None] * 4.2 + np.array([2.5, 2.95, 3.35])).ravel()
        for side in edges(offset(body, 0.15)):
            bars(s, side, rows, depth=0.4, thick=0.07)
    plate(s, offset(body, 0.5), top + 0.6, 0.6)
    parapet(s, body, top + 0.6, 0.8)
    s.mass("stone", [x0 + 5, top + 0.6, -16], [x1 - 5, top + 4.2, 9], c.STEEL)
    stacks = np.array([(x, z) for x in (x0 + 8, x1 - 8) for z in (-13, -7, -1, 5)])
    columns(s, stacks, top + 4, top + 9.5, 0.55, c.WHITE)
