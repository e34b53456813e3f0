"""How a face moves: every expression is a shift of points in the face's plane.

The face is drawn with its mouth a little open, so that the lips are two; even at rest they are
shut by a shift (`rest`). A lid, a lip or a lash at the same point of the plane moves the same way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.bodies.field import F64, smooth
from avatars.bodies.head import Features

EYE = (0.0345, -0.0080)
MOUTH = -0.0672
GAP = 0.0045
"""Half of how far the lips are drawn apart."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An expression: lids from 0 (open) to 1 (shut); what lips, cheeks, brows do (metres)."""

    shut: tuple[float, float] = (0.0, 0.0)
    """Left, right."""
    wide: float = 1.0
    up: float = 0.0
    """How far the upper lip opens in the middle."""
    down: float = 0.0
    corner: float = 0.0
    round: float = 0.0
    """0 lets the corners meet, 1 opens them as a ring."""
    pout: float = 0.0
    jaw: float = 0.0
    brow: float = 0.0
    inner: float = 0.0
    cheek: float = 0.0
    squint: float = 0.0
    """How far the lower lid rises, of the eye's opening."""
    widen: float = 0.0


REST = Shape()
SHAPES: dict[str, Shape] = {
    "aa": Shape(wide=0.96, up=0.0026, down=0.0105, round=0.35, jaw=0.0065),
    "ih": Shape(wide=1.10, up=0.0022, down=0.0050, corner=0.0006, jaw=0.0025),
    "ou": Shape(wide=0.62, up=0.0022, down=0.0036, round=0.8, pout=0.0045, jaw=0.0020),
    "ee": Shape(wide=1.16, up=0.0026, down=0.0062, corner=0.0010, jaw=0.0032),
    "oh": Shape(wide=0.76, up=0.0032, down=0.0072, round=0.75, pout=0.0030, jaw=0.0058),
    "blink": Shape(shut=(1.0, 1.0)),
    "blinkLeft": Shape(shut=(1.0, 0.0)),
    "blinkRight": Shape(shut=(0.0, 1.0)),
    "happy": Shape(
        wide=1.22,
        up=0.0012,
        down=0.0042,
        corner=0.0046,
        cheek=0.0022,
        brow=0.0016,
        squint=0.30,
        shut=(0.10, 0.10),
    ),
    "relaxed": Shape(wide=1.08, corner=0.0026, cheek=0.0008, shut=(0.10, 0.10), squint=0.10),
    "surprised": Shape(
        wide=0.80, up=0.0026, down=0.0065, round=0.7, jaw=0.004, brow=0.0045, widen=0.0022
    ),
}


class Mimic:
    """Shifts of one face's features."""

    def __init__(self, features: Features) -> None:
        self.f = features

    def lids(self, s: F64) -> tuple[F64, F64]:
        """Heights of the upper and the lower lid's edge over the eye's middle; s is -1..1, inner
        corner to outer."""
        f = self.f
        t = np.clip(s, -1.0, 1.0)
        line = f.tilt * (t + 1) / 2 - f.tilt * 0.3
        lean = t - 0.12 * (1 - t * t)
        arch = np.clip(1 - np.abs(lean) ** 2.5, 0, 1) ** 0.72
        low = np.clip(1 - np.abs(t + 0.10 * (1 - t * t)) ** 2.4, 0, 1) ** 0.80
        return line + f.eye_up * arch, line - f.eye_down * low

    def gape(self, u: F64) -> F64:
        """Half of how far the drawn lips are apart, over the mouth's width."""
        t = np.clip(np.abs(u) / self.f.mouth, 0, 1)
        return GAP * np.clip(1 - t * t, 0, 1) ** 0.6

    def shift(self, uv: F64, shape: Shape) -> F64:
        """Where points of the plane go."""
        moved = self._mouth(uv, shape)
        moved = moved + self._face(uv, shape)
        for side, sign in ((0, 1.0), (1, -1.0)):
            moved = moved + self._eye(uv, sign, shape.shut[side], shape)
        return uv + moved

    def _eye(self, uv: F64, sign: float, shut: float, shape: Shape) -> F64:
        f = self.f
        x, y = uv[:, 0] * sign - EYE[0], uv[:, 1] - EYE[1]
        s = x / f.eye_wide
        up, low = self.lids(s)
        beside = smooth(np.abs(s), 1.75, 0.95) * (uv[:, 0] * sign > 0)
        open_now = up - low
        squint = shape.squint * open_now * 0.5
        line = low + squint + 0.13 * open_now
        upper = (line - up) * shut + shape.widen * (open_now > 1e-6)
        lower = squint * (1 - shut) + (line - low) * shut
        fall_up = smooth(y - up, 0.0145, 0.0)
        fall_low = smooth(low - y, 0.0100, 0.0)
        mid = (y - low) / np.maximum(open_now, 1e-6)
        dy = np.where(y >= up, upper * fall_up, np.where(y <= low, lower * fall_low, 0.0))
        inside = (y > low) & (y < up)
        dy = np.where(inside, np.where(mid > 0.5, upper, lower), dy)
        return np.stack([np.zeros_like(dy), dy * beside], axis=1)

    def _mouth(self, uv: F64, shape: Shape) -> F64:
        f = self.f
        u, v = uv[:, 0], uv[:, 1] - MOUTH
        gap = self.gape(u)
        t = np.clip(np.abs(u) / f.mouth, 0, 1.0)
        lens = np.clip(1 - t * t, 0, 1) ** (0.62 - 0.22 * shape.round)
        up = shape.up * lens - gap
        down = -(shape.down * lens) + gap
        upper = v >= 0
        over = np.where(upper, np.maximum(v - gap, 0), np.maximum(-v - gap, 0))
        beside = smooth(np.abs(u), f.mouth * 1.9, f.mouth * 0.9)
        fall = smooth(over, np.where(upper, 0.0130, 0.0210), 0.0) * beside
        dy = np.where(upper, up, down) * fall
        near = np.exp(-((over / 0.014) ** 2)) * smooth(np.abs(u), f.mouth * 2.1, f.mouth * 0.6)
        dx = u * (shape.wide - 1) * near
        # At rest the corners are already a little up: a friendly mouth.
        lift = (shape.corner + 0.0021) * np.clip(np.abs(u) / f.mouth, 0, 1.25) ** 2 - 0.0004
        dy = dy + lift * near
        return np.stack([dx, dy], axis=1)

    def _face(self, uv: F64, shape: Shape) -> F64:
        u, v = uv[:, 0], uv[:, 1]
        x = np.abs(u)
        dy = (
            -shape.jaw
            * smooth(v, -0.070, -0.100)
            * smooth(x, 0.07, 0.01)
            * smooth(v, -0.136, -0.116)
        )
        brow = np.exp(-(((v - EYE[1] - self.f.brow_at) / 0.011) ** 2)) * smooth(x, 0.075, 0.045)
        dy = dy + shape.brow * brow + shape.inner * brow * smooth(x, 0.03, 0.012)
        cheek = np.exp(-(((x - 0.040) / 0.016) ** 2) - ((v + 0.046) / 0.014) ** 2)
        return np.stack([np.zeros_like(dy), dy + shape.cheek * cheek], axis=1)

    def bulge(self, uv: F64, shape: Shape) -> F64:
        """How far points come forward, metres: pouting lips, lifted cheeks, a dropping chin."""
        u, v = uv[:, 0], uv[:, 1]
        lips = np.exp(-((u / 0.016) ** 2) - ((v - MOUTH) / 0.013) ** 2)
        cheek = np.exp(-(((np.abs(u) - 0.036) / 0.014) ** 2) - ((v + 0.044) / 0.013) ** 2)
        return shape.pout * lips + shape.cheek * 0.6 * cheek
