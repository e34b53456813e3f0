"""A wind turbine as a scale model: lofted blades, and a nacelle that opens."""

from __future__ import annotations

from math import pi, radians, tau

import numpy as np

from scenes.author import Clip, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt, ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded
from scenes.demo.exhibits.motion import spin
from scenes.demo.shapes import Mesh, box, cylinder, extrude, lathe, loft, merge, srgb, tube

__all__ = ["EXHIBIT"]

HUB = 1.36
RADIUS = 0.84
TILT = radians(4)
FRONT = -0.15
# Along the blade, 0 at the root to 1 at the tip: chord (m), twist (degrees), relative thickness.
CHORD = ([0, 0.06, 0.22, 0.6, 0.92, 1], [0.04, 0.042, 0.088, 0.05, 0.027, 0.008])
TWIST = ([0, 0.22, 0.5, 1], [18, 14, 5, -1])
THICKNESS = ([0.06, 0.14, 0.22, 0.5, 1], [0.95, 0.55, 0.36, 0.22, 0.16])


def _model(detail: Detail) -> Model:
    head = Item("head", at=(0, HUB, 0), turn=about((1, 0, 0), TILT), children=_head(detail))
    turbine = Item("turbine", turn=about((0, 1, 0), pi), children=(_tower(detail), head))
    return Model("wind-turbine", assemble((turbine,), detail), clips=(_turn(),))


def _tower(detail: Detail) -> Item:
    n = detail.round(48)
    base = lathe([(0, 0), (0.3, 0), (0.3, 0.02), (0.13, 0.035), (0.12, 0.05), (0, 0.05)], n)
    shaft = lathe(
        [(0.072, 0.05), (0.072, 0.06), (0.062, 0.065), (0.036, HUB - 0.075), (0, HUB - 0.075)], n
    )
    rings = [
        tube(r + 0.0025, r - 0.004, 0.006, n).moved(y=y)
        for r, y in ((0.0545, 0.45), (0.0465, 0.83))
    ]
    door = box(0.03, 0.055, 0.012, detail.edge(0.003)).moved(0, 0.11, -0.058)
    steps = [
        box(0.036, 0.008, 0.03 - 0.008 * i).moved(0, 0.054 + 0.008 * i, -0.075 + 0.004 * i)
        for i in range(3)
    ]
    bolts = bolt_circle(hex_bolt(detail, 0.006), 24, 0.095).moved(y=0.042)
    yaw = tube(0.046, 0.03, 0.014, n, detail.edge(0.002)).moved(y=HUB - 0.066)
    return Item(
        "tower",
        (
            painted(f.PAINT, f.WHITE, shaft),
            painted(f.PAINT, srgb("#9aa39f"), base, door, *detail.some(steps)),
            painted(f.BRUSHED, f.DARK_STEEL, yaw, *rings, *detail.some([bolts])),
        ),
        ("塔筒与偏航轴承", "Tower and yaw bearing"),
    )


def _head(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("bedplate", _bedplate(detail), ("机舱底盘", "Bedplate")),
        Item(
            "main-shaft",
            _main_shaft(detail),
            ("主轴与主轴承", "Main shaft and bearing"),
            (0, 0.09, 0),
        ),
        Item("gearbox", _gearbox(detail), ("增速齿轮箱", "Step-up gearbox"), (0, 0.17, 0)),
        Item("generator", _generator(detail), ("发电机", "Generator"), (0, 0.09, 0.05)),
        Item("cover", _cover(detail), ("机舱罩", "Nacelle cover"), (0, 0.36, 0.03)),
        _rotor(detail),
    )


def _bedplate(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.004)
    floor = extrude(rounded(0.096, 0.3, 0.02), 0.014, bevel=edge).moved(0, -0.056, 0.05)
    rails = [box(0.012, 0.02, 0.26, edge).moved(x, -0.035, 0.05) for x in (-0.034, 0.034)]
    cabinet = box(0.03, 0.05, 0.05, edge).moved(0.03, -0.016, 0.165)
    return (painted(f.PAINT, f.GRAPHITE, floor, *rails, cabinet),)


def _along(mesh: Mesh) -> Mesh:
    """A shape made round Y laid along the rotor's axis, its top to the rear (+Z)."""
    return mesh.turned("x", pi / 2)


def _main_shaft(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(32)
    shaft = lathe(
        [(0, -0.11), (0.03, -0.11), (0.03, -0.1), (0.016, -0.09), (0.013, 0.02), (0, 0.02)], n
    )
    block = box(0.07, 0.06, 0.03, detail.edge(0.006)).moved(0, -0.012, -0.062)
    return (painted(f.MACHINED, f.STEEL, _along(shaft)), painted(f.PAINT, f.TEAL, block))


def _gearbox(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    body = lathe(
        [
            (0, 0.005),
            (0.03, 0.005),
            (0.045, 0.012),
            (0.047, 0.05),
            (0.036, 0.056),
            (0.034, 0.08),
            (0, 0.08),
        ],
        n,
    )
    ribs = ring_of(box(0.006, 0.05, 0.006).moved(0.046, 0.033, 0), 10)
    arms = [
        box(0.03, 0.014, 0.02, detail.edge(0.003)).moved(x, -0.02, 0.03) for x in (-0.036, 0.036)
    ]
    coupling = lathe([(0, 0.08), (0.012, 0.08), (0.012, 0.112), (0, 0.112)], n)
    disc = tube(0.026, 0.01, 0.004, n).moved(y=0.095)
    return (
        painted(f.PAINT, srgb("#5d7f9a"), _along(body), _along(merge(detail.some([ribs]))), *arms),
        painted(f.MACHINED, f.STEEL, _along(coupling), _along(disc)),
    )


def _generator(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    body = lathe(
        [(0, 0.11), (0.03, 0.11), (0.036, 0.116), (0.036, 0.18), (0.03, 0.186), (0, 0.186)], n
    )
    fins = ring_of(box(0.004, 0.056, 0.003).moved(0.038, 0.148, 0), 26)
    cooler = box(0.05, 0.02, 0.06, detail.edge(0.004)).moved(0, 0.044, 0.148)
    return (
        painted(f.PAINT, srgb("#c98a3a"), _along(body), _along(merge(detail.some([fins])))),
        painted(f.BRUSHED, f.ALUMINIUM, cooler),
    )


def _cover(detail: Detail) -> tuple[Piece, ...]:
    """A shell lofted through rounded sections, with hatch, vane and grille."""
    stations = (
        (-0.118, 0.085, 0.09),
        (-0.1, 0.1, 0.105),
        (0.02, 0.112, 0.122),
        (0.14, 0.108, 0.118),
        (0.2, 0.094, 0.1),
        (0.222, 0.07, 0.07),
    )
    steps = 6 if detail.fine else 3
    rings = []
    for z, wide, high in stations:
        ring = rounded(wide, high, min(wide, high) * 0.28, steps)
        rings.append(np.stack([ring[:, 0], ring[:, 1] + 0.006, np.full(len(ring), z)], axis=1))
    shell = loft(rings, crease=60)
    vane = box(0.002, 0.03, 0.02).moved(0, 0.085, 0.18)
    mast = cylinder(0.0015, 0.04, 8).moved(0.025, 0.085, 0.18)
    hatch = box(0.05, 0.006, 0.07, detail.edge(0.002)).moved(0, 0.068, 0.07)
    grille = [box(0.06, 0.004, 0.004).moved(0, 0.02 - 0.012 * i, 0.223) for i in range(4)]
    return (
        painted(f.PAINT, f.WHITE, shell, hatch),
        *detail.some([painted(f.PLASTIC, f.GRAPHITE, vane, mast, *grille)]),
    )


def _rotor(detail: Detail) -> Item:
    n = detail.round(40)
    spinner = lathe(
        [
            (0, -0.045),
            (0.046, -0.045),
            (0.052, -0.035),
            (0.052, 0.01),
            (0.042, 0.045),
            (0.022, 0.066),
            (0, 0.072),
        ],
        n,
        crease=50,
    ).turned("x", -pi / 2)
    collars = merge(
        cylinder(0.026, 0.02, detail.round(24)).moved(y=0.054).turned("z", tau * i / 3)
        for i in range(3)
    )
    one = _blade(detail)
    blades = [one.turned("z", tau * i / 3) for i in range(3)]
    tips = painted(f.PAINT, srgb("#c8442c"), *_tips(detail))
    return Item(
        "rotor",
        (
            painted(f.PAINT, f.WHITE, spinner, *blades),
            painted(f.BRUSHED, f.DARK_STEEL, collars),
            tips,
        ),
        ("叶轮：轮毂与三叶片", "Rotor: hub and three blades"),
        (0, 0, -0.2),
        (0, 0, FRONT),
    )


def _sections(share_from: float, share_to: float, count: int, grow: float = 1.0) -> list[Section]:
    """Chord, twist and thickness as a real blade has them: round root, thin twisted tip."""
    found = []
    for share in np.linspace(share_from, share_to, count):
        chord, twist, thick = (float(np.interp(share, *t)) for t in (CHORD, TWIST, THICKNESS))
        along = 0.05 + share * (RADIUS - 0.05)
        round_root = share <= 0.061
        found.append(
            Section(along, chord * grow, radians(twist), 1.0 if round_root else thick * grow)
        )
    return found


def _blade(detail: Detail) -> Mesh:
    root = _sections(0, 0.06, 2)
    rest = _sections(0.1, 1, 16 if detail.fine else 7)
    return blade([*root, *rest], 10 if detail.fine else 5)


def _tips(detail: Detail) -> list[Mesh]:
    band = blade(_sections(0.86, 0.93, 3, 1.03), 10 if detail.fine else 5)
    return [band.turned("z", tau * i / 3) for i in range(3)]


def _turn() -> Clip:
    return Clip("turn", (spin("rotor", (0, 0, -1), 1.0, 6.0),), {"zh": "转动", "en": "Turn"})


EXHIBIT = Exhibit(
    "wind-turbine",
    {"zh": "4.2 MW 陆上风力发电机（模型）", "en": "4.2 MW onshore wind turbine (scale model)"},
    {"zh": "朔野新能", "en": "Shuoye Renewables"},
    {
        "zh": "叶片从圆形根部过渡到薄翼型叶尖，扭角沿展长变化，让每一段都迎着合适的来流。"
        "拆开机舱，可以看到主轴、增速齿轮箱与发电机的传动链。",
        "en": "From a round root to a thin tip, the blade twists along its span so that every "
        "section meets the wind at the right angle. Open the nacelle to follow the drive train: "
        "main shaft, step-up gearbox, generator.",
    },
    (
        Fact("模型比例", "Model scale", "整机 1 : 80，机舱 1 : 50", "1 : 80, nacelle 1 : 50"),
        Fact("额定功率", "Rated power", "4.2 MW", "4.2 MW"),
        Fact("叶轮直径", "Rotor diameter", "134 m", "134 m"),
        Fact("轮毂高度", "Hub height", "109 m", "109 m"),
        Fact("切入 / 切出", "Cut-in / cut-out", "2.5 / 24 m/s", "2.5 / 24 m/s"),
        Fact("年发电量（7 m/s）", "Yearly yield (7 m/s)", "约 14.6 GW·h", "about 14.6 GWh"),
    ),
    Plinth(0.35, 0.75),
    _model,
    coarse_error=0.01,
)
