"""What the ground is made of, spot by spot: the painted layers of the masterplan."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.kit_field import (
    Field,
    box,
    closed_curve,
    disc,
    grow,
    line,
    polygon,
    sampled,
    strip,
    turned_box,
    union,
    without,
)
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_ground import Layer

PAVING = (0.50, 0.475, 0.435)
PATH = (0.56, 0.52, 0.45)
KERB = (0.58, 0.57, 0.55)
MARK = (0.66, 0.65, 0.62)
YELLOW = (0.62, 0.43, 0.10)


class Surfaces(NamedTuple):
    """The shapes that others ask about: water, roads, and everything hard."""

    lake: Field
    roads: Field
    hard: Field
    paved: Field
    layers: list[Layer]


def surfaces() -> Surfaces:
    """Return the ground's layers, the last painted on top."""
    lake = lake_field()
    roads, islands = _roads()
    plaza = box(*plan.PLAZA)
    aprons = _aprons()
    walks = union(_paths(lake), _drives())
    paved = union(plaza, aprons)
    layers = [
        Layer(_everywhere, c.GRASS),
        Layer(_meadows(lake), c.MEADOW),
        Layer(walks, PATH),
        Layer(aprons, c.shade(PAVING, 0.96)),
        Layer(islands, c.HEDGE),
        Layer(without(grow(roads, 0.38), grow(islands, -0.38)), KERB, coarse=False),
        Layer(roads, c.ASPHALT, -0.07, c.shade(KERB, 0.9)),
        Layer(_yellow(), YELLOW, -0.07, coarse=False),
        Layer(_zebras(), MARK, -0.07, coarse=False),
        Layer(line(lake, 0.55), c.shade(PAVING, 1.12)),
        Layer(grow(lake, -0.55), c.WATER, plan.WATER_Y, c.shade(c.STONE, 0.8), "water"),
    ]
    return Surfaces(lake, roads, union(roads, walks, paved, lake), paved, layers)


def lake_field() -> Field:
    """Return the lake as a shape."""
    shore = polygon(closed_curve(plan.LAKE_KNOTS, 6))
    return sampled(shore, -230, -230, 90, 20, 2.0)


def _roads() -> tuple[Field, Field]:
    hx, hz, r = plan.RING
    ring = line(box(-hx, -hz, hx, hz, r), plan.RING_HALF)
    z0, z1 = plan.AVENUE
    avenue = box(-plan.AVENUE_HALF, z0, plan.AVENUE_HALF, z1)
    street = box(-hx, plan.STREET_Z - plan.STREET_HALF, hx, plan.STREET_Z + plan.STREET_HALF)
    spurs = [strip((a, b), (d, e), 3.53) for a, b, d, e in plan.SPURS]
    x, z, outer, inner = plan.CIRCLE
    circle, green = disc(x, z, outer), disc(x, z, inner)
    median = box(-plan.MEDIAN_HALF, z + outer + 8, plan.MEDIAN_HALF, 286, 1.5)
    south = box(-plan.MEDIAN_HALF, 314, plan.MEDIAN_HALF, plan.GATE_Z - 14, 1.5)
    islands = union(green, median, south)
    return without(union(ring, avenue, street, circle, *spurs), islands), islands


def _aprons() -> Field:
    return union(
        *(
            turned_box(lot.x, lot.z, lot.yaw, lot.half[0] + 4, lot.half[1] + 4, 4.0)
            for lot in plan.LOTS
        )
    )


def _paths(lake: Field) -> Field:
    shore = line(grow(lake, 7.0), 1.7)
    z0, z1 = 138.0, plan.GATE_Z
    walks = [box(s * 17.5 - 1.6, z0, s * 17.5 + 1.6, z1) for s in (-1, 1)]
    hx, hz, r = plan.RING
    inner = line(box(-hx + 13, -hz + 13, hx - 13, hz - 13, r - 13), 1.3)
    links = [
        strip((-58, 20), (-120, 20), 9.0),
        strip((58, 14), (120, 14), 8.0),
        strip((30, -34), (74, -96), 4.0),
        strip((-62, -194), (-70, -232), 4.5),
        strip((-186, -92), (-214, -92), 5.0),
        strip((-100, -182), (-220, -200), 2.0),
        strip((74, -160), (180, -146), 2.2),
        strip((120, 8), (214, 8), 2.6),
        strip((-196, 112), (-196, 206), 3.0),
        strip((196, 112), (196, 214), 3.0),
        strip((26, 414), (46, 414), 4.0),
        strip((-58, 60), (-150, 118), 2.4),
        strip((58, 60), (150, 118), 2.4),
    ]
    return union(shore, inner, *walks, *links)


def _drives() -> Field:
    return union(
        strip((310, 8), (230, 8), 3.2),
        strip((310, -146), (230, -146), 3.2),
        strip((-310, -120), (-220, -100), 3.0),
        strip((-300, -240), (-240, -220), 3.0),
        strip((74, -300), (74, -150), 3.0),
        strip((310, 214), (216, 214), 3.0),
        strip((-310, 206), (-216, 206), 3.0),
        strip((-78, -300), (-78, -240), 3.0),
    )


def _meadows(lake: Field) -> Field:
    patches = union(
        disc(-120, 150, 34), disc(-90, 176, 26), disc(130, 168, 40), disc(96, 190, 24),
        disc(150, -60, 26), disc(30, -220, 38), disc(60, -240, 26), disc(-256, 20, 34),
        disc(-240, 60, 24), disc(256, 96, 26), disc(150, -230, 30), disc(-250, -300, 40),
    )  # fmt: skip
    return without(union(patches, grow(lake, 4.4)), grow(lake, 0.4))


def _everywhere(x: Floats, z: Floats) -> Floats:
    return np.full(np.broadcast(x, z).shape, -1.0)


def _yellow() -> Field:
    hx, hz, r = plan.RING
    ring = line(box(-hx, -hz, hx, hz, r), 0.14)
    left = box(-hx, plan.STREET_Z - 0.13, -27, plan.STREET_Z + 0.13)
    right = box(27, plan.STREET_Z - 0.13, hx, plan.STREET_Z + 0.13)
    crossing = union(box(-13, 280, 13, 320), box(-330, 100, -296, 124), box(296, 100, 330, 124))
    return without(union(ring, left, right), crossing)


def _zebras() -> Field:
    bars = [box(x - 0.25, 284.5, x + 0.25, 289) for x in np.arange(-8, 8.1, 1.25) if abs(x) > 0.3]
    west = [box(-44, z - 0.25, -39.5, z + 0.25) for z in np.arange(108.2, 116, 1.25)]
    east = [box(39.5, z - 0.25, 44, z + 0.25) for z in np.arange(108.2, 116, 1.25)]
    return union(*bars, *west, *east)
