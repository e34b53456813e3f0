"""A traction battery: tray, cooling plate, modules, busbars, management unit, lid."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.author import Instances, Model
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import hex_bolt
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded
from scenes.demo.shapes import Mesh, box, curve, cylinder, extrude, merge, pipe, srgb

__all__ = ["EXHIBIT"]

LONG, WIDE = 1.84, 1.24
FLOOR, RIM = 0.018, 0.15
MODULE = (0.5, 0.1, 0.255)
ROWS = (-0.42, -0.14, 0.14, 0.42)
COLUMNS = (-0.61, -0.085, 0.44)
HIGH_VOLTAGE = srgb("#f07f13")
STACK = 0.05


def _model(detail: Detail) -> Model:
    pack = Item("pack", at=(0, 0.03, 0), children=_parts(detail))
    return Model("battery-pack", assemble((pack,), detail))


def _parts(detail: Detail) -> tuple[Item, ...]:
    places = np.array([(x, STACK + MODULE[1] / 2, z) for x in COLUMNS for z in ROWS])
    modules = Item("module", _module(detail), places=Instances(places))
    return (
        Item("tray", _tray(detail), ("下托盘", "Tray")),
        Item("cooling-plate", _cooling(detail), ("液冷板", "Liquid cooling plate"), (0, 0.2, 0)),
        Item(
            "modules",
            (),
            ("电芯模组（12 组）", "Cell modules (12)"),
            (0, 0.42, 0),
            children=(modules,),
        ),
        Item(
            "busbars",
            _busbars(detail),
            ("铜排与高压线束", "Busbars and high-voltage harness"),
            (0, 0.62, 0),
        ),
        Item("bms", _bms(detail), ("电池管理系统", "Battery management system"), (0.12, 0.62, 0)),
        Item("lid", _lid(detail), ("上盖", "Lid"), (0, 0.86, 0)),
        Item("bolts", _bolts(detail), ("密封螺栓", "Sealing bolts"), (0, 1.0, 0)),
    )


def _tray(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.004)
    outer = rounded(LONG, WIDE, 0.07, 7 if detail.fine else 3)
    inner = rounded(LONG - 0.1, WIDE - 0.1, 0.05, 7 if detail.fine else 3)
    floor = extrude(outer, FLOOR, bevel=edge)
    wall = extrude(outer, RIM - 0.02, [inner], edge).moved(y=0.02)
    beams = [box(0.025, 0.09, WIDE - 0.11, edge).moved(x, 0.065, 0) for x in (-0.348, 0.178, 0.705)]
    spine = box(LONG - 0.11, 0.03, 0.02, edge).moved(y=0.03)
    skids = [box(LONG - 0.2, 0.03, 0.08, edge).moved(0, -0.013, z) for z in (-0.5, 0.5)]
    ears = [
        box(0.12, 0.03, 0.07, edge).moved(x, 0.05, z)
        for x in (-0.6, 0.0, 0.6)
        for z in (-WIDE / 2 - 0.025, WIDE / 2 + 0.025)
    ]
    plug = box(0.05, 0.07, 0.2, edge).moved(LONG / 2 + 0.015, 0.085, 0.22)
    pipes = [
        cylinder(0.016, 0.08, detail.round(20), detail.edge(0.003))
        .turned("z", pi / 2)
        .moved(LONG / 2 + 0.03, 0.06, z)
        for z in (-0.14, -0.22)
    ]
    return (
        painted(f.BRUSHED, f.ALUMINIUM, floor, wall, *beams, spine, *skids, *ears, *pipes),
        painted(f.PLASTIC, HIGH_VOLTAGE, plug),
    )


def _cooling(detail: Detail) -> tuple[Piece, ...]:
    plate = extrude(rounded(LONG - 0.14, WIDE - 0.14, 0.03, 5), 0.006).moved(y=0.036)
    turns = [
        (-0.78, -0.48),
        (0.7, -0.48),
        (0.7, -0.36),
        (-0.72, -0.36),
        (-0.72, -0.24),
        (0.7, -0.24),
    ]
    turns += [(0.7, -0.1), (-0.72, -0.1), (-0.72, 0.1), (0.7, 0.1), (0.7, 0.24), (-0.72, 0.24)]
    turns += [(-0.72, 0.36), (0.7, 0.36), (0.7, 0.48), (-0.78, 0.48)]
    line = _rounded_path(turns, 0.05, 4 if detail.fine else 2)
    channel = pipe(
        np.stack([line[:, 0], np.full(len(line), 0.042), line[:, 1]], axis=1),
        0.011,
        detail.round(10),
    )
    return (
        painted(f.BRUSHED, (0.62, 0.68, 0.74), plate),
        painted(f.MACHINED, (0.5, 0.62, 0.76), channel.scaled(1, 0.6, 1).moved(y=0.0165)),
    )


def _rounded_path(points: list[tuple[float, float]], radius: float, steps: int) -> np.ndarray:
    """A polyline whose corners are rounded by quadratic curves."""
    p = np.array(points)
    line = [p[0]]
    for a, b, c in zip(p[:-2], p[1:-1], p[2:], strict=True):
        start = b + (a - b) / np.linalg.norm(a - b) * radius
        end = b + (c - b) / np.linalg.norm(c - b) * radius
        line += [
            (1 - t) ** 2 * start + 2 * t * (1 - t) * b + t * t * end
            for t in np.linspace(0, 1, steps + 1)
        ]
    return np.array([*line, p[-1]])


def _module(detail: Detail) -> tuple[Piece, ...]:
    """Prismatic cells between end plates, strapped together; about its own centre."""
    x, y, z = MODULE
    edge = detail.edge(0.003)
    count = 10 if detail.fine else 1
    pitch = (x - 0.036) / count
    cells = [
        box(pitch - 0.0015, y - 0.012, z - 0.02, edge).moved(
            -x / 2 + 0.018 + pitch * (i + 0.5), -0.006, 0
        )
        for i in range(count)
    ]
    ends = [
        box(0.014, y - 0.004, z, edge).moved(side * (x / 2 - 0.008), -0.002, 0) for side in (-1, 1)
    ]
    straps = [
        box(x, 0.014, 0.002).moved(0, h, side * (z / 2 - 0.008))
        for h in (-0.025, 0.02)
        for side in (-1, 1)
    ]
    cover = box(x - 0.03, 0.008, 0.09, detail.edge(0.002)).moved(0, y / 2 - 0.01, 0)
    return (
        painted(f.PAINT, srgb("#2d5f8b"), *cells),
        painted(f.BRUSHED, f.ALUMINIUM, *ends, *straps),
        Piece(merge([cover.painted(srgb("#f2f4f3")), *detail.some(_terminals())]), f.PLASTIC),
    )


def _terminals() -> list[Mesh]:
    x, y, _ = MODULE
    pitch = (x - 0.036) / 10
    tabs = []
    for side in (-1, 1):
        for i in range(10):
            at = -x / 2 + 0.018 + pitch * (i + 0.5)
            tabs.append(box(pitch * 0.62, 0.005, 0.026).moved(at, y / 2 - 0.0105, side * 0.075))
    return [mesh.painted(srgb("#d9dcdc")) for mesh in tabs]


def _busbars(detail: Detail) -> tuple[Piece, ...]:
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


def _bms(detail: Detail) -> tuple[Piece, ...]:
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


def _lid(detail: Detail) -> tuple[Piece, ...]:
    steps = 7 if detail.fine else 3
    edge = detail.edge(0.003)
    rim = extrude(rounded(LONG, WIDE, 0.07, steps), 0.008, bevel=edge).moved(y=RIM)
    dome = extrude(
        rounded(LONG - 0.12, WIDE - 0.12, 0.06, steps), 0.03, bevel=detail.edge(0.014)
    ).moved(y=RIM)
    ribs = [
        extrude(rounded(0.42, 0.2, 0.04, steps), 0.009, bevel=detail.edge(0.004)).moved(
            x, RIM + 0.026, z
        )
        for x in COLUMNS
        for z in ROWS
    ]
    plate = box(0.07, 0.004, 0.42, detail.edge(0.001)).moved(0.775, RIM + 0.031, 0)
    return (
        painted(f.PAINT, srgb("#4a5157"), rim, dome, *ribs),
        painted(f.PLASTIC, HIGH_VOLTAGE, plate),
    )


def _bolts(detail: Detail) -> tuple[Piece, ...]:
    bolt = hex_bolt(detail, 0.012, 0.03)
    xs = np.linspace(-LONG / 2 + 0.09, LONG / 2 - 0.09, 10 if detail.fine else 6)
    zs = np.linspace(-WIDE / 2 + 0.09, WIDE / 2 - 0.09, 6 if detail.fine else 4)
    around = [(x, side * (WIDE / 2 - 0.03)) for x in xs for side in (-1, 1)]
    around += [(side * (LONG / 2 - 0.03), z) for z in zs for side in (-1, 1)]
    return (painted(f.MACHINED, f.STEEL, *(bolt.moved(x, RIM + 0.008, z) for x, z in around)),)


EXHIBIT = Exhibit(
    "battery-pack",
    {"zh": "82 kW·h 动力电池包", "en": "82 kWh traction battery"},
    {"zh": "赤堇储能", "en": "Chijin Energy Storage"},
    {
        "zh": "十二组方形电芯模组直接坐在液冷板上，铜排串联成 400 V 高压回路，"
        "由右端的管理系统监测每一串的电压与温度。逐层拆开，从密封螺栓一直看到铝合金托盘。",
        "en": "Twelve modules of prismatic cells sit directly on a liquid cooling plate; copper "
        "busbars join them into a 400 V circuit, and the management unit watches every string’s "
        "voltage and temperature. Lift it apart layer by layer, from sealing bolts to the tray.",
    },
    (
        Fact("标称能量", "Nominal energy", "82 kW·h", "82 kWh"),
        Fact("标称电压", "Nominal voltage", "384 V", "384 V"),
        Fact("电芯", "Cells", "120 × 磷酸铁锂方形电芯，214 A·h", "120 × LFP prismatic, 214 Ah"),
        Fact("快充（10–80 %）", "Fast charge (10–80%)", "24 min", "24 min"),
        Fact("冷却", "Cooling", "液冷，乙二醇水溶液", "liquid, water–glycol"),
        Fact("防护等级", "Protection", "IP67", "IP67"),
        Fact("质量", "Mass", "468 kg", "468 kg"),
    ),
    Plinth(0.45, 1.2),
    _model,
    coarse_error=0.01,
)
