"""Facades: what stands on a wall. Each draws on one wall's frame: u along, v up, w outwards."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_frame import Floats, Point, wall
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import pane_tints
from scenes.demo.palette import Color

Side = tuple[Point, Point]


def length(side: Side) -> float:
    """Return a wall's length in metres."""
    (px, pz), (qx, qz) = side
    return float(np.hypot(qx - px, qz - pz))


def stops(total: float, step: float) -> Floats:
    """Return evenly spaced marks from 0 to total, about `step` apart."""
    return np.linspace(0.0, total, max(2, round(total / step) + 1))


def glazing(
    sheet: Sheet,
    side: Side,
    y0: float,
    y1: float,
    floors: int,
    *,
    bay: float = 3.0,
    seed: int = 0,
    framed: bool = True,
) -> None:
    """Draw panes of glass, one a bay and storey, each with its own tint of room and sky."""
    us = stops(length(side), bay if sheet.fine else 1e9)
    vs = np.linspace(0.0, y1 - y0, floors + 1)
    u, v = np.meshgrid(us, vs)
    corners = np.stack([u, v, np.zeros_like(u)], axis=-1)
    cells = corners[:-1, :-1], corners[:-1, 1:], corners[1:, 1:], corners[1:, :-1]
    tints = pane_tints(len(us) - 1, floors, seed)
    with sheet.at(wall(*side, y0)):
        sheet.quads("glass", np.stack(cells, axis=2).reshape(-1, 4, 3), tints)
        if framed and sheet.fine and len(us) > 2:
            _mullions(sheet, us, y1 - y0)


def _mullions(sheet: Sheet, us: Floats, high: float) -> None:
    low = np.stack([us - 0.035, 0 * us, 0 * us], axis=1)
    sheet.boxes("stone", low, low + np.array([0.07, high, 0.09]), c.BRONZE, faces="ews")


class Fin(NamedTuple):
    """An upright fin or slat: spacing, how far it stands out and from where, width, colour."""

    step: float
    depth: float = 0.4
    width: float = 0.12
    color: Color = c.WHITE
    start: float = 0.0


def fins(sheet: Sheet, side: Side, y0: float, y1: float, fin: Fin) -> None:
    """Draw fins along a wall; the coarse level leaves them out."""
    if not sheet.fine:
        return
    us = stops(length(side), fin.step)
    low = np.stack([us - fin.width / 2, 0 * us, 0 * us + fin.start], axis=1)
    high = low + np.array([fin.width, y1 - y0, fin.depth])
    with sheet.at(wall(*side, y0)):
        sheet.boxes("stone", low, high, fin.color, faces="ews", split=9.0)


def bars(
    sheet: Sheet,
    side: Side,
    heights: Floats,
    *,
    depth: float,
    thick: float = 0.1,
    color: Color = c.WHITE,
) -> None:
    """Draw level bars along a wall at the given heights: transoms, louvres, slab edges."""
    reach = 0 * heights + length(side)
    low = np.stack([0 * heights, heights, 0 * heights], axis=1)
    high = np.stack([reach, heights + thick, 0 * heights + depth], axis=1)
    with sheet.at(wall(*side)):
        sheet.boxes("stone", low, high, color, faces="ewuds", split=9.0)


class Window(NamedTuple):
    """A window in a solid wall: bay, the open share of bay and storey, depth, the wall's colour."""

    bay: float = 3.6
    open_: tuple[float, float] = (0.62, 0.6)
    deep: float = 0.35
    color: Color = c.WHITE


def punched(
    sheet: Sheet, side: Side, y0: float, y1: float, floors: int, window: Window, seed: int = 0
) -> None:
    """Draw a solid wall with a deep window in each bay; the coarse level, one a storey."""
    bay, open_, deep, color = window
    us = stops(length(side), bay if sheet.fine else 1e9)
    open_ = open_ if sheet.fine else (0.9, open_[1] * open_[0])
    vs = np.linspace(0.0, y1 - y0, floors + 1)
    du, dv = us[1] - us[0], vs[1] - vs[0]
    u, v = (a.ravel() for a in np.meshgrid(us[:-1], vs[:-1]))
    u0, u1 = u + du * (1 - open_[0]) / 2, u + du * (1 + open_[0]) / 2
    v0 = v + dv * 0.24
    v1 = v0 + dv * open_[1]
    with sheet.at(wall(*side, y0)):
        rings = [
            _rect(u, u + du, v, v0, 0.0),
            _rect(u, u + du, v1, v + dv, 0.0),
            _rect(u, u0, v0, v1, 0.0),
            _rect(u1, u + du, v0, v1, 0.0),
        ]
        sheet.quads("stone", np.concatenate(rings), color)
        if sheet.fine:
            sheet.quads("stone", _reveals(u0, u1, v0, v1, deep), c.shade(color, 0.82))
        tints = pane_tints(len(us) - 1, floors, seed)
        sheet.quads("glass", _rect(u0, u1, v0, v1, -deep if sheet.fine else 0.0), tints)


def _rect(u0: Floats, u1: Floats, v0: Floats, v1: Floats, w: float) -> Floats:
    ws = np.full_like(u0, w)
    pairs = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]
    return np.stack([np.stack([a, b, ws], axis=-1) for a, b in pairs], axis=1)


def _reveals(u0: Floats, u1: Floats, v0: Floats, v1: Floats, deep: float) -> Floats:
    f, b = np.zeros_like(u0), np.full_like(u0, -deep)

    def quad(*corners: tuple[Floats, Floats, Floats]) -> Floats:
        return np.stack([np.stack(p, axis=-1) for p in corners], axis=1)

    return np.concatenate(
        [
            quad((u0, v0, f), (u1, v0, f), (u1, v0, b), (u0, v0, b)),
            quad((u0, v1, b), (u1, v1, b), (u1, v1, f), (u0, v1, f)),
            quad((u0, v0, f), (u0, v0, b), (u0, v1, b), (u0, v1, f)),
            quad((u1, v0, b), (u1, v0, f), (u1, v1, f), (u1, v1, b)),
        ]
    )
