"""A traction battery: tray, cooling plate, modules, busbars, management unit, lid."""

from __future__ import annotations

import numpy as np

from scenes.author import Instances, Model
from scenes.demo.exhibits.battery_pack.case import lid, sealing_bolts, tray
from scenes.demo.exhibits.battery_pack.core import cell_module, cooling_plate
from scenes.demo.exhibits.battery_pack.electrics import busbars, management_unit
from scenes.demo.exhibits.battery_pack.plan import COLUMNS, MODULE, ROWS, STACK
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    pack = Item("pack", at=(0, 0.03, 0), children=_parts(detail))
    return Model("battery-pack", assemble((pack,), detail))


def _parts(detail: Detail) -> tuple[Item, ...]:
    places = np.array([(x, STACK + MODULE[1] / 2, z) for x in COLUMNS for z in ROWS])
    modules = Item("module", cell_module(detail), places=Instances(places))
    return (
        Item("tray", tray(detail), ("下托盘", "Tray")),
        Item(
            "cooling-plate", cooling_plate(detail), ("液冷板", "Liquid cooling plate"), (0, 0.2, 0)
        ),
        Item(
            "modules",
            (),
            ("电芯模组（12 组）", "Cell modules (12)"),
            (0, 0.42, 0),
            children=(modules,),
        ),
        Item(
            "busbars",
            busbars(detail),
            ("铜排与高压线束", "Busbars and high-voltage harness"),
            (0, 0.62, 0),
        ),
        Item(
            "bms",
            management_unit(detail),
            ("电池管理系统", "Battery management system"),
            (0.12, 0.62, 0),
        ),
        Item("lid", lid(detail), ("上盖", "Lid"), (0, 0.86, 0)),
        Item("bolts", sealing_bolts(detail), ("密封螺栓", "Sealing bolts"), (0, 1.0, 0)),
    )


EXHIBIT = Exhibit(
    "battery-pack",
    {"zh": "82 kW·h 动力电池包", "en": "82 kWh traction battery"},
    {"zh": "赤堇储能", "en": "Chijin Energy Storage"},
    {
        "zh": "十二组方形电芯模组直接坐在液冷板上，铜排串联成 400 V 高压回路，"
        "由右端的管理系统监测每一串的电压与温度。逐层拆开，从密封螺栓一直看到铝合金托盘。",
        "en": "Twelve modules of prismatic cells sit directly on a liquid cooling plate; copper "
        "busbars join them into a 400 V circuit, and the management unit watches every string’s "
        "voltage and temperature. Lift it apart layer by layer, from sealing bolts to the tray.",
    },
    (
        Fact("标称能量", "Nominal energy", "82 kW·h", "82 kWh"),
        Fact("标称电压", "Nominal voltage", "384 V", "384 V"),
        Fact("电芯", "Cells", "120 × 磷酸铁锂方形电芯，214 A·h", "120 × LFP prismatic, 214 Ah"),
        Fact("快充（10–80 %）", "Fast charge (10–80%)", "24 min", "24 min"),
        Fact("冷却", "Cooling", "液冷，乙二醇水溶液", "liquid, water–glycol"),
        Fact("防护等级", "Protection", "IP67", "IP67"),
        Fact("质量", "Mass", "468 kg", "468 kg"),
    ),
    Plinth(0.45, 1.2),
    _model,
    coarse_error=0.01,
    turn=-14,
)
