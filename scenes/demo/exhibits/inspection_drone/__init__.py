"""A six-rotor inspection drone: it hovers, looks round with its camera, and comes apart."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.inspection_drone.body import (
    antenna,
    avionics,
    battery,
    landing_gear,
    shell,
)
from scenes.demo.exhibits.inspection_drone.camera import gimbal
from scenes.demo.exhibits.inspection_drone.flight import frame, propellers
from scenes.demo.exhibits.inspection_drone.plan import ARMS, HEIGHT
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import slide, spin, swing

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    drone = Item("drone", at=(0, HEIGHT, 0), turn=about((0, 1, 0), pi), children=_parts(detail))
    return Model("inspection-drone", assemble((drone,), detail), clips=(_hover(),))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item(
            "frame",
            frame(detail),
            ("碳纤维机架", "Carbon frame"),
            (0, 0.2, 0),
            children=(*propellers(detail), gimbal(detail)),
        ),
        Item("shell", shell(detail), ("机壳", "Shell"), (0, 0.52, 0)),
        Item("antenna", antenna(detail), ("RTK 天线", "RTK antenna"), (0, 0.68, 0)),
        Item("battery", battery(detail), ("智能电池", "Smart battery"), (0, 0.3, 0.34)),
        Item(
            "avionics",
            avionics(detail),
            ("飞控与机载计算", "Flight controller and computer"),
            (0, 0.36, 0),
        ),
        Item("landing-gear", landing_gear(detail), ("起落架", "Landing gear"), (0, 0, 0)),
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
    turn=22,
)
