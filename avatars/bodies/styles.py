"""How hair is worn: up in a knot, short, or in a bob; the head it is made for is local."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import F64, ellipsoid, smooth
from avatars.bodies.figure import Bone
from avatars.bodies.hair import ball_piece, bun, cap, free_lock, lock
from avatars.bodies.head import Head
from avatars.bodies.looks import Look
from avatars.bodies.piece import Piece
from avatars.bodies.writing import Spring


class Worn:
    """Pieces of hair in the head's measures, bones that swing (places in the head's measures)."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.trim: list[Piece] = []
        self.bones: list[Bone] = []
        self.springs: list[Spring] = []

    def chain(self, name: str, points: list[tuple[float, float, float]], stiff: float) -> hold.Hold:
        """Bones from point to point; returns who holds a lock that hangs along them."""
        parent, names = "head", []
        for k, point in enumerate(points):
            bone = f"{name}{k}"
            self.bones.append(Bone(bone, parent, point))
            names.append(bone)
            parent = bone
        self.springs.append(Spring(name, tuple(names), stiffness=stiff))
        heights = [p[1] for p in points]

        def held(p: F64) -> dict[str, F64]:
            found, left = {}, np.ones(len(p))
            y = p[:, 1]
            on_head = smooth(y, heights[0] - 0.004, heights[0] + 0.012)
            found["head"] = on_head
            left = left - on_head
            for k, bone in enumerate(names[:-1]):
                here = (
                    left * smooth(y, heights[k + 1] - 0.008, heights[k + 1] + 0.008)
                    if k < len(names) - 2
                    else left
                )
                found[bone] = here
                left = left - here
            return found

        return held


def worn(look: Look, head: Head) -> Worn:
    """A look's hair."""
    return {"up": _up, "short": _short, "bob": _bob}[look.style](look, head)


def _line(front: float, temple: float, ear: float, nape: float) -> Callable[[F64], F64]:
    """A hairline by four angles from the crown: forehead, temple, over the ear, nape."""
    turns = np.array([0.0, 0.55, 0.95, 1.30, 1.75, 2.20, np.pi])
    reach = np.array([front, front * 1.02, temple, ear, ear + 0.25, nape - 0.06, nape])
    return lambda t: np.interp(np.abs(t), turns, reach)


def _up(look: Look, head: Head) -> Worn:
    """Parted at the side, swept back into a low knot with a pin; two fine locks beside the face."""
    w = Worn()
    dark, bright = look.hair

    def thick(t: F64, s: F64) -> F64:
        body = 0.0125 + 0.006 * smooth(np.abs(t), 1.2, 2.4) * (1 - s) * smooth(s, 0.0, 0.35)
        return body * smooth(s, 1.02, 0.80) ** 0.5 - 0.0022 * smooth(s, 0.9, 1.0)

    w.pieces.append(cap(head, _line(1.03, 1.30, 1.50, 2.30), thick, dark, bright))
    # Bangs swept from the parting over her left to both sides, and on behind the ears.
    for k in range(6):
        f = k / 5
        w.pieces.append(
            lock(
                head,
                [
                    (0.024 - 0.004 * f, 0.108 + 0.004 * f, 0.0110),
                    (0.002 - 0.012 * f, 0.086 + 0.008 * f, 0.0165),
                    (-0.030 - 0.014 * f, 0.056 + 0.020 * f, 0.0140),
                    (-0.064 - 0.012 * f, 0.027 + 0.026 * f, 0.0090),
                    (-0.097 - 0.010 * f, 0.004 + 0.027 * f, 0.0085),
                    (-0.128 - 0.008 * f, -0.010 + 0.026 * f, 0.0100),
                    (-0.158, -0.014 + 0.026 * f, 0.0100),
                ],
                (0.005, 0.0115, 0.0130, 0.0120, 0.0105, 0.009, 0.005),
                0.0060,
                dark,
                bright,
                rows=15,
            )
        )
    for k in range(4):
        f = k / 3
        w.pieces.append(
            lock(
                head,
                [
                    (0.026, 0.108 + 0.003 * f, 0.0110),
                    (0.042 + 0.008 * f, 0.084 + 0.008 * f, 0.0150),
                    (0.064 + 0.008 * f, 0.052 + 0.016 * f, 0.0115),
                    (0.084 + 0.008 * f, 0.024 + 0.022 * f, 0.0080),
                    (0.108 + 0.006 * f, 0.002 + 0.024 * f, 0.0085),
                    (0.132 + 0.006 * f, -0.010 + 0.024 * f, 0.0100),
                    (0.158, -0.014 + 0.026 * f, 0.0100),
                ],
                (0.005, 0.0110, 0.0120, 0.0110, 0.0098, 0.009, 0.005),
                0.0058,
                dark,
                bright,
                rows=15,
            )
        )
    for sign in (1.0, -1.0):
        pts = [
            (sign * 0.0790, 0.012, 0.034),
            (sign * 0.0815, -0.030, 0.037),
            (sign * 0.0760, -0.072, 0.040),
            (sign * 0.0725, -0.108, 0.042),
        ]
        held = w.chain("hairLeft" if sign > 0 else "hairRight", pts, 2.0)
        w.pieces.append(
            free_lock(
                [
                    (sign * 0.066, 0.046, 0.046),
                    (sign * 0.0780, 0.012, 0.040),
                    (sign * 0.0825, -0.026, 0.038),
                    (sign * 0.0770, -0.062, 0.044),
                    (sign * 0.0700, -0.090, 0.042),
                ],
                (sign, 0.0, 0.35),
                (0.003, 0.0050, 0.0052, 0.0038, 0.0010),
                0.0026,
                dark,
                bright,
                held,
            )
        )
    w.pieces.append(bun(dark, bright, (0.0, -0.018, -0.124), 0.046))
    pin = ellipsoid((0.036, 0.014, -0.128), (0.0085, 0.0085, 0.0085))
    w.trim.append(ball_piece(pin, np.array([0.036, 0.014, -0.128]), 0.03, look.dyes.trim))
    return w


def _short(look: Look, head: Head) -> Worn:
    """Short at the sides, longer above, brushed up and aside."""
    w = Worn()
    dark, bright = look.hair

    def thick(t: F64, s: F64) -> F64:
        return (0.013 - 0.0085 * smooth(np.abs(t), 0.7, 1.3) * smooth(s, 0.45, 0.8)) * smooth(
            s, 1.02, 0.86
        ) ** 0.5 - 0.002 * smooth(s, 0.92, 1.0)

    w.pieces.append(cap(head, _line(1.00, 1.22, 1.50, 2.12), thick, dark, bright, strands=0.8))
    # Brushed up from the brow and over to the right in two layers, each lock beside the last.
    for layer in range(2):
        for k in range(9):
            f = k / 8
            u, v = 0.046 - 0.104 * f, 0.0735 - 0.030 * (2 * f - 0.85) ** 2 + 0.006 * layer
            rise = 0.0165 + 0.0035 * layer + 0.0015 * ((k * 5 + layer) % 3)
            w.pieces.append(
                lock(
                    head,
                    [
                        (u + 0.026, v + 0.060 + 0.010 * layer, 0.0120),
                        (u + 0.018, v + 0.034 + 0.008 * layer, rise),
                        (u + 0.006, v + 0.014 + 0.006 * layer, rise + 0.003),
                        (u - 0.010, v + 0.001 + 0.006 * layer, rise - 0.002),
                        (u - 0.026, v - 0.007 + 0.004 * layer, rise - 0.0085),
                    ],
                    (0.006, 0.0100, 0.0108, 0.0090, 0.0022),
                    0.0062,
                    dark,
                    bright,
                    rows=11,
                )
            )
    for sign in (1.0, -1.0):
        for k in range(3):
            u = sign * (0.066 + 0.008 * k)
            w.pieces.append(
                lock(
                    head,
                    [
                        (u * 0.72, 0.096 - 0.006 * k, 0.013),
                        (u * 0.92, 0.072 - 0.010 * k, 0.0135),
                        (u * 1.06, 0.044 - 0.012 * k, 0.0095),
                        (u * 1.14, 0.018 - 0.012 * k, 0.0055),
                    ],
                    (0.006, 0.0105, 0.0095, 0.0030),
                    0.0052,
                    dark,
                    bright,
                    rows=11,
                )
            )
    return w


def _bob(look: Look, head: Head) -> Worn:
    """A bob to the jaw, with a full fringe brushed aside; its ends swing."""
    w = Worn()
    dark, bright = look.hair

    def thick(t: F64, s: F64) -> F64:
        return 0.0150 * smooth(s, 1.03, 0.86) ** 0.5 + 0.003 * s - 0.001 * smooth(s, 0.94, 1.0)

    w.pieces.append(cap(head, _line(0.98, 1.22, 1.70, 2.12), thick, dark, bright))
    for sign in (1.0, -1.0):
        w.pieces.append(
            lock(
                head,
                [
                    (sign * 0.040, 0.100, 0.0120),
                    (sign * 0.066, 0.074, 0.0155),
                    (sign * 0.080, 0.040, 0.0125),
                    (sign * 0.087, 0.006, 0.0100),
                    (sign * 0.088, -0.026, 0.0085),
                ],
                (0.006, 0.0125, 0.0125, 0.010, 0.003),
                0.0058,
                dark,
                bright,
                rows=10,
            )
        )
    for k in range(9):
        u = -0.054 + 0.0135 * k
        lean = 0.006 + 0.002 * ((k * 5) % 3)
        w.pieces.append(
            lock(
                head,
                [
                    (u * 0.45 + 0.012, 0.102, 0.011),
                    (u * 0.80 + 0.006, 0.082, 0.0165),
                    (u, 0.058, 0.0165),
                    (u - lean, 0.036, 0.0135),
                    (u - lean * 1.9, 0.0215, 0.0095),
                ],
                (0.006, 0.0110, 0.0112, 0.0088, 0.0026),
                0.0055,
                dark,
                bright,
            )
        )
    for sign in (1.0, -1.0):
        side = "Left" if sign > 0 else "Right"
        for k, (z, y, w0) in enumerate(
            (
                (0.040, -0.092, 0.013),
                (0.020, -0.100, 0.015),
                (-0.002, -0.104, 0.016),
                (-0.026, -0.106, 0.017),
                (-0.050, -0.107, 0.018),
                (-0.074, -0.107, 0.018),
            )
        ):
            x = 0.0870 * np.sqrt(max(0.06, 1 - ((z + 0.012) / 0.112) ** 2))
            pts = [
                (sign * x, -0.010, z),
                (sign * x * 1.01, -0.055, z),
                (sign * (x - 0.006), y, z + 0.003),
            ]
            held = w.chain(f"hair{side}{k}_", pts, 3.0)
            w.pieces.append(
                free_lock(
                    [
                        (sign * x * 0.80, 0.060, z * 0.9),
                        (sign * x * 0.98, 0.020, z),
                        (sign * x * 1.03, -0.025, z),
                        (sign * x * 1.02, -0.066, z),
                        (sign * (x - 0.012), y - 0.004, z + 0.004),
                    ],
                    (sign, 0.0, z * 6),
                    (0.008, w0, w0 * 1.05, w0 * 1.05, w0 * 0.75),
                    0.0085,
                    dark,
                    bright,
                    held,
                    rows=9,
                    blunt=16,
                    sides=6,
                )
            )
    for k in range(5):
        x = -0.036 + 0.018 * k
        pts = [(x, -0.020, -0.108), (x, -0.062, -0.104), (x, -0.108, -0.092)]
        held = w.chain(f"hairBack{k}_", pts, 3.0)
        w.pieces.append(
            free_lock(
                [
                    (x * 0.9, 0.040, -0.104),
                    (x, 0.0, -0.114),
                    (x, -0.040, -0.112),
                    (x, -0.078, -0.104),
                    (x, -0.112, -0.086),
                ],
                (x * 4, 0.0, -1.0),
                (0.009, 0.017, 0.019, 0.018, 0.013),
                0.0085,
                dark,
                bright,
                held,
                rows=9,
                blunt=16,
                sides=6,
            )
        )
    return w
