"""The exhibition hall: a long white roof floating over glass and timber."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, fins
from scenes.demo.kit_parts import cap, columns, parapet, plate, shadow, steps
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import bands, glass_volume

_WIDE, _DEEP, _ROOF = 38.0, 19.0, 12.4


def draw(s: Sheet) -> None:
    """Draw the hall; its front faces +Z."""
    plate(
        s, rectangle(-_WIDE - 7, -_DEEP - 5, _WIDE + 7, _DEEP + 9), 0.6, 0.6, c.STONE, under=False
    )
    steps(s, -_WIDE, _WIDE, _DEEP + 9, 0.6)
    body = rectangle(-_WIDE, -_DEEP, _WIDE, _DEEP)
    glass_volume(s, body, 0.6, _ROOF - 1.2, 2, bay=3.8, seed=3)
    bands(s, body, np.array([6.2]), out=0.3, thick=0.4, color=c.BRONZE)
    _screens(s)
    spots = [(x, _DEEP + 6.5) for x in np.linspace(-_WIDE - 2, _WIDE + 2, 11)]
    columns(s, np.array(spots), 0.6, _ROOF - 1.2, 0.32)
    _roof(s)
    s.mass("stone", [-9, 0.6, -_DEEP + 1], [9, _ROOF + 5.5, 6], c.WHITE)
    s.boxes("stone", [-5, 0.6, _DEEP - 0.2], [5, 5.0, _DEEP + 1.4], c.BRONZE, faces="ews")


def _screens(s: Sheet) -> None:
    for x0, x1 in ((-_WIDE, -14), (14, _WIDE)):
        side = ((x0, _DEEP), (x1, _DEEP))
        fins(s, side, 6.2, _ROOF - 1.2, Fin(step=0.55, depth=0.28, color=c.TIMBER, start=0.4))
    for x in (-_WIDE, _WIDE):
        p, q = (x, _DEEP), (x, -_DEEP)
        side = (p, q) if x > 0 else (q, p)
        fins(s, side, 0.6, _ROOF - 1.2, Fin(step=0.8, depth=0.3, color=c.TIMBER, start=0.3))


def _roof(s: Sheet) -> None:
    eave = rectangle(-_WIDE - 6, -_DEEP - 4, _WIDE + 6, _DEEP + 8)
    plate(s, eave, _ROOF, 1.2)
    cap(s, offset(eave, -0.5), _ROOF - 1.22, c.TIMBER_PALE, up=False)
    shadow(s, eave, _ROOF - 1.2, _ROOF)
    parapet(s, offset(eave, -0.1), _ROOF, 0.35)
    for x in (-30.0, -18.0, 18.0, 30.0):
        s.mass("stone", [x - 3.4, _ROOF, -14], [x + 3.4, _ROOF + 0.6, 14], c.WHITE)
        for k in range(4):
            _lantern(s, x, -14 + k * 7.0)


def _lantern(s: Sheet, x: float, z0: float) -> None:
    """Draw one skylight: a white wedge that opens to the north."""
    low, high, z1 = _ROOF + 0.6, _ROOF + 2.6, z0 + 6.4
    a, b = x - 3, x + 3
    slope = [(a, low, z1), (b, low, z1), (b, high, z0), (a, high, z0)]
    east = [(b, low, z1), (b, low, z0), (b, high, z0), (b, low, z1)]
    west = [(a, low, z0), (a, low, z1), (a, high, z0), (a, low, z0)]
    s.quads("stone", [slope, east, west], c.WHITE)
    s.quads("glass", [[(b, low, z0), (a, low, z0), (a, high, z0), (b, high, z0)]], c.GLASS)
