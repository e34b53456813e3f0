"""The lakeside canteen: three timber roofs on a deck over the water's edge."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, fins
from scenes.demo.kit_frame import standing
from scenes.demo.kit_parts import columns, plate, shadow
from scenes.demo.kit_polygon import edges, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_volume import glass_volume


def draw(s: Sheet) -> None:
    """Draw the pavilions; the lake lies towards +Z."""
    plate(s, rectangle(-31, -12, 31, 17), 0.5, 0.5, c.TIMBER_PALE, under=False)
    for i, x in enumerate((-20.5, 0, 20.5)):
        with s.at(standing(x, 0 if i != 1 else 2.5)):
            _pavilion(s, seed=70 + i)


def _pavilion(s: Sheet, *, seed: int) -> None:
    body = rectangle(-7.5, -8, 7.5, 7)
    glass_volume(s, body, 0.5, 4.6, 1, bay=2.5, seed=seed)
    for side in edges(body)[1:]:
        fins(s, side, 0.5, 4.6, Fin(step=0.7, depth=0.2, color=c.TIMBER, start=0.1))
    columns(s, np.array([(-8.6, 11), (8.6, 11), (-8.6, -9.4), (8.6, -9.4)]), 0.5, 5, 0.18, c.BRONZE)
    x, z0, z1, low, high = 9.8, -10.6, 12.4, 4.7, 8.4
    under = c.shade(c.TIMBER_PALE, 0.95)
    for sign in (-1, 1):
        a, b = (-x, 0) if sign < 0 else (0, x)
        ya, yb = (low, high) if sign < 0 else (high, low)
        top = [(a, ya + 0.4, z1), (b, yb + 0.4, z1), (b, yb + 0.4, z0), (a, ya + 0.4, z0)]
        soffit = [(a, ya, z0), (b, yb, z0), (b, yb, z1), (a, ya, z1)]
        gable = [(a, ya, z1), (b, yb, z1), (b, yb + 0.4, z1), (a, ya + 0.4, z1)]
        back = [(b, yb, z0), (a, ya, z0), (a, ya + 0.4, z0), (b, yb + 0.4, z0)]
        s.quads("stone", [top], c.mix(c.SLATE, c.STONE, 0.5), split=5)
        s.quads("stone", [soffit], under, split=5)
        s.quads("stone", [gable, back], c.TIMBER)
    for face in (
        [(-7.5, 4.6, 7), (7.5, 4.6, 7), (0, 7.4, 7), (-7.5, 4.6, 7)],
        [(7.5, 4.6, -8), (-7.5, 4.6, -8), (0, 7.4, -8), (7.5, 4.6, -8)],
    ):
        s.quads("glass", [face], c.GLASS)
    shadow(s, rectangle(-x, z0, x, z1), 5.6, 7)
