"""Inside a mouth: the dark behind the lips, teeth, a tongue."""

from __future__ import annotations

import numpy as np

from avatars.bodies import hold
from avatars.bodies.eyes import ribbon
from avatars.bodies.face import Canvas
from avatars.bodies.field import F64
from avatars.bodies.mimic import MOUTH, REST, SHAPES, Shape
from avatars.bodies.patch import quads
from avatars.bodies.piece import Color, Piece, dim, flat, normals_of

DARK: Color = (0.060, 0.012, 0.014)
RED: Color = (0.28, 0.055, 0.055)
TEETH: Color = (0.86, 0.83, 0.79)
TONGUE: Color = (0.42, 0.105, 0.105)


def bag(canvas: Canvas) -> Piece:
    """A pocket behind the lips: it opens with them."""
    loop = canvas.lips()
    middle = np.array([0.0, MOUTH])
    rings = [(1.0, 0.0), (1.0, 0.0030), (0.98, 0.010), (0.80, 0.022), (0.0, 0.027)]
    uv = np.concatenate([middle + (loop - middle) * s for s, _ in rings])
    lift = np.repeat([-d for _, d in rings], len(loop))
    tint = np.concatenate([flat(c, len(loop)) for c in (RED, RED, DARK, DARK, DARK)])
    faces = quads(len(rings), len(loop), True)[:, ::-1]
    rest = _edge_first(canvas, uv, loop, lift, REST)
    shapes = {n: _edge_first(canvas, uv, loop, lift, s) - rest for n, s in SHAPES.items()}
    normals = np.tile([0.0, 0.0, 1.0], (len(uv), 1))
    return Piece(rest, normals, faces[:, ::-1], tint, hold.head(rest), None, shapes)


def _edge_first(canvas: Canvas, uv: F64, loop: F64, lift: F64, shape: Shape) -> F64:
    """Deeper rings go where the lips' edge goes: straight back from it, drawn to the middle."""
    n = len(loop)
    edge = canvas.place(loop, shape)
    centre = edge.mean(axis=0)
    rows = []
    for k in range(len(uv) // n):
        depth = -float(lift[k * n])
        share = (1.0, 1.0, 1.0, 0.8, 0.0)[k]
        row = centre + (edge - centre) * share
        rows.append(row - np.array([0.0, 0.0, depth]))
    return np.concatenate(rows)


def teeth(canvas: Canvas) -> Piece:
    """A row of upper teeth, which stays with the skull."""
    x = np.linspace(-1, 1, 15) * canvas.head.features.mouth * 0.80
    line = np.stack([x, np.full(15, MOUTH)], axis=1)
    rise = 0.0052
    curve = -0.0034 - 0.005 * (x / x[-1]) ** 2
    rows = [
        (line + np.array([0.0, rise]), curve),
        (line + np.array([0.0, -0.0017]), curve),
        (line + np.array([0.0, -0.0023]), curve - 0.002),
    ]
    uv = np.concatenate([line for line, _ in rows])
    points = canvas.head.on(uv, np.concatenate([depth for _, depth in rows]))
    faces = quads(len(rows), len(x), False)[:, ::-1]
    tint = np.concatenate([flat(c, len(x)) for c in (TEETH, TEETH, dim(TEETH, 0.7))])
    return Piece(points, normals_of(points, faces), faces, tint, hold.head(points))


def tongue(canvas: Canvas) -> Piece:
    """A tongue behind the lower lip, which goes down with it."""
    rows = []
    for y, lift in ((-0.0040, -0.0150), (-0.0026, -0.0120), (-0.0008, -0.0150), (0.0004, -0.0220)):
        x = np.linspace(-1, 1, 9) * canvas.head.features.mouth * 0.80
        bend = -0.0040 * (x / x[-1]) ** 2
        rows.append((np.stack([x, np.full(9, MOUTH - 0.0102 + y)], axis=1), lift + bend))
    return ribbon(canvas, rows, [TONGUE] * 4)
