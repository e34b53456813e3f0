"""A six-rotor inspection drone: it hovers, looks round with its camera, and comes apart."""

from __future__ import annotations

from math import cos, pi, radians, sin, tau

import numpy as np

from scenes.author import Clip, Material, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded
from scenes.demo.exhibits.motion import slide, spin, swing
from scenes.demo.shapes import (
    Mesh,
    box,
    circle,
    curve,
    cylinder,
    extrude,
    lathe,
    loft,
    merge,
    pipe,
    sphere,
    srgb,
    sweep,
    torus,
)

__all__ = ["EXHIBIT"]

ARMS, REACH, HEIGHT = 6, 0.46, 0.36
PROP = 0.21
ACCENT = srgb("#e2622b")
SHELL = srgb("#dfe3e4")
CARBON = Material("carbon fibre", (0.035, 0.037, 0.04), roughness=0.32, clearcoat=0.8)
LENS = Material("lens", (0.012, 0.014, 0.03), roughness=0.04, clearcoat=1.0)
LIGHT = Material("beacon", (0.1, 0.9, 0.4), emissive=(0.1, 1.0, 0.35), emissive_strength=2.0)


def _model(detail: Detail) -> Model:
    drone = Item("drone", at=(0, HEIGHT, 0), turn=about((0, 1, 0), pi), children=_parts(detail))
    return Model("inspection-drone", assemble((drone,), detail), clips=(_hover(),))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item(
            "frame",
            _frame(detail),
            ("碳纤维机架", "Carbon frame"),
            (0, 0.2, 0),
            children=(*_props(detail), _gimbal(detail)),
        ),
        Item("shell", _shell(detail), ("机壳", "Shell"), (0, 0.52, 0)),
        Item("antenna", _antenna(detail), ("RTK 天线", "RTK antenna"), (0, 0.68, 0)),
        Item("battery", _battery(detail), ("智能电池", "Smart battery"), (0, 0.3, 0.34)),
        Item(
            "avionics",
            _avionics(detail),
            ("飞控与机载计算", "Flight controller and computer"),
            (0, 0.36, 0),
        ),
        Item("landing-gear", _gear(detail), ("起落架", "Landing gear"), (0, 0, 0)),
    )


def _angle(i: int) -> float:
    return tau * (i + 0.5) / ARMS


def _place(i: int, radius: float, y: float) -> tuple[float, float, float]:
    return radius * cos(_angle(i)), y, radius * sin(_angle(i))


def _frame(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(16)
    hexagon = [(0.15 * cos(tau * i / 12), 0.15 * sin(tau * i / 12)) for i in range(12)]
    plates = [extrude(hexagon, 0.004, bevel=detail.edge(0.001)).moved(y=y) for y in (-0.022, 0.02)]
    arms = [
        pipe([(0.1, 0, 0), (REACH + 0.01, 0, 0)], 0.0145, n).turned("y", -_angle(i))
        for i in range(ARMS)
    ]
    clamps = [
        box(0.04, 0.042, 0.05, detail.edge(0.006)).moved(x=0.14).turned("y", -_angle(i))
        for i in range(ARMS)
    ]
    mounts = [
        cylinder(0.026, 0.03, detail.round(28), detail.edge(0.004)).moved(*_place(i, REACH, 0.004))
        for i in range(ARMS)
    ]
    motors = [
        merge(
            [
                cylinder(0.027, 0.024, detail.round(28), detail.edge(0.003)).moved(y=0.034),
                *detail.some([ring_of(box(0.006, 0.02, 0.004).moved(0.0275, 0.034, 0), 12)]),
            ]
        ).moved(*_place(i, REACH, 0))
        for i in range(ARMS)
    ]
    beacons = [sphere(0.009, 10, 6).moved(*_place(i, REACH + 0.024, -0.012)) for i in range(ARMS)]
    return (
        painted(CARBON, (1, 1, 1), *plates, *arms),
        painted(f.BRUSHED, f.DARK_STEEL, *clamps, *motors),
        painted(f.PLASTIC, ACCENT, *mounts),
        *detail.some([painted(LIGHT, (1, 1, 1), *beacons)]),
    )


def _props(detail: Detail) -> tuple[Item, ...]:
    left = (painted(CARBON, (1, 1, 1), _propeller(detail, 1)),)
    right = (painted(CARBON, (1, 1, 1), _propeller(detail, -1)),)
    return tuple(
        Item(
            f"propeller-{i + 1}",
            left if i % 2 == 0 else right,
            (f"螺旋桨 {i + 1}", f"Propeller {i + 1}"),
            (0, 0.16, 0),
            _place(i, REACH, 0.056),
            about((0, 1, 0), 0.7 * i),
        )
        for i in range(ARMS)
    )


def _propeller(detail: Detail, side: int) -> Mesh:
    """Two twisted blades and a hub; `side` mirrors it for the other sense of rotation."""
    shares = np.linspace(0.06, 1, 9 if detail.fine else 4)
    chords = np.interp(shares, [0.06, 0.25, 0.5, 0.95, 1], [0.016, 0.032, 0.03, 0.014, 0.005])
    twists = np.radians(np.interp(shares, [0.06, 0.3, 1], [30, 20, 8]))
    sections = [
        Section(float(s) * PROP, float(c), float(t), 0.11, 0.05)
        for s, c, t in zip(shares, chords, twists, strict=True)
    ]
    one = blade(sections, 5 if detail.fine else 3, 0.4).turned("z", -pi / 2).turned("x", pi / 2)
    both = merge(
        [
            one,
            one.turned("y", pi),
            lathe(
                [(0, -0.008), (0.012, -0.008), (0.012, 0.008), (0.008, 0.012), (0, 0.012)],
                detail.round(16),
            ),
        ]
    )
    return both if side > 0 else both.mirrored("z")


def _shell(detail: Detail) -> tuple[Piece, ...]:
    steps = 6 if detail.fine else 3
    stations = [
        (0.026, 0.24, 0.3, 0.06),
        (0.05, 0.25, 0.31, 0.075),
        (0.078, 0.21, 0.26, 0.08),
        (0.094, 0.14, 0.17, 0.06),
        (0.098, 0.08, 0.1, 0.03),
    ]
    rings = [_level(rounded(w, d, r, steps), y) for y, w, d, r in stations]
    hood = loft(rings[::-1], crease=60)
    stripe = sweep(
        _level(rounded(0.252, 0.312, 0.075, steps), 0.042), circle(0.004, 6), closed=True
    )
    vents = [box(0.06, 0.003, 0.006).moved(0, 0.0965, 0.02 + 0.014 * i) for i in range(3)]
    return (
        painted(f.PAINT, SHELL, hood),
        painted(f.PLASTIC, ACCENT, stripe),
        *detail.some([painted(f.PLASTIC, f.BLACK, *vents)]),
    )


def _level(ring: np.ndarray, y: float) -> np.ndarray:
    return np.stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]], axis=1)


def _antenna(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(28)
    mast = cylinder(0.006, 0.08, detail.round(12)).moved(0, 0.135, 0.05)
    dome = lathe([(0, 0.17), (0.032, 0.17), (0.034, 0.182), (0.026, 0.198), (0, 0.204)], n).moved(
        z=0.05
    )
    return (painted(f.PLASTIC, SHELL, dome), painted(CARBON, (1, 1, 1), mast))


def _battery(detail: Detail) -> tuple[Piece, ...]:
    pack = box(0.12, 0.066, 0.19, detail.edge(0.01)).moved(0, -0.06, 0.03)
    grip = box(0.08, 0.03, 0.02, detail.edge(0.006)).moved(0, -0.06, 0.132)
    lamps = [box(0.01, 0.004, 0.004).moved(-0.024 + 0.016 * i, -0.034, 0.1255) for i in range(4)]
    return (
        painted(f.PLASTIC, f.GRAPHITE, pack, grip),
        *detail.some([painted(LIGHT, (1, 1, 1), *lamps)]),
    )


def _avionics(detail: Detail) -> tuple[Piece, ...]:
    board = box(0.13, 0.003, 0.17).moved(y=0.03)
    sink = box(0.06, 0.014, 0.07, detail.edge(0.002)).moved(0, 0.04, -0.02)
    fins = [box(0.003, 0.014, 0.07).moved(-0.027 + 0.009 * i, 0.052, -0.02) for i in range(7)]
    chips = [
        box(0.022, 0.006, 0.022).moved(x, 0.034, z)
        for x, z in ((-0.04, 0.05), (0.04, 0.055), (0.0, 0.06))
    ]
    return (
        Piece(
            merge([board.painted(srgb("#1d6b45")), *[c.painted(f.BLACK) for c in chips]]), f.PLASTIC
        ),
        painted(f.BRUSHED, f.ALUMINIUM, sink, *detail.some(fins)),
    )


def _gear(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(12)
    legs, feet = [], []
    for side in (-1, 1):
        path = [(side * 0.08, -0.02, 0), (side * 0.13, -0.12, 0), (side * 0.2, -0.33, 0)]
        legs.append(pipe(curve(path, 5 if detail.fine else 2), 0.01, n))
        rail = [
            (side * 0.2, -0.335, -0.2),
            (side * 0.2, -0.347, -0.16),
            (side * 0.2, -0.347, 0.16),
            (side * 0.2, -0.335, 0.2),
        ]
        feet.append(pipe(curve(rail, 4 if detail.fine else 1), 0.012, n))
    return (painted(CARBON, (1, 1, 1), *legs), painted(f.RUBBER, f.BLACK, *feet))


GIMBAL = (0.0, -0.05, -0.13)


def _gimbal(detail: Detail) -> Item:
    """A yaw arm that carries a tilting camera ball."""
    n = detail.round(28)
    motor = cylinder(0.022, 0.026, n, detail.edge(0.004)).moved(y=-0.012)
    arm = [box(0.014, 0.09, 0.03, detail.edge(0.005)).moved(x, -0.068, 0) for x in (-0.054, 0.054)]
    bridge = box(0.122, 0.014, 0.03, detail.edge(0.005)).moved(y=-0.03)
    ball = sphere(0.043, detail.round(32), 14 if detail.fine else 7)
    ring = torus(0.024, 0.005, n, detail.round(10)).turned("x", pi / 2).moved(0, 0, -0.036)
    small = cylinder(0.009, 0.012, detail.round(16)).turned("x", pi / 2).moved(0.0, 0.024, -0.034)
    glass = cylinder(0.021, 0.012, n, detail.edge(0.003)).turned("x", pi / 2).moved(0, 0, -0.036)
    camera = Item(
        "camera",
        (painted(f.PLASTIC, f.GRAPHITE, ball, ring), painted(LENS, (1, 1, 1), glass, small)),
        at=(0, -0.085, 0),
        turn=about((1, 0, 0), radians(-14)),
    )
    return Item(
        "gimbal",
        (painted(f.BRUSHED, f.ALUMINIUM, motor, *arm, bridge),),
        ("三轴云台与变焦相机", "Gimbal and zoom camera"),
        (0, -0.06, -0.2),
        GIMBAL,
        children=(camera,),
    )


def _hover() -> Clip:
    """Rotors turn; the airframe drifts a little; the camera looks about."""
    seconds = 8.0
    rotors = [
        spin(
            f"propeller-{i + 1}",
            (0, 1 if i % 2 else -1, 0),
            12.0,
            seconds,
            0.7 * i * (1 if i % 2 else -1),
        )
        for i in range(ARMS)
    ]
    times = (0.0, 2.0, 4.0, 6.0, seconds)
    lift = slide("drone", (0, HEIGHT, 0), (0, 0.09, 0), times, (0, 1, 0.55, 0.9, 0))
    look = swing("gimbal", (0, 1, 0), times, (0, 35, 0, -35, 0))
    tilt = swing("camera", (1, 0, 0), times, (-14, -40, -5, -30, -14))
    return Clip("hover", (*rotors, lift, look, tilt), {"zh": "悬停巡检", "en": "Hover and inspect"})


EXHIBIT = Exhibit(
    "inspection-drone",
    {"zh": "六旋翼巡检无人机", "en": "Six-rotor inspection drone"},
    {"zh": "云雀低空", "en": "Yunque Low-Altitude"},
    {
        "zh": "六组动力即使停掉一组也能平稳返航；厘米级定位让它沿同一航线重复拍摄，"
        "用于风机叶片、输电线路与光伏电站的巡检。",
        "en": "With six drives it comes home even if one stops; centimetre positioning lets it fly "
        "the same line again and again over blades, power lines and solar plants.",
    },
    (
        Fact("对称轴距", "Diagonal wheelbase", "920 mm", "920 mm"),
        Fact("续航时间", "Endurance", "52 min", "52 min"),
        Fact("最大起飞质量", "Take-off mass", "9.8 kg", "9.8 kg"),
        Fact("抗风", "Wind resistance", "12 m/s", "12 m/s"),
        Fact(
            "定位精度（RTK）", "Positioning (RTK)", "水平 1 cm + 1 ppm", "1 cm + 1 ppm horizontal"
        ),
        Fact("防护等级", "Protection", "IP55", "IP55"),
    ),
    Plinth(0.7, 0.75),
    _model,
    coarse_error=0.006,
)
