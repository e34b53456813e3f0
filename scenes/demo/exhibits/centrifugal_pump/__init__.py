"""A centrifugal pump: spiral casing, closed impeller, shaft, bearings, coupling, motor."""

from __future__ import annotations

from scenes.author import Clip, Model
from scenes.demo.exhibits.centrifugal_pump.casing import (
    baseplate,
    bracket,
    cover_bolts,
    suction_cover,
    volute,
)
from scenes.demo.exhibits.centrifugal_pump.drive import coupling, motor
from scenes.demo.exhibits.centrifugal_pump.plan import AXIS
from scenes.demo.exhibits.centrifugal_pump.rotor import bearings, impeller, seal, shaft
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    pump = Item("pump", at=(-0.37, AXIS, 0), children=_parts(detail))
    clip = Clip(
        "run", tuple(spin(n, (1, 0, 0), 4.0, 4.0) for n in TURNING), {"zh": "运转", "en": "Run"}
    )
    return Model("centrifugal-pump", assemble((pump,), detail), clips=(clip,))


TURNING = ("impeller", "shaft", "coupling")


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("baseplate", baseplate(detail), ("公共底座", "Baseplate")),
        Item("cover-bolts", cover_bolts(detail), ("泵盖螺栓", "Cover bolts"), (-0.62, 0.0, 0)),
        Item("suction-cover", suction_cover(detail), ("吸入盖", "Suction cover"), (-0.48, 0, 0)),
        Item("volute", volute(detail), ("蜗壳", "Volute casing"), (-0.24, 0, 0)),
        Item("impeller", impeller(detail), ("闭式叶轮", "Closed impeller"), (-0.1, 0.34, 0)),
        Item("seal", seal(detail), ("机械密封", "Mechanical seal"), (0, 0.34, 0)),
        Item("shaft", shaft(detail), ("泵轴", "Pump shaft"), (0.06, 0.34, 0)),
        Item("bearings", bearings(detail), ("滚动轴承", "Bearings"), (0.06, 0.5, 0)),
        Item("bracket", bracket(detail), ("轴承箱", "Bearing bracket"), (0, 0, 0)),
        Item("coupling", coupling(detail), ("弹性联轴器", "Flexible coupling"), (0.06, 0.34, 0)),
        Item("motor", motor(detail), ("IE5 电动机", "IE5 motor"), (0.26, 0, 0)),
    )


EXHIBIT = Exhibit(
    "centrifugal-pump",
    {"zh": "单级端吸离心泵", "en": "Single-stage end-suction pump"},
    {"zh": "沧浪流体", "en": "Canglang Fluid Systems"},
    {
        "zh": "液体从吸入盖轴向进入，六片后弯叶片把转动变成流速，再由截面逐渐放大的蜗壳变成压力。"
        "拆开后依次是吸入盖、蜗壳、闭式叶轮、机械密封、泵轴与轴承。",
        "en": "Liquid enters along the axis; six backward-curved vanes turn rotation into speed, "
        "and the growing volute turns speed into pressure. Apart, you meet suction cover, volute, "
        "closed impeller, mechanical seal, shaft and bearings in order.",
    },
    (
        Fact("流量", "Flow", "125 m³/h", "125 m³/h"),
        Fact("扬程", "Head", "52 m", "52 m"),
        Fact("转速", "Speed", "2 960 r/min", "2,960 rpm"),
        Fact("效率", "Efficiency", "82.4 %", "82.4%"),
        Fact("电机功率", "Motor power", "30 kW，IE5", "30 kW, IE5"),
        Fact("必需汽蚀余量", "NPSH required", "2.9 m", "2.9 m"),
    ),
    Plinth(0.6, 0.85),
    _model,
    coarse_error=0.008,
    turn=36,
)
