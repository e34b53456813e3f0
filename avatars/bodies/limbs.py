"""Hands, legs, feet and neck: what one sees of a body that is clothed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import (
    F64,
    Field,
    carve,
    cast,
    column,
    ellipsoid,
    grown,
    limb,
    slope,
    smooth,
    union,
)
from avatars.bodies.figure import FINGERS, JOINTS, ROOTS, TIPS, USUAL, Figure
from avatars.bodies.patch import Keep, Ring, dome, path, skin, tube
from avatars.bodies.piece import Color, Piece, Weights, blend, joined

Place = Callable[[tuple[float, float, float]], F64]
"""From a hand's own measures to the standing body."""
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
        lambda p, c: (
            c
            * (
                1
                - 0.28
                * smooth(p[:, 1], f.head - 0.05, f.head + 0.01)
                * smooth(p[:, 2], -0.03, 0.01)
            )[:, None]
        )
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
    # The palm is drawn with the thumb's web but without fingers, which bend by themselves.
    whole = union(palm, fingers["Thumb"], soft=0.010 * s)
    rings = [
        *path(at((-0.03, 0, 0)), at((0.075, 0, 0)), 8),
        *dome(at((0.075, 0, 0)), (1, 0, 0), 3, True),
    ]
    parts = [
        tube(
            whole, rings, (1, 0, 0), (0, 0, 1), 18, 0.062 * s, color, _palm_hold(f), surface(whole)
        )
    ]
    for name in FINGERS:
        grown_on = union(palm, fingers[name], soft=0.010 * s)
        parts.append(_finger_piece(name, at, grown_on, f, color, nail))
    return joined(parts)


def surface(field: Field) -> Keep:
    """Which faces lie on the surface of a field with all their corners."""
    return lambda corners: (
        (np.abs(field(corners.reshape(-1, 3))) < 1.5e-3).reshape(-1, 3).all(axis=1)
    )


def _finger(name: str, at: Place, size: float) -> Field:
    a, b, c = (at(p) for p in ROOTS[name])
    tip = at(TIPS[name])
    thick = {"Thumb": 0.0108, "Little": 0.0074}.get(name, 0.0084) * size
    return union(
        limb(a, b, thick * 1.06, thick),
        limb(b, c, thick, thick * 0.92),
        limb(c, tip - (tip - c) * 0.1, thick * 0.92, thick * 0.74),
        soft=0.002,
    )


def _finger_piece(
    name: str, at: Place, field: Field, f: Figure, color: Color, nail: Color
) -> Piece:
    a, b, c = (at(p) for p in ROOTS[name])
    tip = at(TIPS[name])
    end = c + (tip - c) * 0.85
    inside = a - (b - a) * 0.15
    way = tip - a
    rings = [
        Ring(tuple(p))
        for p in (
            inside,
            a + (b - a) * 0.2,
            a + (b - a) * 0.55,
            b - (b - a) * 0.16,
            b,
            b + (c - b) * 0.2,
            b + (c - b) * 0.6,
            c - (c - b) * 0.2,
            c,
            c + (tip - c) * 0.3,
            c + (tip - c) * 0.6,
            end,
        )
    ]
    rings += dome(end, way, 3, True)
    up = np.cross(way, (0.0, 0.0, 1.0) if name != "Thumb" else (0.0, 1.0, 0.0))
    piece = tube(
        field, rings, way, up, 8, 0.028, color, _finger_hold(name, (a, b, c), way), surface(field)
    )
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


HEEL = 0.030
"""How high a woman's heels are."""


def _leg(f: Figure) -> Field:
    """The left leg and its foot, bare."""
    x = f.hip_x
    return union(
        limb((x, f.knee + 0.20, 0.0), (x, f.knee, 0.004), 0.062, 0.044),
        limb((x, f.knee, 0.004), (x, f.ankle - 0.035, -0.014), 0.041, 0.0235),
        ellipsoid((x, f.knee - 0.115, -0.016), (0.0415, 0.112, 0.043)),
        limb((x, 0.036 + HEEL, -0.030), (x, 0.034 + HEEL * 0.4, 0.055), 0.0275, 0.031),
        limb((x + 0.004, 0.030, 0.075), (x + 0.002, 0.024, 0.130), 0.032, 0.020),
        limb((x, f.ankle - 0.005, -0.002), (x, 0.045, 0.07), 0.0225, 0.022),
        soft=0.028,
    )


def calf(f: Figure, color: Color) -> Piece:
    """The left leg from above the knee down into the shoe."""
    x = f.hip_x
    field = _leg(f)
    rings = [
        *path((x, f.knee + 0.14, 0.0), (x, f.ankle - 0.005, -0.012), 15),
        Ring((x, f.ankle - 0.02, -0.006), 0.1),
        Ring((x, f.ankle - 0.028, 0.0), 0.25),
    ]
    leg = tube(field, rings, (0, -1, 0), (0, 0, 1), 14, 0.1, color, hold.legs(f, 0.002))
    middle = [
        Ring((x, 0.045 + HEEL * 0.3, -0.015), -0.6),
        *path((x, 0.05, -0.015), (x, 0.030, 0.115), 8),
    ]
    instep = tube(
        field,
        middle,
        (0, 0, 1),
        (0, 1, 0),
        14,
        0.09,
        color,
        hold.legs(f, 0.002),
        lambda c: (c[:, :, 1] > 0.02).all(axis=1) & (c[:, :, 1] < f.ankle + 0.01).all(axis=1),
    )
    return joined([leg, instep])


def pump(f: Figure, color: Color) -> Piece:
    """A closed shoe with a low heel that leaves the instep free, with a clean edge."""
    x = f.hip_x
    field = grown(_leg(f), 0.0048)
    rings = [
        *dome((x, 0.050, -0.025), (0, 0, 1), 5, False),
        *path((x, 0.050, -0.025), (x, 0.026, 0.130), 15),
        *dome((x, 0.026, 0.130), (0, 0, 1), 4, True),
    ]
    centres = np.array([r.centre for r in rings])
    lean = np.array([r.lean for r in rings])[:, None]
    count = 17

    def at(angle: F64) -> F64:
        """Points at angles (rings, n) from the sole, positive towards +X."""
        around = np.stack([np.sin(angle), -np.cos(angle), np.zeros_like(angle)], axis=2)
        ways = np.cos(lean)[..., None] * around + np.sin(lean)[..., None] * np.array(
            [0.0, 0.0, 1.0]
        )
        origins = np.repeat(centres[:, None], angle.shape[1], axis=1)
        flat_ways = ways.reshape(-1, 3)
        far = cast(field, origins.reshape(-1, 3), flat_ways, 0.12)
        found: F64 = origins.reshape(-1, 3) + flat_ways * far[:, None]
        return found.reshape(*angle.shape, 3)

    ends = []
    for sign in (-1.0, 1.0):
        fan = np.tile(np.linspace(0.25, np.pi, 48), (len(rings), 1)) * sign
        points = at(fan)
        z = points[..., 2]
        line = 0.037 + 0.034 * smooth(z, 0.012, -0.045) + 0.06 * smooth(z, 0.080, 0.102)
        over = points[..., 1] > line
        first = np.where(over.any(axis=1), over.argmax(axis=1), 47)
        rows = np.arange(len(rings))
        back = np.maximum(first - 1, 0)
        rise = (points[..., 1] - line)[rows, first] - (points[..., 1] - line)[rows, back]
        share = np.where(
            first < 47,
            -(points[..., 1] - line)[rows, back] / np.where(np.abs(rise) > 1e-9, rise, 1),
            1.0,
        )
        ends.append(fan[rows, back] + (fan[rows, first] - fan[rows, back]) * np.clip(share, 0, 1))
    spread = np.linspace(0, 1, count)[None]
    grid = at(ends[0][:, None] * (1 - spread) + ends[1][:, None] * spread)
    out = slope(field, grid.reshape(-1, 3)).reshape(grid.shape)
    grid[..., 1] = np.maximum(grid[..., 1], 0.0)
    # The edge turns in, so that a shoe has a thickness.
    edged = np.concatenate(
        [grid[:, :1] - out[:, :1] * 0.0042, grid, grid[:, -1:] - out[:, -1:] * 0.0042], axis=1
    )
    shoe = skin(edged, color, hold.legs(f, 0.002), closed=False)
    if float((shoe.normals[:, 1] * (shoe.positions[:, 1] < 0.012)).sum()) > 0:
        shoe = Piece(shoe.positions, -shoe.normals, shoe.faces[:, ::-1], shoe.colors, shoe.weights)
    heel = limb((x, 0.050, -0.032), (x, -0.02, -0.040), 0.0270, 0.0165)
    block = tube(
        carve(heel, ellipsoid((x, -1.0, 0), (9.0, 1.0, 9.0)), 0.002),
        [
            *path((x, 0.050, -0.034), (x, 0.004, -0.039), 5),
            *dome((x, 0.004, -0.039), (0, -1, 0), 2, True),
        ],
        (0, -1, 0),
        (0, 0, 1),
        12,
        0.1,
        color,
        hold.legs(f, 0.002),
    )
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
    rings = [
        *dome((x, 0.045, -0.03), (0, 0, 1), 5, False),
        *path((x, 0.045, -0.03), (x, 0.03, 0.15), 14),
        *dome((x, 0.03, 0.15), (0, 0, 1), 5, True),
    ]
    piece = tube(field, rings, (0, 0, 1), (0, 1, 0), 20, 0.14, color, hold.legs(f, 0.002))
    return piece.painted(lambda p, c: blend(c, sole, smooth(p[:, 1], 0.016, 0.013)))
