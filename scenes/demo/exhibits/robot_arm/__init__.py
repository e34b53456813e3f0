"""A six-axis robot: links that turn about their real axes, a gripper, a pick-and-place clip."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import slide, swing
from scenes.demo.exhibits.robot_arm.lower import base
from scenes.demo.exhibits.robot_arm.plan import GRIP, HOME, PITCH, ROLL, UP

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    robot = Item("robot", turn=about(UP, -pi / 2), children=(base(detail),))
    return Model("robot-arm", assemble((robot,), detail), clips=(_pick(),))


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
    turn=40,
)
