"""Parts of buildings: plates, roofs, columns, steps, canopies."""

from __future__ import annotations

import itertools

import numpy as np

from scenes.demo import palette as c
from scenes.demo.kit_frame import Floats, Point, wall
from scenes.demo.kit_polygon import Polygon, area, edges, offset
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import noise
from scenes.demo.palette import Color
from scenes.demo.shapes.triangulate import triangulate


def plate(
    sheet: Sheet,
    polygon: Polygon,
    y: float,
    thick: float,
    color: Color = c.WHITE,
    *,
    under: bool = True,
    material: str = "stone",
    top: bool = True,
) -> None:
    """Draw a flat slab whose upper face is at y: a floor, a roof, an eave."""
    for side in edges(polygon):
        with sheet.at(wall(*side, y - thick)):
            run = float(np.hypot(side[1][0] - side[0][0], side[1][1] - side[0][1]))
            sheet.boxes(material, [0, 0, -0.01], [run, thick, 0], color, faces="s", split=8)
    if top:
        cap(sheet, polygon, y, color, material=material)
    if under:
        cap(sheet, polygon, y - thick, c.shade(color, 0.9), up=False, material=material)


def cap(
    sheet: Sheet,
    polygon: Polygon,
    y: float,
    color: Color,
    *,
    up: bool = True,
    material: str = "stone",
) -> None:
    """Fill a polygon at height y, facing up or down."""
    if len(polygon) == 4 and _square(polygon):
        corners = [(x, y, z) for x, z in (polygon if up else polygon[::-1])]
        sheet.quads(material, [corners], color, split=7)
        return
    points = np.array([(x, y, z) for x, z in polygon])
    flat = np.array([(x, -z) for x, z in polygon])
    indices = np.asarray(triangulate(flat), dtype=np.int64).reshape(-1, 3)
    sheet.triangles(material, points, indices if up else indices[:, ::-1], color)


def block(sheet: Sheet, polygon: Polygon, y0: float, y1: float, color: Color) -> None:
    """Draw a plain upright block over a polygon: walls and lid."""
    plate(sheet, polygon, y1, y1 - y0, color, under=y0 > 0.2)


def shadow(sheet: Sheet, polygon: Polygon, y0: float, y1: float) -> None:
    """Say that a convex footprint stops light between two heights: boxes that fill it from within.

    Boxes around it would reach past round corners and blacken them.
    """
    p = np.array(polygon)
    (x0, z0), (x1, z1) = p.min(axis=0), p.max(axis=0)
    cuts = [0.0, 1.0] if len(polygon) == 4 and _square(polygon) else [0, 0.08, 0.25, 0.75, 0.92, 1]
    marks = z0 + np.array(cuts) * (z1 - z0)
    if len(cuts) == 2:
        sheet.solid([x0, y0, z0], [x1, y1, z1])
        return
    for a, b in itertools.pairwise(marks):
        (l0, r0), (l1, r1) = _extent(p, a), _extent(p, b)
        sheet.solid([max(l0, l1), y0, a], [min(r0, r1), y1, b])


def _extent(p: Floats, z: float) -> tuple[float, float]:
    """Return where a line of constant z enters and leaves a convex polygon."""
    q = np.roll(p, -1, axis=0)
    dz = q[:, 1] - p[:, 1]
    t = (z - p[:, 1]) / np.where(np.abs(dz) < 1e-9, 1e-9, dz)
    on = (t >= -1e-6) & (t <= 1 + 1e-6)
    x = (p[:, 0] + np.clip(t, 0, 1) * (q[:, 0] - p[:, 0]))[on]
    return float(x.min()), float(x.max())


def parapet(sheet: Sheet, polygon: Polygon, y: float, high: float, color: Color = c.WHITE) -> None:
    """Draw a low wall around a roof, standing inside its edge."""
    inner = offset(polygon, -0.35)
    for (p, q), (a, b) in zip(edges(polygon), edges(inner), strict=True):
        rim = [_at(p, y + high), _at(q, y + high), _at(b, y + high), _at(a, y + high)]
        out = [_at(p, y), _at(q, y), _at(q, y + high), _at(p, y + high)]
        back = [_at(b, y), _at(a, y), _at(a, y + high), _at(b, y + high)]
        sheet.quads("stone", [rim, out, back], color)


def garden(sheet: Sheet, polygon: Polygon, y: float, *, seed: int = 0) -> None:
    """Draw a planted roof: a parapet, a meadow and clumps of shrubs."""
    parapet(sheet, polygon, y, 0.7)
    inner = offset(polygon, -0.35)
    cap(sheet, inner, y + 0.35, c.MEADOW, material="stone")
    if sheet.fine:
        _shrubs(sheet, offset(polygon, -2.0), y + 0.35, seed)


def _shrubs(sheet: Sheet, polygon: Polygon, y: float, seed: int) -> None:
    p = np.array(polygon)
    low, high = p.min(axis=0), p.max(axis=0)
    count = min(90, int(abs(area(polygon)) / 14))
    spots = low + noise(seed, count, 2) * (high - low)
    size = 0.35 + 0.6 * noise(seed + 1, count)
    tint = np.array(c.HEDGE) * (0.8 + 0.9 * noise(seed + 2, count))[:, None]
    box_low = np.stack([spots[:, 0] - size, 0 * size + y, spots[:, 1] - size], axis=1)
    box_high = np.stack([spots[:, 0] + size, y + size * 1.1, spots[:, 1] + size], axis=1)
    sheet.boxes("stone", box_low, box_high, tint, faces="ewusn")


def plant(sheet: Sheet, polygon: Polygon, y: float, *, seed: int = 0, count: int = 5) -> None:
    """Draw the machines on a roof behind a louvred screen: boxes of several heights."""
    p = np.array(polygon)
    low, high = p.min(axis=0), p.max(axis=0)
    at = low + (0.12 + 0.6 * noise(seed, count, 2)) * (high - low)
    size = 1.2 + 2.6 * noise(seed + 3, count, 2)
    tall = 1.2 + 1.6 * noise(seed + 4, count)
    lows = np.stack([at[:, 0], 0 * tall + y, at[:, 1]], axis=1)
    highs = np.stack([at[:, 0] + size[:, 0], y + tall, at[:, 1] + size[:, 1]], axis=1)
    sheet.boxes("stone", lows, highs, c.CONCRETE, faces="ewusn")


def columns(
    sheet: Sheet,
    spots: Floats,
    y0: float,
    y1: float,
    radius: float = 0.3,
    color: Color = c.WHITE,
    sides: int = 10,
) -> None:
    """Draw round columns at (n, 2) spots."""
    sides = sides if sheet.fine else 4
    turn = np.arange(sides + 1) * 2 * np.pi / sides
    ring = np.stack([np.cos(turn), -np.sin(turn)], axis=1) * radius
    a = np.asarray(spots, dtype=float)[:, None] + ring[None, :-1]
    b = np.asarray(spots, dtype=float)[:, None] + ring[None, 1:]
    quads = np.stack([_lift(a, y0), _lift(b, y0), _lift(b, y1), _lift(a, y1)], axis=2)
    sheet.quads("stone", quads.reshape(-1, 4, 3), color, split=4 if sheet.fine else 0)


def steps(
    sheet: Sheet, x0: float, x1: float, z_top: float, y: float, *, tread: float = 0.36
) -> None:
    """Draw steps down towards +Z from height y at z_top to the ground."""
    count = max(1, round(y / 0.15))
    rise = y / count
    i = np.arange(count)
    low = np.stack([0 * i + x0, 0 * i, z_top + i * tread], axis=1)
    high = np.stack([0 * i + x1, y - (i + 1) * rise + 0.001, z_top + (i + 1) * tread], axis=1)
    sheet.boxes("stone", low[:-1], high[:-1], c.STONE, faces="ewus")


def _lift(flat: Floats, y: float) -> Floats:
    return np.stack([flat[..., 0], np.full(flat.shape[:-1], y), flat[..., 1]], axis=-1)


def _at(p: Point, y: float) -> tuple[float, float, float]:
    return (p[0], y, p[1])


def _square(polygon: Polygon) -> bool:
    (ax, az), (bx, bz), (cx, cz), (dx, dz) = polygon
    return abs(ax + cx - bx - dx) < 1e-6 and abs(az + cz - bz - dz) < 1e-6
