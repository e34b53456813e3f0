"""What is sewn onto a jacket: a placket as a qipao has it, knots, pockets, a badge."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from avatars.bodies import hold
from avatars.bodies.dyes import Dyes
from avatars.bodies.field import F64, Field, cast, ellipsoid, limb, slope, smooth, union, unit
from avatars.bodies.figure import Figure
from avatars.bodies.patch import Ring, skin, tube
from avatars.bodies.piece import Color, Piece, dim, turned


def on_front(field: Field, x: F64, y: F64, lift: float) -> tuple[F64, F64]:
    """Points on the front of a solid, lifted off it, and its normals there."""
    origins = np.stack([x, y, np.full(len(x), -0.01)], axis=1)
    ways = np.tile([0.0, 0.0, 1.0], (len(x), 1))
    points = origins + ways * cast(field, origins, ways, 0.3)[:, None]
    normals = slope(field, points)
    return points + normals * lift, normals


def strip(
    field: Field, line: F64, half: float, lift: float, color: Color, held: hold.Hold
) -> Piece:
    """A ribbon laid on the front along a line of (x, y), a little raised with rounded edges."""
    ahead = np.gradient(line, axis=0)
    ahead /= np.sqrt((ahead**2).sum(axis=1))[:, None]
    side = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    rows = []
    for across, up in ((-1.0, -0.001), (-0.92, lift), (0.92, lift), (1.0, -0.001)):
        at = line + side * (across * half)
        rows.append(on_front(field, at[:, 0], at[:, 1], up)[0])
    piece = skin(rows, color, held, closed=False)
    facing = float(piece.normals[:, 2].sum())
    return piece if facing > 0 else turned(piece)


def front(f: Figure, field: Field, hem: float, dyes: Dyes, held: hold.Hold) -> list[Piece]:
    """The placket that crosses to the side as a qipao's does, its knots, the badge."""
    top = f.neck - 0.026
    drop = f.shoulder - 0.075
    t = np.linspace(0, 1, 26)
    # From the throat across to her right, then down to the hem.
    across = np.stack([0.012 - 0.090 * smooth(t, 0.0, 0.9), top + (drop - top) * t**1.5], axis=1)
    down_y = np.linspace(drop - 0.008, hem + 0.004, 30)
    down = np.stack(
        [np.full(30, -0.078) - 0.004 * smooth(down_y, drop, drop - 0.05), down_y], axis=1
    )
    line = np.concatenate([across, down])
    pieces = [strip(field, line, 0.0042, 0.0014, dyes.trim, held)]
    spots = [across[3], across[12], across[22], down[5], down[11]]
    pieces += [_knot(field, spot, dyes, held) for spot in spots]
    pieces += _badge(f, field, dyes, held)
    for sign in (1, -1):
        y = f.hips + 0.005
        pocket = np.stack(
            [sign * np.linspace(0.068, 0.125, 8), np.linspace(y, y + 0.010, 8)], axis=1
        )
        pieces.append(strip(field, pocket, 0.0042, 0.0014, dyes.trim, held))
    return pieces


def _knot(field: Field, spot: F64, dyes: Dyes, held: hold.Hold) -> Piece:
    """A knotted button: a ball between two small bars."""
    point, normal = (v[0] for v in on_front(field, spot[:1], spot[1:], 0.002))
    ball = ellipsoid(point, (0.0056, 0.0056, 0.0042))
    bar = limb(
        point + np.array([-0.013, 0.002, -0.0015]),
        point + np.array([0.013, -0.002, -0.0015]),
        0.0026,
        0.0026,
    )
    whole = union(ball, bar, soft=0.003)
    rings = [Ring(tuple(point), lean) for lean in (0.0, 0.45, 0.9, pi / 2)]
    return tube(whole, rings, normal, np.cross(normal, (0, 1, 0)), 14, 0.02, dyes.metal, held)


def _badge(f: Figure, field: Field, dyes: Dyes, held: hold.Hold) -> list[Piece]:
    """A name badge on the left breast: a plate of metal with a lighter face and two lines."""
    x, y = 0.078, f.upper_chest + 0.028
    middle, normal = (v[0] for v in on_front(field, np.array([x]), np.array([y]), 0.003))
    side = unit(np.cross((0.0, 1.0, 0.0), normal))
    up = np.cross(normal, side)
    plate = _plate(middle, side, up, normal, (0.030, 0.0095, 0.0030), dyes.metal, held)
    face = _plate(
        middle + normal * 0.0008, side, up, normal, (0.0285, 0.0080, 0.0030), dyes.badge, held
    )
    dark = dim(dyes.jacket, 0.35)
    mark = _plate(
        middle + normal * 0.0014 - side * 0.0195,
        side,
        up,
        normal,
        (0.0052, 0.0052, 0.0026),
        dyes.trim,
        held,
    )
    lines = [
        _plate(
            middle + normal * 0.0014 + side * 0.0062 + up * dy,
            side,
            up,
            normal,
            (w, h, 0.0026),
            dark,
            held,
        )
        for dy, w, h in ((0.0022, 0.0155, 0.0017), (-0.0034, 0.0115, 0.0010))
    ]
    return [plate, face, mark, *lines]


def _plate(
    middle: F64,
    side: F64,
    up: F64,
    out: F64,
    half: tuple[float, float, float],
    color: Color,
    held: hold.Hold,
) -> Piece:
    """A small rounded plate; all of it moves as its middle does."""
    w, h, thick = half
    r = min(w, h) * 0.35
    ring = []
    for cx, cy, turn in (
        (w - r, h - r, 0),
        (r - w, h - r, 1),
        (r - w, r - h, 2),
        (w - r, r - h, 3),
    ):
        for k in range(4):
            a = (turn + k / 3) * pi / 2
            ring.append(side * (cx + r * cos(a)) + up * (cy + r * sin(a)))
    loop = np.array(ring)
    rows = [
        middle + loop - out * thick,
        middle + loop,
        middle + loop * 0.94 + out * 0.0006,
        np.tile(middle + out * 0.0006, (16, 1)),
    ]
    fixed = held(middle[None])
    piece = skin(rows, color, held)
    plate = piece if float((piece.normals @ out).sum()) > 0 else turned(piece)
    return plate.held(
        {bone: np.full(len(plate.positions), float(w[0])) for bone, w in fixed.items()}
    )
