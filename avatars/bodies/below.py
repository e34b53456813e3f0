"""Below the jacket: a skirt to the knee, or trousers."""

from __future__ import annotations

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import column, limb, union
from avatars.bodies.figure import Figure
from avatars.bodies.limbs import surface
from avatars.bodies.patch import dome, path, skin, tube
from avatars.bodies.piece import Color, Piece, dim, joined, mirrored


def skirt(f: Figure, color: Color) -> Piece:
    """A skirt to the knee, a little flared, with a turned hem."""
    hem = f.knee + 0.005
    rows = [
        (hem, 0.150, 0.122, 0.004),
        (hem + 0.12, 0.156, 0.119, 0.002),
        (f.hip - 0.10, 0.160, 0.115, -0.002),
        (f.hip - 0.03, 0.150, 0.105, -0.004),
        (f.hips, 0.122, 0.086, -0.003),
        (f.spine, 0.100, 0.070, 0.0),
    ]
    held = hold.legs(f, 0.11)
    solid = column(rows, 2.15)
    rings = path((0, hem + 0.002, 0), (0, f.hips + 0.02, 0), 14)
    outer = tube(solid, rings, (0, 1, 0), (0, 0, 1), 40, 0.3, color, held)
    rim = outer.positions[:40]
    middle = np.array([0.0, hem, 0.004])
    inner = [
        middle + (rim - middle) * s + np.array([0.0, up, 0.0])
        for s, up in ((0.82, 0.10), (0.965, 0.004), (1.0, 0.0))
    ]
    return joined([outer, skin(inner, dim(color, 0.45), held)])


def trousers(f: Figure, color: Color, wide: float) -> list[Piece]:
    """Straight trousers with a crease, to the shoes."""
    x, hem = f.hip_x, f.ankle - 0.045
    thigh = 0.088 * wide
    seat = column(
        [
            (f.hip - 0.105, x + thigh * 0.90, thigh * 1.02, -0.006),
            (f.hip - 0.06, x + thigh * 0.90, thigh * 1.06, -0.007),
            (f.hip, x + thigh * 0.72, thigh * 0.98, -0.006),
            (f.hips, x + thigh * 0.46, thigh * 0.86, -0.004),
            (f.spine, 0.096 * wide, 0.066 * wide, 0.0),
        ],
        2.3,
    )
    legs = []
    for sign in (1, -1):
        upper = limb(
            (sign * x, f.hip - 0.07, -0.004), (sign * x, f.knee, 0.002), thigh * 0.94, 0.064 * wide
        )
        lower = limb(
            (sign * x, f.knee, 0.002), (sign * x, hem - 0.06, -0.008), 0.064 * wide, 0.056 * wide
        )
        legs.append(union(upper, lower, soft=0.006))
    left = union(seat, legs[0], soft=0.03)
    whole = union(seat, *legs, soft=0.03)
    held = hold.legs(f, 0.022)
    rings = path((x, hem, -0.008), (x, f.hip - 0.07, -0.004), 18)
    real = surface(left)
    leg = tube(
        left,
        rings,
        (0, 1, 0),
        (0, 0, 1),
        20,
        0.16,
        color,
        held,
        lambda c: real(c) & (c[:, :, 0] > -0.012).all(axis=1),
    )
    upper_rings = [
        *dome((0, f.hip - 0.095, -0.006), (0, 1, 0), 3, False),
        *path((0, f.hip - 0.095, -0.006), (0, f.hips, 0), 7),
    ]
    seat_piece = tube(
        whole, upper_rings, (0, 1, 0), (0, 0, 1), 36, 0.3, color, held, surface(whole)
    )
    rim = leg.positions[:20]
    middle = np.array([x, hem, -0.008])
    inner = [
        middle + (rim - middle) * s + np.array([0.0, up, 0.0])
        for s, up in ((0.7, 0.05), (0.95, 0.003), (1.0, 0.0))
    ]
    hems = skin(inner, dim(color, 0.4), held)
    return [seat_piece, leg, mirrored(leg), hems, mirrored(hems)]
