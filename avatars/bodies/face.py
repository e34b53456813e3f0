"""The skin of a face: rings of points round eyes and mouth, a net between, moved by expressions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from avatars.bodies import hold
from avatars.bodies.delaunay import delaunay
from avatars.bodies.field import F64, smooth
from avatars.bodies.head import Head
from avatars.bodies.mimic import EYE, MOUTH, REST, SHAPES, Mimic, Shape
from avatars.bodies.patch import used
from avatars.bodies.piece import I64, Color, Piece, blend, flat, normals_of

STILL = 1e-6
"""Who moves by less, metres, does not move."""
LID = 30
LIP = 26
LIMIT = 2.55 * 0.09
"""How far round the head the face's skin goes, in the plane: the rest is under hair."""


class Canvas:
    """Puts what is drawn in the plane onto a head, at rest and in every expression."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.mimic = Mimic(head.features)

    def sheet(
        self, uv: F64, faces: I64, colors: F64, lift: F64 | float = 0.0, still: bool = False
    ) -> Piece:
        """A surface over points of the plane, lifted off the skin; a still one never moves."""
        rest = self.place(uv, REST, lift)
        shapes = {} if still else {name: self._moved(uv, name, lift, rest) for name in SHAPES}
        return Piece(rest, normals_of(rest, faces), faces, colors, hold.head(rest), None, shapes)

    def _moved(self, uv: F64, name: str, lift: F64 | float, rest: F64) -> F64:
        """By how much an expression moves points: few, and only those are looked for."""
        shape = SHAPES[name]
        apart = np.abs(self.mimic.shift(uv, shape) - self.mimic.shift(uv, REST)).max(axis=1)
        stirred = (apart > STILL) | (np.abs(self.mimic.bulge(uv, shape)) > STILL)
        up = np.broadcast_to(np.asarray(lift, "f8"), len(uv))
        offsets = np.zeros_like(rest)
        offsets[stirred] = self.place(uv[stirred], shape, up[stirred]) - rest[stirred]
        return offsets

    def place(self, uv: F64, shape: Shape, lift: F64 | float = 0.0) -> F64:
        """Where points of the plane are in an expression."""
        moved = self.mimic.shift(uv, shape)
        return self.head.on(moved, np.asarray(lift) + self.mimic.bulge(uv, shape))

    def lid(self, grow: float = 0.0) -> F64:
        """The left eye's opening as a loop of points, counter-clockwise, wider by `grow`."""
        turn = np.cos(np.linspace(0, np.pi, LID // 2 + 1))
        up, low = self.mimic.lids(turn)
        x = turn * self.head.features.eye_wide
        loop = np.concatenate(
            [
                np.stack([x, up], axis=1),
                np.stack([x[::-1], low[::-1]], axis=1)[1:-1],
            ]
        )
        return widened(loop, grow) + EYE

    def lips(self, grow: float = 0.0) -> F64:
        """The mouth's opening as it is drawn, counter-clockwise, wider by `grow`."""
        turn = np.cos(np.linspace(0, np.pi, LIP // 2 + 1))
        x = turn * self.head.features.mouth
        high = self.mimic.gape(x)
        loop = np.concatenate(
            [
                np.stack([x, high], axis=1),
                np.stack([x[::-1], -high[::-1]], axis=1)[1:-1],
            ]
        )
        placed: F64 = widened(loop, grow) + np.array([0.0, MOUTH])
        return placed


def widened(loop: F64, grow: float) -> F64:
    """A counter-clockwise loop moved outwards."""
    if not grow:
        return loop
    ahead = np.roll(loop, -1, axis=0) - np.roll(loop, 1, axis=0)
    out = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    size = np.sqrt((out**2).sum(axis=1))[:, None]
    moved: F64 = loop + out / np.maximum(size, 1e-12) * grow
    return moved


def flip(loop: F64) -> F64:
    """The loop on the other side."""
    other: F64 = loop[::-1] * np.array([-1.0, 1.0])
    return other


def inside(points: F64, loop: F64) -> NDArray[np.bool_]:
    """Which points lie within a closed loop."""
    x, y = points[:, :1], points[:, 1:]
    a, b = loop, np.roll(loop, -1, axis=0)
    cross = (a[:, 1] > y) != (b[:, 1] > y)
    at = a[:, 0] + (y - a[:, 1]) / np.where(
        np.abs(b[:, 1] - a[:, 1]) < 1e-15, 1e-15, b[:, 1] - a[:, 1]
    ) * (b[:, 0] - a[:, 0])
    within: NDArray[np.bool_] = (cross & (x < at)).sum(axis=1) % 2 == 1
    return within


LID_RINGS = (0.0, 0.0011, 0.0026, 0.0046, 0.0072, 0.0105)
LIP_RINGS = (0.0, 0.0013, 0.0028, 0.0046, 0.0068, 0.0096)


def net(canvas: Canvas) -> F64:
    """The points of a face, features first: close where it bends, wide elsewhere."""
    loops = [canvas.lid(g) for g in LID_RINGS]
    chosen = [*loops, *(flip(loop) for loop in loops), *(canvas.lips(g) for g in LIP_RINGS)]
    points = _apart(np.concatenate(chosen), np.zeros((0, 2)), 0.0009)
    nose = _grid(0.0042, 0.015, (-0.052, 0.006))
    points = np.concatenate([points, _apart(nose, points, 0.0036)])
    for step, far in ((0.0064, 0.068), (0.0086, 0.118), (0.0210, LIMIT)):
        points = np.concatenate([points, _apart(_grid(step, far), points, step * 0.80)])
    return points


def _grid(step: float, far: float, heights: tuple[float, float] | None = None) -> F64:
    """A honeycomb about the middle, the same on both sides."""
    rows = np.arange(-int(far / step / 0.866) - 1, int(far / step / 0.866) + 2)
    points = []
    for row in rows:
        y = row * step * 0.866
        for k in range(int(far / step) + 2):
            x = (k + 0.5 * (row % 2)) * step
            points += [(x, y)] if x == 0 else [(x, y), (-x, y)]
    spots = np.array(points)
    near = (spots**2).sum(axis=1) < far * far
    if heights is not None:
        near &= (spots[:, 1] > heights[0]) & (spots[:, 1] < heights[1])
    kept: F64 = spots[near]
    return kept


def _apart(fresh: F64, taken: F64, least: float) -> F64:
    """Those of the fresh points that keep their distance from what is there and from each other."""
    kept = list(taken)
    count = len(kept)
    for spot in fresh:
        if not kept or float(((np.array(kept) - spot) ** 2).sum(axis=1).min()) > least * least:
            kept.append(spot)
    return np.array(kept[count:]).reshape(-1, 2)


def face(canvas: Canvas, skin: Color, lip: Color, blush: float) -> Piece:
    """The face's skin with its openings, coloured, with every expression."""
    uv = net(canvas)
    faces = delaunay(uv)
    middle = uv[faces].mean(axis=1)
    lid, lips = canvas.lid(), canvas.lips()
    holes = inside(middle, lid) | inside(middle, flip(lid)) | inside(middle, lips)
    sheet = canvas.sheet(uv, faces[~holes], tint(canvas, uv, skin, lip, blush))
    # The field knows how the face bends better than its triangles do.
    return used(replace(sheet, normals=canvas.head.normals(sheet.positions)))


def tint(canvas: Canvas, uv: F64, skin: Color, lip: Color, blush: float) -> F64:
    """Colours of the skin: warmer cheeks and nose, lips, a shade over the eyes."""
    f = canvas.head.features
    u, v = np.abs(uv[:, 0]), uv[:, 1]
    colors = flat(skin, len(uv))
    warm = np.array(skin) * np.array([1.0, 0.66, 0.60])
    cheek = np.exp(-(((u - 0.043) / 0.017) ** 2) - ((v + 0.038) / 0.012) ** 2)
    colors = blend(colors, warm, cheek * blush)
    tip = np.exp(-((u / 0.012) ** 2) - ((v + 0.040) / 0.010) ** 2)
    colors = blend(colors, warm, tip * blush * 0.35)
    # What no light of a hall shows at this size: the wings of the nose, the shade under it and
    # under the lip, the bridge's sides.
    shade = np.array(skin) * np.array([0.74, 0.55, 0.50])
    wing = np.exp(-(((u - 0.0068) / 0.0034) ** 2) - ((v + 0.0478) / 0.0022) ** 2)
    under = np.exp(-((u / 0.0085) ** 2) - ((v + 0.0482) / 0.0026) ** 2)
    curl = np.exp(-(((u - 0.0125) / 0.0026) ** 2) - ((v + 0.0425) / 0.0046) ** 2)
    chin = np.exp(-((u / 0.010) ** 2) - ((v + 0.0815) / 0.0032) ** 2)
    bridge = np.exp(-(((u - 0.0110) / 0.0048) ** 2) - ((v + 0.006) / 0.016) ** 2)
    for share, much in ((wing, 0.62), (under, 0.30), (curl, 0.30), (chin, 0.22), (bridge, 0.16)):
        colors = blend(colors, shade, share * much)
    light = np.exp(-((u / 0.0036) ** 2) - ((v + 0.0385) / 0.0042) ** 2)
    light = light + 0.6 * np.exp(-((u / 0.0030) ** 2) - ((v + 0.016) / 0.014) ** 2)
    colors = blend(
        colors, np.minimum(np.array(skin) * 1.10 + 0.02, 1.0), np.clip(light, 0, 1) * 0.55
    )
    x, y = (u - EYE[0]) / f.eye_wide, v - EYE[1]
    up, low = canvas.mimic.lids(x)
    over = (
        smooth(y - up, 0.0058, 0.0005) * smooth(y - up, -0.002, 0.0) * smooth(np.abs(x), 1.2, 0.8)
    )
    colors = blend(colors, np.array(skin) * np.array([0.70, 0.50, 0.46]), over * 0.55)
    rim = smooth(np.abs(y - low), 0.0016, 0.0) * smooth(np.abs(x), 1.1, 0.8)
    colors = blend(colors, np.array(skin) * np.array([0.86, 0.60, 0.56]), rim * 0.5)
    gap = canvas.mimic.gape(u)
    m = v - MOUTH
    t = np.clip(u / f.mouth, 0, 1)
    taper = np.clip(1 - t**2.4, 0, 1)
    bow = f.lip_up * (0.82 + 0.30 * np.exp(-(((u - 0.0050) / 0.0038) ** 2))) * taper
    pad = f.lip_down * taper**0.8
    far = np.where(m > 0, (m - gap) / np.maximum(bow, 1e-5), (-m - gap) / np.maximum(pad, 1e-5))
    on_lip = smooth(far, 1.18, 0.72) * (taper > 0.02)
    colors = blend(colors, lip, on_lip * 0.88)
    # Where the lips meet it is dark.
    meet = (
        smooth(np.abs(m) - gap, 0.0012, 0.0)
        * smooth(u / f.mouth, 1.02, 0.93)
        * (np.abs(m) - gap < 0.002)
    )
    return blend(colors, np.array(lip) * 0.30, meet * 0.85)
