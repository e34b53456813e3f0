"""What rolls: the skateboard chassis and its wheels."""

from __future__ import annotations

from math import pi

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.delivery_vehicle.plan import BASE, TRACK, WHEEL
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.kit import Item, Piece, painted
from scenes.demo.shapes import box, cylinder, lathe, torus, tube

__all__ = ["chassis", "wheels"]


def chassis(detail: Detail) -> tuple[Piece, ...]:
    """Deck, battery, axles, motor and springs."""
    edge = detail.edge(0.015)
    deck = box(2.05, 0.12, 0.62, edge).moved(0, 0.25, 0)
    pack = box(0.98, 0.14, 0.74, edge).moved(0, 0.24, 0)
    axles = [
        cylinder(0.035, 0.7, detail.round(16)).turned("x", pi / 2).moved(x, WHEEL, 0)
        for x in (-BASE / 2, BASE / 2)
    ]
    motor = (
        cylinder(0.11, 0.26, detail.round(28), detail.edge(0.01))
        .turned("x", pi / 2)
        .moved(-BASE / 2, WHEEL + 0.02, 0)
    )
    springs = [
        torus(0.05, 0.012, detail.round(20), detail.round(8)).moved(x, 0.34 + 0.03 * k, z)
        for x in (-BASE / 2, BASE / 2)
        for z in (-0.28, 0.28)
        for k in range(5 if detail.fine else 2)
    ]
    return (
        painted(f.PAINT, f.GRAPHITE, deck, pack),
        painted(f.BRUSHED, f.STEEL, *axles, motor, *springs),
    )


def wheels(detail: Detail) -> tuple[Item, ...]:
    """Four wheels, sharing one mesh."""
    pieces = _wheel(detail)
    names = (
        ("左前轮", "Front left wheel"),
        ("右前轮", "Front right wheel"),
        ("左后轮", "Rear left wheel"),
        ("右后轮", "Rear right wheel"),
    )
    places = ((BASE / 2, -1), (BASE / 2, 1), (-BASE / 2, -1), (-BASE / 2, 1))
    return tuple(
        Item(f"wheel-{i + 1}", pieces, title, (0, 0, 0.28 * side), (x, WHEEL, side * TRACK / 2))
        for i, (title, (x, side)) in enumerate(zip(names, places, strict=True))
    )


def _wheel(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    tyre = lathe(
        [
            (0.17, -0.075),
            (0.235, -0.08),
            (0.262, -0.066),
            (WHEEL, -0.04),
            (WHEEL, 0.04),
            (0.262, 0.066),
            (0.235, 0.08),
            (0.17, 0.075),
            (0.17, -0.075),
        ],
        n,
        crease=50,
    )
    tread = ring_of(box(0.006, 0.11, 0.012).moved(WHEEL, 0, 0), 36)
    rim = tube(0.176, 0.155, 0.13, n, detail.edge(0.006))
    spokes = ring_of(box(0.13, 0.018, 0.03, detail.edge(0.006)).moved(0.095, 0.0, 0), 10)
    faces = [spokes.moved(y=y) for y in (-0.05, 0.05)]
    hub = cylinder(0.045, 0.13, detail.round(24), detail.edge(0.008))
    disc = cylinder(0.12, 0.02, n)
    lay = [mesh.turned("x", pi / 2) for mesh in (tyre, tread, rim, hub, disc, *faces)]
    return (
        painted(f.RUBBER, f.BLACK, lay[0], *detail.some([lay[1]])),
        painted(f.BRUSHED, f.ALUMINIUM, *lay[2:]),
    )
