"""The jacket of a uniform: body, sleeves, a standing collar, cuffs, a hem that is turned in."""

from __future__ import annotations

from dataclasses import dataclass
from math import tau

import numpy as np

from avatars.bodies import hold
from avatars.bodies.dyes import Dyes
from avatars.bodies.field import F64, Field, column, ellipsoid, grown, limb, smooth, union
from avatars.bodies.figure import Figure
from avatars.bodies.limbs import Z, surface
from avatars.bodies.patch import Keep, Ring, path, skin, tube
from avatars.bodies.piece import Piece, dim, joined, mirrored, turned
from avatars.bodies.trimmings import front


@dataclass(frozen=True, slots=True)
class Cut:
    """How a jacket is cut: its outline, from the hem up (y, half width, half depth, z)."""

    rows: tuple[tuple[float, float, float, float], ...]
    bust: tuple[float, float, float, float] | None
    sleeve: tuple[float, float, float]
    """Radii at shoulder, elbow and cuff."""
    yoke: float
    """How thick the shoulder's slope is at the neck."""


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
    rings += [
        Ring((0.0, top, -0.012), lean) for lean in (0.14, 0.28, 0.42, 0.55, 0.68, 0.82, 0.97, 1.12)
    ]
    body = tube(
        field, rings, (0, 1, 0), (0, 0, 1), 48, 0.26, dyes.jacket, held, _body_part(f, field)
    )
    sleeve_rings = path(
        (f.shoulder_x - 0.052, f.shoulder, Z), (f.shoulder_x + 0.05, f.shoulder, Z), 8
    )
    sleeve_rings += path(
        (f.shoulder_x + 0.07, f.shoulder, Z), (f.wrist_x - 0.012, f.shoulder, Z), 15
    )
    sleeve = tube(
        field, sleeve_rings, (1, 0, 0), (0, 1, 0), 18, 0.17, dyes.jacket, held, surface(field)
    )
    cuff = _cuff(f, cut, dyes)
    band = tube(
        grown(field, 0.0012),
        path((0, hem, -0.004), (0, hem + 0.013, -0.004), 2),
        (0, 1, 0),
        (0, 0, 1),
        48,
        0.26,
        dyes.trim,
        held,
    )
    pieces = [
        body,
        band,
        *_both(sleeve),
        *_both(cuff),
        _lining(grown(field, 0.0012), hem, dyes, held),
    ]
    pieces += [_collar(f, dyes, held, neck), *front(f, field, hem, dyes, held)]
    return [_shaded(p, f) for p in pieces]


def _both(piece: Piece) -> list[Piece]:
    return [piece, mirrored(piece)]


def _body_part(f: Figure, field: Field) -> Keep:
    real = surface(field)
    # Above, where arms bend the cloth, the sleeves begin sooner than below.
    return lambda c: (
        real(c)
        & (
            np.abs(c[:, :, 0]).max(axis=1)
            < f.shoulder_x
            + 0.004
            + 0.03 * smooth(c[:, :, 1].mean(axis=1), f.shoulder - 0.03, f.shoulder - 0.05)
        )
    )


def _shaded(piece: Piece, f: Figure) -> Piece:
    """Soft darkness where cloth lies close: under the arms and under the collar."""

    def paint(p: F64, c: F64) -> F64:
        pit = np.exp(
            -(((np.abs(p[:, 0]) - f.shoulder_x) / 0.04) ** 2)
            - ((p[:, 1] - f.shoulder + 0.085) / 0.05) ** 2
        )
        return c * (1 - 0.22 * pit)[:, None]

    return piece.painted(paint)


def _lining(field: Field, hem: float, dyes: Dyes, held: hold.Hold) -> Piece:
    """The hem turned in, so that nobody looks into an empty jacket."""
    rim = tube(
        field,
        path((0, hem, -0.004), (0, hem + 0.02, -0.004), 2),
        (0, 1, 0),
        (0, 0, 1),
        40,
        0.26,
        dyes.jacket,
        held,
    ).positions[:40]
    middle = np.array([0.0, hem, -0.004])
    rows = [
        middle + (rim - middle) * s + np.array([0.0, up, 0.0])
        for s, up in ((0.86, 0.06), (0.955, 0.004), (1.0, 0.0))
    ]
    return skin(rows, dim(dyes.jacket, 0.55), held)


def _cuff(f: Figure, cut: Cut, dyes: Dyes) -> Piece:
    """A band of the trim at the sleeve's end, and the shirt within."""
    x, r = f.wrist_x - 0.014, cut.sleeve[2] + 0.0055
    turn = tau * np.arange(18) / 18
    ring = np.stack([np.zeros(18), np.cos(turn), np.sin(turn)], axis=1)
    middle = np.array([0.0, f.shoulder, Z])

    def rows(profile: list[tuple[float, float]]) -> list[F64]:
        return [middle + ring * radius + np.array([at, 0.0, 0.0]) for at, radius in profile]

    held = hold.trunk(f)
    band = skin(
        rows(
            [
                (x - 0.030, r - 0.004),
                (x - 0.0285, r),
                (x + 0.001, r + 0.0008),
                (x + 0.0025, r - 0.001),
                (x + 0.001, r - 0.006),
                (x - 0.03, r - 0.010),
            ]
        ),
        dyes.trim,
        held,
    )
    shirt = skin(
        rows(
            [
                (x - 0.01, r - 0.0065),
                (x + 0.012, r - 0.0068),
                (x + 0.0125, r - 0.0085),
                (x + 0.004, 0.018),
            ]
        ),
        dyes.shirt,
        held,
    )
    return joined([band, shirt])


def _collar(f: Figure, dyes: Dyes, held: hold.Hold, neck: float) -> Piece:
    """A standing collar, open by a finger's breadth at the throat, edged with the trim."""
    gap, count = 0.16, 33
    angles = np.linspace(gap, tau - gap, count)
    wide, deep, z = neck + 0.0165, neck + 0.0175, -0.016

    def row(y: float, more: float, rise: float = 0.0) -> F64:
        front = np.exp(-(((np.minimum(angles, tau - angles) - gap) / 0.35) ** 2))
        lift = rise * (1 + np.cos(angles)) / 2
        return np.stack(
            [
                np.sin(angles) * (wide + more),
                np.full(count, y) - lift - front * rise * 0.3,
                z + np.cos(angles) * (deep + more),
            ],
            axis=1,
        )

    low, high = f.neck - 0.022, f.neck + 0.034
    outer = [
        row(low, 0.008, 0.022),
        row((low + high) / 2, 0.002, 0.017),
        row(high - 0.005, -0.0015, 0.012),
    ]
    edge = [
        row(high - 0.005, -0.0012, 0.012),
        row(high, -0.0018, 0.012),
        row(high + 0.0008, -0.0042, 0.012),
        row(high - 0.0006, -0.0062, 0.012),
    ]
    inner = [row(high - 0.001, -0.0062, 0.012), row(low, 0.0, 0.02)]
    rows = ((outer, dyes.jacket), (edge, dyes.trim), (inner, dim(dyes.jacket, 0.7)))
    return joined([turned(skin(line, color, held, closed=False)) for line, color in rows])
