"""A powered bogie of a high-speed train on a piece of track, at 1 : 2.5."""

from __future__ import annotations

from math import pi, tau

import numpy as np

from scenes.author import Clip, Model
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import bolt_circle, hex_head, ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, slab
from scenes.demo.exhibits.motion import spin
from scenes.demo.shapes import Mesh, box, curve, cylinder, lathe, merge, pipe, srgb, torus, tube

__all__ = ["EXHIBIT"]

SCALE = 0.4
BASE = 2.5 * SCALE
GAUGE = 1.5 * SCALE
WHEEL = 0.46 * SCALE
RAIL = 0.075
AXLE = RAIL + WHEEL
FRAME = srgb("#34618f")
SIDES = (-1, 1)
ENDS = (-BASE / 2, BASE / 2)


def _model(detail: Detail) -> Model:
    roll = Clip(
        "roll",
        tuple(spin(f"wheelset-{i + 1}", (0, 0, -1), 2.0, 4.0) for i in range(2)),
        {"zh": "滚动", "en": "Roll"},
    )
    return Model("train-bogie", assemble(_parts(detail), detail), clips=(roll,))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("track", _track(detail), ("轨道", "Track")),
        *_wheelsets(detail),
        Item(
            "axle-boxes",
            _boxes(detail),
            ("轴箱与一系弹簧", "Axle boxes and primary springs"),
            (0, 0.2, 0),
        ),
        Item(
            "motors",
            _motors(detail),
            ("牵引电机与齿轮箱", "Traction motors and gear cases"),
            (0, 0.36, 0),
        ),
        Item("brakes", _brakes(detail), ("盘形制动夹钳", "Disc brake callipers"), (0, 0.52, 0)),
        Item("frame", _frame(detail), ("H 形构架", "H-frame"), (0, 0.62, 0)),
        Item("dampers", _dampers(detail), ("抗蛇行减振器", "Yaw dampers"), (0, 0.74, 0)),
        Item(
            "air-springs",
            _air_springs(detail),
            ("二系空气弹簧", "Secondary air springs"),
            (0, 0.9, 0),
        ),
    )


def _track(detail: Detail) -> tuple[Piece, ...]:
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


def _wheelsets(detail: Detail) -> tuple[Item, ...]:
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


def _boxes(detail: Detail) -> tuple[Piece, ...]:
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


def _frame(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.014)
    beams = [slab(_beam(), 0.095, edge).moved(z=side * 0.4) for side in SIDES]
    transoms = [
        cylinder(0.055, 0.74, detail.round(32)).turned("x", pi / 2).moved(x, AXLE + 0.09, 0)
        for x in (-0.11, 0.11)
    ]
    centre = box(0.3, 0.05, 0.2, edge).moved(0, AXLE + 0.09, 0)
    brackets = [
        box(0.05, 0.09, 0.12, detail.edge(0.008)).moved(x, AXLE + 0.1, z)
        for x in (-0.19, 0.19)
        for z in (-0.18, 0.18)
    ]
    pads = [
        cylinder(0.09, 0.014, detail.round(40), detail.edge(0.003)).moved(
            0, AXLE + 0.118, side * 0.4
        )
        for side in SIDES
    ]
    return (
        painted(f.LACQUER, FRAME, *beams, *transoms, centre, *brackets),
        painted(f.BRUSHED, f.STEEL, *pads),
    )


def _beam() -> np.ndarray:
    """The side beam: high over the axle boxes, low in the middle."""
    high, low, deep = AXLE + 0.22, AXLE + 0.11, 0.075
    top = [
        (-0.62, high - 0.015),
        (-0.6, high),
        (-0.42, high),
        (-0.26, low),
        (0.26, low),
        (0.42, high),
        (0.6, high),
        (0.62, high - 0.015),
    ]
    bottom = [
        (0.62, high - 0.055),
        (0.4, high - 0.058),
        (0.24, low - deep),
        (-0.24, low - deep),
        (-0.4, high - 0.058),
        (-0.62, high - 0.055),
    ]
    return np.array([*top, *bottom])


def _motors(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    bodies, cases = [], []
    for x, side in zip(ENDS, (1, -1), strict=True):
        at = x - np.sign(x) * 0.22
        motor = lathe(
            [(0, -0.13), (0.07, -0.13), (0.085, -0.118), (0.085, 0.118), (0.07, 0.13), (0, 0.13)], n
        )
        fins = ring_of(box(0.012, 0.2, 0.005).moved(0.087, 0, 0), 22)
        laid = [
            m.turned("x", pi / 2).moved(at, AXLE + 0.03, side * 0.05)
            for m in (motor, *detail.some([fins]))
        ]
        bodies += laid
        case = slab(_gear_case(abs(at - x)), 0.06, detail.edge(0.008))
        cases.append((case if at > x else case.turned("y", pi)).moved(x, AXLE, -side * 0.2))
    couplings = [
        cylinder(0.03, 0.08, n, detail.edge(0.003))
        .turned("x", pi / 2)
        .moved(x - np.sign(x) * 0.22, AXLE + 0.03, -side * 0.12)
        for x, side in zip(ENDS, (1, -1), strict=True)
    ]
    return (
        painted(f.PAINT, srgb("#5f6c73"), *bodies),
        painted(f.CAST, (0.5, 0.52, 0.54), *cases, *couplings),
    )


def _gear_case(distance: float) -> np.ndarray:
    """The outline of a gear case round the axle (0, 0) and the pinion (distance, 0.03)."""
    big, small = 0.105, 0.055
    first = [
        (big * np.cos(a), big * np.sin(a)) for a in np.linspace(pi / 2 - 0.1, 3 * pi / 2 + 0.1, 18)
    ]
    second = [
        (distance + small * np.cos(a), 0.03 + small * np.sin(a))
        for a in np.linspace(-pi / 2, pi / 2, 10)
    ]
    return np.array([*first, *second])


def _brakes(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.004)
    arms, pads = [], []
    for x in ENDS:
        inward = -float(np.sign(x))
        for z in (-0.11, 0.0, 0.11):
            arms.append(box(0.05, 0.05, 0.07, edge).moved(x + inward * 0.15, AXLE + 0.115, z))
            arms += [
                box(0.12, 0.02, 0.012, edge).moved(x + inward * 0.1, AXLE + 0.09, z + s * 0.028)
                for s in SIDES
            ]
            pads += [
                box(0.05, 0.07, 0.007, detail.edge(0.002)).moved(
                    x + inward * 0.07, AXLE + 0.07, z + s * 0.0195
                )
                for s in SIDES
            ]
    return (
        painted(f.PAINT, srgb("#b5382a"), *arms),
        painted(f.CAST, f.DARK_STEEL, *pads),
    )


def _dampers(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(20)
    bodies, rods = [], []
    for side in SIDES:
        bodies.append(
            cylinder(0.026, 0.24, n, detail.edge(0.004))
            .turned("z", pi / 2)
            .moved(-0.12, AXLE + 0.06, side * 0.485)
        )
        rods.append(
            cylinder(0.012, 0.2, n).turned("z", pi / 2).moved(0.08, AXLE + 0.06, side * 0.485)
        )
        rods += [
            torus(0.02, 0.009, n, detail.round(10))
            .turned("x", pi / 2)
            .moved(x, AXLE + 0.06, side * 0.485)
            for x in (-0.26, 0.2)
        ]
    hoses = [
        pipe(
            curve(
                [
                    (0.16, AXLE + 0.15, s * 0.3),
                    (0.24, AXLE + 0.19, s * 0.32),
                    (0.3, AXLE + 0.12, s * 0.3),
                ],
                6,
            ),
            0.008,
            detail.round(10),
        )
        for s in SIDES
    ]
    return (
        painted(f.PAINT, srgb("#d9a227"), *bodies),
        painted(f.MACHINED, f.STEEL, *rods),
        *detail.some([painted(f.RUBBER, f.BLACK, *hoses)]),
    )


def _air_springs(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(48)
    bellows = lathe(
        [
            (0, 0),
            (0.07, 0),
            (0.1, 0.014),
            (0.108, 0.034),
            (0.098, 0.05),
            (0.098, 0.054),
            (0.108, 0.07),
            (0.1, 0.088),
            (0.07, 0.1),
            (0, 0.1),
        ],
        n,
        crease=70,
    )
    plate = cylinder(0.088, 0.012, n, detail.edge(0.003)).moved(y=0.106)
    pin = cylinder(0.02, 0.03, detail.round(20), detail.edge(0.004)).moved(y=0.126)
    places = [(0, AXLE + 0.125, side * 0.4) for side in SIDES]
    return (
        painted(f.RUBBER, f.BLACK, *(bellows.moved(*p) for p in places)),
        painted(f.BRUSHED, f.ALUMINIUM, *(merge([plate, pin]).moved(*p) for p in places)),
    )


EXHIBIT = Exhibit(
    "train-bogie",
    {"zh": "350 km/h 动力转向架", "en": "350 km/h powered bogie"},
    {"zh": "驰陆轨道", "en": "Chilu Rail"},
    {
        "zh": "轮对、轴箱弹簧、H 形构架与空气弹簧把车体与轨道一层层隔开，"
        "抗蛇行减振器在高速下压住摇摆。拆开后按承载顺序自下而上排列。",
        "en": "Wheelsets, primary springs, H-frame and air springs separate car and track layer by "
        "layer; yaw dampers hold it steady at speed. Apart, the parts line up in the order in "
        "which they carry the load.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 2.5", "1 : 2.5"),
        Fact("设计速度", "Design speed", "350 km/h", "350 km/h"),
        Fact("固定轴距", "Wheelbase", "2 500 mm", "2,500 mm"),
        Fact("车轮直径（新 / 旧）", "Wheel diameter (new / worn)", "920 / 850 mm", "920 / 850 mm"),
        Fact("轴重", "Axle load", "不大于 17 t", "17 t at most"),
        Fact("牵引电机", "Traction motors", "2 × 625 kW 永磁同步", "2 × 625 kW permanent magnet"),
    ),
    Plinth(0.35, 1.05),
    _model,
    coarse_error=0.01,
)
