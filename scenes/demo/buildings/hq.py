"""The headquarters: three shifted volumes over a podium, parted by sky gardens."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin
from scenes.demo.kit_parts import cap, columns, garden, parapet, plant, plate, shadow
from scenes.demo.kit_polygon import Polygon, offset, rounded
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import noise
from scenes.demo.kit_volume import bands, fin_volume, glass_volume, storeys

_STACK = [(-1.5, 13.6, 34.1, 5), (2.0, 39.2, 63.8, 6), (-0.5, 68.4, 88.9, 5)]


def draw(s: Sheet) -> None:
    """Draw the tower; its front faces +Z."""
    _podium(s)
    for i, (shift, y0, y1, floors) in enumerate(_STACK):
        body = rounded(-17 + shift, -13, 17 + shift, 11, 4.5, 4 if s.fine else 1)
        _volume(s, body, y0, y1, floors, seed=i)
        if i:
            _sky_garden(s, body, _STACK[i - 1][2], y0, seed=i)
    _crown(s)


def _podium(s: Sheet) -> None:
    base = rounded(-36, -22, 36, 22, 7, 4 if s.fine else 1)
    plate(s, offset(base, 3), 0.45, 0.45, c.STONE, under=False)
    glass_volume(s, offset(base, -4), 0.45, 6, 1, bay=3, seed=40)
    spots = [(x, 19.5) for x in np.linspace(-28, 28, 9)]
    spots += [(x, -19.5) for x in np.linspace(-28, 28, 9)]
    columns(s, np.array(spots), 0.45, 6, 0.42)
    plate(s, base, 6.6, 0.7)
    cap(s, offset(base, -0.6), 5.88, c.TIMBER_PALE, up=False)
    upper = offset(base, -1.2)
    glass_volume(s, upper, 6.6, 13, 2, bay=3, seed=41, framed=False)
    fin_volume(s, upper, 6.6, 13, Fin(step=1.5, depth=0.55, width=0.1, color=c.TIMBER))
    bands(s, upper, np.array([9.9]), out=0.25, thick=0.35)
    plate(s, base, 13.6, 0.7)
    shadow(s, base, 5.9, 13.6)
    garden(s, offset(base, -0.3), 13.6, seed=4)
    s.mass("stone", [-9, 4.7, 21], [9, 5.2, 30], c.WHITE)
    s.quads("stone", [[(-9, 4.68, 21), (9, 4.68, 21), (9, 4.68, 30), (-9, 4.68, 30)]], c.TIMBER)
    columns(s, np.array([(-7.5, 28.5), (7.5, 28.5)]), 0, 4.7, 0.25, c.BRONZE)


def _volume(s: Sheet, body: Polygon, y0: float, y1: float, floors: int, *, seed: int) -> None:
    plate(s, offset(body, 0.9), y0, 0.6)
    cap(s, offset(body, -0.4), y0 - 0.62, c.TIMBER_PALE, up=False)
    glass_volume(s, body, y0, y1, floors, bay=1.9, seed=seed, framed=False)
    bands(s, body, storeys(y0, y1, floors)[1:-1], out=0.75, thick=0.55)
    fin_volume(s, body, y0, y1, Fin(step=1.9, depth=0.42, width=0.11))
    plate(s, offset(body, 0.9), y1 + 0.5, 0.9)


def _sky_garden(s: Sheet, body: Polygon, y0: float, y1: float, *, seed: int) -> None:
    inner = offset(body, -4.5)
    glass_volume(s, inner, y0 + 0.5, y1 - 0.6, 1, bay=3, seed=seed + 60)
    parapet(s, offset(body, 0.4), y0 + 0.5, 0.75)
    cap(s, offset(body, 0.0), y0 + 0.8, c.MEADOW)
    if not s.fine:
        return
    rim = np.array(offset(body, -1.6))
    size = 0.8 + 0.9 * noise(seed, len(rim))
    base = np.full(len(rim), y0 + 0.8)
    low = np.stack([rim[:, 0] - size, base, rim[:, 1] - size], axis=1)
    high = np.stack([rim[:, 0] + size, base + 1.9 * size, rim[:, 1] + size], axis=1)
    s.boxes("stone", low, high, c.LEAF, faces="ewusn", split=1)


def _crown(s: Sheet) -> None:
    top = rounded(-17.5, -13, 16.5, 11, 4.5, 4 if s.fine else 1)
    fin_volume(s, top, 89.4, 94.2, Fin(step=0.95, depth=0.3, width=0.12))
    if s.fine:
        bands(s, top, np.array([94.3]), out=0.5, thick=0.5)
    else:
        plate(s, top, 94.0, 4.2, c.shade(c.WHITE, 0.9), under=False)
    plate(s, offset(top, -4), 93.2, 4, c.CONCRETE)
    plant(s, offset(top, -6), 93.2, seed=9)
