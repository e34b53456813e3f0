"""The opened casings with their flanges and vanes, and the frame below."""

from __future__ import annotations

from math import pi

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gas_turbine.plan import (
    AXIS,
    CASING,
    COMPRESSOR,
    COMPRESSOR_WALL,
    HOT,
    OPEN,
    START,
    TURBINE,
    TURBINE_WALL,
)
from scenes.demo.exhibits.gas_turbine.rows import airfoils, opened
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt, hex_head, ring_of
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import Mesh, box, lathe

__all__ = ["compressor_case", "exhaust", "intake", "shell", "support_frame", "turbine_case"]


def shell(detail: Detail, profile: list[tuple[float, float]], thickness: float) -> Mesh:
    """A casing of that outer profile (radius, along), cut open towards the visitor."""
    outer = [(r + thickness, y) for r, y in profile]
    ring = [*outer, *profile[::-1], outer[0]]
    return axial(lathe(ring, detail.round(48), OPEN, START, crease=35))


def flange(detail: Detail, radius: float, at: float) -> list[Mesh]:
    """A casing flange with its bolts."""
    ring = shell(detail, [(radius, at - 0.011), (radius, at + 0.011)], 0.034)
    bolts = []
    for i in range(20):
        turn = START + OPEN * (i + 0.5) / 20
        bolt = hex_head(0.008).moved(y=at + 0.011)
        bolts.append(axial(bolt.moved(x=radius + 0.024).turned("y", turn)))
    return [ring, *detail.some(bolts)]


def compressor_case(detail: Detail) -> tuple[Piece, ...]:
    """The compressor casing with its vanes."""
    wall = shell(detail, COMPRESSOR_WALL, 0.012)
    ribs = [
        shell(detail, [(0.258 - 0.0045 * i, at + 0.02), (0.258 - 0.0045 * i, at + 0.032)], 0.012)
        for i, (at, _, _, _) in enumerate(COMPRESSOR[:-1])
    ]
    vanes = [
        opened(
            airfoils(detail, hub + 0.004, tip + 0.004, count + 2, 0.032, (-30, -38)).moved(
                y=at + 0.031
            )
        )
        for at, hub, tip, count in COMPRESSOR[:-1]
    ]
    return (
        painted(
            f.PAINT,
            CASING,
            wall,
            *ribs,
            *flange(detail, 0.25, -0.65),
            *flange(detail, 0.214, -0.1),
        ),
        painted(f.MACHINED, (0.66, 0.69, 0.72), *(axial(v) for v in vanes)),
    )


def intake(detail: Detail) -> tuple[Piece, ...]:
    """The bell mouth, nose cone and struts."""
    bell = shell(
        detail,
        [(0.34, -0.86), (0.3, -0.845), (0.268, -0.8), (0.254, -0.74), (0.252, -0.672)],
        0.012,
    )
    nose = axial(
        lathe(
            [
                (0, -0.9),
                (0.05, -0.88),
                (0.09, -0.82),
                (0.108, -0.74),
                (0.112, -0.68),
                (0.06, -0.68),
                (0.06, -0.8),
                (0, -0.8),
            ],
            detail.round(40),
        )
    )
    struts = ring_of(
        box(0.15, 0.05, 0.008, detail.edge(0.003)).moved(0.18, -0.735, 0), 8, start=pi / 8
    )
    return (
        painted(f.PAINT, CASING, bell, *flange(detail, 0.252, -0.683)),
        painted(f.BRUSHED, f.STEEL, nose, axial(opened(struts))),
    )


def turbine_case(detail: Detail) -> tuple[Piece, ...]:
    """The turbine casing with its nozzles."""
    wall = shell(detail, TURBINE_WALL, 0.014)
    nozzles = [
        opened(
            airfoils(detail, hub + 0.004, tip + 0.006, count, 0.044, (30, 42)).moved(y=at - 0.047)
        )
        for at, hub, tip, count in TURBINE
    ]
    return (
        painted(f.PAINT, CASING, wall, *flange(detail, 0.235, 0.275), *flange(detail, 0.286, 0.57)),
        painted(f.MACHINED, HOT, *(axial(row) for row in nozzles)),
    )


def exhaust(detail: Detail) -> tuple[Piece, ...]:
    """The diffuser with its core and struts."""
    cone = shell(detail, [(0.288, 0.6), (0.32, 0.74), (0.37, 0.92)], 0.012)
    core = axial(
        lathe(
            [
                (0.06, 0.62),
                (0.13, 0.62),
                (0.13, 0.7),
                (0.05, 0.9),
                (0, 0.92),
                (0, 0.8),
                (0.06, 0.8),
                (0.06, 0.62),
            ],
            detail.round(40),
        )
    )
    struts = ring_of(box(0.18, 0.07, 0.012, detail.edge(0.004)).moved(0.215, 0.67, 0), 6, start=0.1)
    return (
        painted(f.PAINT, CASING, cone, *flange(detail, 0.288, 0.605)),
        painted(f.BRUSHED, HOT, core, axial(opened(struts))),
    )


def support_frame(detail: Detail) -> tuple[Piece, ...]:
    """Beams and posts under the engine."""
    edge = detail.edge(0.008)
    beams = [box(1.5, 0.07, 0.08, edge).moved(0, -AXIS + 0.035, z) for z in (-0.26, 0.26)]
    ties = [box(0.08, 0.07, 0.5, edge).moved(x, -AXIS + 0.035, 0) for x in (-0.66, 0.0, 0.6)]
    posts = [
        box(0.05, 0.26, 0.04, edge).turned("x", side * 0.3).moved(x, -AXIS + 0.17, -side * 0.2)
        for x in (-0.64, 0.58)
        for side in (-1, 1)
    ]
    blocks = [box(0.1, 0.07, 0.1, edge).moved(x, -0.07, 0) for x in (-0.75, 0.7)]
    stems = [box(0.06, AXIS - 0.08, 0.06, edge).moved(x, -AXIS / 2 - 0.03, 0) for x in (-0.75, 0.7)]
    bolts = bolt_circle(hex_bolt(detail, 0.016), 2, 0.26, pi / 2)
    return (
        painted(f.PAINT, f.GRAPHITE, *beams, *ties, *posts, *blocks, *stems),
        *detail.some(
            [
                painted(
                    f.MACHINED,
                    f.STEEL,
                    *(bolts.moved(x, -AXIS + 0.07, 0) for x in (-0.66, 0.0, 0.6)),
                )
            ]
        ),
    )
