"""A six-axis robot: links that turn about their real axes, a gripper, a pick-and-place clip."""

from __future__ import annotations

from math import pi, radians

from scenes.author import Clip, Model, about
from scenes.author.turn import Vec3
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt, socket_screw
from scenes.demo.exhibits.kit import Item, assemble, axial, capsule, painted, slab
from scenes.demo.exhibits.motion import slide, swing
from scenes.demo.shapes import Mesh, box, curve, cylinder, lathe, merge, pipe, tube

__all__ = ["EXHIBIT"]

UP: Vec3 = (0.0, 1.0, 0.0)
PITCH: Vec3 = (0.0, 0.0, -1.0)
ROLL: Vec3 = (1.0, 0.0, 0.0)
SHOULDER = (0.16, 0.3, 0.0)
UPPER = 0.66
ELBOW_RISE = 0.1
FOREARM = 0.62
HOME = (0.0, -18.0, 12.0, 0.0, 96.0, 0.0)
GRIP = 0.036


def _model(detail: Detail) -> Model:
    robot = Item("robot", turn=about(UP, -pi / 2), children=(_base(detail),))
    return Model("robot-arm", assemble((robot,), detail), clips=(_pick(),))


def _base(detail: Detail) -> Item:
    n = detail.round(56)
    foot = lathe(
        [(0, 0), (0.24, 0), (0.24, 0.035), (0.19, 0.06), (0.175, 0.16), (0.165, 0.17), (0, 0.17)], n
    )
    plate = box(0.52, 0.03, 0.52, detail.edge(0.006)).moved(y=0.015)
    ring = tube(0.172, 0.12, 0.018, n, detail.edge(0.003)).moved(y=0.179)
    plug = box(0.09, 0.08, 0.13, detail.edge(0.008)).moved(-0.185, 0.09, 0)
    bolts = bolt_circle(hex_bolt(detail, 0.024), 4, 0.31, pi / 4).moved(y=0.03)
    column = _column(detail)
    return Item(
        "base",
        (
            painted(f.PAINT, f.GRAPHITE, plate, foot, plug),
            painted(f.MACHINED, f.STEEL, ring, *detail.some([bolts])),
        ),
        ("底座", "Base"),
        children=(column,),
    )


def _column(detail: Detail) -> Item:
    n = detail.round(56)
    turret = lathe([(0, 0), (0.17, 0), (0.178, 0.01), (0.178, 0.09), (0.15, 0.14), (0, 0.14)], n)
    shoulder = slab(capsule(0.2, 0.15, 0.19, 14 if detail.fine else 6), 0.15, detail.edge(0.018))
    body = shoulder.turned("z", -0.46).moved(0.07, 0.11, 0.0)
    motor = _motor(detail, 0.085, 0.2).turned("x", pi / 2).moved(0.16, 0.3, 0.17)
    upright = _motor(detail, 0.075, 0.22).moved(-0.07, 0.235, 0.0)
    return Item(
        "column",
        (painted(f.LACQUER, f.ORANGE, turret, body), painted(f.PLASTIC, f.BLACK, motor, upright)),
        ("J1 转台", "J1 turntable"),
        (0, 0.14, 0),
        at=(0, 0.188, 0),
        children=(_upper(detail),),
    )


def _motor(detail: Detail, radius: float, length: float) -> Mesh:
    """A servo motor about the origin: finned body, connector."""
    n = detail.round(32)
    body = cylinder(radius, length, n, detail.edge(0.01))
    fins = [
        tube(radius + 0.005, radius - 0.01, 0.008, n).moved(y=y) for y in (-0.05, -0.02, 0.01, 0.04)
    ]
    plug = box(0.05, 0.035, 0.05, detail.edge(0.006)).moved(x=radius * 0.95, y=length * 0.25)
    return merge([body, *detail.some([*fins, plug])])


def _upper(detail: Detail) -> Item:
    n = 18 if detail.fine else 7
    beam = slab(capsule(0.15, 0.12, UPPER, n), 0.12, detail.edge(0.02)).moved(z=-0.14)
    discs = [
        cylinder(0.128, 0.05, detail.round(48), detail.edge(0.008))
        .turned("x", pi / 2)
        .moved(0, 0, -0.225),
        cylinder(0.1, 0.05, detail.round(48), detail.edge(0.008))
        .turned("x", pi / 2)
        .moved(0, UPPER, -0.225),
    ]
    hubs = [cylinder(0.125, 0.03, detail.round(48)).turned("x", pi / 2).moved(0, 0, -0.075)]
    hubs.append(cylinder(0.1, 0.03, detail.round(48)).turned("x", pi / 2).moved(0, UPPER, -0.075))
    screws = [
        bolt_circle(socket_screw(detail, 0.009), 8, r).turned("x", -pi / 2).moved(0, y, -0.249)
        for r, y in ((0.105, 0.0), (0.08, UPPER))
    ]
    cable = pipe(
        curve(
            [(-0.05, 0.1, -0.055), (-0.1, 0.24, -0.05), (-0.1, 0.45, -0.05), (-0.04, 0.6, -0.055)],
            8,
        ),
        0.018,
        detail.round(12),
    )
    return Item(
        "upper-arm",
        (
            painted(f.LACQUER, f.ORANGE, beam),
            painted(f.PLASTIC, f.BLACK, *discs, *hubs, cable),
            *detail.some([painted(f.MACHINED, f.STEEL, *screws)]),
        ),
        ("J2 大臂", "J2 upper arm"),
        (0, 0.12, -0.1),
        SHOULDER,
        about(PITCH, radians(HOME[1])),
        (_elbow(detail),),
    )


def _elbow(detail: Detail) -> Item:
    n = 14 if detail.fine else 6
    shell = slab(capsule(0.125, 0.105, 0.17, n), 0.15, detail.edge(0.018)).turned("z", -1.0)
    neck = axial(
        lathe(
            [(0, 0.02), (0.1, 0.02), (0.105, 0.03), (0.1, 0.2), (0.092, 0.21), (0, 0.21)],
            detail.round(48),
        )
    )
    motors = [
        axial(_motor(detail, 0.046, 0.16)).moved(-0.08, ELBOW_RISE + 0.02, z)
        for z in (-0.052, 0.052)
    ]
    pitch = _motor(detail, 0.07, 0.16).turned("x", pi / 2).moved(0, 0, 0.14)
    return Item(
        "elbow",
        (
            painted(f.LACQUER, f.ORANGE, shell, neck.moved(y=ELBOW_RISE)),
            painted(f.PLASTIC, f.BLACK, *motors, pitch),
        ),
        ("J3 肘部", "J3 elbow"),
        (0, 0.16, 0),
        (0, UPPER, 0),
        about(PITCH, radians(HOME[2])),
        (_forearm(detail),),
    )


def _forearm(detail: Detail) -> Item:
    n = detail.round(48)
    tube_ = lathe(
        [
            (0, 0.0),
            (0.088, 0.0),
            (0.088, 0.03),
            (0.078, 0.06),
            (0.062, 0.3),
            (0.066, 0.34),
            (0, 0.34),
        ],
        n,
    )
    fork = [
        slab(capsule(0.062, 0.052, 0.09, 10 if detail.fine else 5), 0.034, detail.edge(0.008))
        .turned("z", -pi / 2)
        .moved(0.33, 0, z)
        for z in (-0.062, 0.062)
    ]
    bridge = box(0.05, 0.115, 0.12, detail.edge(0.01)).moved(x=0.33)
    band = axial(tube(0.09, 0.07, 0.012, n, detail.edge(0.002)).moved(y=0.016))
    return Item(
        "forearm",
        (
            painted(f.LACQUER, f.ORANGE, axial(tube_), *fork, bridge),
            painted(f.MACHINED, f.DARK_STEEL, band),
        ),
        ("J4 小臂", "J4 forearm"),
        (0.14, 0, 0),
        (0.215, ELBOW_RISE, 0),
        children=(_wrist(detail),),
    )


def _wrist(detail: Detail) -> Item:
    hub = cylinder(0.05, 0.086, detail.round(40), detail.edge(0.006)).turned("x", pi / 2)
    caps = [
        cylinder(0.04, 0.02, detail.round(32), detail.edge(0.005)).turned("x", pi / 2).moved(z=z)
        for z in (-0.088, 0.088)
    ]
    nose = axial(
        lathe([(0, 0), (0.044, 0), (0.044, 0.06), (0.04, 0.066), (0, 0.066)], detail.round(40))
    )
    return Item(
        "wrist",
        (painted(f.LACQUER, f.ORANGE, hub, nose.moved(x=0.02)), painted(f.PLASTIC, f.BLACK, *caps)),
        ("J5 手腕", "J5 wrist"),
        (0.12, 0, 0),
        (0.42, 0, 0),
        about(PITCH, radians(HOME[4])),
        (_gripper(detail),),
    )


def _gripper(detail: Detail) -> Item:
    edge = detail.edge(0.005)
    disc = axial(cylinder(0.04, 0.016, detail.round(40), detail.edge(0.003)).moved(y=0.008))
    body = box(0.075, 0.07, 0.13, edge).moved(x=0.055)
    rail = box(0.016, 0.03, 0.16, edge).moved(x=0.1)
    return Item(
        "gripper",
        (painted(f.MACHINED, f.ALUMINIUM, disc, rail), painted(f.PAINT, f.GRAPHITE, body)),
        ("J6 法兰与夹爪", "J6 flange and gripper"),
        (0.12, 0, 0),
        (0.087, 0, 0),
        children=_fingers(detail),
    )


def _fingers(detail: Detail) -> tuple[Item, ...]:
    edge = detail.edge(0.003)
    shape = [box(0.02, 0.028, 0.03, edge), box(0.1, 0.026, 0.014, edge).moved(0.05, 0, 0.008)]
    left = (painted(f.MACHINED, f.STEEL, *shape),)
    right = (painted(f.MACHINED, f.STEEL, *(mesh.mirrored("z") for mesh in shape)),)
    return (
        Item("finger-left", left, at=(0.115, 0, GRIP)),
        Item("finger-right", right, at=(0.115, 0, -GRIP)),
    )


TIMES = (0.0, 1.4, 2.2, 2.6, 3.4, 5.2, 6.0, 6.4, 7.2, 8.6, 9.0)
ABOVE_A = (-52.0, 24.0, 18.0, 0.0, 48.0, 0.0)
DOWN_A = (-52.0, 46.0, 16.0, 0.0, 28.0, 0.0)
ABOVE_B = (58.0, 14.0, 30.0, 0.0, 46.0, 90.0)
DOWN_B = (58.0, 38.0, 26.0, 0.0, 26.0, 90.0)
POSES = (HOME, ABOVE_A, DOWN_A, DOWN_A, ABOVE_A, ABOVE_B, DOWN_B, DOWN_B, ABOVE_B, HOME, HOME)
HOLDS = (0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)

JOINTS = (
    ("column", UP),
    ("upper-arm", PITCH),
    ("elbow", PITCH),
    ("forearm", ROLL),
    ("wrist", PITCH),
    ("gripper", ROLL),
)


def _pick() -> Clip:
    channels = [
        swing(name, axis, TIMES, [pose[i] for pose in POSES])
        for i, (name, axis) in enumerate(JOINTS)
    ]
    for name, side in (("finger-left", 1), ("finger-right", -1)):
        home = (0.115, 0.0, side * GRIP)
        channels.append(slide(name, home, (0, 0, -side * 0.022), TIMES, HOLDS))
    return Clip("pick", tuple(channels), {"zh": "抓取与放置", "en": "Pick and place"})


EXHIBIT = Exhibit(
    "robot-arm",
    {"zh": "六轴协同装配机器人", "en": "Six-axis assembly robot"},
    {"zh": "玄枢机器人", "en": "Xuanshu Robotics"},
    {
        "zh": "六个关节由中空减速器驱动，线缆走在臂内，适合拧紧、涂胶与上下料。"
        "播放“抓取与放置”，看它怎样以最小加加速度的轨迹避免振动。",
        "en": "Six joints on hollow-shaft reducers with the cables inside, for screwing, gluing "
        "and machine tending. Play “Pick and place” to see how minimum-jerk paths keep it from "
        "shaking.",
    },
    (
        Fact("额定负载", "Payload", "20 kg", "20 kg"),
        Fact("工作半径", "Reach", "1 480 mm", "1,480 mm"),
        Fact("重复定位精度", "Repeatability", "±0.03 mm", "±0.03 mm"),
        Fact("轴数", "Axes", "6", "6"),
        Fact("最大合成速度", "Top tool speed", "2.4 m/s", "2.4 m/s"),
        Fact("质量", "Mass", "215 kg", "215 kg"),
    ),
    Plinth(0.3, 1.0),
    _model,
    coarse_error=0.008,
)
