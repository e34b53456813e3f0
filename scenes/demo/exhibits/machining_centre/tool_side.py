"""The linear axes: saddle, spindle head, spindle."""

from __future__ import annotations

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, painted, rounded
from scenes.demo.exhibits.machining_centre.plan import HEAD, SADDLE, TEAL
from scenes.demo.shapes import box, curve, cylinder, extrude, lathe, pipe, srgb

__all__ = ["saddle"]


def saddle(detail: Detail) -> Item:
    """X slide; it carries the Z slide, which carries the spindle."""
    edge = detail.edge(0.01)
    plate = box(0.36, 0.38, 0.06, edge).moved(0, 0, 0.04)
    trucks = [
        box(0.08, 0.05, 0.03, detail.edge(0.004)).moved(x, y, 0.075)
        for x in (-0.13, 0.13)
        for y in (-0.14, 0.14)
    ]
    rails = [box(0.025, 0.42, 0.025, detail.edge(0.003)).moved(x, 0, 0.0) for x in (-0.11, 0.11)]
    chain = pipe(
        curve([(0.1, 0.2, 0.06), (0.2, 0.3, 0.1), (0.34, 0.26, 0.14), (0.4, 0.2, 0.2)], 6),
        0.018,
        detail.round(8),
    )
    return Item(
        "saddle",
        (
            painted(f.PAINT, TEAL, plate),
            painted(f.MACHINED, f.STEEL, *rails, *trucks),
            painted(f.RUBBER, f.BLACK, chain),
        ),
        ("X 向滑板", "X saddle"),
        (0, 0.22, 0.06),
        SADDLE,
        children=(_head(detail),),
    )


def _head(detail: Detail) -> Item:
    edge = detail.edge(0.014)
    housing = extrude(rounded(0.26, 0.24, 0.04, 6 if detail.fine else 3), 0.44, bevel=edge).moved(
        0, -0.18, 0.06
    )
    back = box(0.28, 0.34, 0.06, detail.edge(0.006)).moved(0, 0.02, 0.16)
    motor = cylinder(0.08, 0.16, detail.round(36), detail.edge(0.008)).moved(0, 0.34, 0.06)
    badge = box(0.12, 0.03, 0.004, detail.edge(0.001)).moved(0, 0.14, -0.061)
    return Item(
        "spindle-head",
        (
            painted(f.PAINT, srgb("#e2e5e4"), housing, back),
            painted(f.PLASTIC, f.GRAPHITE, motor, badge),
        ),
        ("Z 向主轴箱", "Z spindle head"),
        (0, 0.2, -0.16),
        HEAD,
        children=(_spindle(detail),),
    )


def _spindle(detail: Detail) -> Item:
    n = detail.round(40)
    nose = lathe(
        [(0, -0.27), (0.03, -0.27), (0.045, -0.25), (0.06, -0.24), (0.062, -0.18), (0, -0.18)], n
    )
    holder = lathe(
        [
            (0, -0.34),
            (0.016, -0.34),
            (0.02, -0.32),
            (0.034, -0.31),
            (0.034, -0.3),
            (0.028, -0.295),
            (0.028, -0.285),
            (0.034, -0.28),
            (0.034, -0.27),
            (0, -0.27),
        ],
        n,
    )
    tool = lathe(
        [(0, -0.405), (0.005, -0.404), (0.0085, -0.4), (0.0085, -0.34), (0, -0.34)],
        detail.round(16),
    )
    nozzles = [pipe([(x, -0.2, 0.0), (x * 0.8, -0.27, 0.0)], 0.005, 8) for x in (-0.07, 0.07)]
    return Item(
        "spindle",
        (
            painted(f.MACHINED, f.STEEL, nose, holder, *detail.some(nozzles)),
            painted(f.MACHINED, f.BRASS, tool),
        ),
        ("电主轴与刀柄", "Motor spindle and tool"),
        (0, -0.12, 0),
        (0, 0, 0.06),
    )
