"""A planetary gearbox: fixed ring, four planets, 4 : 1, taken apart along its shaft."""

from __future__ import annotations

from math import cos, pi, sin, tau

import numpy as np

from scenes.author import Clip, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.gear import gear_outline, mesh_phase, ring_outline, ring_phase
from scenes.demo.exhibits.hardware import (
    ball_bearing,
    bolt_circle,
    flange,
    hex_bolt,
    polar,
    socket_screw,
)
from scenes.demo.exhibits.kit import Item, Piece, assemble, axial, painted
from scenes.demo.exhibits.motion import spin
from scenes.demo.shapes import Mesh, box, circle, cylinder, extrude, lathe, merge, tube

__all__ = ["EXHIBIT"]

MODULE = 0.0056
SUN, PLANET, RING, COUNT = 24, 24, 72, 4
CENTRE = (SUN + PLANET) * MODULE / 2
FACE = 0.085
AXIS = 0.305
SECONDS = 8.0
OUTER = 0.252
SHAFT = (-1.0, 0.0, 0.0)


def _model(detail: Detail) -> Model:
    phases = [mesh_phase(PLANET, _direction(i), SUN, 0.0) for i in range(COUNT)]
    body = Item("gearbox", at=(0, AXIS, 0), children=_parts(detail, phases))
    return Model("planetary-gearbox", assemble((body,), detail), clips=(_run(phases),))


def _direction(i: int) -> float:
    return tau * i / COUNT


def _parts(detail: Detail, phases: list[float]) -> tuple[Item, ...]:
    carrier = Item(
        "carrier",
        _carrier(detail),
        ("行星架与输出轴", "Carrier and output shaft"),
        (0.33, 0, 0),
        children=_planets(detail, phases),
    )
    return (
        Item("cover", _cover(detail), ("前端盖", "Front cover"), (-0.56, 0, 0)),
        Item("bolts", _bolts(detail), ("连接螺栓", "Housing bolts"), (-0.74, 0, 0)),
        Item(
            "input-bearing",
            _bearing(detail, -0.118, 0.07),
            ("输入轴承", "Input bearing"),
            (-0.42, 0, 0),
        ),
        Item("sun", _sun(detail), ("太阳轮与输入轴", "Sun gear and input shaft"), (-0.25, 0, 0)),
        Item("ring", _ring(detail, phases), ("内齿圈", "Ring gear"), (0, 0, 0)),
        carrier,
        Item(
            "output-bearing",
            _bearing(detail, 0.128, 0.095),
            ("输出轴承", "Output bearing"),
            (0.47, 0, 0),
        ),
        Item("housing", _housing(detail), ("后箱体", "Rear housing"), (0.64, 0, 0)),
    )


def _gear(detail: Detail, teeth: int, bore: float, phase: float) -> Mesh:
    outline = gear_outline(teeth, MODULE, 4 if detail.fine else 2)
    edge = detail.edge(MODULE * 0.12)
    mesh = extrude(outline, FACE, [circle(bore, detail.round(32))], edge, crease=30)
    return axial(mesh.moved(y=-FACE / 2).turned("y", -phase))


def _sun(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    shaft = lathe(
        [
            (0, -0.31),
            (0.026, -0.31),
            (0.03, -0.306),
            (0.03, -0.19),
            (0.04, -0.185),
            (0.04, -0.07),
            (0.048, -0.065),
            (0.048, 0.05),
            (0, 0.05),
        ],
        n,
    )
    key = box(0.08, 0.012, 0.012, detail.edge(0.002)).moved(-0.25, 0.03, 0)
    gear = _gear(detail, SUN, 0.0475, 0.0)
    return (
        painted(f.MACHINED, f.STEEL, axial(shaft), key),
        painted(f.MACHINED, (0.62, 0.6, 0.56), gear),
    )


def _planets(detail: Detail, phases: list[float]) -> tuple[Item, ...]:
    needle = tube(0.034, 0.026, FACE * 1.04, detail.round(32), detail.edge(0.002))
    pieces = (
        painted(f.MACHINED, (0.68, 0.66, 0.62), _gear(detail, PLANET, 0.034, 0.0)),
        painted(f.MACHINED, f.BRASS, axial(needle)),
    )
    return tuple(
        Item(
            f"planet-{i + 1}",
            pieces,
            (f"行星轮 {i + 1}", f"Planet gear {i + 1}"),
            _outwards(i, 0.05, -0.15),
            _outwards(i, CENTRE, 0.0),
            about(SHAFT, phases[i]),
        )
        for i in range(COUNT)
    )


def _outwards(i: int, radius: float, along: float) -> tuple[float, float, float]:
    """The place of planet i: angles turn from -Y towards Z, as `axial` lays them."""
    return along, -radius * cos(_direction(i)), radius * sin(_direction(i))


def _carrier(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(56)
    pins = [polar(CENTRE, _direction(i)) for i in range(COUNT)]
    webs = [polar(CENTRE, _direction(i) + pi / COUNT) for i in range(COUNT)]
    lobes = _lobes(detail)
    plates = [
        extrude(lobes, 0.016, [circle(0.056, n)], detail.edge(0.0025)).moved(y=-0.065),
        extrude(lobes, 0.02, [], detail.edge(0.0025)).moved(y=0.05),
    ]
    posts = [cylinder(0.013, 0.105, detail.round(16)).moved(x, 0, z) for x, z in webs]
    axles = [
        cylinder(0.0262, 0.142, detail.round(24), detail.edge(0.003)).moved(x, 0.001, z)
        for x, z in pins
    ]
    shaft = lathe(
        [
            (0, 0.06),
            (0.062, 0.06),
            (0.062, 0.16),
            (0.05, 0.165),
            (0.05, 0.3),
            (0.046, 0.304),
            (0, 0.304),
        ],
        n,
    )
    key = box(0.1, 0.016, 0.016, detail.edge(0.002)).moved(0.245, 0.049, 0)
    body = [axial(mesh) for mesh in (*plates, *posts, shaft)]
    return (
        painted(f.BRUSHED, (0.5, 0.51, 0.53), *body, key),
        painted(f.BRUSHED, f.STEEL, *(axial(axle) for axle in axles)),
    )


def _lobes(detail: Detail) -> np.ndarray:
    """The carrier plate's outline: round, drawn in between the planets."""
    angles = np.linspace(0, tau, detail.round(96), endpoint=False)
    radius = 0.155 + 0.014 * np.cos(COUNT * angles)
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


def _ring(detail: Detail, phases: list[float]) -> tuple[Piece, ...]:
    turn = ring_phase(RING, _direction(0), PLANET, phases[0])
    outline = ring_outline(RING, MODULE, 3 if detail.fine else 2)
    teeth = extrude(circle(0.228, detail.round(96)), FACE + 0.01, [outline], crease=30)
    teeth = teeth.moved(y=-FACE / 2 - 0.005).turned("y", -turn)
    band = flange(detail, OUTER, 0.2275, FACE + 0.02, 12, 0.24, 0.0055).moved(y=-FACE / 2 - 0.01)
    grooves = [
        tube(OUTER + 0.002, OUTER - 0.004, 0.006, detail.round(96)).moved(y=y)
        for y in (-0.02, 0, 0.02)
    ]
    return (
        painted(f.MACHINED, (0.7, 0.68, 0.64), axial(teeth)),
        painted(f.PAINT, f.TEAL, axial(band), *(axial(g) for g in detail.some(grooves))),
    )


def _cover(detail: Detail) -> tuple[Piece, ...]:
    """A front cover with four windows, through which the planets are seen at work."""
    n = detail.round(72)
    windows = [_window(detail, _direction(i)) for i in range(4)]
    plate = extrude(
        circle(OUTER, n), 0.022, [circle(0.07, detail.round(40)), *windows], detail.edge(0.003)
    )
    rim = tube(OUTER, 0.232, 0.03, n, detail.edge(0.003)).moved(y=0.032)
    hub = lathe(
        [
            (0.07, -0.025),
            (0.094, -0.025),
            (0.1, -0.02),
            (0.115, 0),
            (0.115, 0.02),
            (0.07, 0.02),
            (0.07, -0.025),
        ],
        detail.round(56),
    )
    lip = tube(0.071, 0.044, 0.012, detail.round(48), detail.edge(0.002)).moved(y=-0.017)
    at = -FACE / 2 - 0.01 - 0.047
    parts = [mesh.moved(y=at) for mesh in (plate, rim, hub)]
    return (
        painted(f.PAINT, f.WHITE, *(axial(mesh) for mesh in parts)),
        painted(f.MACHINED, f.STEEL, axial(lip.moved(y=at))),
    )


def _window(detail: Detail, centre: float) -> np.ndarray:
    n = 12 if detail.fine else 5
    wide, narrow = 0.52, 0.38
    outer = [polar(0.208, centre + a) for a in np.linspace(-wide, wide, n)]
    inner = [polar(0.128, centre + a) for a in np.linspace(narrow, -narrow, n)]
    return np.array(outer + inner)


def _bearing(detail: Detail, along: float, outer: float) -> tuple[Piece, ...]:
    bore = 0.0402 if along < 0 else 0.0622
    rings, balls = ball_bearing(detail, outer, bore, 0.03)
    return (
        painted(f.MACHINED, f.STEEL, axial(rings.moved(y=along))),
        painted(f.MACHINED, f.BRASS, axial(balls.moved(y=along))),
    )


def _bolts(detail: Detail) -> tuple[Piece, ...]:
    screws = bolt_circle(socket_screw(detail, 0.011, 0.14), 12, 0.24)
    at = -FACE / 2 - 0.01 - 0.047
    flipped = screws.turned("x", pi).moved(y=at)
    return (painted(f.MACHINED, f.DARK_STEEL, axial(flipped)),)


def _housing(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(72)
    bell = lathe(
        [
            (0.232, 0.0525),
            (OUTER, 0.0525),
            (OUTER, 0.085),
            (0.2, 0.125),
            (0.135, 0.145),
            (0.125, 0.175),
            (0.125, 0.195),
            (0.096, 0.2),
            (0.096, 0.11),
            (0.19, 0.1),
            (0.232, 0.075),
            (0.232, 0.0525),
        ],
        n,
        crease=38,
    )
    ribs = [_rib().turned("y", -tau * i / 8 - pi / 8) for i in range(8)]
    cap = tube(0.0965, 0.066, 0.012, detail.round(48), detail.edge(0.002)).moved(y=0.196)
    screws = bolt_circle(hex_bolt(detail, 0.009), 6, 0.11).moved(y=0.197)
    return (
        painted(f.PAINT, f.WHITE, axial(bell), *(axial(rib) for rib in ribs), _feet(detail)),
        painted(
            f.MACHINED, f.DARK_STEEL, axial(cap), *detail.some([axial(screws), _foot_bolts(detail)])
        ),
    )


def _rib() -> Mesh:
    fin = extrude([(0.118, 0.08), (0.245, 0.06), (0.2, 0.118), (0.14, 0.165), (0.118, 0.18)], 0.01)
    return fin.turned("x", -pi / 2).mirrored("y").moved(z=0.005).scaled(1, -1, 1)


def _feet(detail: Detail) -> Mesh:
    edge = detail.edge(0.004)
    sides = []
    for z in (-0.16, 0.16):
        web = box(0.05, 0.2, 0.03, edge).moved(0.085, -AXIS + 0.11, z)
        foot = box(0.11, 0.024, 0.1, edge).moved(
            0.085, -AXIS + 0.012, z + (0.03 if z > 0 else -0.03)
        )
        sides += [web, foot]
    bridge = box(0.05, 0.05, 0.33, edge).moved(0.085, -AXIS + 0.1, 0)
    return merge([*sides, bridge])


def _foot_bolts(detail: Detail) -> Mesh:
    bolt = hex_bolt(detail, 0.014)
    places = [(x, z) for x in (0.05, 0.12) for z in (-0.222, 0.222)]
    return merge([bolt.moved(x, -AXIS + 0.024, z) for x, z in places])


def _run(phases: list[float]) -> Clip:
    """Four turns of the sun make one of the carrier: ring fixed, 1 + 72 / 24 = 4."""
    ratio = 1 + RING / SUN
    planet = -(ratio - 1) * SUN / PLANET
    channels = [spin("sun", SHAFT, ratio, SECONDS), spin("carrier", SHAFT, 1.0, SECONDS)]
    channels += [
        spin(f"planet-{i + 1}", SHAFT, planet, SECONDS, phase) for i, phase in enumerate(phases)
    ]
    return Clip("run", tuple(channels), {"zh": "运转", "en": "Run"})


EXHIBIT = Exhibit(
    "planetary-gearbox",
    {"zh": "高精度行星齿轮箱", "en": "Precision planetary gearbox"},
    {"zh": "衡岳传动", "en": "Hengyue Drives"},
    {
        "zh": "输入轴带动太阳轮，四个行星轮在固定的内齿圈里滚动，把力矩分成四路再由行星架汇合输出。"
        "同样的体积，它传递的力矩约为平行轴齿轮箱的三倍。点击“拆开”，看清每一级轴承和齿面。",
        "en": "The input shaft drives the sun gear; four planets roll inside the fixed ring, split "
        "the torque four ways and hand it to the carrier. In the same volume it carries about "
        "three times the torque of a parallel-shaft gearbox. Take it apart to see every bearing.",
    },
    (
        Fact("传动比", "Ratio", "4 : 1（单级）", "4 : 1 (single stage)"),
        Fact("额定输出力矩", "Rated output torque", "6 800 N·m", "6,800 N·m"),
        Fact("模数 / 压力角", "Module / pressure angle", "5.6 mm / 20°", "5.6 mm / 20°"),
        Fact(
            "齿数（太阳 / 行星 / 内齿圈）",
            "Teeth (sun / planet / ring)",
            "24 / 24 / 72",
            "24 / 24 / 72",
        ),
        Fact("满载效率", "Efficiency at full load", "97.5 %", "97.5%"),
        Fact("质量", "Mass", "186 kg", "186 kg"),
    ),
    Plinth(0.75, 0.75),
    _model,
    coarse_error=0.006,
)
