"""What it carries: shell, antenna, battery, electronics, landing gear."""

from __future__ import annotations

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.inspection_drone.plan import ACCENT, CARBON, LIGHT, SHELL
from scenes.demo.exhibits.kit import Piece, painted, rounded
from scenes.demo.shapes import (
    box,
    circle,
    curve,
    cylinder,
    lathe,
    loft,
    merge,
    pipe,
    srgb,
    sweep,
)

__all__ = ["antenna", "avionics", "battery", "landing_gear", "shell"]


def shell(detail: Detail) -> tuple[Piece, ...]:
    """The hood with its stripe and vents."""
    steps = 6 if detail.fine else 3
    stations = [
        (0.026, 0.24, 0.3, 0.06),
        (0.05, 0.25, 0.31, 0.075),
        (0.078, 0.21, 0.26, 0.08),
        (0.094, 0.14, 0.17, 0.06),
        (0.098, 0.08, 0.1, 0.03),
    ]
    rings = [_level(rounded(w, d, r, steps), y) for y, w, d, r in stations]
    hood = loft(rings[::-1], crease=60)
    stripe = sweep(
        _level(rounded(0.252, 0.312, 0.075, steps), 0.042), circle(0.004, 6), closed=True
    )
    vents = [box(0.06, 0.003, 0.006).moved(0, 0.0965, 0.02 + 0.014 * i) for i in range(3)]
    return (
        painted(f.PAINT, SHELL, hood),
        painted(f.PLASTIC, ACCENT, stripe),
        *detail.some([painted(f.PLASTIC, f.BLACK, *vents)]),
    )


def _level(ring: np.ndarray, y: float) -> np.ndarray:
    return np.stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]], axis=1)


def antenna(detail: Detail) -> tuple[Piece, ...]:
    """The positioning antenna on its mast."""
    n = detail.round(28)
    mast = cylinder(0.006, 0.08, detail.round(12)).moved(0, 0.135, 0.05)
    dome = lathe([(0, 0.17), (0.032, 0.17), (0.034, 0.182), (0.026, 0.198), (0, 0.204)], n).moved(
        z=0.05
    )
    return (painted(f.PLASTIC, SHELL, dome), painted(CARBON, (1, 1, 1), mast))


def battery(detail: Detail) -> tuple[Piece, ...]:
    """The battery pack with its charge lamps."""
    pack = box(0.12, 0.066, 0.19, detail.edge(0.01)).moved(0, -0.06, 0.03)
    grip = box(0.08, 0.03, 0.02, detail.edge(0.006)).moved(0, -0.06, 0.132)
    lamps = [box(0.01, 0.004, 0.004).moved(-0.024 + 0.016 * i, -0.034, 0.1255) for i in range(4)]
    return (
        painted(f.PLASTIC, f.GRAPHITE, pack, grip),
        *detail.some([painted(LIGHT, (1, 1, 1), *lamps)]),
    )


def avionics(detail: Detail) -> tuple[Piece, ...]:
    """The board with its heat sink."""
    board = box(0.13, 0.003, 0.17).moved(y=0.03)
    sink = box(0.06, 0.014, 0.07, detail.edge(0.002)).moved(0, 0.04, -0.02)
    fins = [box(0.003, 0.014, 0.07).moved(-0.027 + 0.009 * i, 0.052, -0.02) for i in range(7)]
    chips = [
        box(0.022, 0.006, 0.022).moved(x, 0.034, z)
        for x, z in ((-0.04, 0.05), (0.04, 0.055), (0.0, 0.06))
    ]
    return (
        Piece(
            merge([board.painted(srgb("#1d6b45")), *[c.painted(f.BLACK) for c in chips]]), f.PLASTIC
        ),
        painted(f.BRUSHED, f.ALUMINIUM, sink, *detail.some(fins)),
    )


def landing_gear(detail: Detail) -> tuple[Piece, ...]:
    """Two legs on skids."""
    n = detail.round(12)
    legs, feet = [], []
    for side in (-1, 1):
        path = [(side * 0.08, -0.02, 0), (side * 0.13, -0.12, 0), (side * 0.2, -0.33, 0)]
        legs.append(pipe(curve(path, 5 if detail.fine else 2), 0.01, n))
        rail = [
            (side * 0.2, -0.335, -0.2),
            (side * 0.2, -0.347, -0.16),
            (side * 0.2, -0.347, 0.16),
            (side * 0.2, -0.335, 0.2),
        ]
        feet.append(pipe(curve(rail, 4 if detail.fine else 1), 0.012, n))
    return (painted(CARBON, (1, 1, 1), *legs), painted(f.RUBBER, f.BLACK, *feet))
