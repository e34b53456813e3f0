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
    within,
    without,
)
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_ground import Layer

PAVING = (0.55, 0.50, 0.43)
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
    roads, islands, inner = _roads()
    plaza = box(*plan.PLAZA)
    aprons = _aprons()
    walks = union(_paths(), _drives())
    parks = [box(*place) for place in (*plan.CARPARKS, *plan.COURTS)]
    paved = union(plaza, aprons, *parks)
    hx, hz, r = plan.RING
    ring = box(-hx, -hz, hx, hz, r)
    # A band is painted as two shapes, the inner over the outer: edges then stay straight where
    # the distance to a centre line would fold.
    layers = [
        Layer(_everywhere, c.GRASS),
        Layer(grow(ring, plan.RING_HALF), c.ASPHALT, fine=False),
        Layer(grow(ring, -plan.RING_HALF), c.GRASS, fine=False),
        Layer(grow(ring, -11.7), PATH, coarse=False),
        Layer(grow(ring, -14.3), c.GRASS, coarse=False),
        *(Layer(patch, c.MEADOW, coarse=False) for patch in _meadows()),
        Layer(walks, PATH, coarse=False),
        Layer(grow(lake, 8.7), PATH, coarse=False),
        Layer(grow(lake, 5.4), c.MEADOW),
        *(Layer(landing, PAVING) for landing in _landings()),
        Layer(aprons, c.shade(PAVING, 0.96)),
        Layer(box(-46, plan.GATE_Z - 14, 46, 505, 6), PAVING),
        *(Layer(box(s * 27 - 9, plan.GATE_Z + 16, s * 27 + 9, 504, 3), c.GRASS) for s in (-1, 1)),
        *(Layer(box(*park, 1.5), c.shade(c.ASPHALT, 1.15)) for park in plan.CARPARKS),
        *_courts(),
        Layer(islands, c.HEDGE, coarse=False),
        Layer(without(grow(roads, 0.38), grow(islands, -0.38)), KERB, coarse=False),
        Layer(roads, c.ASPHALT, -0.07, c.shade(KERB, 0.9), coarse=False),
        Layer(inner, c.ASPHALT, fine=False),
        *_yellow(ring),
        Layer(_zebras(), MARK, -0.07, coarse=False),
        Layer(grow(lake, 0.55), c.shade(PAVING, 1.12)),
        Layer(grow(lake, -0.55), c.WATER, plan.WATER_Y, c.shade(c.STONE, 0.8), "water"),
    ]
    shore = without(grow(lake, 8.7), grow(lake, 5.4))
    path = without(grow(ring, -11.7), grow(ring, -14.3))
    hard = union(roads, walks, paved, lake, shore, path)
    return Surfaces(lake, roads, hard, paved, layers)


def lake_field() -> Field:
    """Return the lake as a shape."""
    shore = polygon(closed_curve(plan.LAKE_KNOTS, 6))
    return sampled(shore, -230, -230, 90, 20, 2.0)


def _roads() -> tuple[Field, Field, Field]:
    """Return the roads, the green in them, and those within the ring with their green."""
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
    within_ring = union(avenue, street, circle)
    return without(union(ring, within_ring, *spurs), islands), islands, within_ring


def _aprons() -> Field:
    return union(
        *(
            turned_box(lot.x, lot.z, lot.yaw, lot.half[0] + 4, lot.half[1] + 4, 4.0)
            for lot in plan.LOTS
        )
    )


def _paths() -> Field:
    z0, z1 = 138.0, plan.GATE_Z
    walks = [box(s * 17.5 - 1.6, z0, s * 17.5 + 1.6, z1) for s in (-1, 1)]
    links = [
        strip((54, 18), (120, 18), 10.0),
        strip((-54, 18), (-120, 18), 10.0),
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
    return union(*walks, *links)


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
        strip((258, 116), (258, 133), 3.5),
        strip((206, -304), (206, -375), 3.5),
    )


def _meadows() -> list[Field]:
    spots = (
        (-120, 150, 34), (-90, 176, 26), (130, 168, 40), (96, 190, 24), (150, -60, 26),
        (30, -220, 38), (60, -240, 26), (-256, 20, 34), (-240, 60, 24), (256, 96, 26),
        (150, -230, 30), (-250, -300, 40),
    )  # fmt: skip
    return [disc(*spot) for spot in spots]


def _landings() -> list[Field]:
    """Return the paving at both ends of the bridge, which leads on to plaza and theatre."""
    (x0, z0), (x1, z1), half = plan.BRIDGE
    near = strip((x0 + 3.6, z0 + 13), (x0 - 0.6, z0 - 2.2), half + 1.2)
    far = strip((x1 + 0.6, z1 + 2.2), (x1 - 3, z1 - 9), half + 1.2)
    return [near, far]


def _courts() -> list[Layer]:
    """Return the sports courts: a coloured field with a white line around its game."""
    layers = []
    for court, inner in zip(plan.COURTS, ((0.12, 0.23, 0.33), (0.36, 0.15, 0.09)), strict=True):
        field = box(*court)
        layers += [
            Layer(field, (0.13, 0.24, 0.14)),
            Layer(grow(field, -1.0), MARK, coarse=False),
            Layer(grow(field, -1.12), inner),
        ]
    return layers


def _everywhere(x: Floats, z: Floats) -> Floats:
    return np.full(np.broadcast(x, z).shape, -1.0)


def _yellow(ring: Field) -> list[Layer]:
    """Return the yellow line along the ring's and the street's middle, interrupted at crossings."""
    hx = plan.RING[0]
    crossing = union(box(-14, 280, 14, 320), box(-330, 100, -290, 124), box(290, 100, 330, 124))
    along = without(within(grow(ring, 5.0), lambda x, z: -5.0 - ring(x, z)), crossing)
    street = without(
        box(-hx, plan.STREET_Z - 4.5, hx, plan.STREET_Z + 4.5), crossing, disc(0, 112, 29)
    )

    def half(edge: float, side: Field) -> Field:
        return lambda x, z: np.maximum(side(x, z), z - plan.STREET_Z - edge)

    marks = (
        (within(along, grow(ring, 0.13)), YELLOW),
        (within(along, grow(ring, -0.13)), c.ASPHALT),
        (half(0.12, street), YELLOW),
        (half(-0.12, street), c.ASPHALT),
    )
    return [Layer(field, color, -0.07, coarse=False) for field, color in marks]


def _zebras() -> Field:
    bars = [box(x - 0.25, 284.5, x + 0.25, 289) for x in np.arange(-8, 8.1, 1.25) if abs(x) > 0.3]
    west = [box(-44, z - 0.25, -39.5, z + 0.25) for z in np.arange(108.2, 116, 1.25)]
    east = [box(39.5, z - 0.25, 44, z + 0.25) for z in np.arange(108.2, 116, 1.25)]
    return union(*bars, *west, *east)
