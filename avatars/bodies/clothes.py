"""The uniform: a jacket with a standing collar, skirt or trousers, a badge with a name's place."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, tau

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import F64, Field, cast, column, ellipsoid, grown, limb, slope, smooth, unit, union
from avatars.bodies.figure import Figure
from avatars.bodies.limbs import Z, surface
from avatars.bodies.patch import Ring, dome, path, skin, tube
from avatars.bodies.piece import Color, Piece, blend, flat, joined, mirrored


@dataclass(frozen=True, slots=True)
class Cut:
    """How a jacket is cut: its outline, from the hem up (y, half width, half depth, z)."""

    rows: tuple[tuple[float, float, float, float], ...]
    bust: tuple[float, float, float, float] | None
    sleeve: tuple[float, float, float]
    """Radii at shoulder, elbow and cuff."""
    yoke: float
    """How thick the shoulder's slope is at the neck."""


@dataclass(frozen=True, slots=True)
class Dyes:
    """Colours of a uniform."""

    jacket: Color
    trim: Color
    shirt: Color
    below: Color
    metal: Color
    badge: Color


def jacket_field(f: Figure, cut: Cut) -> Field:
    """The jacket as a solid: body, shoulders, both sleeves."""
    parts = [column(cut.rows, 2.25)]
    if cut.bust is not None:
        x, y, z, r = cut.bust
        parts += [ellipsoid((sign * x, y, z), (r * 1.04, r * 0.98, r * 0.78)) for sign in (1, -1)]
    a, b, c = cut.sleeve
    for sign in (1, -1):
        shoulder = (sign * (f.shoulder_x - 0.004), f.shoulder - 0.004, Z)
        elbow, cuff = (sign * f.elbow_x, f.shoulder, Z), (sign * (f.wrist_x + 0.03), f.shoulder, Z)
        # Bars in one line would swell where they meet, were they grown together as softly.
        sleeve = union(limb(shoulder, elbow, a, b), limb(elbow, cuff, b, c), soft=0.006)
        yoke = limb((sign * 0.035, f.shoulder + 0.028, -0.016), shoulder, cut.yoke, a * 0.93)
        parts += [sleeve, yoke]
    return union(*parts, soft=0.03)


def jacket(f: Figure, cut: Cut, dyes: Dyes, neck: float) -> list[Piece]:
    """The jacket with its collar, placket, cuffs, pockets and knots."""
    field = jacket_field(f, cut)
    held = hold.trunk(f)
    hem, top = cut.rows[0][0] + 0.004, f.shoulder - 0.035
    rings = path((0, hem, -0.004), (0, top, -0.012), 20)
    rings += [Ring((0.0, top, -0.012), lean) for lean in (0.14, 0.28, 0.42, 0.55, 0.68, 0.82, 0.97, 1.12)]
    body = tube(field, rings, (0, 1, 0), (0, 0, 1), 48, 0.26, dyes.jacket, held, _body_part(f, field))
    sleeve_rings = path((f.shoulder_x - 0.052, f.shoulder, Z), (f.shoulder_x + 0.05, f.shoulder, Z), 8)
    sleeve_rings += path((f.shoulder_x + 0.07, f.shoulder, Z), (f.wrist_x - 0.012, f.shoulder, Z), 15)
    sleeve = tube(field, sleeve_rings, (1, 0, 0), (0, 1, 0), 18, 0.1, dyes.jacket, held, surface(field))
    cuff = _cuff(f, cut, dyes)
    band = tube(grown(field, 0.0012), path((0, hem, -0.004), (0, hem + 0.013, -0.004), 2), (0, 1, 0), (0, 0, 1), 48, 0.26,
                dyes.trim, held)  # fmt: skip
    pieces = [body, band, *_both(sleeve), *_both(cuff), _lining(grown(field, 0.0012), hem, dyes, held)]
    pieces += [_collar(f, dyes, held, neck), *_front(f, field, hem, dyes, held)]
    return [_shaded(p, f) for p in pieces]


def _both(piece: Piece) -> list[Piece]:
    return [piece, mirrored(piece)]


def _body_part(f: Figure, field: Field):  # type: ignore[no-untyped-def]
    real = surface(field)
    # Above, where arms bend the cloth, the sleeves begin sooner than below.
    return lambda c: real(c) & (
        np.abs(c[:, :, 0]).max(axis=1)
        < f.shoulder_x + 0.004 + 0.03 * smooth(c[:, :, 1].mean(axis=1), f.shoulder - 0.03, f.shoulder - 0.05)
    )


def _shaded(piece: Piece, f: Figure) -> Piece:
    """Soft darkness where cloth lies close: under the arms and under the collar."""
    def paint(p: F64, c: F64) -> F64:
        pit = np.exp(-(((np.abs(p[:, 0]) - f.shoulder_x) / 0.04) ** 2) - ((p[:, 1] - f.shoulder + 0.085) / 0.05) ** 2)
        return c * (1 - 0.22 * pit)[:, None]

    return piece.painted(paint)


def _lining(field: Field, hem: float, dyes: Dyes, held: hold.Hold) -> Piece:
    """The hem turned in, so that nobody looks into an empty jacket."""
    rim = tube(field, path((0, hem, -0.004), (0, hem + 0.02, -0.004), 2), (0, 1, 0), (0, 0, 1), 40, 0.26,
               dyes.jacket, held).positions[:40]  # fmt: skip
    middle = np.array([0.0, hem, -0.004])
    rows = [middle + (rim - middle) * s + np.array([0.0, up, 0.0]) for s, up in
            ((0.86, 0.06), (0.955, 0.004), (1.0, 0.0))]  # fmt: skip
    piece = skin(rows, tuple(v * 0.55 for v in dyes.jacket), held)
    return piece


def _cuff(f: Figure, cut: Cut, dyes: Dyes) -> Piece:
    """A band of the trim at the sleeve's end, and the shirt within."""
    x, r = f.wrist_x - 0.014, cut.sleeve[2] + 0.0055
    turn = tau * np.arange(18) / 18
    ring = np.stack([np.zeros(18), np.cos(turn), np.sin(turn)], axis=1)
    middle = np.array([0.0, f.shoulder, Z])

    def rows(profile: list[tuple[float, float]]) -> list[F64]:
        return [middle + ring * radius + np.array([at, 0.0, 0.0]) for at, radius in profile]

    held = hold.trunk(f)
    band = skin(rows([(x - 0.030, r - 0.004), (x - 0.0285, r), (x + 0.001, r + 0.0008), (x + 0.0025, r - 0.001),
                      (x + 0.001, r - 0.006), (x - 0.03, r - 0.010)]), dyes.trim, held)  # fmt: skip
    shirt = skin(rows([(x - 0.01, r - 0.0065), (x + 0.012, r - 0.0068), (x + 0.0125, r - 0.0085),
                       (x + 0.004, 0.018)]), dyes.shirt, held)  # fmt: skip
    return joined([band, shirt])


def _collar(f: Figure, dyes: Dyes, held: hold.Hold, neck: float) -> Piece:
    """A standing collar, open by a finger's breadth at the throat, edged with the trim."""
    gap, count = 0.16, 33
    angles = np.linspace(gap, tau - gap, count)
    wide, deep, z = neck + 0.0165, neck + 0.0175, -0.016

    def row(y: float, more: float, rise: float = 0.0) -> F64:
        front = np.exp(-((np.minimum(angles, tau - angles) - gap) / 0.35) ** 2)
        lift = rise * (1 + np.cos(angles)) / 2
        return np.stack([
            np.sin(angles) * (wide + more), np.full(count, y) - lift - front * rise * 0.3,
            z + np.cos(angles) * (deep + more),
        ], axis=1)  # fmt: skip

    low, high = f.neck - 0.022, f.neck + 0.034
    outer = [row(low, 0.008, 0.022), row((low + high) / 2, 0.002, 0.017), row(high - 0.005, -0.0015, 0.012)]
    edge = [row(high - 0.005, -0.0012, 0.012), row(high, -0.0018, 0.012), row(high + 0.0008, -0.0042, 0.012),
            row(high - 0.0006, -0.0062, 0.012)]  # fmt: skip
    inner = [row(high - 0.001, -0.0062, 0.012), row(low, 0.0, 0.02)]
    rows = ((outer, dyes.jacket), (edge, dyes.trim), (inner, tuple(v * 0.7 for v in dyes.jacket)))
    return joined([_turned(skin(line, color, held, closed=False)) for line, color in rows])


def _turned(piece: Piece) -> Piece:
    """Faces and normals the other way."""
    return Piece(piece.positions, -piece.normals, piece.faces[:, ::-1], piece.colors, piece.weights)


def on_front(field: Field, x: F64, y: F64, lift: float) -> tuple[F64, F64]:
    """Points on the front of a solid, lifted off it, and its normals there."""
    origins = np.stack([x, y, np.full(len(x), -0.01)], axis=1)
    ways = np.tile([0.0, 0.0, 1.0], (len(x), 1))
    points = origins + ways * cast(field, origins, ways, 0.3)[:, None]
    normals = slope(field, points)
    return points + normals * lift, normals


def strip(field: Field, line: F64, half: float, lift: float, color: Color, held: hold.Hold) -> Piece:
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
    return piece if facing > 0 else _turned(piece)


def _front(f: Figure, field: Field, hem: float, dyes: Dyes, held: hold.Hold) -> list[Piece]:
    """The placket that crosses to the side as a qipao's does, its knots, the badge."""
    top = f.neck - 0.026
    drop = f.shoulder - 0.075
    t = np.linspace(0, 1, 26)
    # From the throat across to her right, then down to the hem.
    across = np.stack([0.012 - 0.090 * smooth(t, 0.0, 0.9), top + (drop - top) * t**1.5], axis=1)
    down_y = np.linspace(drop - 0.008, hem + 0.004, 30)
    down = np.stack([np.full(30, -0.078) - 0.004 * smooth(down_y, drop, drop - 0.05), down_y], axis=1)
    line = np.concatenate([across, down])
    pieces = [strip(field, line, 0.0042, 0.0014, dyes.trim, held)]
    spots = [across[3], across[12], across[22], down[5], down[11]]
    pieces += [_knot(field, spot, dyes, held) for spot in spots]
    pieces += _badge(f, field, dyes, held)
    for sign in (1, -1):
        y = f.hips + 0.005
        pocket = np.stack([sign * np.linspace(0.068, 0.125, 8), np.linspace(y, y + 0.010, 8)], axis=1)
        pieces.append(strip(field, pocket, 0.0042, 0.0014, dyes.trim, held))
    return pieces


def _knot(field: Field, spot: F64, dyes: Dyes, held: hold.Hold) -> Piece:
    """A knotted button: a ball between two small bars."""
    point, normal = (v[0] for v in on_front(field, spot[:1], spot[1:], 0.002))
    ball = ellipsoid(point, (0.0056, 0.0056, 0.0042))
    bar = limb(point + np.array([-0.013, 0.002, -0.0015]), point + np.array([0.013, -0.002, -0.0015]), 0.0026, 0.0026)
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
    face = _plate(middle + normal * 0.0008, side, up, normal, (0.0285, 0.0080, 0.0030), dyes.badge, held)
    dark = tuple(v * 0.35 for v in dyes.jacket)
    mark = _plate(middle + normal * 0.0014 - side * 0.0195, side, up, normal, (0.0052, 0.0052, 0.0026), dyes.trim, held)
    lines = [_plate(middle + normal * 0.0014 + side * 0.0062 + up * dy, side, up, normal, (w, h, 0.0026), dark, held)
             for dy, w, h in ((0.0022, 0.0155, 0.0017), (-0.0034, 0.0115, 0.0010))]  # fmt: skip
    return [plate, face, mark, *lines]


def _plate(
    middle: F64, side: F64, up: F64, out: F64, half: tuple[float, float, float], color: Color, held: hold.Hold
) -> Piece:
    """A small rounded plate; all of it moves as its middle does."""
    w, h, thick = half
    r = min(w, h) * 0.35
    ring = []
    for cx, cy, turn in ((w - r, h - r, 0), (r - w, h - r, 1), (r - w, r - h, 2), (w - r, r - h, 3)):
        for k in range(4):
            a = (turn + k / 3) * pi / 2
            ring.append(side * (cx + r * cos(a)) + up * (cy + r * sin(a)))
    loop = np.array(ring)
    rows = [middle + loop - out * thick, middle + loop, middle + loop * 0.94 + out * 0.0006, np.tile(middle + out * 0.0006, (16, 1))]
    fixed = {bone: np.repeat(weight, 1) for bone, weight in held(middle[None]).items()}
    piece = skin(rows, color, held)
    turned = piece if float((piece.normals @ out).sum()) > 0 else _turned(piece)
    return turned.held({bone: np.full(len(turned.positions), float(w[0])) for bone, w in fixed.items()})


def skirt(f: Figure, color: Color) -> Piece:
    """A skirt to the knee, a little flared, with a turned hem."""
    hem = f.knee + 0.005
    rows = [
        (hem, 0.150, 0.122, 0.004), (hem + 0.12, 0.156, 0.119, 0.002), (f.hip - 0.10, 0.160, 0.115, -0.002),
        (f.hip - 0.03, 0.150, 0.105, -0.004), (f.hips, 0.122, 0.086, -0.003), (f.spine, 0.100, 0.070, 0.0),
    ]  # fmt: skip
    held = hold.legs(f, 0.11)
    solid = column(rows, 2.15)
    rings = path((0, hem + 0.002, 0), (0, f.hips + 0.02, 0), 14)
    outer = tube(solid, rings, (0, 1, 0), (0, 0, 1), 40, 0.3, color, held)
    rim = outer.positions[:40]
    middle = np.array([0.0, hem, 0.004])
    inner = [middle + (rim - middle) * s + np.array([0.0, up, 0.0]) for s, up in ((0.82, 0.10), (0.965, 0.004), (1.0, 0.0))]
    return joined([outer, skin(inner, tuple(v * 0.45 for v in color), held)])


def trousers(f: Figure, color: Color, wide: float) -> list[Piece]:
    """Straight trousers with a crease, to the shoes."""
    x, hem = f.hip_x, f.ankle - 0.045
    thigh = 0.088 * wide
    seat = column([
        (f.hip - 0.105, x + thigh * 0.90, thigh * 1.02, -0.006), (f.hip - 0.06, x + thigh * 0.90, thigh * 1.06, -0.007),
        (f.hip, x + thigh * 0.72, thigh * 0.98, -0.006), (f.hips, x + thigh * 0.46, thigh * 0.86, -0.004),
        (f.spine, 0.096 * wide, 0.066 * wide, 0.0),
    ], 2.3)  # fmt: skip
    legs = []
    for sign in (1, -1):
        upper = limb((sign * x, f.hip - 0.07, -0.004), (sign * x, f.knee, 0.002), thigh * 0.94, 0.064 * wide)
        lower = limb((sign * x, f.knee, 0.002), (sign * x, hem - 0.06, -0.008), 0.064 * wide, 0.056 * wide)
        legs.append(union(upper, lower, soft=0.006))
    left = union(seat, legs[0], soft=0.03)
    whole = union(seat, *legs, soft=0.03)
    held = hold.legs(f, 0.022)
    rings = path((x, hem, -0.008), (x, f.hip - 0.07, -0.004), 18)
    leg = tube(left, rings, (0, 1, 0), (0, 0, 1), 20, 0.16, color, held,
               lambda c: (c[:, :, 0] > -0.012).all(axis=1))  # fmt: skip
    upper_rings = [*dome((0, f.hip - 0.095, -0.006), (0, 1, 0), 3, False), *path((0, f.hip - 0.095, -0.006), (0, f.hips, 0), 7)]
    seat_piece = tube(whole, upper_rings, (0, 1, 0), (0, 0, 1), 36, 0.3, color, held)
    rim = leg.positions[:20]
    middle = np.array([x, hem, -0.008])
    inner = [middle + (rim - middle) * s + np.array([0.0, up, 0.0]) for s, up in ((0.7, 0.05), (0.95, 0.003), (1.0, 0.0))]
    hems = skin(inner, tuple(v * 0.4 for v in color), held)
    return [seat_piece, *_both(leg), *_both(hems)]


def colored(count: int, color: Color) -> F64:
    """One colour for so many."""
    return flat(color, count)
