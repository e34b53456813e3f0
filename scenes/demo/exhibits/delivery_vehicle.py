"""An autonomous delivery vehicle in four colours; it rolls, and its hatch opens."""

from __future__ import annotations

from math import pi

import numpy as np

from scenes.author import Clip, Material, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import ring_of
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted, rounded, slab
from scenes.demo.exhibits.motion import spin, stretch
from scenes.demo.shapes import Mesh, box, cylinder, lathe, srgb, torus, tube

__all__ = ["EXHIBIT"]

LONG, WIDE, HIGH = 2.3, 1.0, 1.5
WHEEL, TRACK, BASE = 0.27, 0.86, 1.34
COLOURS = {
    "jade": ("#0f8f84", {"zh": "青玉", "en": "Jade"}),
    "cinnabar": ("#c8442c", {"zh": "朱砂", "en": "Cinnabar"}),
    "porcelain": ("#e4e7e6", {"zh": "白瓷", "en": "Porcelain"}),
    "ink": ("#262c33", {"zh": "墨", "en": "Ink"}),
}
GLASS = Material("tinted glass", (0.02, 0.028, 0.034), roughness=0.08, clearcoat=1.0)
LAMP = Material("lamp", (0.9, 0.95, 1.0), emissive=(0.85, 0.95, 1.0), emissive_strength=2.5)
TAIL = Material("tail lamp", (0.6, 0.02, 0.02), emissive=(0.9, 0.05, 0.03), emissive_strength=1.5)


def _coat(colour: str) -> Material:
    return Material(f"coat {colour}", srgb(COLOURS[colour][0]), 1.0, 0.0, 0.38, clearcoat=1.0)


def _body_piece(mesh: Mesh) -> Piece:
    """A piece that changes with the colour variant; its vertex colour is ambient light only."""
    variants = tuple((name, _coat(name)) for name in COLOURS)
    return Piece(mesh, _coat("jade"), variants)


def _model(detail: Detail) -> Model:
    car = Item("vehicle", turn=about((0, 1, 0), -pi / 2), children=_parts(detail))
    titles = {name: title for name, (_, title) in COLOURS.items()}
    return Model("delivery-vehicle", assemble((car,), detail), clips=(_deliver(),), variants=titles)


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("chassis", _chassis(detail), ("滑板底盘与电池", "Skateboard chassis and battery")),
        Item("body", _body(detail), ("车身", "Body"), (0, 0.5, 0)),
        Item("cargo", _cargo(detail), ("货格", "Parcel lockers"), (0, 0.25, 0.75)),
        Item(
            "hatch", (), ("货舱卷门", "Cargo shutter"), (0, 0.5, 1.0), children=(_shutter(detail),)
        ),
        Item("sensors", _sensors(detail), ("激光雷达与相机", "Lidar and cameras"), (0, 0.85, 0)),
        *_wheels(detail),
    )


def _profile(detail: Detail, grow: float = 0.0) -> np.ndarray:
    """The side view: raked nose to +X, soft roof, upright tail; (x, y)."""
    half, n = LONG / 2 + grow, 6 if detail.fine else 3
    corners = [
        (-half, 0.3, 0.06),
        (half - 0.03, 0.3, 0.05),
        (half, 0.62, 0.22),
        (half - 0.42, HIGH + grow, 0.26),
        (-half + 0.02, HIGH + grow, 0.16),
    ]
    return _round_corners(corners, n)


def _round_corners(corners: list[tuple[float, float, float]], steps: int) -> np.ndarray:
    points = []
    for i, (x, y, radius) in enumerate(corners):
        b = np.array([x, y])
        a, c = np.array(corners[i - 1][:2]), np.array(corners[(i + 1) % len(corners)][:2])
        start = b + (a - b) / np.linalg.norm(a - b) * radius
        end = b + (c - b) / np.linalg.norm(c - b) * radius
        points += [
            (1 - t) ** 2 * start + 2 * t * (1 - t) * b + t * t * end
            for t in np.linspace(0, 1, steps + 1)
        ]
    return np.array(points)


def _arched(detail: Detail, outline: np.ndarray) -> np.ndarray:
    """The outline with its lower edge cut out over both wheels."""
    n = 12 if detail.fine else 6
    arches = []
    for x in (-BASE / 2, BASE / 2):
        turns = np.linspace(pi, 0, n)
        rise = WHEEL + 0.045
        arches += [(x + rise * np.cos(a), max(WHEEL + rise * np.sin(a), 0.3)) for a in turns]
    low = outline[:, 1] < 0.301
    first = int(np.argmax(low))
    rolled = np.roll(outline, -first, axis=0)
    on_edge = rolled[:, 1] < 0.301
    edge, rest = rolled[on_edge], rolled[~on_edge]
    left, right = edge[edge[:, 0] < 0][:1], edge[edge[:, 0] > 0][-1:]
    return np.concatenate([left, np.array(arches), right, rest])


def _body(detail: Detail) -> tuple[Piece, ...]:
    shell = slab(_arched(detail, _profile(detail)), WIDE - 0.04, detail.edge(0.05), crease=30)
    belt = box(LONG - 0.5, 0.02, WIDE - 0.03, detail.edge(0.008)).moved(-0.1, 0.44, 0)
    glass = _glass(detail)
    lamps = [box(0.03, 0.02, 0.26, detail.edge(0.006)).moved(1.135, 0.56, z) for z in (-0.27, 0.27)]
    tails = [box(0.02, 0.4, 0.025, detail.edge(0.006)).moved(-1.146, 0.8, z) for z in (-0.36, 0.36)]
    skirts = [box(0.8, 0.1, 0.03, detail.edge(0.01)).moved(0, 0.3, z) for z in (-0.475, 0.475)]
    bumpers = [box(0.1, 0.12, 0.8, detail.edge(0.03)).moved(x, 0.36, 0) for x in (-1.12, 1.1)]
    return (
        _body_piece(shell),
        painted(f.PLASTIC, f.GRAPHITE, *skirts, *bumpers, belt),
        painted(GLASS, (1, 1, 1), *glass),
        painted(LAMP, (1, 1, 1), *lamps),
        painted(TAIL, (1, 1, 1), *tails),
    )


def _glass(detail: Detail) -> list[Mesh]:
    """A raked front screen and a dark band along both sides."""
    n = 5 if detail.fine else 2
    screen = slab(rounded(0.74, 0.62, 0.12, n), 0.02, detail.edge(0.006))
    front = screen.turned("y", pi / 2).turned("z", 0.455).moved(0.965, 1.06, 0)
    side = _round_corners(
        [(0.32, 0.86, 0.06), (0.86, 0.86, 0.06), (0.66, 1.3, 0.08), (0.32, 1.3, 0.06)], n
    )
    return [front, *(slab(side, 0.02, detail.edge(0.004)).moved(z=z) for z in (-0.476, 0.476))]


def _chassis(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.015)
    deck = box(2.05, 0.12, 0.62, edge).moved(0, 0.25, 0)
    pack = box(0.98, 0.14, 0.74, edge).moved(0, 0.24, 0)
    axles = [
        cylinder(0.035, 0.7, detail.round(16)).turned("x", pi / 2).moved(x, WHEEL, 0)
        for x in (-BASE / 2, BASE / 2)
    ]
    motor = (
        cylinder(0.11, 0.26, detail.round(28), detail.edge(0.01))
        .turned("x", pi / 2)
        .moved(-BASE / 2, WHEEL + 0.02, 0)
    )
    springs = [
        torus(0.05, 0.012, detail.round(20), detail.round(8)).moved(x, 0.34 + 0.03 * k, z)
        for x in (-BASE / 2, BASE / 2)
        for z in (-0.28, 0.28)
        for k in range(5 if detail.fine else 2)
    ]
    return (
        painted(f.PAINT, f.GRAPHITE, deck, pack),
        painted(f.BRUSHED, f.STEEL, *axles, motor, *springs),
    )


def _cargo(detail: Detail) -> tuple[Piece, ...]:
    """Lockers behind the shutter of the right-hand side (+Z)."""
    edge = detail.edge(0.006)
    frame = box(1.2, 0.83, 0.34, edge).moved(-0.42, 0.88, 0.318)
    doors, knobs = [], []
    for i in range(4):
        for j in range(3):
            x, y = -0.84 + 0.28 * i, 0.63 + 0.255 * j
            doors.append(box(0.262, 0.238, 0.014, edge).moved(x, y, 0.487))
            knobs.append(box(0.05, 0.012, 0.012).moved(x, y + 0.08, 0.495))
    return (
        painted(f.PAINT, f.LIGHT_GREY, *doors),
        painted(f.PLASTIC, f.GRAPHITE, frame, *detail.some(knobs)),
    )


def _shutter(detail: Detail) -> Item:
    """Slats in a frame; its origin is its upper edge, towards which the clip gathers it."""
    outline = rounded(1.18, 0.062, 0.02, 3 if detail.fine else 2)
    slat = slab(outline, 0.02, detail.edge(0.006))
    slats = [slat.moved(y=-0.033 - 0.066 * i) for i in range(12)]
    bar = box(0.3, 0.03, 0.02, detail.edge(0.006)).moved(0, -0.76, 0.016)
    return Item(
        "shutter",
        (painted(f.BRUSHED, f.ALUMINIUM, *slats), painted(f.PLASTIC, f.BLACK, bar)),
        at=SHUTTER,
    )


SHUTTER = (-0.42, 1.29, 0.509)


def _sensors(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(32)
    tower = lathe([(0, 1.48), (0.1, 1.48), (0.085, 1.52), (0.075, 1.56), (0, 1.56)], n).moved(
        x=0.35
    )
    head = cylinder(0.075, 0.085, n, detail.edge(0.01)).moved(0.35, 1.605, 0)
    cap = cylinder(0.078, 0.018, n, detail.edge(0.005)).moved(0.35, 1.656, 0)
    corner = [
        cylinder(0.04, 0.07, detail.round(20), detail.edge(0.006)).moved(x, 0.52, z)
        for x, z in ((1.06, -0.42), (1.06, 0.42))
    ]
    cameras = [
        box(0.05, 0.04, 0.05, detail.edge(0.008)).moved(0.75, 1.49, z) for z in (-0.3, 0.0, 0.3)
    ]
    return (
        painted(f.PLASTIC, f.LIGHT_GREY, tower, cap),
        painted(GLASS, (1, 1, 1), head, *corner, *cameras),
    )


def _wheels(detail: Detail) -> tuple[Item, ...]:
    pieces = _wheel(detail)
    names = (
        ("左前轮", "Front left wheel"),
        ("右前轮", "Front right wheel"),
        ("左后轮", "Rear left wheel"),
        ("右后轮", "Rear right wheel"),
    )
    places = ((BASE / 2, -1), (BASE / 2, 1), (-BASE / 2, -1), (-BASE / 2, 1))
    return tuple(
        Item(f"wheel-{i + 1}", pieces, title, (0, 0, 0.28 * side), (x, WHEEL, side * TRACK / 2))
        for i, (title, (x, side)) in enumerate(zip(names, places, strict=True))
    )


def _wheel(detail: Detail) -> tuple[Piece, ...]:
    n = detail.round(40)
    tyre = lathe(
        [
            (0.17, -0.075),
            (0.235, -0.08),
            (0.262, -0.066),
            (WHEEL, -0.04),
            (WHEEL, 0.04),
            (0.262, 0.066),
            (0.235, 0.08),
            (0.17, 0.075),
            (0.17, -0.075),
        ],
        n,
        crease=50,
    )
    tread = ring_of(box(0.006, 0.11, 0.012).moved(WHEEL, 0, 0), 36)
    rim = tube(0.176, 0.155, 0.13, n, detail.edge(0.006))
    spokes = ring_of(box(0.13, 0.018, 0.03, detail.edge(0.006)).moved(0.095, 0.0, 0), 10)
    faces = [spokes.moved(y=y) for y in (-0.05, 0.05)]
    hub = cylinder(0.045, 0.13, detail.round(24), detail.edge(0.008))
    disc = cylinder(0.12, 0.02, n)
    lay = [mesh.turned("x", pi / 2) for mesh in (tyre, tread, rim, hub, disc, *faces)]
    return (
        painted(f.RUBBER, f.BLACK, lay[0], *detail.some([lay[1]])),
        painted(f.BRUSHED, f.ALUMINIUM, *lay[2:]),
    )


def _deliver() -> Clip:
    """Roll up, stop, open the shutter, close it."""
    seconds = 8.0
    wheels = [spin(f"wheel-{i + 1}", (0, 0, -1), 3.0, 3.0) for i in range(4)]
    lift = stretch("shutter", (1, 0.1, 1), (0.0, 3.2, 4.8, 6.4, seconds), (0, 0, 1, 1, 0))
    return Clip("deliver", (*wheels, lift), {"zh": "驶来并开门", "en": "Arrive and open"})


EXHIBIT = Exhibit(
    "delivery-vehicle",
    {"zh": "L4 无人配送车", "en": "L4 autonomous delivery vehicle"},
    {"zh": "驭风智行", "en": "Yufeng Mobility"},
    {
        "zh": "滑板底盘把电池、转向与制动收在地板下，上装可以换成货格、冷链或零售柜。"
        "试着切换四种车色，或播放“驶来并开门”。",
        "en": "A skateboard chassis keeps battery, steering and brakes under the floor, so the "
        "body above can be lockers, a cold box or a shop. Switch between four colours, or play "
        "“Arrive and open”.",
    },
    (
        Fact("货舱容积", "Cargo volume", "2.1 m³，12 格", "2.1 m³, 12 lockers"),
        Fact("额定载质量", "Payload", "350 kg", "350 kg"),
        Fact("续航", "Range", "160 km", "160 km"),
        Fact("最高车速", "Top speed", "40 km/h", "40 km/h"),
        Fact("感知", "Sensing", "3 个激光雷达，9 个相机", "3 lidars, 9 cameras"),
        Fact("电池", "Battery", "18.6 kW·h，可换", "18.6 kWh, swappable"),
    ),
    Plinth(0.15, 1.5),
    _model,
    coarse_error=0.015,
)
