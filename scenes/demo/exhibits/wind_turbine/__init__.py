"""A wind turbine as a scale model: lofted blades, and a nacelle that opens."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin
from scenes.demo.exhibits.wind_turbine.nacelle import (
    bedplate,
    cover,
    gearbox,
    generator,
    main_shaft,
)
from scenes.demo.exhibits.wind_turbine.plan import HUB, TILT
from scenes.demo.exhibits.wind_turbine.rotor import rotor
from scenes.demo.exhibits.wind_turbine.tower import tower

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    head = Item("head", at=(0, HUB, 0), turn=about((1, 0, 0), TILT), children=_head(detail))
    turbine = Item("turbine", turn=about((0, 1, 0), pi), children=(tower(detail), head))
    return Model("wind-turbine", assemble((turbine,), detail), clips=(_turn(),))


def _head(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("bedplate", bedplate(detail), ("机舱底盘", "Bedplate")),
        Item(
            "main-shaft",
            main_shaft(detail),
            ("主轴与主轴承", "Main shaft and bearing"),
            (0, 0.09, 0),
        ),
        Item("gearbox", gearbox(detail), ("增速齿轮箱", "Step-up gearbox"), (0, 0.17, 0)),
        Item("generator", generator(detail), ("发电机", "Generator"), (0, 0.09, 0.05)),
        Item("cover", cover(detail), ("机舱罩", "Nacelle cover"), (0, 0.36, 0.03)),
        rotor(detail),
    )


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
    Plinth(0.35, 0.8),
    _model,
    coarse_error=0.01,
    turn=28,
)
