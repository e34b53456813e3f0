"""The body in its colour variants, with glass, lamps and sensors."""

from __future__ import annotations

from math import pi

from scenes.author import Material
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.delivery_vehicle.outline import arched, profile, round_corners
from scenes.demo.exhibits.delivery_vehicle.plan import COLOURS, GLASS, LAMP, LONG, TAIL, WIDE
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Piece, painted, rounded, slab
from scenes.demo.shapes import Mesh, box, cylinder, lathe, srgb

__all__ = ["body", "sensors"]


def _coat(colour: str) -> Material:
    return Material(f"coat {colour}", srgb(COLOURS[colour][0]), 1.0, 0.0, 0.38, clearcoat=1.0)


def _body_piece(mesh: Mesh) -> Piece:
    """A piece that changes with the colour variant; its vertex colour is ambient light only."""
    variants = tuple((name, _coat(name)) for name in COLOURS)
    return Piece(mesh, _coat(next(iter(COLOURS))), variants)


def body(detail: Detail) -> tuple[Piece, ...]:
    """Shell, bumpers, glass and lamps."""
    shell = slab(arched(detail, profile(detail)), WIDE - 0.04, detail.edge(0.05), crease=30)
    belt = box(LONG - 0.5, 0.02, WIDE - 0.03, detail.edge(0.008)).moved(-0.1, 0.44, 0)
    glass = _glass(detail)
    lamps = [box(0.03, 0.02, 0.26, detail.edge(0.006)).moved(1.135, 0.56, z) for z in (-0.27, 0.27)]
    tails = [box(0.02, 0.4, 0.025, detail.edge(0.006)).moved(-1.146, 0.8, z) for z in (-0.36, 0.36)]
    skirts = [box(0.8, 0.1, 0.03, detail.edge(0.01)).moved(0, 0.3, z) for z in (-0.475, 0.475)]
    bumpers = [box(0.1, 0.12, 0.8, detail.edge(0.03)).moved(x, 0.36, 0) for x in (-1.12, 1.1)]
    return (
        _body_piece(shell),
        painted(f.PLASTIC, f.GRAPHITE, *skirts, *bumpers, belt),
        painted(GLASS, (1, 1, 1), *glass),
        painted(LAMP, (1, 1, 1), *lamps),
        painted(TAIL, (1, 1, 1), *tails),
    )


def _glass(detail: Detail) -> list[Mesh]:
    """A raked front screen and a dark band along both sides."""
    n = 5 if detail.fine else 2
    screen = slab(rounded(0.74, 0.62, 0.12, n), 0.02, detail.edge(0.006))
    front = screen.turned("y", pi / 2).turned("z", 0.455).moved(0.965, 1.06, 0)
    side = round_corners(
        [(0.32, 0.86, 0.06), (0.86, 0.86, 0.06), (0.66, 1.3, 0.08), (0.32, 1.3, 0.06)], n
    )
    return [front, *(slab(side, 0.02, detail.edge(0.004)).moved(z=z) for z in (-0.476, 0.476))]


def sensors(detail: Detail) -> tuple[Piece, ...]:
    """The lidar tower, corner lidars and roof cameras."""
    n = detail.round(32)
    tower = lathe([(0, 1.48), (0.1, 1.48), (0.085, 1.52), (0.075, 1.56), (0, 1.56)], n).moved(
        x=0.35
    )
    head = cylinder(0.075, 0.085, n, detail.edge(0.01)).moved(0.35, 1.605, 0)
    cap = cylinder(0.078, 0.018, n, detail.edge(0.005)).moved(0.35, 1.656, 0)
    corner = [
        cylinder(0.04, 0.07, detail.round(20), detail.edge(0.006)).moved(x, 0.52, z)
        for x, z in ((1.06, -0.42), (1.06, 0.42))
    ]
    cameras = [
        box(0.05, 0.04, 0.05, detail.edge(0.008)).moved(0.75, 1.49, z) for z in (-0.3, 0.0, 0.3)
    ]
    return (
        painted(f.PLASTIC, f.LIGHT_GREY, tower, cap),
        painted(GLASS, (1, 1, 1), head, *corner, *cameras),
    )
