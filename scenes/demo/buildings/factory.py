"""The smart factory: a saw-tooth roof that lets in the north light."""

from __future__ import annotations

import itertools

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, fins, glazing
from scenes.demo.kit_parts import plate, shadow
from scenes.demo.kit_polygon import edges, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import pane_tints
from scenes.demo.kit_volume import bands

_X, _Z, _EAVE, _RIDGE, _TEETH = 66.0, 36.0, 11.0, 16.0, 9


def draw(s: Sheet) -> None:
    """Draw the works; the offices face +Z."""
    body = rectangle(-_X, -_Z, _X, _Z)
    for side in edges(body):
        _wall(s, side)
    shadow(s, body, 0, _EAVE)
    for z in np.linspace(-_Z, _Z, _TEETH + 1)[:-1]:
        _tooth(s, float(z), 2 * _Z / _TEETH)
    _offices(s)


def _wall(s: Sheet, side: tuple[tuple[float, float], tuple[float, float]]) -> None:
    (px, pz), (qx, qz) = side
    quad = [(px, 0, pz), (qx, 0, qz), (qx, _EAVE, qz), (px, _EAVE, pz)]
    s.quads("stone", [quad], c.mix(c.WHITE, c.STEEL, 0.25), split=6)
    fins(s, side, 0.0, _EAVE, Fin(step=2.0, depth=0.18, width=0.16, color=c.WHITE))
    nudge = 0.06
    nx, nz = np.sign(px + qx) * nudge, np.sign(pz + qz) * nudge
    band = ((px + nx, pz + nz), (qx + nx, qz + nz))
    glazing(s, band, 2.0, 4.6, 1, bay=4.0, seed=120)


def _tooth(s: Sheet, z: float, deep: float) -> None:
    z1, glass_top = z + deep, _RIDGE
    slope = [(-_X, _EAVE, z1), (_X, _EAVE, z1), (_X, glass_top, z), (-_X, glass_top, z)]
    s.quads("stone", [slope], c.mix(c.WHITE, c.CONCRETE, 0.35), split=9)
    _panels(s, z, z1)
    panes = 44 if s.fine else 1
    xs = np.linspace(_X, -_X, panes + 1)
    quads = [
        [(a, _EAVE, z), (b, _EAVE, z), (b, glass_top, z), (a, glass_top, z)]
        for a, b in itertools.pairwise(xs)
    ]
    s.quads("glass", quads, pane_tints(panes, 1, 121))
    for x, out in ((_X, 1), (-_X, -1)):
        gable = [(x, _EAVE, z1), (x, _EAVE, z), (x, glass_top, z), (x, _EAVE, z1)]
        s.quads("stone", [gable if out > 0 else gable[::-1]], c.WHITE)
    s.boxes("stone", [-_X, glass_top, z - 0.4], [_X, glass_top + 0.4, z + 0.3], c.WHITE, split=12)
    s.solid([-_X, _EAVE, z], [_X, (_EAVE + _RIDGE) / 2, z + deep / 2])


def _panels(s: Sheet, z0: float, z1: float) -> None:
    """Draw solar panels just above a tooth's southern slope."""
    count = 16 if s.fine else 1
    gap = 0.5 if s.fine else 0.0
    rise = _RIDGE - _EAVE
    out = np.array([0.0, z1 - z0, rise]) / np.hypot(z1 - z0, rise) * 0.09
    xs = np.linspace(-_X + 3, _X - 3, count + 1)
    quads = []
    for a, b in itertools.pairwise(xs):
        low, high = (_EAVE + 0.12 * rise, z1 - 0.12 * (z1 - z0)), (_RIDGE - 0.14 * rise, z0 + 1.1)
        corners = [(a, *low), (b - gap, *low), (b - gap, *high), (a, *high)]
        quads.append(np.array(corners) + out)
    s.quads("glass", quads, c.PANEL)


def _offices(s: Sheet) -> None:
    body = rectangle(-_X + 6, _Z, -_X + 40, _Z + 12)
    for i, side in enumerate(edges(body)):
        glazing(s, side, 0.4, 8.4, 2, bay=2.6, seed=123 + i)
    shadow(s, body, 0, 8.4)
    plate(s, rectangle(-_X + 4, _Z - 1, -_X + 44, _Z + 15), 9.2, 0.8)
    bands(s, body, np.array([4.8]), out=0.25, thick=0.45)
    for x in np.linspace(-8, 56, 6):
        s.boxes("stone", [x, 0, _Z + 0.05], [x + 5, 4.6, _Z + 0.35], c.TERRACOTTA, faces="ewus")
    s.mass("stone", [-12, 5.0, _Z], [64, 5.5, _Z + 4.5], c.WHITE)
