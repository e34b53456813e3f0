"""What connects and watches: busbars, cables, management unit."""

from __future__ import annotations

from math import pi

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.battery_pack.plan import COLUMNS, HIGH_VOLTAGE, MODULE, ROWS, STACK
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Piece, painted
from scenes.demo.shapes import box, curve, cylinder, merge, pipe, srgb

__all__ = ["busbars", "management_unit"]


def busbars(detail: Detail) -> tuple[Piece, ...]:
    """Copper links between modules, and orange cables."""
    top = STACK + MODULE[1] + 0.001
    edge = detail.edge(0.001)
    links = [
        box(0.024, 0.004, 0.06, edge).moved(x + side * 0.215, top, (a + b) / 2)
        for x in COLUMNS
        for side, a, b in ((1, ROWS[0], ROWS[1]), (-1, ROWS[1], ROWS[2]), (1, ROWS[2], ROWS[3]))
    ]
    links += [
        box(0.1, 0.004, 0.024, edge).moved(x, top, z) for x, z in ((-0.347, -0.42), (0.178, 0.42))
    ]
    paths = [
        [
            (0.655, top, -0.42),
            (0.72, top + 0.006, -0.4),
            (0.78, top, -0.25),
            (0.8, top - 0.02, -0.1),
        ],
        [
            (-0.84, top, 0.42),
            (-0.855, top - 0.004, 0.5),
            (-0.6, top - 0.002, 0.535),
            (0.4, top - 0.002, 0.535),
            (0.72, top - 0.004, 0.5),
            (0.8, top - 0.02, 0.3),
        ],
    ]
    cables = [pipe(curve(path, 6 if detail.fine else 2), 0.011, detail.round(12)) for path in paths]
    return (
        painted(f.MACHINED, f.COPPER, *links),
        painted(f.RUBBER, HIGH_VOLTAGE, *cables),
    )


def management_unit(detail: Detail) -> tuple[Piece, ...]:
    """The management unit with relays and fuse."""
    edge = detail.edge(0.004)
    case = box(0.12, 0.05, 0.3, edge).moved(0.79, 0.08, 0.05)
    relay = [box(0.1, 0.075, 0.09, edge).moved(0.79, 0.088, z) for z in (0.28, 0.4)]
    fuse = (
        cylinder(0.022, 0.12, detail.round(20), detail.edge(0.003))
        .turned("x", pi / 2)
        .moved(0.79, 0.085, -0.36)
    )
    board = box(0.11, 0.004, 0.16).moved(0.79, 0.108, 0.05)
    chips = [
        box(0.02, 0.006, 0.02).moved(0.77 + 0.035 * i, 0.112, 0.0 + 0.05 * j)
        for i in range(2)
        for j in range(3)
    ]
    ports = [
        box(0.016, 0.024, 0.05, detail.edge(0.002)).moved(0.735, 0.09, z)
        for z in (-0.05, 0.02, 0.09, 0.15)
    ]
    return (
        Piece(
            merge(
                [
                    *[m.painted(f.GRAPHITE) for m in (case, *relay)],
                    board.painted(srgb("#1d6b45")),
                    *detail.some([m.painted(f.BLACK) for m in chips]),
                    *detail.some([m.painted(srgb("#e9e6da")) for m in ports]),
                ]
            ),
            f.PLASTIC,
        ),
        painted(f.MACHINED, f.BRASS, fuse),
    )
