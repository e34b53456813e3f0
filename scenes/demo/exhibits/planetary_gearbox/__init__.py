"""A planetary gearbox: fixed ring, four planets, 4 : 1, taken apart along its shaft."""

from __future__ import annotations

from scenes.author import Clip, Model
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.gear import mesh_phase
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin
from scenes.demo.exhibits.planetary_gearbox.gears import carrier, planets, ring, sun
from scenes.demo.exhibits.planetary_gearbox.housing import bearing, bolts, cover, housing
from scenes.demo.exhibits.planetary_gearbox.plan import (
    AXIS,
    COUNT,
    PLANET,
    RING,
    SHAFT,
    SUN,
    direction,
)

__all__ = ["EXHIBIT"]

SECONDS = 8.0


def _model(detail: Detail) -> Model:
    phases = [mesh_phase(PLANET, direction(i), SUN, 0.0) for i in range(COUNT)]
    body = Item("gearbox", at=(0, AXIS, 0), children=_parts(detail, phases))
    return Model("planetary-gearbox", assemble((body,), detail), clips=(_run(phases),))


def _parts(detail: Detail, phases: list[float]) -> tuple[Item, ...]:
    carried = Item(
        "carrier",
        carrier(detail),
        ("行星架与输出轴", "Carrier and output shaft"),
        (0.33, 0, 0),
        children=planets(detail, phases),
    )
    return (
        Item("cover", cover(detail), ("前端盖", "Front cover"), (-0.56, 0, 0)),
        Item("bolts", bolts(detail), ("连接螺栓", "Housing bolts"), (-0.74, 0, 0)),
        Item(
            "input-bearing",
            bearing(detail, -0.118, 0.07),
            ("输入轴承", "Input bearing"),
            (-0.42, 0, 0),
        ),
        Item("sun", sun(detail), ("太阳轮与输入轴", "Sun gear and input shaft"), (-0.25, 0, 0)),
        Item("ring", ring(detail, phases), ("内齿圈", "Ring gear"), (0, 0, 0)),
        carried,
        Item(
            "output-bearing",
            bearing(detail, 0.128, 0.095),
            ("输出轴承", "Output bearing"),
            (0.47, 0, 0),
        ),
        Item("housing", housing(detail), ("后箱体", "Rear housing"), (0.64, 0, 0)),
    )


def _run(phases: list[float]) -> Clip:
    """Four turns of the sun make one of the carrier: ring fixed, 1 + 72 / 24 = 4."""
    ratio = 1 + RING / SUN
    planet = -(ratio - 1) * SUN / PLANET
    channels = [spin("sun", SHAFT, ratio, SECONDS), spin("carrier", SHAFT, 1.0, SECONDS)]
    channels += [
        spin(f"planet-{i + 1}", SHAFT, planet, SECONDS, phase) for i, phase in enumerate(phases)
    ]
    return Clip("run", tuple(channels), {"zh": "运转", "en": "Run"})


EXHIBIT = Exhibit(
    "planetary-gearbox",
    {"zh": "高精度行星齿轮箱", "en": "Precision planetary gearbox"},
    {"zh": "衡岳传动", "en": "Hengyue Drives"},
    {
        "zh": "输入轴带动太阳轮，四个行星轮在固定的内齿圈里滚动，把力矩分成四路再由行星架汇合输出。"
        "同样的体积，它传递的力矩约为平行轴齿轮箱的三倍。点击“拆开”，看清每一级轴承和齿面。",
        "en": "The input shaft drives the sun gear; four planets roll inside the fixed ring, split "
        "the torque four ways and hand it to the carrier. In the same volume it carries about "
        "three times the torque of a parallel-shaft gearbox. Take it apart to see every bearing.",
    },
    (
        Fact("传动比", "Ratio", "4 : 1（单级）", "4 : 1 (single stage)"),
        Fact("额定输出力矩", "Rated output torque", "6 800 N·m", "6,800 N·m"),
        Fact("模数 / 压力角", "Module / pressure angle", "5.6 mm / 20°", "5.6 mm / 20°"),
        Fact(
            "齿数（太阳 / 行星 / 内齿圈）",
            "Teeth (sun / planet / ring)",
            "24 / 24 / 72",
            "24 / 24 / 72",
        ),
        Fact("满载效率", "Efficiency at full load", "97.5 %", "97.5%"),
        Fact("质量", "Mass", "186 kg", "186 kg"),
    ),
    Plinth(0.75, 0.75),
    _model,
    coarse_error=0.006,
    turn=42,
)
