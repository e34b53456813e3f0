"""What stands still: bed, column, tool magazine, control panel."""

from __future__ import annotations

from math import pi

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, ring_of, socket_screw
from scenes.demo.exhibits.kit import Piece, painted, rounded, slab
from scenes.demo.exhibits.machining_centre.plan import CRADLE, TEAL
from scenes.demo.shapes import Mesh, box, curve, cylinder, extrude, lathe, merge, pipe, srgb, tube

__all__ = ["bed", "column", "magazine", "panel"]


def bed(detail: Detail) -> tuple[Piece, ...]:
    """The bed with its cradle blocks and feet."""
    edge = detail.edge(0.012)
    base = box(0.94, 0.26, 0.98, edge).moved(0, 0.15, 0.02)
    recess = extrude(rounded(0.5, 0.4, 0.05, 5), 0.012, bevel=detail.edge(0.003)).moved(
        0, 0.279, -0.12
    )
    blocks = [box(0.12, 0.24, 0.2, edge).moved(x, 0.39, CRADLE[2]) for x in (-0.33, 0.33)]
    feet = [
        cylinder(0.04, 0.03, detail.round(24), detail.edge(0.004)).moved(x, 0.015, z)
        for x in (-0.4, 0.4)
        for z in (-0.4, 0.44)
    ]
    stripe = box(0.945, 0.03, 0.985, detail.edge(0.004)).moved(0, 0.06, 0.02)
    screws = [
        socket_screw(detail, 0.016).moved(x, 0.509, z)
        for x in (-0.36, -0.3, 0.3, 0.36)
        for z in (CRADLE[2] - 0.07, CRADLE[2] + 0.07)
    ]
    return (
        painted(f.PAINT, srgb("#d5d9d8"), base, *blocks),
        painted(f.PAINT, TEAL, stripe),
        painted(f.BRUSHED, f.DARK_STEEL, recess, *feet, *detail.some(screws)),
    )


def column(detail: Detail) -> tuple[Piece, ...]:
    """The column with the X guides and its cabinet."""
    edge = detail.edge(0.014)
    side = [
        (0.2, 0.28),
        (0.5, 0.28),
        (0.5, 1.0),
        (0.44, 1.12),
        (0.26, 1.12),
        (0.26, 0.7),
        (0.2, 0.62),
    ]
    wall = slab(side, 0.86, edge).turned("y", -pi / 2)
    rails = [box(0.8, 0.03, 0.025, detail.edge(0.003)).moved(0, y, 0.248) for y in (0.78, 1.06)]
    screw = cylinder(0.014, 0.8, detail.round(16)).turned("z", pi / 2).moved(0, 0.92, 0.25)
    motor = box(0.08, 0.07, 0.07, detail.edge(0.006)).moved(-0.46, 0.92, 0.26)
    cap = box(0.7, 0.012, 0.16, detail.edge(0.004)).moved(0, 1.126, 0.35)
    door = box(0.6, 0.62, 0.02, detail.edge(0.006)).moved(0, 0.68, 0.502)
    vents = [box(0.44, 0.012, 0.012).moved(0, 0.46 + 0.03 * i, 0.514) for i in range(6)]
    handle = box(0.02, 0.12, 0.02, detail.edge(0.004)).moved(0.25, 0.76, 0.518)
    return (
        painted(f.PAINT, srgb("#d5d9d8"), wall, door),
        painted(f.MACHINED, f.STEEL, *rails, screw),
        painted(f.PLASTIC, f.GRAPHITE, motor, cap, *detail.some([*vents, handle])),
    )


def magazine(detail: Detail) -> tuple[Piece, ...]:
    """A wheel of tools at the column's side."""
    n = detail.round(56)
    wheel = tube(0.19, 0.05, 0.03, n, detail.edge(0.004))
    shell = tube(0.235, 0.215, 0.09, n, detail.edge(0.006))
    holder = lathe(
        [(0, -0.02), (0.012, -0.02), (0.014, 0.02), (0.009, 0.06), (0, 0.06)], detail.round(12)
    )
    tools = ring_of(holder.turned("z", -pi / 2).moved(0.16, 0, 0), 24 if detail.fine else 12)
    hub = cylinder(0.06, 0.06, n, detail.edge(0.008))
    screws = bolt_circle(socket_screw(detail, 0.01), 8, 0.045).moved(y=0.03)

    def stand(mesh: Mesh) -> Mesh:
        return mesh.turned("z", -pi / 2).moved(0.5, 0.86, 0.36)

    return (
        painted(f.PAINT, srgb("#d5d9d8"), stand(shell)),
        painted(f.BRUSHED, f.DARK_STEEL, stand(wheel), stand(hub)),
        painted(f.MACHINED, f.STEEL, stand(tools), *detail.some([stand(screws)])),
    )


def panel(detail: Detail) -> tuple[Piece, ...]:
    """The control panel on its arm, turned towards the operator."""
    arm = pipe(
        curve([(-0.44, 0.62, 0.3), (-0.56, 0.68, 0.1), (-0.58, 0.66, -0.26)], 6),
        0.014,
        detail.round(12),
    )
    case = box(0.24, 0.3, 0.03, detail.edge(0.008))
    screen = box(0.2, 0.16, 0.004, detail.edge(0.001)).moved(0, 0.055, -0.017)
    keys = [
        box(0.022, 0.018, 0.006, detail.edge(0.002)).moved(
            -0.08 + 0.032 * j, -0.1 + 0.03 * i, -0.017
        )
        for i in range(2)
        for j in range(5)
    ]
    stop = cylinder(0.014, 0.02, detail.round(16), detail.edge(0.003)).turned("x", pi / 2)
    face = merge(
        [
            case.painted(f.LIGHT_GREY),
            screen.painted(srgb("#123b57")),
            *[k.painted(f.GRAPHITE) for k in detail.some(keys)],
            stop.moved(0.09, -0.085, -0.022).painted(srgb("#c02a20")),
        ]
    )
    stand = face.turned("y", 0.5).moved(-0.58, 0.68, -0.3)
    return (Piece(merge([arm.painted(f.GRAPHITE), stand]), f.PLASTIC),)
