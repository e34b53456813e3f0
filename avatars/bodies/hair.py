"""Hair: a cap that lies on the skull in strands, locks that hang from it, a knot at the nape."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import (
    F64,
    Field,
    carve,
    cast,
    ellipsoid,
    length,
    slope,
    smooth,
    union,
    unit,
)
from avatars.bodies.head import Head
from avatars.bodies.patch import locks, quads, tidy
from avatars.bodies.piece import Color, Piece, blend, flat, normals_of

CROWN = np.array([0.012, 0.95, -0.30])
"""Where the hair grows out from: rings of the cap go round this direction."""


def frame() -> tuple[F64, F64, F64]:
    """Crown, front and left of the cap."""
    top = unit(CROWN)
    front = unit(np.array([0.0, 0.0, 1.0]) - top * top[2])
    return top, front, np.cross(top, front)


def cap(  # noqa: PLR0917 - where it lies, how thick, of which colours
    head: Head,
    hairline: Callable[[F64], F64],
    thick: Callable[[F64, F64], F64],
    color: Color,
    bright: Color,
    columns: int = 64,
    rows: int = 16,
    strands: float = 1.0,
) -> Piece:
    """The hair that lies close. `hairline` tells how far down it reaches (radians from the crown)
    by the angle round it (0 is the front, positive to the left); `thick` its thickness by angle
    and share of the way down."""
    top, front, left = frame()
    turn = np.linspace(-np.pi, np.pi, columns, endpoint=False)
    share = np.linspace(0.0, 1.0, rows) ** 0.85
    end = hairline(turn)
    angle = share[:, None] * end[None, :]
    around = np.cos(turn)[:, None] * front + np.sin(turn)[:, None] * left
    ways = (np.cos(angle)[..., None] * top + np.sin(angle)[..., None] * around[None]).reshape(-1, 3)
    origins = np.zeros_like(ways)
    far = cast(head.field, origins, ways, 0.16)
    s = np.repeat(share, columns)
    t = np.tile(turn, rows)
    wave = np.sin(t * 19 + 2.2 * np.sin(t * 3 + s * 1.3)) * 0.6 + np.sin(t * 37 + s * 2.0) * 0.4
    depth = thick(t, s)
    groove = wave * 0.0015 * strands * smooth(s, 0.15, 0.50)
    points = ways * (far + depth + groove)[:, None]
    faces = tidy(points, quads(rows, columns, True)[:, ::-1])
    normals = normals_of(points, faces)
    if float((normals * points).sum()) < 0:
        faces = faces[:, ::-1]
        normals = -normals
    colors = sheen(flat(color, len(points)), bright, points, wave)
    return Piece(points, normals, faces, colors, hold.head(points))


def sheen(colors: F64, bright: Color, points: F64, wave: F64 | float = 0.0) -> F64:
    """The band of light that smooth hair has round the head, and darker roots low down."""
    rise = points[:, 1] / np.maximum(length(points), 1e-9)
    band = np.exp(-(((rise - 0.60 - 0.035 * np.asarray(wave)) / 0.105) ** 2)) * smooth(
        points[:, 2], -0.13, 0.03
    )
    colors = blend(colors, bright, band * (0.68 + 0.26 * np.clip(wave, -1, 1)))
    return colors * (1 - 0.26 * smooth(np.asarray(wave), 0.3, -0.9) * np.ones(len(points)))[:, None]


def edged(colors: F64, rows: int, sides: int) -> F64:
    """Locks a little darker along their edges, so that one is told from the next."""
    if len(colors) != rows * sides:
        return colors
    turn = 2 * np.pi * np.arange(sides) / sides
    return colors * np.tile(1 - 0.30 * np.abs(np.cos(turn)) ** 3, rows)[:, None]


def lock(  # noqa: PLR0913, PLR0917 - where it lies, how thick, of which colours
    head: Head,
    line: list[tuple[float, float, float]],
    width: tuple[float, ...],
    thick: float,
    color: Color,
    bright: Color,
    held: hold.Hold = hold.head,
    rows: int = 14,
    sides: int = 8,
) -> Piece:
    """A lock along points (u, v, lift) of the face's plane, thin at both ends."""
    knots = np.array(line)
    t = np.linspace(0, 1, rows)
    at = np.linspace(0, 1, len(knots))
    smooth_line = np.stack([_spline(at, knots[:, k], t) for k in range(3)], axis=1)
    ways = head.ways(smooth_line[:, :2])
    origins = np.zeros_like(ways)
    spine = ways * (cast(head.field, origins, ways, 0.16) + smooth_line[:, 2])[:, None]
    wide = np.interp(t, np.linspace(0, 1, len(width)), width)
    taper = np.sqrt(np.clip(1 - np.abs(2 * t - 1) ** 6, 0.0004, 1))
    piece = locks(spine, ways, wide * taper, np.full(rows, thick) * taper, color, held, sides)
    colors = sheen(edged(piece.colors, rows, sides), bright, piece.positions)
    return Piece(piece.positions, piece.normals, piece.faces, colors, piece.weights)


def free_lock(  # noqa: PLR0913, PLR0917 - where it lies, how thick, of which colours
    line: list[tuple[float, float, float]],
    out: tuple[float, float, float],
    width: tuple[float, ...],
    thick: float,
    color: Color,
    bright: Color,
    held: hold.Hold = hold.head,
    rows: int = 16,
    sides: int = 8,
    blunt: int = 6,
) -> Piece:
    """A lock along points in space."""
    knots = np.array(line)
    t = np.linspace(0, 1, rows)
    at = np.linspace(0, 1, len(knots))
    spine = np.stack([_spline(at, knots[:, k], t) for k in range(3)], axis=1)
    wide = np.interp(t, np.linspace(0, 1, len(width)), width)
    taper = np.sqrt(np.clip(1 - np.abs(2 * t - 1) ** blunt, 0.0004, 1))
    piece = locks(
        spine,
        np.tile(out, (rows, 1)),
        wide * taper,
        np.full(rows, thick) * taper,
        color,
        held,
        sides,
    )
    return Piece(
        piece.positions,
        piece.normals,
        piece.faces,
        sheen(edged(piece.colors, rows, sides), bright, piece.positions),
        piece.weights,
    )


def _spline(x: F64, y: F64, t: F64) -> F64:
    """A smooth curve through points at even steps (Catmull-Rom)."""
    p = np.concatenate([[2 * y[0] - y[1]], y, [2 * y[-1] - y[-2]]])
    n = len(y) - 1
    k = np.minimum((t * n).astype(int), n - 1)
    f = t * n - k
    a, b, c, d = (p[k + i] for i in range(4))
    curve: F64 = 0.5 * (
        2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3
    )
    return curve


def bun(color: Color, bright: Color, middle: tuple[float, float, float], size: float) -> Piece:
    """A knot of hair: a ball wound about, with grooves that spiral."""
    c = np.array(middle)
    solid = ellipsoid(c, (size, size * 0.94, size * 0.90))
    rows, columns = 12, 24
    out = unit(np.array([0.0, 0.05, -1.0]))
    side = unit(np.cross(out, (0.0, 1.0, 0.0)))
    up = np.cross(side, out)
    a = np.linspace(0, np.pi * 0.80, rows)[:, None]
    t = np.linspace(0, 2 * np.pi, columns, endpoint=False)[None]
    ways = (
        np.cos(a)[..., None] * out
        + np.sin(a)[..., None] * (np.cos(t)[..., None] * side + np.sin(t)[..., None] * up)
    ).reshape(-1, 3)
    far = cast(solid, np.tile(c, (len(ways), 1)), ways, 0.12)
    swirl = np.sin(t * 3 + a * 4.2).reshape(-1) * smooth(np.repeat(a.ravel(), columns), 0.15, 0.6)
    points = c + ways * (far + swirl * 0.0016)[:, None]
    faces = tidy(points, quads(rows, columns, True))
    normals = normals_of(points, faces)
    if float((normals * ways).sum()) < 0:
        faces, normals = faces[:, ::-1], -normals
    glow = np.exp(-(((ways[:, 1] - 0.5) / 0.25) ** 2)) * (0.4 + 0.3 * swirl)
    colors = (
        blend(flat(color, len(points)), bright, np.clip(glow, 0, 0.7))
        * (1 - 0.2 * smooth(swirl, 0, -1))[:, None]
    )
    return Piece(points, normals, faces, colors, hold.head(points))


def ball_piece(field: Field, middle: F64, reach: float, color: Color) -> Piece:
    """A small round thing."""
    rows, columns = 9, 16
    a = np.linspace(0, np.pi, rows)[:, None]
    t = np.linspace(0, 2 * np.pi, columns, endpoint=False)[None]
    ways = np.stack(
        [np.sin(a) * np.cos(t), np.cos(a) * np.ones_like(t), -np.sin(a) * np.sin(t)], axis=2
    ).reshape(-1, 3)
    points = middle + ways * cast(field, np.tile(middle, (len(ways), 1)), ways, reach)[:, None]
    faces = tidy(points, quads(rows, columns, True))
    normals = slope(field, points)
    a0, b0, c0 = (points[faces[:, k]] for k in range(3))
    if float((np.cross(b0 - a0, c0 - a0) * normals[faces[:, 0]]).sum()) < 0:
        faces = faces[:, ::-1]
    return Piece(points, normals, faces, flat(color, len(points)), hold.head(points))


def ear(skin: Color) -> Piece:
    """The left ear: an oval with a hollow."""
    shell = ellipsoid((0.0805, -0.014, -0.012), (0.0075, 0.0255, 0.0150))
    lobe = ellipsoid((0.0785, -0.034, -0.006), (0.0060, 0.0085, 0.0075))
    solid = union(shell, lobe, soft=0.008)
    hollow = ellipsoid((0.0890, -0.010, -0.008), (0.0050, 0.0165, 0.0085))
    field = carve(solid, hollow, 0.005)
    piece = ball_piece(field, np.array([0.0785, -0.016, -0.011]), 0.04, skin)
    warm = np.array(skin) * np.array([0.92, 0.66, 0.60])
    inner = smooth(hollow(piece.positions), 0.003, -0.0005)
    return piece.painted(lambda p, c: blend(c, warm, inner * 0.7))
