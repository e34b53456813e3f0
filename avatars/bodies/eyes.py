"""Eyes: the white, an iris that turns, lashes, the fold of the lid, brows."""

from __future__ import annotations

import numpy as np

from avatars.bodies import hold
from avatars.bodies.face import Canvas, widened
from avatars.bodies.field import F64, length, smooth, unit
from avatars.bodies.mimic import EYE
from avatars.bodies.patch import quads
from avatars.bodies.piece import Color, Piece, blend, flat

BALL = 0.0270
BEHIND = 0.0024
"""How far the ball's front is behind the skin."""
IRIS = 0.0119


def ball(canvas: Canvas) -> F64:
    """The middle of the left eyeball, in the head's measures."""
    front = canvas.head.on(np.array([EYE]))[0]
    middle: F64 = front - np.array([0.0, 0.0, BALL + BEHIND])
    return middle


def white(canvas: Canvas, color: Color) -> Piece:
    """What shows of the left eyeball, darker under the upper lid."""
    loops = [widened(canvas.lid(), g) for g in (0.0042, 0.0018, -0.0012)]
    rim = canvas.lid()
    centre = np.array([EYE[0], EYE[1] + 0.001])
    loops += [centre + (rim - centre) * s for s in (0.72, 0.45, 0.2, 0.0)]
    uv = np.concatenate(loops)
    ways = canvas.head.ways(uv)
    c = ball(canvas)
    along = ways @ c
    near = along**2 - (c @ c) + BALL**2
    points = ways * (along + np.sqrt(np.maximum(near, 1e-8)))[:, None]
    # Where the ball turns away the white goes on close behind the skin: no dark corners.
    skin = canvas.head.on(uv)
    deep = length(skin) - np.where(near > 1e-6, length(points), 0.0)
    points = np.where((deep > 0.0062)[:, None], ways * (length(skin) - 0.0062)[:, None], points)
    faces = quads(len(loops), len(rim), True)
    y = uv[:, 1] - EYE[1]
    x = (uv[:, 0] - EYE[0]) / canvas.head.features.eye_wide
    up, _ = canvas.mimic.lids(x)
    shade = smooth(up - y, 0.0062, 0.0005) * 0.50 + smooth(np.abs(x), 0.6, 1.1) * 0.22
    colors = blend(flat(color, len(uv)), (0.36, 0.35, 0.42), np.clip(shade, 0, 0.62))
    normals = unit(points - c)
    return Piece(points, normals, faces, colors, hold.head(points))


def iris(canvas: Canvas) -> Piece:
    """The left iris: a shallow bowl on the ball, its picture by uv, held by the eye's bone."""
    c = ball(canvas)
    sides, radii = 28, np.array([1.0, 0.8, 0.5, 0.0])
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rows, uvs = [], []
    for share in radii:
        r = IRIS * share
        # Flatter than the ball, so that its rim stands free of the white.
        z = np.sqrt(BALL**2 - (0.62 * r) ** 2) + 0.0004
        rows.append(np.stack([np.cos(turn) * r, np.sin(turn) * r, np.full(sides, z)], axis=1))
        uvs.append(
            np.stack([0.5 + np.cos(turn) * share * 0.5, 0.5 - np.sin(turn) * share * 0.5], axis=1)
        )
    points = np.concatenate(rows) + c
    uv = np.concatenate(uvs) * np.array([0.5, 1.0])
    faces = quads(len(radii), sides, True)
    count = len(points)
    return Piece(
        points, unit(points - c), faces, flat((1, 1, 1), count), {"leftEye": np.ones(count)}, uv
    )


def glint(canvas: Canvas, sign: float) -> Piece:
    """Two lights in an eye, on the same side of both; drawn from the white of the picture."""
    c = ball(canvas) * np.array([sign, 1.0, 1.0])
    parts, faces_all = [], []
    for k, (x, y, r) in enumerate(((0.0040, 0.0050, 0.0033), (-0.0044, -0.0050, 0.0017))):
        turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
        rim = np.stack([x + np.cos(turn) * r, y + np.sin(turn) * r * 1.15], axis=1)
        spots = np.concatenate([rim, [[x, y]]])
        z = np.sqrt(BALL**2 - (spots**2).sum(axis=1)) + 0.0018
        parts.append(np.concatenate([spots, z[:, None]], axis=1) + c)
        i = np.arange(14)
        faces_all.append(np.stack([i, (i + 1) % 14, np.full(14, 14)], axis=1) + 15 * k)
    points = np.concatenate(parts)
    count = len(points)
    eye = "leftEye" if sign > 0 else "rightEye"
    uv = np.tile([0.75, 0.5], (count, 1))
    return Piece(
        points,
        unit(points - c),
        np.concatenate(faces_all),
        flat((1, 1, 1), count),
        {eye: np.ones(count)},
        uv,
    )


def ribbon(canvas: Canvas, rows: list[tuple[F64, F64 | float]], colors: list[Color]) -> Piece:
    """A strip between lines of the plane, each with its lift and colour."""
    count = len(rows[0][0])
    uv = np.concatenate([line for line, _ in rows])
    lift = np.concatenate([np.broadcast_to(np.asarray(up, "f8"), count) for _, up in rows])
    faces = quads(len(rows), count, False)
    tint = np.concatenate([flat(color, count) for color in colors])
    piece = canvas.sheet(uv, faces, tint, lift)
    if float(piece.normals[:, 2].sum()) < 0:
        piece = Piece(
            piece.positions, -piece.normals, faces[:, ::-1], tint, piece.weights, None, piece.shapes
        )
    return piece


def edge(canvas: Canvas, upper: bool, count: int = 21) -> tuple[F64, F64]:
    """The edge of a lid from the inner corner to the outer, and s along it."""
    s = -np.cos(np.linspace(0, np.pi, count))
    up, low = canvas.mimic.lids(s)
    line = np.stack([s * canvas.head.features.eye_wide, up if upper else low], axis=1) + EYE
    return line, s


def lashes(canvas: Canvas, color: Color) -> list[Piece]:
    """The upper lid's lashes: a dark line that grows to the outside and ends in a wing."""
    f = canvas.head.features
    line, s = edge(canvas, True, 25)
    thick = (0.0007 + 0.0021 * smooth(s, -1.05, 0.35)) * f.lash
    thick = thick * (1 - 0.25 * smooth(s, 0.8, 1.0))
    wing = smooth(s, 0.62, 1.0)[:, None] * np.array([[0.0030, 0.0012]]) * f.lash
    inner = line + np.array([[0.0, -0.0006]])
    outer = line + np.stack([np.zeros_like(s), thick], axis=1) + wing
    reach = 0.0012 + 0.0026 * smooth(s, -1.0, 0.5) * f.lash
    upper = ribbon(
        canvas,
        [(inner, -0.0012), (line + wing * 0.6 + np.array([[0, 0.0001]]), reach), (outer, 0.0007)],
        [color, color, color],
    )
    low, s2 = edge(canvas, False)
    weight = smooth(s2, -0.3, 0.75) * (0.00065 * f.lash) + 0.0002
    lower = ribbon(
        canvas,
        [
            (low + np.array([[0, 0.0002]]), 0.0003),
            (low - np.stack([0 * s2, weight], axis=1), 0.0006),
        ],
        [color, color],
    )
    return [upper, lower]


def fold(canvas: Canvas, color: Color) -> Piece:
    """The fold of the upper lid, a fine line above the lashes."""
    line, s = edge(canvas, True)
    rise = 0.0034 - 0.0006 * s * s
    middle = line * np.array([[1.0, 1.0]]) + np.stack([0.0009 * (s + 0.2), rise], axis=1)
    half = 0.00042 * smooth(np.abs(s), 1.0, 0.72) + 0.00002
    a, b = middle + np.stack([0 * s, half], axis=1), middle - np.stack([0 * s, half], axis=1)
    return ribbon(canvas, [(a, 0.0004), (b, 0.0004)], [color, color])


def brow(canvas: Canvas, color: Color) -> Piece:
    """The left brow: thick within, fine without."""
    f = canvas.head.features
    s = np.linspace(0, 1, 18)
    x = EYE[0] - 0.0185 + 0.0405 * s
    y = EYE[1] + f.brow_at + 0.0044 * np.sin(s * np.pi * 0.86) - 0.0026 * smooth(s, 0.55, 1.0)
    half = (
        f.brow * (0.30 + 0.70 * smooth(s, 0.0, 0.22)) * (1 - 0.86 * smooth(s, 0.40, 1.0)) + 0.00012
    )
    middle = np.stack([x, y], axis=1)
    up = np.stack([0 * s, half], axis=1)
    return ribbon(
        canvas,
        [(middle + up, 0.0002), (middle, 0.0013), (middle - up, 0.0002)],
        [color, color, color],
    )


def rim(canvas: Canvas, loop: F64, depth: float, colors: tuple[Color, Color]) -> Piece:
    """The edge of an opening, turned in."""
    uv = np.concatenate([loop, loop])
    lift = np.repeat([0.0, -depth], len(loop))
    faces = quads(2, len(loop), True)
    tint = np.concatenate([flat(colors[0], len(loop)), flat(colors[1], len(loop))])
    piece = canvas.sheet(uv, faces[:, ::-1], tint, lift)
    inward = unit(np.tile([*np.mean(piece.positions, axis=0)], (len(uv), 1)) - piece.positions)
    facing = float((piece.normals * inward).sum())
    if facing < 0:
        piece = Piece(
            piece.positions, -piece.normals, faces, tint, piece.weights, None, piece.shapes
        )
    return piece
