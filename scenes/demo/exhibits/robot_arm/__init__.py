"""A six-axis robot: links that turn about their real axes, a gripper, a pick-and-place clip."""

from __future__ import annotations

from math import pi

from scenes.author import Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.robot_arm.cell import cell
from scenes.demo.exhibits.robot_arm.lower import base
from scenes.demo.exhibits.robot_arm.pick import pick
from scenes.demo.exhibits.robot_arm.plan import UP

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    robot = Item(
        "robot", at=(0, 0, -0.34), turn=about(UP, -pi / 2), children=(base(detail), *cell(detail))
    )
    return Model("robot-arm", assemble((robot,), detail), clips=(pick(),))


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
