"""What stores and cools: modules of cells, cooling plate."""

from __future__ import annotations

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.battery_pack.plan import LONG, MODULE, WIDE
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Piece, painted, rounded
from scenes.demo.shapes import Mesh, box, extrude, merge, pipe, srgb

__all__ = ["cell_module", "cooling_plate"]


def cooling_plate(detail: Detail) -> tuple[Piece, ...]:
    """A plate with one winding channel."""
    plate = extrude(rounded(LONG - 0.14, WIDE - 0.14, 0.03, 5), 0.006).moved(y=0.036)
    turns = [
        (-0.78, -0.48),
        (0.7, -0.48),
        (0.7, -0.36),
        (-0.72, -0.36),
        (-0.72, -0.24),
        (0.7, -0.24),
    ]
    turns += [(0.7, -0.1), (-0.72, -0.1), (-0.72, 0.1), (0.7, 0.1), (0.7, 0.24), (-0.72, 0.24)]
    turns += [(-0.72, 0.36), (0.7, 0.36), (0.7, 0.48), (-0.78, 0.48)]
    line = _rounded_path(turns, 0.05, 4 if detail.fine else 2)
    channel = pipe(
        np.stack([line[:, 0], np.full(len(line), 0.042), line[:, 1]], axis=1),
        0.011,
        detail.round(10),
    )
    return (
        painted(f.BRUSHED, (0.62, 0.68, 0.74), plate),
        painted(f.MACHINED, (0.5, 0.62, 0.76), channel.scaled(1, 0.6, 1).moved(y=0.0165)),
    )


def _rounded_path(points: list[tuple[float, float]], radius: float, steps: int) -> np.ndarray:
    """A polyline whose corners are rounded by quadratic curves."""
    p = np.array(points)
    line = [p[0]]
    for a, b, c in zip(p[:-2], p[1:-1], p[2:], strict=True):
        start = b + (a - b) / np.linalg.norm(a - b) * radius
        end = b + (c - b) / np.linalg.norm(c - b) * radius
        line += [
            (1 - t) ** 2 * start + 2 * t * (1 - t) * b + t * t * end
            for t in np.linspace(0, 1, steps + 1)
        ]
    return np.array([*line, p[-1]])


def cell_module(detail: Detail) -> tuple[Piece, ...]:
    """Prismatic cells between end plates, strapped together; about its own centre."""
    x, y, z = MODULE
    edge = detail.edge(0.003)
    count = 10 if detail.fine else 1
    pitch = (x - 0.036) / count
    cells = [
        box(pitch - 0.0015, y - 0.012, z - 0.02, edge).moved(
            -x / 2 + 0.018 + pitch * (i + 0.5), -0.006, 0
        )
        for i in range(count)
    ]
    ends = [
        box(0.014, y - 0.004, z, edge).moved(side * (x / 2 - 0.008), -0.002, 0) for side in (-1, 1)
    ]
    straps = [
        box(x, 0.014, 0.002).moved(0, h, side * (z / 2 - 0.008))
        for h in (-0.025, 0.02)
        for side in (-1, 1)
    ]
    cover = box(x - 0.03, 0.008, 0.09, detail.edge(0.002)).moved(0, y / 2 - 0.01, 0)
    return (
        painted(f.PAINT, srgb("#2d5f8b"), *cells),
        painted(f.BRUSHED, f.ALUMINIUM, *ends, *straps),
        Piece(merge([cover.painted(srgb("#f2f4f3")), *detail.some(_terminals())]), f.PLASTIC),
    )


def _terminals() -> list[Mesh]:
    x, y, _ = MODULE
    pitch = (x - 0.036) / 10
    tabs = []
    for side in (-1, 1):
        for i in range(10):
            at = -x / 2 + 0.018 + pitch * (i + 0.5)
            tabs.append(box(pitch * 0.62, 0.005, 0.026).moved(at, y / 2 - 0.0105, side * 0.075))
    return [mesh.painted(srgb("#d9dcdc")) for mesh in tabs]
