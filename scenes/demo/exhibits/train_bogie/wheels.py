"""What rolls: track, wheelsets with brake discs, axle boxes with their springs."""

from __future__ import annotations

from math import pi, tau

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, hex_head, ring_of
from scenes.demo.exhibits.kit import Item, Piece, painted, slab
from scenes.demo.exhibits.train_bogie.plan import AXLE, ENDS, GAUGE, SIDES, WHEEL
from scenes.demo.shapes import Mesh, box, cylinder, lathe, pipe, srgb, tube

__all__ = ["axle_boxes", "track", "wheelsets"]


def track(detail: Detail) -> tuple[Piece, ...]:
    """A piece of slab track."""
    head = [
        (-0.014, 0.075),
        (0.014, 0.075),
        (0.014, 0.062),
        (0.004, 0.056),
        (0.004, 0.03),
        (0.026, 0.022),
        (0.026, 0.018),
    ]
    outline = [*head, *((-x, y) for x, y in head[::-1][:-1])]
    rail = slab(outline, 1.64, detail.edge(0.001)).turned("y", pi / 2)
    slabs = box(1.66, 0.018, 0.9, detail.edge(0.005)).moved(y=0.009)
    clips = [
        box(0.04, 0.01, 0.09, detail.edge(0.003)).moved(x, 0.022, side * GAUGE / 2)
        for x in np.linspace(-0.72, 0.72, 7)
        for side in SIDES
    ]
    return (
        painted(f.PAINT, srgb("#9a9d9b"), slabs),
        painted(
            f.BRUSHED,
            (0.45, 0.45, 0.46),
            *(rail.moved(z=side * GAUGE / 2) for side in SIDES),
            *detail.some(clips),
        ),
    )


def wheelsets(detail: Detail) -> tuple[Item, ...]:
    """Both wheelsets, sharing one mesh."""
    pieces = _wheelset(detail)
    titles = (("前轮对", "Leading wheelset"), ("后轮对", "Trailing wheelset"))
    return tuple(
        Item(f"wheelset-{i + 1}", pieces, titles[i], (x * 0.16, 0.08, 0), (x, AXLE, 0))
        for i, x in enumerate(ENDS)
    )


def _wheelset(detail: Detail) -> tuple[Piece, ...]:
    """Two wheels with flanges, a hollow axle, three brake discs; its axle lies along Z."""
    n = detail.round(64)
    wheel = lathe(
        [
            (0.036, -0.036),
            (0.052, -0.036),
            (0.06, -0.012),
            (0.15, -0.008),
            (0.158, -0.03),
            (WHEEL + 0.011, -0.03),
            (WHEEL + 0.011, -0.022),
            (WHEEL + 0.001, -0.014),
            (WHEEL - 0.001, 0.025),
            (0.16, 0.027),
            (0.15, 0.006),
            (0.06, 0.012),
            (0.052, 0.034),
            (0.036, 0.034),
            (0.036, -0.036),
        ],
        n,
        crease=35,
    )
    axle = lathe(
        [
            (0, -0.44),
            (0.026, -0.44),
            (0.026, -0.37),
            (0.036, -0.36),
            (0.036, 0.36),
            (0.026, 0.37),
            (0.026, 0.44),
            (0, 0.44),
        ],
        detail.round(32),
    )
    tread = [wheel.moved(y=GAUGE / 2), wheel.mirrored("y").moved(y=-GAUGE / 2)]
    discs = [m.moved(y=y) for y in (-0.11, 0.0, 0.11) for m in _disc(detail)]
    lay = [mesh.turned("x", pi / 2) for mesh in (axle, *tread, *discs)]
    return (painted(f.BRUSHED, (0.6, 0.61, 0.62), *lay),)


def _disc(detail: Detail) -> list[Mesh]:
    """A ventilated brake disc: two faces with vanes between them."""
    n = detail.round(48)
    faces = [tube(0.125, 0.06, 0.007, n, detail.edge(0.001)).moved(y=y) for y in (-0.011, 0.011)]
    hub = tube(0.062, 0.035, 0.03, n, detail.edge(0.002))
    vanes = ring_of(box(0.055, 0.016, 0.004).moved(0.09, 0, 0), 18)
    return [*faces, hub, *detail.some([vanes])]


def axle_boxes(detail: Detail) -> tuple[Piece, ...]:
    """Axle boxes, their covers and coil springs."""
    edge = detail.edge(0.006)
    cases, covers, springs = [], [], []
    bolts = bolt_circle(hex_head(0.008), 6, 0.032).turned("x", pi / 2)
    for x in ENDS:
        inward = -np.sign(x)
        for side in SIDES:
            z = side * 0.4
            cases.append(
                cylinder(0.062, 0.09, detail.round(32), edge).turned("x", pi / 2).moved(x, AXLE, z)
            )
            cases.append(box(0.19, 0.04, 0.06, edge).moved(x + inward * 0.11, AXLE - 0.015, z))
            covers.append(
                cylinder(0.045, 0.016, detail.round(28), detail.edge(0.003))
                .turned("x", pi / 2)
                .moved(x, AXLE, z + side * 0.05)
            )
            covers += detail.some(
                [
                    bolts.moved(x, AXLE, z + 0.056)
                    if side > 0
                    else bolts.mirrored("z").moved(x, AXLE, z - 0.056)
                ]
            )
            springs.append(_coil(detail, 0.042, 0.0075, 0.1).moved(x, AXLE + 0.062, z))
    return (
        painted(f.CAST, f.GRAPHITE, *cases),
        painted(f.MACHINED, f.STEEL, *covers),
        painted(f.PAINT, srgb("#d9a227"), *springs),
    )


def _coil(detail: Detail, radius: float, wire: float, height: float) -> Mesh:
    turns, steps = 4.5, 72 if detail.fine else 20
    a = np.linspace(0, tau * turns, steps)
    path = np.stack([radius * np.cos(a), height * a / a[-1], radius * np.sin(a)], axis=1)
    return pipe(path, wire, detail.round(8))
