"""Volumes: facades carried around a whole footprint, storey by storey."""

from __future__ import annotations

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_facade import Fin, Window, fins, glazing, punched
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_parts import shadow
from scenes.demo.kit_polygon import Polygon, edges, offset
from scenes.demo.kit_sheet import Sheet
from scenes.demo.palette import Color


def glass_volume(
    sheet: Sheet,
    polygon: Polygon,
    y0: float,
    y1: float,
    floors: int,
    *,
    bay: float = 3.0,
    seed: int = 0,
    framed: bool = True,
) -> None:
    """Draw curtain walls around a footprint; it casts shade as its bounding box."""
    for i, side in enumerate(edges(polygon)):
        glazing(sheet, side, y0, y1, floors, bay=bay, seed=seed * 31 + i, framed=framed)
    shadow(sheet, polygon, y0, y1)


def punched_volume(
    sheet: Sheet, polygon: Polygon, y0: float, y1: float, floors: int, window: Window, seed: int = 0
) -> None:
    """Draw solid walls with deep windows around a footprint."""
    for i, side in enumerate(edges(polygon)):
        punched(sheet, side, y0, y1, floors, window, seed * 31 + i)
    # The panes lie inside the wall; a solid out to its face would put them in the dark.
    shadow(sheet, offset(polygon, -window.deep - 0.05), y0, y1)


def bands(
    sheet: Sheet,
    polygon: Polygon,
    heights: Floats,
    *,
    out: float = 0.4,
    thick: float = 0.5,
    color: Color = c.WHITE,
) -> None:
    """Draw slab edges around a footprint, each with its upper face at one of the heights."""
    rim = offset(polygon, out)
    ys = np.asarray(heights, dtype=float)
    for (p, q), (a, b) in zip(edges(polygon), edges(rim), strict=True):
        front = _strip(a, b, ys - thick, ys)
        above = _ledge(a, b, q, p, ys)
        below = _ledge(p, q, b, a, ys - thick)
        sheet.quads("stone", front, color, split=8 if sheet.fine else 0)
        if sheet.fine:
            sheet.quads("stone", above, color, split=8)
            sheet.quads("stone", below, c.shade(color, 0.85))


def fin_volume(sheet: Sheet, polygon: Polygon, y0: float, y1: float, fin: Fin) -> None:
    """Draw upright fins around a footprint."""
    for side in edges(polygon):
        fins(sheet, side, y0, y1, fin)


def storeys(y0: float, y1: float, floors: int) -> Floats:
    """Return the heights of the floors between y0 and y1, both included."""
    return np.linspace(y0, y1, floors + 1)


def _strip(p: tuple[float, float], q: tuple[float, float], low: Floats, high: Floats) -> Floats:
    def column(x: float, z: float, y: Floats) -> Floats:
        return np.stack([np.full_like(y, x), y, np.full_like(y, z)], axis=-1)

    return np.stack([column(*p, low), column(*q, low), column(*q, high), column(*p, high)], axis=1)


def _ledge(
    a: tuple[float, float],
    b: tuple[float, float],
    d: tuple[float, float],
    e: tuple[float, float],
    ys: Floats,
) -> Floats:
    corners = [
        np.stack([np.full_like(ys, x), ys, np.full_like(ys, z)], -1) for x, z in (a, b, d, e)
    ]
    return np.stack(corners, axis=1)
