"""A five-axis machining centre at 1 : 2 that mills a blisk on its tilting table."""

from __future__ import annotations

from math import pi, radians

import numpy as np

from scenes.author import Clip, Model, about
from scenes.author.turn import Vec3
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import bolt_circle, ring_of, socket_screw
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded, slab
from scenes.demo.exhibits.motion import slide, swing
from scenes.demo.shapes import Mesh, box, curve, cylinder, extrude, lathe, merge, pipe, srgb, tube

__all__ = ["EXHIBIT"]

TEAL = srgb("#23777c")
SADDLE: Vec3 = (0.0, 0.92, 0.16)
HEAD: Vec3 = (0.0, 0.0, -0.2)
CRADLE: Vec3 = (0.0, 0.44, -0.12)
TABLE: Vec3 = (0.0, -0.05, 0.0)


def _model(detail: Detail) -> Model:
    machine = Item("machine", turn=about((0, 1, 0), pi), children=_parts(detail))
    return Model("machining-centre", assemble((machine,), detail), clips=(_mill(),))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("bed", _bed(detail), ("矿物铸件床身", "Mineral-cast bed")),
        Item("column", _column(detail), ("立柱与 X 向导轨", "Column and X guides"), (0, 0.12, 0.3)),
        _saddle(detail),
        _cradle(detail),
        Item("magazine", _magazine(detail), ("24 把刀库", "24-tool magazine"), (0.34, 0.1, 0)),
        Item("panel", _panel(detail), ("数控面板", "Control panel"), (-0.24, 0, -0.12)),
    )


def _bed(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.012)
    base = box(0.94, 0.26, 0.98, edge).moved(0, 0.15, 0.02)
    recess = extrude(rounded(0.5, 0.4, 0.05, 5), 0.012, bevel=detail.edge(0.003)).moved(
        0, 0.279, -0.12
    )
    blocks = [box(0.12, 0.24, 0.2, edge).moved(x, 0.39, -0.12) for x in (-0.33, 0.33)]
    feet = [
        cylinder(0.04, 0.03, detail.round(24), detail.edge(0.004)).moved(x, 0.015, z)
        for x in (-0.4, 0.4)
        for z in (-0.4, 0.44)
    ]
    stripe = box(0.945, 0.03, 0.985, detail.edge(0.004)).moved(0, 0.06, 0.02)
    screws = [
        socket_screw(detail, 0.016).moved(x, 0.509, z)
        for x in (-0.36, -0.3, 0.3, 0.36)
        for z in (-0.19, -0.05)
    ]
    return (
        painted(f.PAINT, srgb("#d5d9d8"), base, *blocks),
        painted(f.PAINT, TEAL, stripe),
        painted(f.BRUSHED, f.DARK_STEEL, recess, *feet, *detail.some(screws)),
    )


def _column(detail: Detail) -> tuple[Piece, ...]:
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


def _saddle(detail: Detail) -> Item:
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


def _cradle(detail: Detail) -> Item:
    """The A axis: a cradle that tilts about X between the bed's blocks."""
    n = 14 if detail.fine else 6
    arm = slab([(-0.07, -0.13), (0.07, -0.13), *_arc(0.08, n)], 0.05, detail.edge(0.008)).turned(
        "y", pi / 2
    )
    arms = [arm.moved(x=x) for x in (-0.225, 0.225)]
    floor = box(0.46, 0.05, 0.17, detail.edge(0.01)).moved(y=-0.125)
    hubs = [
        cylinder(0.06, 0.03, detail.round(36), detail.edge(0.004)).turned("z", pi / 2).moved(x=x)
        for x in (-0.262, 0.262)
    ]
    return Item(
        "cradle",
        (painted(f.PAINT, TEAL, *arms, floor), painted(f.MACHINED, f.STEEL, *hubs)),
        ("A 轴摇篮", "A-axis cradle"),
        (0, 0.14, -0.42),
        CRADLE,
        children=(_table(detail),),
    )


def _arc(radius: float, steps: int) -> list[tuple[float, float]]:
    return [(radius * np.cos(a), radius * np.sin(a)) for a in np.linspace(0, pi, steps)]


def _table(detail: Detail) -> Item:
    n = detail.round(56)
    disc = tube(0.145, 0.02, 0.035, n, detail.edge(0.004)).moved(y=-0.03)
    slots = [
        box(0.11, 0.004, 0.012).moved(0.085, -0.0115, 0).turned("y", k * pi / 4) for k in range(8)
    ]
    return Item(
        "table",
        (
            painted(f.MACHINED, f.STEEL, disc),
            *detail.some([painted(f.BRUSHED, f.DARK_STEEL, *slots)]),
        ),
        ("C 轴转台", "C-axis table"),
        (0, 0.16, 0),
        TABLE,
        children=(
            Item("blisk", _blisk(detail), ("整体叶盘工件", "Blisk workpiece"), (0, 0.16, 0)),
        ),
    )


def _blisk(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(48)
    hub = lathe(
        [
            (0.018, -0.012),
            (0.066, -0.012),
            (0.066, 0.024),
            (0.05, 0.03),
            (0.03, 0.042),
            (0.018, 0.042),
            (0.018, -0.012),
        ],
        n,
    )
    sections = [
        Section(0.06 + 0.045 * s, 0.034 - 0.006 * s, radians(35 + 18 * s), 0.1, 0.06)
        for s in (0.0, 0.5, 1.0)
    ]
    one = blade(sections, 5 if detail.fine else 3, 0.5).turned("z", -pi / 2).turned("x", pi / 2)
    vanes = ring_of(one.moved(y=0.006), 17 if detail.fine else 9)
    clamp = merge(
        [
            cylinder(0.026, 0.012, detail.round(24), detail.edge(0.002)).moved(y=0.048),
            socket_screw(detail, 0.014).moved(y=0.054),
        ]
    )
    return (
        painted(f.MACHINED, f.ALUMINIUM, hub, vanes),
        painted(f.MACHINED, f.DARK_STEEL, clamp),
    )


def _magazine(detail: Detail) -> tuple[Piece, ...]:
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


def _panel(detail: Detail) -> tuple[Piece, ...]:
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


TIMES = (0.0, 1.2, 2.4, 3.6, 4.8, 6.0, 7.2, 8.4, 9.6)


def _mill() -> Clip:
    """Tilt, approach, follow a blade while the table turns, retreat."""
    return Clip(
        "mill",
        (
            slide("saddle", SADDLE, (0.1, 0, 0), TIMES, (0, 0.3, 0.9, 0.4, 0.9, 0.4, 0.9, 0.3, 0)),
            slide(
                "spindle-head",
                HEAD,
                (0, -0.1, 0),
                TIMES,
                (0, 0.3, 0.62, 0.62, 0.6, 0.62, 0.6, 0.3, 0),
            ),
            swing("cradle", (1, 0, 0), TIMES, (0, -12, -24, -18, -26, -18, -24, -12, 0)),
            swing("table", (0, 1, 0), TIMES, (0, 30, 75, 120, 165, 210, 255, 310, 360)),
        ),
        {"zh": "五轴联动铣削", "en": "Five-axis milling"},
    )


EXHIBIT = Exhibit(
    "machining-centre",
    {"zh": "五轴立式加工中心", "en": "Five-axis machining centre"},
    {"zh": "墨衡精机", "en": "Moheng Precision"},
    {
        "zh": "摇篮转台让工件倾斜、旋转，主轴只做直线运动，一次装夹就能铣完整体叶盘。"
        "播放“五轴联动铣削”，看五根轴怎样同时运动。",
        "en": "The cradle tilts and turns the work while the spindle moves in straight lines, so "
        "that a blisk is milled in one clamping. Play “Five-axis milling” and watch all axes move "
        "at once.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 2", "1 : 2"),
        Fact("转台直径", "Table diameter", "580 mm", "580 mm"),
        Fact("主轴", "Spindle", "24 000 r/min，42 kW", "24,000 rpm, 42 kW"),
        Fact("快移速度", "Rapid traverse", "50 m/min", "50 m/min"),
        Fact("定位精度", "Positioning accuracy", "4 µm", "4 µm"),
        Fact("刀库", "Tool magazine", "24 把，HSK-A63", "24 tools, HSK-A63"),
    ),
    Plinth(0.25, 0.95),
    _model,
    coarse_error=0.008,
)
