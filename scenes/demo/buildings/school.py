"""The school of crafts: gabled workshops in a row, a timber arcade before them."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Window, glazing, punched
from scenes.demo.kit_frame import standing
from scenes.demo.kit_parts import columns, plate, shadow
from scenes.demo.kit_polygon import edges, rectangle
from scenes.demo.kit_sheet import Sheet

_W = 7.4


def draw(s: Sheet) -> None:
    """Draw five workshops and the arcade; the arcade faces +Z."""
    for i in range(5):
        color = c.TERRACOTTA if i % 2 == 0 else c.mix(c.TERRACOTTA, c.WHITE, 0.55)
        with s.at(standing((i - 2) * (2 * _W + 1.6), 0)):
            _workshop(s, color, seed=170 + i)
    arcade = rectangle(-45, 16, 45, 21.5)
    plate(s, arcade, 4.9, 0.45, c.WHITE)
    shadow(s, arcade, 4.4, 4.9)
    columns(s, np.array([(x, 20.6) for x in np.linspace(-44, 44, 23)]), 0, 4.45, 0.16, c.TIMBER)


def _workshop(s: Sheet, color: c.Color, *, seed: int) -> None:
    z0, z1, eave, ridge = -18.0, 16.0, 6.2, 11.6
    for i, side in enumerate(edges(rectangle(-_W, z0, _W, z1))):
        punched(s, side, 0, eave, 1, Window(3.7, (0.55, 0.6), color=color), seed + i)
    for z, flip in ((z1, False), (z0, True)):
        gable = [(-_W, eave, z), (_W, eave, z), (0, ridge, z), (-_W, eave, z)]
        s.quads("stone", [gable[::-1] if flip else gable], color)
    for sign in (-1, 1):
        a, b = (-_W - 0.6, 0.0) if sign < 0 else (0.0, _W + 0.6)
        ya, yb = (eave - 0.2, ridge + 0.35) if sign < 0 else (ridge + 0.35, eave - 0.2)
        p, q = z0 - 0.8, z1 + 0.8
        roof = [(a, ya, q), (b, yb, q), (b, yb, p), (a, ya, p)]
        soffit = [(a, ya - 0.3, p), (b, yb - 0.3, p), (b, yb - 0.3, q), (a, ya - 0.3, q)]
        verge = [(a, ya - 0.3, q), (b, yb - 0.3, q), (b, yb, q), (a, ya, q)]
        s.quads("stone", [roof], c.mix(c.SLATE, c.STONE, 0.35), split=5)
        s.quads("stone", [soffit], c.TIMBER)
        s.quads("stone", [verge], c.WHITE)
    for z in np.linspace(-12, 10, 3):
        s.quads(
            "glass",
            [[(1.2, 10.95, z + 5), (5.6, 7.75, z + 5), (5.6, 7.75, z), (1.2, 10.95, z)]],
            c.GLASS,
        )
    glazing(s, ((-3.2, z1 + 0.05), (3.2, z1 + 0.05)), 0, 4.2, 1, bay=1.6, seed=seed)
    shadow(s, rectangle(-_W, z0, _W, z1), 0, eave)
    s.solid([-_W / 2, eave, z0], [_W / 2, 8.9, z1])
