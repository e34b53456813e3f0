"""Hands, legs, feet and neck: what one sees of a body that is clothed."""

from __future__ import annotations

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import F64, Field, carve, column, ellipsoid, grown, limb, smooth, union
from avatars.bodies.figure import FINGERS, JOINTS, ROOTS, TIPS, USUAL, Figure
from avatars.bodies.patch import Ring, dome, path, tube
from avatars.bodies.piece import Color, Piece, Weights, blend, joined

Z = -0.012
"""Where the axis of an arm lies."""


def neck(f: Figure, color: Color, wide: float) -> Piece:
    """The neck, from inside the collar up into the head."""
    low, high = f.neck - 0.03, f.face - 0.03
    field = column(
        [
            (low, wide * 1.22, wide * 1.12, -0.016),
            (f.neck + 0.02, wide * 1.03, wide * 1.02, -0.013),
            (f.head, wide, wide, -0.010),
            (high, wide * 1.04, wide * 1.04, -0.008),
        ],
        2.0,
    )
    rings = path((0, low + 0.004, -0.012), (0, high - 0.004, -0.012), 8)
    piece = tube(field, rings, (0, 1, 0), (0, 0, 1), 20, 0.12, color, hold.neck(f))
    # The chin's shade lies on the neck whatever the light.
    return piece.painted(
        lambda p, c: c * (1 - 0.30 * smooth(p[:, 1], f.head - 0.045, f.head + 0.02))[:, None]
    )


def hand(f: Figure, color: Color, nail: Color, slim: float) -> Piece:
    """The left hand: palm down, fingers out along +X."""
    s, wrist = f.hand, np.array([f.wrist_x, f.shoulder, Z])

    def at(p: tuple[float, float, float]) -> F64:
        return wrist + np.array(p) * s

    fingers = {name: _finger(name, at, s * slim) for name in FINGERS}
    palm = union(
        ellipsoid(at((0.062, 0.0, 0.0)), np.array([0.043, 0.0125, 0.0385]) * s),
        limb(at((-0.035, 0.0, 0.0)), at((0.045, 0.0, 0.0)), 0.0235 * s * slim, 0.016 * s),
        ellipsoid(at((0.036, -0.006, 0.020)), np.array([0.026, 0.014, 0.020]) * s),
        soft=0.018 * s,
    )
    whole = union(palm, *fingers.values(), soft=0.010 * s)
    rings = [*path(at((-0.03, 0, 0)), at((0.075, 0, 0)), 8), *dome(at((0.075, 0, 0)), (1, 0, 0), 3, True)]
    parts = [
        tube(whole, rings, (1, 0, 0), (0, 0, 1), 18, 0.046 * s, color, _palm_hold(f), surface(whole))
    ]
    for name in FINGERS:
        grown_on = union(palm, fingers[name], soft=0.010 * s)
        parts.append(_finger_piece(name, at, grown_on, f, color, nail))
    return joined(parts)


def surface(field: Field):  # type: ignore[no-untyped-def]
    """Which faces lie on the surface of a field with all their corners."""
    return lambda corners: (np.abs(field(corners.reshape(-1, 3))) < 1.5e-3).reshape(-1, 3).all(axis=1)


def _finger(name: str, at, size: float) -> Field:  # type: ignore[no-untyped-def]
    a, b, c = (at(p) for p in ROOTS[name])
    tip = at(TIPS[name])
    thick = {"Thumb": 0.0108, "Little": 0.0074}.get(name, 0.0084) * size
    return union(
        limb(a, b, thick * 1.06, thick), limb(b, c, thick, thick * 0.92),
        limb(c, tip - (tip - c) * 0.1, thick * 0.92, thick * 0.74), soft=0.002,
    )  # fmt: skip


def _finger_piece(name: str, at, field: Field, f: Figure, color: Color, nail: Color) -> Piece:  # type: ignore[no-untyped-def]
    a, b, c = (at(p) for p in ROOTS[name])
    tip = at(TIPS[name])
    end = c + (tip - c) * 0.85
    inside = a - (b - a) * 0.15
    way = tip - a
    rings = [Ring(tuple(p)) for p in (
        inside, a + (b - a) * 0.2, a + (b - a) * 0.55, b - (b - a) * 0.16, b, b + (c - b) * 0.2,
        b + (c - b) * 0.6, c - (c - b) * 0.2, c, c + (tip - c) * 0.3, c + (tip - c) * 0.6, end,
    )]  # fmt: skip
    rings += dome(end, way, 3, True)
    up = np.cross(way, (0.0, 0.0, 1.0) if name != "Thumb" else (0.0, 1.0, 0.0))
    piece = tube(field, rings, way, up, 8, 0.028, color, _finger_hold(name, (a, b, c), way), surface(field))
    if name == "Thumb":
        return piece
    # A nail: a little brighter, on the upper side near the tip.
    def paint(p: F64, colors: F64) -> F64:
        along = (p - c) @ way / float(way @ way) ** 0.5
        span = float(((tip - c) @ way) / float(way @ way) ** 0.5)
        share = smooth(along, span * 0.35, span * 0.55) * smooth(p[:, 1] - tip[1], 0.001, 0.004)
        return blend(colors, nail, share * 0.7)

    return piece.painted(paint)


def _finger_hold(name: str, joints: tuple[F64, F64, F64], way: F64) -> hold.Hold:
    names = [f"left{name}{joint}" for joint in JOINTS.get(name, USUAL)]
    ahead = way / float(way @ way) ** 0.5

    def hold_it(p: F64) -> Weights:
        along = [(p - joint) @ ahead for joint in joints]
        steps = [smooth(d, -0.008, 0.008) for d in along]
        return {
            "leftHand": 1 - steps[0],
            names[0]: steps[0] * (1 - steps[1]),
            names[1]: steps[1] * (1 - steps[2]),
            names[2]: steps[2],
        }

    return hold_it


def _palm_hold(f: Figure) -> hold.Hold:
    thumb = np.array([f.wrist_x, f.shoulder, Z]) + np.array(ROOTS["Thumb"][0]) * f.hand

    def hold_it(p: F64) -> Weights:
        found = hold.arms(f, "left", p)
        share = smooth(p[:, 2], thumb[2] - 0.004, thumb[2] + 0.014) * 0.6
        share = share * smooth(p[:, 0], f.wrist_x + 0.075 * f.hand, f.wrist_x + 0.04 * f.hand)
        share = share * smooth(p[:, 0], f.wrist_x + 0.005, f.wrist_x + 0.025)
        mixed = {bone: w * (1 - share) for bone, w in found.items()}
        return {**mixed, "leftThumbMetacarpal": share}

    return hold_it


def calf(f: Figure, color: Color) -> Piece:
    """The left leg from above the knee to the ankle."""
    x = f.hip_x
    field = union(
        limb((x, f.knee + 0.20, 0.0), (x, f.knee, 0.004), 0.064, 0.047),
        limb((x, f.knee, 0.004), (x, f.ankle, -0.014), 0.044, 0.0265),
        ellipsoid((x, f.knee - 0.115, -0.016), (0.043, 0.115, 0.042)),
        soft=0.03,
    )
    rings = path((x, f.knee + 0.14, 0.0), (x, f.ankle - 0.02, -0.012), 16)
    return tube(field, rings, (0, -1, 0), (0, 0, 1), 14, 0.1, color, hold.legs(f, 0.002))


def _foot(f: Figure, heel: float) -> Field:
    x = f.hip_x
    field = union(
        limb((x, f.ankle + 0.03, -0.013), (x, f.ankle - 0.035, -0.014), 0.027, 0.028),
        limb((x, 0.036 + heel, -0.030), (x, 0.034 + heel * 0.4, 0.055), 0.029, 0.033),
        limb((x + 0.004, 0.030, 0.075), (x + 0.002, 0.024, 0.135), 0.034, 0.022),
        limb((x, f.ankle - 0.005, -0.002), (x, 0.045, 0.07), 0.026, 0.024),
        soft=0.03,
    )
    sole = ellipsoid((x, -0.5, 0.05), (0.6, 0.5 + 0.006, 0.6))
    return carve(field, sole, 0.008)


def foot(f: Figure, color: Color) -> Piece:
    """The left foot, as much as an open shoe shows."""
    field = _foot(f, 0.030)
    x = f.hip_x
    rings = [*path((x, f.ankle + 0.012, -0.013), (x, f.ankle - 0.04, -0.008), 4), Ring((x, 0.05, 0.0), 0.2)]
    top = tube(field, rings, (0, -1, 0), (0, 0, 1), 14, 0.2, color, hold.legs(f, 0.002))
    middle = [*dome((x, 0.045, -0.02), (0, 0, 1), 3, False), *path((x, 0.045, -0.02), (x, 0.028, 0.13), 8)]
    instep = tube(field, middle, (0, 0, 1), (0, 1, 0), 14, 0.09, color, hold.legs(f, 0.002),
                  lambda c: (c[:, :, 1] > 0.02).all(axis=1))  # fmt: skip
    return joined([top, instep])


def pump(f: Figure, color: Color) -> Piece:
    """A closed shoe with a low heel that leaves the instep free."""
    field, x = grown(_foot(f, 0.030), 0.0035), f.hip_x
    rings = [*dome((x, 0.045, -0.025), (0, 0, 1), 4, False),
             *path((x, 0.045, -0.025), (x, 0.026, 0.135), 12),
             *dome((x, 0.026, 0.135), (0, 0, 1), 4, True)]  # fmt: skip

    def low(corners: F64) -> F64:
        y, z = corners[:, :, 1].mean(axis=1), corners[:, :, 2].mean(axis=1)
        line = 0.034 + 0.030 * smooth(z, 0.01, -0.04) + 0.04 * smooth(z, 0.085, 0.10)
        return y < line

    shoe = tube(field, rings, (0, 0, 1), (0, 1, 0), 24, 0.12, color, hold.legs(f, 0.002), low)
    heel = limb((x, 0.030, -0.036), (x, -0.02, -0.040), 0.024, 0.016)
    block = tube(
        carve(heel, ellipsoid((x, -1.0, 0), (9.0, 1.0, 9.0)), 0.002),
        [*path((x, 0.035, -0.036), (x, 0.004, -0.039), 4), *dome((x, 0.004, -0.039), (0, -1, 0), 2, True)],
        (0, -1, 0), (0, 0, 1), 12, 0.1, color, hold.legs(f, 0.002),
    )  # fmt: skip
    return joined([shoe, block])


def shoe(f: Figure, color: Color, sole: Color) -> Piece:
    """A laced shoe, closed to the ankle."""
    x = f.hip_x
    base = union(
        limb((x, 0.050, -0.040), (x, 0.044, 0.06), 0.038, 0.040),
        limb((x + 0.004, 0.038, 0.085), (x + 0.002, 0.033, 0.155), 0.042, 0.030),
        limb((x, f.ankle + 0.01, -0.015), (x, 0.05, 0.05), 0.042, 0.036),
        soft=0.03,
    )
    field = carve(base, ellipsoid((x, -1.0, 0.0), (9.0, 1.0, 9.0)), 0.006)
    rings = [*dome((x, 0.045, -0.03), (0, 0, 1), 5, False), *path((x, 0.045, -0.03), (x, 0.03, 0.15), 14),
             *dome((x, 0.03, 0.15), (0, 0, 1), 5, True)]  # fmt: skip
    piece = tube(field, rings, (0, 0, 1), (0, 1, 0), 20, 0.14, color, hold.legs(f, 0.002))
    return piece.painted(lambda p, c: blend(c, sole, smooth(p[:, 1], 0.016, 0.013)))
