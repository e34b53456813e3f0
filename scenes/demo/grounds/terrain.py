"""The ground itself, near and far, its water, and the hills around."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.grounds.plaza import plaza
from scenes.demo.grounds.surfaces import Surfaces
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_ground import Grain, Layer, faces, partition
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import smooth

_FOOT = plan.GROUND

Corner = tuple[float, float]
Rectangle = tuple[float, float, float, float]


def near(surfaces: Surfaces, *, fine: bool) -> dict[str, Faces]:
    """Return the ground around the plaza and the lake."""
    grain = Grain(32, 1.0, 0.08) if fine else Grain(32, 8.0, 0.6)
    x0, z0, x1, z1 = plan.PLAZA
    around = _frame(plan.NEAR, (x0, z0, x1, z1))
    rest = _cut(surfaces.layers, around, grain, fine=fine)
    return merged([rest, {"ground": _curtain(plan.NEAR)}])


def square(_: Surfaces, *, fine: bool) -> dict[str, Faces]:
    """Return the plaza."""
    return merged([plaza(fine=fine), {"ground": _curtain(plan.PLAZA)}])


def far(surfaces: Surfaces, *, fine: bool) -> dict[str, Faces]:
    """Return the ground beyond, to the edge of the park."""
    g = plan.GROUND
    rest = _frame((-g, -g, g, g), plan.NEAR)
    grain = Grain(64, 2.0, 0.15) if fine else Grain(64, 16.0, 2.5)
    return _cut(surfaces.layers, rest, grain, fine=fine)


def _frame(outer: Rectangle, inner: Rectangle) -> list[tuple[Corner, Corner]]:
    """Return the four rectangles between two."""
    ax, az, bx, bz = outer
    cx, cz, dx, dz = inner
    return [
        ((ax, az), (bx, cz)),
        ((ax, dz), (bx, bz)),
        ((ax, cz), (cx, dz)),
        ((dx, cz), (bx, dz)),
    ]


def _curtain(around: Rectangle) -> Faces:
    """Return a strip that hangs under the seam between two grounds, lest light shine through."""
    s = Sheet(fine=False)
    x0, z0, x1, z1 = around
    low, high = [x0, -0.7, z0], [x1, -0.002, z1]
    s.boxes("ground", low, high, c.shade(c.GRASS, 0.8), faces="ewsn")
    parts = s.faces["ground"]
    inside = [p._replace(indices=p.indices[:, ::-1], normals=-p.normals) for p in parts]
    return join(parts + inside)


def _cut(
    layers: list[Layer],
    rectangles: list[tuple[Corner, Corner]],
    grain: Grain,
    *,
    fine: bool,
) -> dict[str, Faces]:
    layers = [layer for layer in layers if (layer.fine if fine else layer.coarse)]
    done = [faces(partition(layers, lo, hi, grain), layers) for lo, hi in rectangles]
    return merged(done)


def merged(parts: list[dict[str, Faces]]) -> dict[str, Faces]:
    """Join several sets of faces material by material."""
    names = sorted({name for part in parts for name in part})
    return {name: join([part[name] for part in parts if name in part]) for name in names}


def hills(*, fine: bool) -> Faces:
    """Return low wooded hills from the park's edge to the horizon."""
    around = 160 if fine else 56
    reach = np.array([0, 40, 110, 210, 330, 470, 640, 860, 1120, 1400.0])
    turn = np.arange(around + 1) * 2 * np.pi / around
    square = _FOOT / np.maximum(np.abs(np.cos(turn)), np.abs(np.sin(turn)))
    r = square[None] * (1 - np.minimum(reach / 900, 1))[:, None] + reach[:, None]
    r = r + (np.minimum(reach / 900, 1) * _FOOT * 1.15)[:, None]
    x, z = r * np.cos(turn), r * np.sin(turn)
    rise = np.clip((reach - 60) / 900, 0, 1)[:, None] ** 1.25
    y = rise * (26 + 190 * smooth(x, z, 420, 7) ** 1.6 + 60 * smooth(x, z, 150, 8))
    y = y + np.clip(reach / 200, 0, 1)[:, None] * 5 * (smooth(x, z, 45, 9) - 0.4)
    y[0] = 0.0
    return _surface(x, y, z)


def _surface(x: Floats, y: Floats, z: Floats) -> Faces:
    points = np.stack([x, y, z], axis=-1)
    rows, cols = x.shape
    i = (np.arange(rows - 1)[:, None] * cols + np.arange(cols - 1)).ravel()
    a, b, c, d = i, i + 1, i + cols + 1, i + cols
    indices = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    flat = points.reshape(-1, 3)
    normal = _normals(flat, indices)
    tone = smooth(flat[:, 0], flat[:, 2], 70, 11)[:, None]
    wood, grass = np.array([0.075, 0.135, 0.055]), np.array([0.16, 0.215, 0.085])
    low = np.clip(1 - flat[:, 1:2] / 30, 0, 1)
    mixed = wood + (grass - wood) * np.clip(0.25 * tone + 0.7 * low, 0, 1)
    return Faces(flat, normal, mixed * (0.75 + 0.5 * tone), indices)


def _normals(points: Floats, indices: NDArray[np.int64]) -> Floats:
    corners = points[indices]
    face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(points)
    for k in range(3):
        np.add.at(total, indices[:, k], face)
    unit: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9)
    return unit
