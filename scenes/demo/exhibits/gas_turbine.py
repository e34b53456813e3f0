"""An industrial gas turbine cut open: axial compressor, combustors, turbine, one rotor."""

from __future__ import annotations

from math import pi, radians, tau

import numpy as np

from scenes.author import Clip, Material, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt, hex_head, ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, axial, painted
from scenes.demo.exhibits.motion import spin
from scenes.demo.shapes import Mesh, box, cylinder, lathe, merge, srgb, tube

__all__ = ["EXHIBIT"]

AXIS = 0.42
OPEN = tau * 0.66
# The casings are cut open towards the visitor: from here on they run round for OPEN.
START = pi * 1.0
# Compressor stages: axial place, hub radius, tip radius, blades.
COMPRESSOR = [(-0.62 + 0.062 * i, 0.125 + 0.0075 * i, 0.245 - 0.0045 * i, 17 + i) for i in range(9)]
TURBINE = [(0.34, 0.165, 0.225, 26), (0.43, 0.155, 0.25, 24), (0.52, 0.145, 0.275, 22)]
HOT = srgb("#b9865a")
CASING = srgb("#c9d3d6")
GLOW = Material(
    "flame", (1.0, 0.35, 0.08), roughness=0.6, emissive=(1.0, 0.28, 0.05), emissive_strength=2.0
)


def _model(detail: Detail) -> Model:
    engine = Item("engine", at=(0, AXIS, 0), turn=about((0, 1, 0), pi), children=_parts(detail))
    run = Clip("run", (spin("rotor", (1, 0, 0), 1.0, 2.4),), {"zh": "运转", "en": "Run"})
    return Model("gas-turbine", assemble((engine,), detail), clips=(run,))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("frame", _frame(detail), ("支撑底架", "Support frame")),
        Item("intake", _intake(detail), ("进气机匣", "Intake casing"), (-0.42, 0, 0)),
        Item(
            "compressor-case",
            _compressor_case(detail),
            ("压气机机匣与静叶", "Compressor casing and vanes"),
            (-0.1, 0.5, 0),
        ),
        Item(
            "combustors",
            _combustors(detail),
            ("环管燃烧室", "Can-annular combustors"),
            (0.12, 0.62, 0),
        ),
        Item(
            "turbine-case",
            _turbine_case(detail),
            ("涡轮机匣与导叶", "Turbine casing and nozzles"),
            (0.34, 0.5, 0),
        ),
        Item("exhaust", _exhaust(detail), ("排气扩压器", "Exhaust diffuser"), (0.5, 0, 0)),
        Item(
            "rotor",
            _rotor(detail),
            ("转子：压气机与涡轮", "Rotor: compressor and turbine"),
            (0, 0.06, 0),
        ),
    )


def _airfoils(
    detail: Detail, hub: float, tip: float, count: int, chord: float, twist: tuple[float, float]
) -> Mesh:
    """A row of blades round the Y axis, thinner and flatter towards the tip."""
    shares = np.linspace(0, 1, 2)
    sections = [
        Section(
            hub + float(s) * (tip - hub),
            chord * (1 - 0.12 * float(s)),
            radians(float(np.interp(s, [0, 1], twist))),
            0.12 - 0.05 * float(s),
            0.07,
        )
        for s in shares
    ]
    one = blade(sections, 3 if detail.fine else 2, 0.45)
    laid = one.turned("z", -pi / 2).turned("x", pi / 2)
    return ring_of(laid, count if detail.fine else count // 3)


def _rotor(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(48)
    drum = [(0, -0.8), (0.05, -0.8), (0.05, -0.72), (0.1, -0.68), (0.118, -0.65)]
    for at, hub, _, _ in COMPRESSOR:
        drum += [
            (hub, at - 0.018),
            (hub, at + 0.018),
            (hub - 0.012, at + 0.022),
            (hub - 0.01, at + 0.04),
        ]
    drum += [(0.13, -0.06), (0.12, 0.26), (0.15, 0.3)]
    for at, hub, _, _ in TURBINE:
        drum += [
            (hub, at - 0.024),
            (hub, at + 0.024),
            (hub - 0.03, at + 0.028),
            (hub - 0.03, at + 0.06),
        ]
    drum += [(0.08, 0.6), (0.05, 0.63), (0.05, 0.75), (0, 0.75)]
    cold = [
        _airfoils(detail, hub - 0.002, tip, count, 0.04, (28, 52)).moved(y=at)
        for at, hub, tip, count in COMPRESSOR
    ]
    hot = [
        _airfoils(detail, hub - 0.002, tip, count, 0.05, (-20, -48)).moved(y=at)
        for at, hub, tip, count in TURBINE
    ]
    return (
        painted(f.BRUSHED, (0.56, 0.58, 0.6), axial(lathe(drum, n, crease=30))),
        painted(f.MACHINED, (0.74, 0.76, 0.78), *(axial(row) for row in cold)),
        painted(f.MACHINED, HOT, *(axial(row) for row in hot)),
    )


def _shell(detail: Detail, profile: list[tuple[float, float]], thickness: float) -> Mesh:
    """A casing of that outer profile (radius, along), cut open towards the visitor."""
    outer = [(r + thickness, y) for r, y in profile]
    ring = [*outer, *profile[::-1], outer[0]]
    return axial(lathe(ring, detail.round(48), OPEN, START, crease=35))


def _flange(detail: Detail, radius: float, at: float) -> list[Mesh]:
    ring = _shell(detail, [(radius, at - 0.011), (radius, at + 0.011)], 0.034)
    bolts = []
    for i in range(20):
        turn = START + OPEN * (i + 0.5) / 20
        bolt = hex_head(0.008).moved(y=at + 0.011)
        bolts.append(axial(bolt.moved(x=radius + 0.024).turned("y", turn)))
    return [ring, *detail.some(bolts)]


def _compressor_case(detail: Detail) -> tuple[Piece, ...]:
    wall = _shell(detail, [(0.252, -0.66), (0.212, -0.1)], 0.012)
    ribs = [
        _shell(detail, [(0.258 - 0.0045 * i, at + 0.02), (0.258 - 0.0045 * i, at + 0.032)], 0.012)
        for i, (at, _, _, _) in enumerate(COMPRESSOR[:-1])
    ]
    vanes = [
        _half(
            _airfoils(detail, hub + 0.004, tip + 0.004, count + 2, 0.032, (-30, -38)).moved(
                y=at + 0.031
            )
        )
        for at, hub, tip, count in COMPRESSOR[:-1]
    ]
    return (
        painted(
            f.PAINT,
            CASING,
            wall,
            *ribs,
            *_flange(detail, 0.25, -0.65),
            *_flange(detail, 0.214, -0.1),
        ),
        painted(f.MACHINED, (0.66, 0.69, 0.72), *(axial(v) for v in vanes)),
    )


def _half(row: Mesh) -> Mesh:
    """Only the blades that the opened casing still holds (whole triangles inside its arc)."""
    corners = row.positions[row.indices].reshape(-1, 3, 3)
    middle = corners.mean(axis=1)
    turn = np.mod(np.arctan2(-middle[:, 2], middle[:, 0]) - START, tau)
    keep = (turn > 0.04) & (turn < OPEN - 0.04)
    faces = row.indices.reshape(-1, 3)[keep]
    return Mesh(row.positions, row.normals, faces.ravel())


def _intake(detail: Detail) -> tuple[Piece, ...]:
    bell = _shell(
        detail,
        [(0.34, -0.86), (0.3, -0.845), (0.268, -0.8), (0.254, -0.74), (0.252, -0.672)],
        0.012,
    )
    nose = axial(
        lathe(
            [
                (0, -0.9),
                (0.05, -0.88),
                (0.09, -0.82),
                (0.108, -0.74),
                (0.112, -0.68),
                (0.06, -0.68),
                (0.06, -0.8),
                (0, -0.8),
            ],
            detail.round(40),
        )
    )
    struts = ring_of(
        box(0.15, 0.05, 0.008, detail.edge(0.003)).moved(0.18, -0.735, 0), 8, start=pi / 8
    )
    return (
        painted(f.PAINT, CASING, bell, *_flange(detail, 0.252, -0.683)),
        painted(f.BRUSHED, f.STEEL, nose, axial(_half(struts))),
    )


def _combustors(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(28)
    can = lathe(
        [
            (0, 0),
            (0.034, 0),
            (0.046, 0.012),
            (0.046, 0.15),
            (0.036, 0.2),
            (0.03, 0.2),
            (0.03, 0.14),
            (0, 0.14),
        ],
        n,
    )
    collar = tube(0.052, 0.04, 0.016, n, detail.edge(0.003)).moved(y=0.02)
    nozzle = cylinder(0.013, 0.09, detail.round(14)).moved(y=-0.03)
    flame = lathe([(0, 0.141), (0.026, 0.141), (0.02, 0.196), (0, 0.198)], n)
    count, angles = (10 if detail.fine else 6), []
    for i in range(count):
        turn = START + 0.18 + (OPEN - 0.36) * i / (count - 1)
        angles.append(turn)

    def around(mesh: Mesh) -> Mesh:
        leaning = mesh.turned("z", 0.2).moved(x=0.245, y=-0.06)
        return axial(merge(leaning.turned("y", turn) for turn in angles))

    wall = _shell(detail, [(0.29, -0.08), (0.3, -0.06), (0.3, 0.2), (0.24, 0.255)], 0.01)
    inner = _shell(detail, [(0.172, -0.085), (0.172, 0.25)], 0.008)
    return (
        painted(f.MACHINED, HOT, around(can), inner),
        painted(f.BRUSHED, f.STEEL, around(collar), around(nozzle)),
        painted(f.PAINT, CASING, wall),
        painted(GLOW, (1, 1, 1), around(flame)),
    )


def _turbine_case(detail: Detail) -> tuple[Piece, ...]:
    wall = _shell(detail, [(0.232, 0.27), (0.236, 0.36), (0.284, 0.56)], 0.014)
    nozzles = [
        _half(
            _airfoils(detail, hub + 0.004, tip + 0.006, count, 0.044, (30, 42)).moved(y=at - 0.047)
        )
        for at, hub, tip, count in TURBINE
    ]
    return (
        painted(
            f.PAINT, CASING, wall, *_flange(detail, 0.235, 0.275), *_flange(detail, 0.286, 0.57)
        ),
        painted(f.MACHINED, HOT, *(axial(row) for row in nozzles)),
    )


def _exhaust(detail: Detail) -> tuple[Piece, ...]:
    cone = _shell(detail, [(0.288, 0.6), (0.32, 0.74), (0.37, 0.92)], 0.012)
    core = axial(
        lathe(
            [
                (0.06, 0.62),
                (0.13, 0.62),
                (0.13, 0.7),
                (0.05, 0.9),
                (0, 0.92),
                (0, 0.8),
                (0.06, 0.8),
                (0.06, 0.62),
            ],
            detail.round(40),
        )
    )
    struts = ring_of(box(0.18, 0.07, 0.012, detail.edge(0.004)).moved(0.215, 0.67, 0), 6, start=0.1)
    return (
        painted(f.PAINT, CASING, cone, *_flange(detail, 0.288, 0.605)),
        painted(f.BRUSHED, HOT, core, axial(_half(struts))),
    )


def _frame(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.008)
    beams = [box(1.5, 0.07, 0.08, edge).moved(0, -AXIS + 0.035, z) for z in (-0.26, 0.26)]
    ties = [box(0.08, 0.07, 0.5, edge).moved(x, -AXIS + 0.035, 0) for x in (-0.66, 0.0, 0.6)]
    posts = [
        box(0.05, 0.26, 0.04, edge).turned("x", side * 0.3).moved(x, -AXIS + 0.17, -side * 0.2)
        for x in (-0.64, 0.58)
        for side in (-1, 1)
    ]
    blocks = [box(0.1, 0.07, 0.1, edge).moved(x, -0.07, 0) for x in (-0.75, 0.7)]
    stems = [box(0.06, AXIS - 0.08, 0.06, edge).moved(x, -AXIS / 2 - 0.03, 0) for x in (-0.75, 0.7)]
    bolts = bolt_circle(hex_bolt(detail, 0.016), 2, 0.26, pi / 2)
    return (
        painted(f.PAINT, f.GRAPHITE, *beams, *ties, *posts, *blocks, *stems),
        *detail.some(
            [
                painted(
                    f.MACHINED,
                    f.STEEL,
                    *(bolts.moved(x, -AXIS + 0.07, 0) for x in (-0.66, 0.0, 0.6)),
                )
            ]
        ),
    )


EXHIBIT = Exhibit(
    "gas-turbine",
    {"zh": "30 MW 级燃气轮机（剖视模型）", "en": "30 MW-class gas turbine (cutaway model)"},
    {"zh": "烛阴动力", "en": "Zhuyin Power"},
    {
        "zh": "九级轴流压气机把空气压到十七倍大气压，十个燃烧室加入燃料，"
        "三级涡轮取走能量并带动同一根转子。机匣面向观众剖开，可以沿气流方向一级一级看过去。",
        "en": "Nine axial stages squeeze the air to seventeen atmospheres, ten combustors add "
        "fuel, and three turbine stages take the energy out on the same rotor. The casing is cut "
        "open towards you: follow the flow stage by stage.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 5", "1 : 5"),
        Fact("输出功率（ISO）", "Output (ISO)", "31.5 MW", "31.5 MW"),
        Fact("简单循环效率", "Simple-cycle efficiency", "37.8 %", "37.8%"),
        Fact("压比", "Pressure ratio", "17 : 1", "17 : 1"),
        Fact("涡轮前温度", "Turbine inlet temperature", "1 290 °C", "1,290 °C"),
        Fact("掺氢能力", "Hydrogen blend", "30 %（体积）", "30% by volume"),
    ),
    Plinth(0.45, 1.1),
    _model,
    coarse_error=0.01,
)
