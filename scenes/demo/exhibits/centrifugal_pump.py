"""A centrifugal pump: spiral casing, closed impeller, shaft, bearings, coupling, motor."""

from __future__ import annotations

from math import cos, log, pi, sin, tau

import numpy as np

from scenes.author import Clip, Model
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import ball_bearing, bolt_circle, flange, hex_bolt, ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, axial, painted
from scenes.demo.exhibits.motion import spin
from scenes.demo.shapes import Mesh, box, cylinder, extrude, lathe, loft, srgb, tube

__all__ = ["EXHIBIT"]

AXIS = 0.3
PUMP_BLUE = srgb("#1f5fa8")
MOTOR_GREY = srgb("#5b666e")
INLET, EXIT = 0.062, 0.135


def _model(detail: Detail) -> Model:
    pump = Item("pump", at=(-0.37, AXIS, 0), children=_parts(detail))
    clip = Clip(
        "run", tuple(spin(n, (1, 0, 0), 4.0, 4.0) for n in TURNING), {"zh": "运转", "en": "Run"}
    )
    return Model("centrifugal-pump", assemble((pump,), detail), clips=(clip,))


TURNING = ("impeller", "shaft", "coupling")


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("baseplate", _baseplate(detail), ("公共底座", "Baseplate")),
        Item("cover-bolts", _cover_bolts(detail), ("泵盖螺栓", "Cover bolts"), (-0.62, 0.0, 0)),
        Item("suction-cover", _cover(detail), ("吸入盖", "Suction cover"), (-0.48, 0, 0)),
        Item("volute", _volute(detail), ("蜗壳", "Volute casing"), (-0.24, 0, 0)),
        Item("impeller", _impeller(detail), ("闭式叶轮", "Closed impeller"), (-0.1, 0.34, 0)),
        Item("seal", _seal(detail), ("机械密封", "Mechanical seal"), (0, 0.34, 0)),
        Item("shaft", _shaft(detail), ("泵轴", "Pump shaft"), (0.06, 0.34, 0)),
        Item("bearings", _bearings(detail), ("滚动轴承", "Bearings"), (0.06, 0.5, 0)),
        Item("bracket", _bracket(detail), ("轴承箱", "Bearing bracket"), (0, 0, 0)),
        Item("coupling", _coupling(detail), ("弹性联轴器", "Flexible coupling"), (0.06, 0.34, 0)),
        Item("motor", _motor(detail), ("IE5 电动机", "IE5 motor"), (0.26, 0, 0)),
    )


def _volute(detail: Detail) -> tuple[Piece, ...]:
    """A casing whose section grows round the impeller and leaves upwards (tangentially)."""
    steps = 40 if detail.fine else 16
    sides = 16 if detail.fine else 8
    rings = [_section(i / steps, sides) for i in range(steps + 1)]
    spiral = loft(rings, crease=60)
    last = rings[-1].mean(axis=0)
    throat = [rings[-1] + np.array([0, 0.07 * k, 0]) for k in (0, 1)]
    wide = (rings[-1] - last) * 1.12 + last + np.array([0, 0.185, 0])
    neck = loft([throat[0], throat[1], wide], crease=60)
    ends = flange(detail, 0.105, 0.062, 0.022, 8, 0.085, 0.009).moved(
        last[0], last[1] + 0.18, last[2]
    )
    plates = [
        tube(0.168, 0.08, 0.016, detail.round(56), detail.edge(0.003)).moved(y=y)
        for y in (-0.062, 0.058)
    ]
    foot = [
        box(0.1, 0.05, 0.09, detail.edge(0.006)).moved(0, -AXIS + 0.075, z) for z in (-0.13, 0.13)
    ]
    legs = [
        box(0.07, 0.15, 0.03, detail.edge(0.006)).moved(0, -AXIS + 0.15, z) for z in (-0.12, 0.12)
    ]
    bolts = bolt_circle(hex_bolt(detail, 0.014), 8, 0.085).moved(last[0], last[1] + 0.202, last[2])
    return (
        painted(
            f.LACQUER, PUMP_BLUE, spiral, neck, ends, *(axial(p) for p in plates), *foot, *legs
        ),
        *detail.some([painted(f.MACHINED, f.DARK_STEEL, bolts)]),
    )


def _section(share: float, sides: int) -> np.ndarray:
    """The spiral's section after a share of the turn, from the tongue round to the throat."""
    angle = tau * share
    radius = 0.03 + 0.036 * share
    centre = 0.148 + radius * 0.75
    direction = np.array([0, -sin(angle), cos(angle)])
    turns = np.arange(sides) * tau / sides
    axis = np.array([1.0, 0, 0])
    middle = direction * centre
    ring: np.ndarray = middle + radius * (
        np.outer(np.cos(turns), direction) + np.outer(np.sin(turns), axis)
    )
    return ring


def _impeller(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(56)
    back = lathe(
        [(0, 0.03), (EXIT, 0.03), (EXIT, 0.036), (0.05, 0.044), (0.03, 0.055), (0, 0.055)], n
    )
    nut = lathe(
        [(0, -0.035), (0.012, -0.03), (0.026, 0.0), (0.034, 0.03), (0, 0.03)], detail.round(32)
    )
    front = lathe(
        [
            (INLET, -0.05),
            (INLET + 0.007, -0.05),
            (INLET + 0.009, -0.022),
            (EXIT, 0.002),
            (EXIT, 0.008),
            (INLET + 0.004, -0.014),
            (INLET, -0.05),
        ],
        n,
    )
    vanes = ring_of(_vane(detail), 6)
    return (painted(f.MACHINED, f.BRASS, *(axial(m) for m in (back, nut, front, vanes))),)


def _vane(detail: Detail) -> Mesh:
    """A backward-curved vane: a logarithmic spiral that leaves at 25 degrees."""
    steps = 12 if detail.fine else 5
    radii = np.linspace(0.045, EXIT - 0.001, steps)
    turns = np.array([log(float(r) / 0.045) / np.tan(np.radians(25)) for r in radii]) * 0.5
    thick = 0.0035 * np.sin(np.linspace(0.5, pi - 0.35, steps)) + 0.0012
    outer = [
        (r * cos(a + t / r), r * sin(a + t / r))
        for r, a, t in zip(radii, turns, thick, strict=True)
    ]
    inner = [
        (r * cos(a - t / r), r * sin(a - t / r))
        for r, a, t in zip(radii, turns, thick, strict=True)
    ]
    return extrude([*outer, *inner[::-1]], 0.044, crease=40).moved(y=-0.012)


def _cover(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(56)
    plate = lathe(
        [
            (INLET, -0.085),
            (0.165, -0.085),
            (0.165, -0.071),
            (0.11, -0.071),
            (0.1, -0.066),
            (INLET + 0.012, -0.06),
            (INLET, -0.06),
            (INLET, -0.085),
        ],
        n,
    )
    neck = tube(0.078, INLET, 0.1, n).moved(y=-0.13)
    end = flange(detail, 0.115, INLET, 0.022, 8, 0.095, 0.009).moved(y=-0.19)
    return (painted(f.LACQUER, PUMP_BLUE, *(axial(m) for m in (plate, neck, end))),)


def _cover_bolts(detail: Detail) -> tuple[Piece, ...]:
    bolts = bolt_circle(hex_bolt(detail, 0.012, 0.04), 10 if detail.fine else 5, 0.152)
    return (painted(f.MACHINED, f.STEEL, axial(bolts.turned("x", pi).moved(y=-0.085))),)


def _seal(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    ring = tube(0.042, 0.0245, 0.014, n, detail.edge(0.002)).moved(y=0.078)
    face = tube(0.036, 0.0245, 0.012, n, detail.edge(0.002)).moved(y=0.092)
    coils = [tube(0.035, 0.029, 0.003, n).moved(y=0.101 + 0.006 * i) for i in range(4)]
    collar = tube(0.04, 0.0245, 0.01, n, detail.edge(0.002)).moved(y=0.128)
    return (
        painted(f.MACHINED, f.STEEL, axial(ring), axial(collar), *(axial(c) for c in coils)),
        painted(f.PLASTIC, f.BLACK, axial(face)),
    )


def _shaft(detail: Detail) -> tuple[Piece, ...]:
    body = lathe(
        [
            (0, 0.0),
            (0.018, 0.0),
            (0.018, 0.055),
            (0.024, 0.058),
            (0.024, 0.15),
            (0.03, 0.153),
            (0.03, 0.34),
            (0.024, 0.344),
            (0.024, 0.43),
            (0.022, 0.432),
            (0, 0.432),
        ],
        detail.round(40),
    )
    key = box(0.04, 0.007, 0.008).moved(0.405, 0.0245, 0)
    return (painted(f.MACHINED, f.STEEL, axial(body), *detail.some([key])),)


def _bearings(detail: Detail) -> tuple[Piece, ...]:
    rings, balls = ball_bearing(detail, 0.062, 0.0302, 0.024)
    places = (0.18, 0.318)
    return (
        painted(f.MACHINED, f.STEEL, *(axial(rings.moved(y=y)) for y in places)),
        painted(f.MACHINED, f.BRASS, *(axial(balls.moved(y=y)) for y in places)),
    )


def _bracket(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(56)
    lantern = lathe(
        [
            (0.064, 0.075),
            (0.165, 0.075),
            (0.165, 0.09),
            (0.12, 0.1),
            (0.085, 0.15),
            (0.08, 0.17),
            (0.08, 0.335),
            (0.064, 0.335),
            (0.064, 0.075),
        ],
        n,
        crease=45,
    )
    ribs = ring_of(box(0.01, 0.14, 0.008).moved(0.084, 0.25, 0), 12)
    cap = tube(0.078, 0.0305, 0.012, n, detail.edge(0.002)).moved(y=0.341)
    leg = box(0.06, AXIS - 0.12, 0.05, detail.edge(0.006)).moved(0.27, -AXIS / 2 - 0.02, 0)
    foot = box(0.08, 0.03, 0.16, detail.edge(0.006)).moved(0.27, -AXIS + 0.065, 0)
    glass = (
        cylinder(0.014, 0.01, detail.round(20), detail.edge(0.002))
        .turned("x", pi / 2)
        .moved(0.25, 0, 0.083)
    )
    return (
        painted(
            f.LACQUER,
            PUMP_BLUE,
            axial(lantern),
            *(axial(r) for r in detail.some([ribs])),
            leg,
            foot,
        ),
        painted(f.MACHINED, f.STEEL, axial(cap)),
        *detail.some([painted(f.MACHINED, f.BRASS, glass)]),
    )


def _coupling(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    hubs = [
        lathe(
            [
                (0.022, 0.37),
                (0.04, 0.37),
                (0.04, 0.4),
                (0.062, 0.402),
                (0.062, 0.418),
                (0.022, 0.418),
                (0.022, 0.37),
            ],
            n,
        ),
        lathe(
            [(0, 0.43), (0.062, 0.43), (0.062, 0.446), (0.04, 0.448), (0.04, 0.48), (0, 0.48)], n
        ),
    ]
    spider = tube(0.058, 0.024, 0.012, n).moved(y=0.424)
    pins = bolt_circle(cylinder(0.006, 0.07, detail.round(12)), 6, 0.05).moved(y=0.424)
    return (
        painted(f.BRUSHED, f.DARK_STEEL, *(axial(h) for h in hubs), axial(pins)),
        painted(f.RUBBER, srgb("#d9591f"), axial(spider)),
    )


def _motor(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(48)
    body = lathe(
        [
            (0, 0.5),
            (0.12, 0.5),
            (0.132, 0.51),
            (0.132, 0.525),
            (0.122, 0.53),
            (0.122, 0.83),
            (0, 0.83),
        ],
        n,
    )
    fan = lathe([(0, 0.83), (0.135, 0.83), (0.135, 0.92), (0.115, 0.935), (0, 0.935)], n)
    fins = ring_of(box(0.024, 0.28, 0.004).moved(0.132, 0.68, 0), 40, start=tau / 80)
    shaft = cylinder(0.022, 0.05, detail.round(24)).moved(y=0.478)
    terminals = box(0.16, 0.06, 0.12, detail.edge(0.008)).moved(0.66, 0.165, 0)
    gland = cylinder(0.016, 0.03, detail.round(16)).turned("x", pi / 2).moved(0.62, 0.165, 0.072)
    feet = [
        box(0.06, 0.16, 0.04, detail.edge(0.006)).moved(x, -0.165, z)
        for x in (0.58, 0.78)
        for z in (-0.1, 0.1)
    ]
    plate = box(0.08, 0.05, 0.003).moved(0.66, 0.0, 0.146)
    grille = [tube(r, r - 0.004, 0.004, n).moved(y=0.9355) for r in (0.03, 0.05, 0.07, 0.09)]
    return (
        painted(
            f.PAINT,
            MOTOR_GREY,
            *(axial(m) for m in (body, fan, *detail.some([fins]))),
            terminals,
            *feet,
        ),
        painted(
            f.MACHINED,
            f.STEEL,
            axial(shaft),
            *detail.some([gland, plate, *(axial(g) for g in grille)]),
        ),
    )


def _baseplate(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.006)
    rails = [box(1.16, 0.05, 0.06, edge).moved(0.36, -AXIS + 0.025, z) for z in (-0.17, 0.17)]
    ties = [
        box(0.06, 0.05, 0.3, edge).moved(x, -AXIS + 0.025, 0)
        for x in (-0.17, 0.27, 0.58, 0.78, 0.9)
    ]
    bolts = [
        hex_bolt(detail, 0.016).moved(x, -AXIS + 0.05, z)
        for x in (-0.18, 0.42, 0.9)
        for z in (-0.17, 0.17)
    ]
    return (
        painted(f.PAINT, f.GRAPHITE, *rails, *ties),
        *detail.some([painted(f.MACHINED, f.STEEL, *bolts)]),
    )


EXHIBIT = Exhibit(
    "centrifugal-pump",
    {"zh": "单级端吸离心泵", "en": "Single-stage end-suction pump"},
    {"zh": "沧浪流体", "en": "Canglang Fluid Systems"},
    {
        "zh": "液体从吸入盖轴向进入，六片后弯叶片把转动变成流速，再由截面逐渐放大的蜗壳变成压力。"
        "拆开后依次是吸入盖、蜗壳、闭式叶轮、机械密封、泵轴与轴承。",
        "en": "Liquid enters along the axis; six backward-curved vanes turn rotation into speed, "
        "and the growing volute turns speed into pressure. Apart, you meet suction cover, volute, "
        "closed impeller, mechanical seal, shaft and bearings in order.",
    },
    (
        Fact("流量", "Flow", "125 m³/h", "125 m³/h"),
        Fact("扬程", "Head", "52 m", "52 m"),
        Fact("转速", "Speed", "2 960 r/min", "2,960 rpm"),
        Fact("效率", "Efficiency", "82.4 %", "82.4%"),
        Fact("电机功率", "Motor power", "30 kW，IE5", "30 kW, IE5"),
        Fact("必需汽蚀余量", "NPSH required", "2.9 m", "2.9 m"),
    ),
    Plinth(0.6, 0.85),
    _model,
    coarse_error=0.008,
)
