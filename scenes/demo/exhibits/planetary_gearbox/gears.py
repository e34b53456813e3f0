"""What turns: sun, planets, carrier; and the ring they turn in."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np

from scenes.author import about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gear import gear_outline, ring_outline, ring_phase
from scenes.demo.exhibits.hardware import (
    flange,
    polar,
)
from scenes.demo.exhibits.kit import Item, Piece, axial, painted
from scenes.demo.exhibits.planetary_gearbox.plan import (
    CENTRE,
    COUNT,
    FACE,
    MODULE,
    OUTER,
    PLANET,
    RING,
    SHAFT,
    SUN,
    direction,
)
from scenes.demo.shapes import Mesh, box, circle, cylinder, extrude, lathe, tube

__all__ = ["carrier", "planets", "ring", "sun"]


def _gear(detail: Detail, teeth: int, bore: float, phase: float) -> Mesh:
    outline = gear_outline(teeth, MODULE, 4 if detail.fine else 2)
    edge = detail.edge(MODULE * 0.12)
    mesh = extrude(outline, FACE, [circle(bore, detail.round(32))], edge, crease=30)
    return axial(mesh.moved(y=-FACE / 2).turned("y", -phase))


def sun(detail: Detail) -> tuple[Piece, ...]:
    """The sun gear on the input shaft."""
    n = detail.round(40)
    shaft = lathe(
        [
            (0, -0.31),
            (0.026, -0.31),
            (0.03, -0.306),
            (0.03, -0.19),
            (0.04, -0.185),
            (0.04, -0.07),
            (0.048, -0.065),
            (0.048, 0.05),
            (0, 0.05),
        ],
        n,
    )
    key = box(0.08, 0.012, 0.012, detail.edge(0.002)).moved(-0.25, 0.03, 0)
    gear = _gear(detail, SUN, 0.0475, 0.0)
    return (
        painted(f.MACHINED, f.STEEL, axial(shaft), key),
        painted(f.MACHINED, (0.62, 0.6, 0.56), gear),
    )


def planets(detail: Detail, phases: list[float]) -> tuple[Item, ...]:
    """Planet gears on needle bearings, sharing one mesh."""
    needle = tube(0.034, 0.026, FACE * 1.04, detail.round(32), detail.edge(0.002))
    pieces = (
        painted(f.MACHINED, (0.68, 0.66, 0.62), _gear(detail, PLANET, 0.034, 0.0)),
        painted(f.MACHINED, f.BRASS, axial(needle)),
    )
    return tuple(
        Item(
            f"planet-{i + 1}",
            pieces,
            (f"行星轮 {i + 1}", f"Planet gear {i + 1}"),
            _outwards(i, 0.05, -0.15),
            _outwards(i, CENTRE, 0.0),
            about(SHAFT, phases[i]),
        )
        for i in range(COUNT)
    )


def _outwards(i: int, radius: float, along: float) -> tuple[float, float, float]:
    """The place of planet i: angles turn from -Y towards Z, as `axial` lays them."""
    return along, -radius * cos(direction(i)), radius * sin(direction(i))


def carrier(detail: Detail) -> tuple[Piece, ...]:
    """Carrier plates, axles and the output shaft."""
    n = detail.round(56)
    pins = [polar(CENTRE, direction(i)) for i in range(COUNT)]
    webs = [polar(CENTRE, direction(i) + pi / COUNT) for i in range(COUNT)]
    lobes = _lobes(detail)
    plates = [
        extrude(lobes, 0.016, [circle(0.056, n)], detail.edge(0.0025)).moved(y=-0.065),
        extrude(lobes, 0.02, [], detail.edge(0.0025)).moved(y=0.05),
    ]
    posts = [cylinder(0.013, 0.105, detail.round(16)).moved(x, 0, z) for x, z in webs]
    axles = [
        cylinder(0.0262, 0.142, detail.round(24), detail.edge(0.003)).moved(x, 0.001, z)
        for x, z in pins
    ]
    shaft = lathe(
        [
            (0, 0.06),
            (0.062, 0.06),
            (0.062, 0.16),
            (0.05, 0.165),
            (0.05, 0.3),
            (0.046, 0.304),
            (0, 0.304),
        ],
        n,
    )
    key = box(0.1, 0.016, 0.016, detail.edge(0.002)).moved(0.245, 0.049, 0)
    body = [axial(mesh) for mesh in (*plates, *posts, shaft)]
    return (
        painted(f.BRUSHED, (0.5, 0.51, 0.53), *body, key),
        painted(f.BRUSHED, f.STEEL, *(axial(axle) for axle in axles)),
    )


def _lobes(detail: Detail) -> np.ndarray:
    """The carrier plate's outline: round, drawn in between the planets."""
    angles = np.linspace(0, tau, detail.round(96), endpoint=False)
    radius = 0.155 + 0.014 * np.cos(COUNT * angles)
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


def ring(detail: Detail, phases: list[float]) -> tuple[Piece, ...]:
    """The ring gear in its grooved band."""
    turn = ring_phase(RING, direction(0), PLANET, phases[0])
    outline = ring_outline(RING, MODULE, 3 if detail.fine else 2)
    teeth = extrude(circle(0.228, detail.round(96)), FACE + 0.01, [outline], crease=30)
    teeth = teeth.moved(y=-FACE / 2 - 0.005).turned("y", -turn)
    band = flange(detail, OUTER, 0.2275, FACE + 0.02, 12, 0.24, 0.0055).moved(y=-FACE / 2 - 0.01)
    grooves = [
        tube(OUTER + 0.002, OUTER - 0.004, 0.006, detail.round(96)).moved(y=y)
        for y in (-0.02, 0, 0.02)
    ]
    return (
        painted(f.MACHINED, (0.7, 0.68, 0.64), axial(teeth)),
        painted(f.PAINT, f.TEAL, axial(band), *(axial(g) for g in detail.some(grooves))),
    )
