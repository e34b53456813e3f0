"""Parcel lockers and their shutter."""

from __future__ import annotations

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.delivery_vehicle.plan import SHUTTER
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, Piece, painted, rounded, slab
from scenes.demo.shapes import box

__all__ = ["lockers", "shutter"]


def lockers(detail: Detail) -> tuple[Piece, ...]:
    """Lockers behind the shutter of the right-hand side (+Z)."""
    edge = detail.edge(0.006)
    frame = box(1.2, 0.83, 0.34, edge).moved(-0.42, 0.88, 0.318)
    doors, knobs = [], []
    for i in range(4):
        for j in range(3):
            x, y = -0.84 + 0.28 * i, 0.63 + 0.255 * j
            doors.append(box(0.262, 0.238, 0.014, edge).moved(x, y, 0.487))
            knobs.append(box(0.05, 0.012, 0.012).moved(x, y + 0.08, 0.495))
    return (
        painted(f.PAINT, f.LIGHT_GREY, *doors),
        painted(f.PLASTIC, f.GRAPHITE, frame, *detail.some(knobs)),
    )


def shutter(detail: Detail) -> Item:
    """Slats in a frame; its origin is its upper edge, towards which the clip gathers it."""
    outline = rounded(1.18, 0.062, 0.02, 3 if detail.fine else 2)
    slat = slab(outline, 0.02, detail.edge(0.006))
    slats = [slat.moved(y=-0.033 - 0.066 * i) for i in range(12)]
    bar = box(0.3, 0.03, 0.02, detail.edge(0.006)).moved(0, -0.76, 0.016)
    return Item(
        "shutter",
        (painted(f.BRUSHED, f.ALUMINIUM, *slats), painted(f.PLASTIC, f.BLACK, bar)),
        at=SHUTTER,
    )
