"""An industrial gas turbine cut open: axial compressor, combustors, turbine, one rotor."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.gas_turbine.casings import (
    compressor_case,
    exhaust,
    intake,
    support_frame,
    turbine_case,
)
from scenes.demo.exhibits.gas_turbine.combustors import combustors
from scenes.demo.exhibits.gas_turbine.plan import AXIS
from scenes.demo.exhibits.gas_turbine.rotor import rotor
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    engine = Item("engine", at=(0, AXIS, 0), turn=about((0, 1, 0), pi), children=_parts(detail))
    run = Clip("run", (spin("rotor", (1, 0, 0), 1.0, 2.4),), {"zh": "运转", "en": "Run"})
    return Model("gas-turbine", assemble((engine,), detail), clips=(run,))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("frame", support_frame(detail), ("支撑底架", "Support frame")),
        Item("intake", intake(detail), ("进气机匣", "Intake casing"), (-0.42, 0, 0)),
        Item(
            "compressor-case",
            compressor_case(detail),
            ("压气机机匣与静叶", "Compressor casing and vanes"),
            (-0.1, 0.5, 0),
        ),
        Item(
            "combustors",
            combustors(detail),
            ("环管燃烧室", "Can-annular combustors"),
            (0.12, 0.62, 0),
        ),
        Item(
            "turbine-case",
            turbine_case(detail),
            ("涡轮机匣与导叶", "Turbine casing and nozzles"),
            (0.34, 0.5, 0),
        ),
        Item("exhaust", exhaust(detail), ("排气扩压器", "Exhaust diffuser"), (0.5, 0, 0)),
        Item(
            "rotor",
            rotor(detail),
            ("转子：压气机与涡轮", "Rotor: compressor and turbine"),
            (0, 0.06, 0),
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
    turn=-10,
)
