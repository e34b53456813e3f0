"""An advanced chip package, magnified: solder balls, substrate, interposer, dies, lid."""

from __future__ import annotations

import numpy as np

from scenes.author import Instances, Material, Model
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded
from scenes.demo.shapes import Mesh, box, extrude, merge, sphere, srgb

__all__ = ["EXHIBIT"]

SIDE = 0.72
SUBSTRATE = 0.03
BALL = 0.0115
BOARD = srgb("#1f5a3c")
GOLD = (0.95, 0.72, 0.35)
SILICON = Material("silicon", (1.0, 1.0, 1.0), metallic=0.55, roughness=0.18, clearcoat=1.0)
NICKEL = Material("nickel plate", metallic=1.0, roughness=0.3)
BASE = 2 * BALL
TOP = BASE + SUBSTRATE
INTERPOSER = (0.5, 0.012, 0.44)
DIES = [(-0.083, 0.0, 0.158, 0.19), (0.083, 0.0, 0.158, 0.19)]
STACKS = [(x, z) for z in (-0.158, 0.158) for x in (-0.165, -0.055, 0.055, 0.165)]
LAYERS = 8


def _model(detail: Detail) -> Model:
    return Model("chip-package", assemble(_parts(detail), detail))


def _parts(detail: Detail) -> tuple[Item, ...]:
    balls = Item("ball", _ball(detail), places=Instances(_grid(SIDE - 0.06, 22, 6, BALL)))
    bumps = Item(
        "bump",
        _bump(detail),
        places=Instances(_grid(INTERPOSER[0] - 0.05, 16, 0, TOP + 0.002, 0.86)),
    )
    return (
        Item("solder-balls", (), ("BGA 焊球", "BGA solder balls"), children=(balls,)),
        Item("substrate", _substrate(detail), ("封装基板", "Package substrate"), (0, 0.12, 0)),
        Item("bumps", (), ("C4 凸点", "C4 bumps"), (0, 0.2, 0), children=(bumps,)),
        Item("interposer", _interposer(detail), ("硅中介层", "Silicon interposer"), (0, 0.28, 0)),
        Item("logic", _logic(detail), ("计算芯粒", "Compute chiplets"), (0, 0.42, 0)),
        Item(
            "memory",
            (),
            ("HBM 内存堆叠", "HBM memory stacks"),
            (0, 0.36, 0),
            children=_memory(detail),
        ),
        Item("thermal", _thermal(), ("热界面材料", "Thermal interface"), (0, 0.52, 0)),
        Item("lid", _lid(detail), ("均热盖", "Heat-spreading lid"), (0, 0.64, 0)),
    )


def _grid(span: float, count: int, hole: int, height: float, ratio: float = 1.0) -> np.ndarray:
    """A square field of places, `hole` of them missing in the middle."""
    line = np.linspace(-span / 2, span / 2, count)
    keep = np.abs(np.arange(count) - (count - 1) / 2) >= hole / 2
    return np.array(
        [
            (x, height, z * ratio)
            for i, x in enumerate(line)
            for j, z in enumerate(line)
            if keep[i] or keep[j]
        ]
    )


def _ball(detail: Detail) -> tuple[Piece, ...]:
    mesh = sphere(BALL, 8, 4) if detail.fine else sphere(BALL, 5, 3)
    return (painted(f.MACHINED, (0.82, 0.83, 0.85), mesh),)


def _bump(detail: Detail) -> tuple[Piece, ...]:
    mesh = sphere(0.0055, 8, 4) if detail.fine else sphere(0.0055, 4, 2)
    return (painted(f.MACHINED, f.COPPER, mesh),)


def _substrate(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.002)
    steps = 4 if detail.fine else 2
    cores = [
        extrude(rounded(SIDE, SIDE, 0.012, steps), SUBSTRATE / 5, bevel=min(edge, 0.001)).moved(
            y=BASE + SUBSTRATE / 5 * i
        )
        for i in range(5)
    ]
    shades = [BOARD, srgb("#b98245"), BOARD, srgb("#b98245"), BOARD]
    layers = [core.painted(shade) for core, shade in zip(cores, shades, strict=True)]
    parts = [m.painted(srgb("#c9b89a")) for m in _passives()]
    traces = [m.painted(srgb("#2f7d54")) for m in _traces()]
    pin = box(0.03, 0.001, 0.03).turned("y", 0.785).moved(-0.325, TOP + 0.0006, 0.325)
    return (
        Piece(merge([*layers, *detail.some([*parts, *traces])]), f.PLASTIC),
        painted(f.MACHINED, GOLD, pin, *detail.some(_pads())),
    )


def _passives() -> list[Mesh]:
    """Capacitors round the silicon."""
    one = box(0.02, 0.009, 0.011, 0.001)
    row = np.linspace(-0.22, 0.22, 9)
    found = [one.moved(x, TOP + 0.0045, z) for x in row for z in (-0.285, 0.285)]
    return found + [
        one.turned("y", 1.5708).moved(x, TOP + 0.0045, z)
        for z in row[1:-1]
        for x in (-0.305, 0.305)
    ]


def _traces() -> list[Mesh]:
    lines = []
    for k in range(14):
        at = -0.21 + 0.0323 * k
        for side in (-1, 1):
            lines.append(box(0.0025, 0.0006, 0.045).moved(at, TOP + 0.0003, side * 0.248))
            lines.append(box(0.045, 0.0006, 0.0025).moved(side * 0.276, TOP + 0.0003, at * 0.9))
    return lines


def _pads() -> list[Mesh]:
    return [
        box(0.006, 0.0008, 0.006).moved(x, TOP + 0.0005, s * 0.335)
        for x in np.linspace(-0.28, 0.28, 24)
        for s in (-1, 1)
    ]


def _interposer(detail: Detail) -> tuple[Piece, ...]:
    x, y, z = INTERPOSER
    at = TOP + 0.006
    slab = box(x, y, z, detail.edge(0.001)).moved(y=at + y / 2)
    wires = [
        box(0.0012, 0.0006, 0.05).moved(dx + k * 0.007, at + y, s * 0.1)
        for dx, _ in STACKS[:4]
        for k in range(-5, 6)
        for s in (-1, 1)
    ]
    return (
        painted(SILICON, srgb("#5d6b86"), slab),
        *detail.some([painted(f.MACHINED, GOLD, *wires)]),
    )


def _logic(detail: Detail) -> tuple[Piece, ...]:
    low = TOP + 0.006 + INTERPOSER[1] + 0.002
    dies = [box(w, 0.016, d, detail.edge(0.001)).moved(x, low + 0.008, z) for x, z, w, d in DIES]
    blocks = [m for x, z, w, d in DIES for m in _floorplan(x, z, w, d, low + 0.016)]
    return (
        Piece(merge([*[m.painted(srgb("#39435c")) for m in dies], *detail.some(blocks)]), SILICON),
    )


def _floorplan(x: float, z: float, wide: float, deep: float, top: float) -> list[Mesh]:
    """The blocks of a die: eight cores in two rows, cache between them."""
    core, cache = srgb("#6b5a8e"), srgb("#3f7c8c")
    cell = wide / 4
    found = []
    for i in range(4):
        for side in (-1, 1):
            tile = box(cell * 0.86, 0.0006, deep * 0.3).moved(
                x - wide / 2 + cell * (i + 0.5), top, z + side * deep * 0.31
            )
            found.append(tile.painted(core))
    found += [
        box(wide * 0.94, 0.0006, deep * 0.09).moved(x, top, z + s * deep * 0.06).painted(cache)
        for s in (-1, 1)
    ]
    return found


def _memory(detail: Detail) -> tuple[Item, ...]:
    low = TOP + 0.006 + INTERPOSER[1] + 0.002
    count = LAYERS if detail.fine else 2
    step = 0.016 / count
    layers = [
        box(0.086, step * 0.72, 0.094, detail.edge(0.0004))
        .moved(y=step * (i + 0.5))
        .painted(srgb("#2d3036") if i % 2 else srgb("#50555e"))
        for i in range(count)
    ]
    cap = box(0.086, 0.0012, 0.094).moved(y=0.0166).painted(srgb("#4a5160"))
    piece = (Piece(merge([*layers, cap]), SILICON),)
    places = np.array([(x, low, z) for x, z in STACKS])
    return (Item("stack", piece, places=Instances(places)),)


def _thermal() -> tuple[Piece, ...]:
    at = TOP + 0.006 + INTERPOSER[1] + 0.0195
    return (painted(f.RUBBER, srgb("#a9adb0"), box(0.44, 0.003, 0.4, 0.001).moved(y=at)),)


def _lid(detail: Detail) -> tuple[Piece, ...]:
    steps = 5 if detail.fine else 2
    edge = detail.edge(0.004)
    at = TOP + 0.044
    outer = rounded(SIDE - 0.03, SIDE - 0.03, 0.03, steps)
    rim = extrude(
        outer, 0.042, [rounded(SIDE - 0.09, SIDE - 0.09, 0.02, steps)], detail.edge(0.003)
    ).moved(y=TOP + 0.001)
    plate = extrude(outer, 0.014, bevel=edge).moved(y=at - 0.002)
    raised = extrude(rounded(0.54, 0.54, 0.03, steps), 0.016, bevel=edge).moved(y=at + 0.008)
    marks = [
        box(0.24 - 0.05 * k, 0.0008, 0.016).moved(-0.1 - 0.025 * k, at + 0.0242, 0.1 + 0.034 * k)
        for k in range(3)
    ]
    dot = box(0.02, 0.0008, 0.02).moved(-0.22, at + 0.0242, -0.22)
    return (
        painted(NICKEL, (0.72, 0.72, 0.71), rim, plate, raised),
        *detail.some([painted(f.PLASTIC, srgb("#5b5e60"), *marks, dot)]),
    )


EXHIBIT = Exhibit(
    "chip-package",
    {"zh": "2.5D 先进封装算力芯片（放大）", "en": "2.5D AI accelerator package (magnified)"},
    {"zh": "璇玑微系统", "en": "Xuanji Microsystems"},
    {
        "zh": "两颗计算芯粒与八组 HBM 内存并排坐在硅中介层上，用数万根微米级连线互通。"
        "模型放大约十倍；拆开后自下而上是焊球、基板、凸点、中介层、芯粒与均热盖。",
        "en": "Two compute chiplets and eight HBM stacks share a silicon interposer and talk over "
        "tens of thousands of micron-wide wires. Magnified about ten times; apart, from below: "
        "balls, substrate, bumps, interposer, chiplets, lid.",
    },
    (
        Fact("模型比例", "Model scale", "10 : 1", "10 : 1"),
        Fact("封装尺寸", "Package size", "72 mm × 72 mm", "72 mm × 72 mm"),
        Fact("内存", "Memory", "8 × HBM3E，192 GB", "8 × HBM3E, 192 GB"),
        Fact("内存带宽", "Memory bandwidth", "8 TB/s", "8 TB/s"),
        Fact("中介层线宽 / 线距", "Interposer line / space", "0.4 µm / 0.4 µm", "0.4 µm / 0.4 µm"),
        Fact("热设计功耗", "Thermal design power", "750 W", "750 W"),
    ),
    Plinth(0.85, 0.6),
    _model,
    coarse_error=0.004,
    turn=-32,
)
