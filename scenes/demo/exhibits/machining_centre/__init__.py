"""A five-axis machining centre at 1 : 2 that mills a blisk on its tilting table."""

from __future__ import annotations

from math import pi

from scenes.author import Clip, Model, about
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.machining_centre.body import bed, column, magazine, panel
from scenes.demo.exhibits.machining_centre.plan import HEAD, SADDLE
from scenes.demo.exhibits.machining_centre.tool_side import saddle
from scenes.demo.exhibits.machining_centre.work_side import cradle
from scenes.demo.exhibits.motion import slide, swing

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    machine = Item("machine", turn=about((0, 1, 0), pi), children=_parts(detail))
    return Model("machining-centre", assemble((machine,), detail), clips=(_mill(),))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("bed", bed(detail), ("矿物铸件床身", "Mineral-cast bed")),
        Item("column", column(detail), ("立柱与 X 向导轨", "Column and X guides"), (0, 0.12, 0.3)),
        saddle(detail),
        cradle(detail),
        Item("magazine", magazine(detail), ("24 把刀库", "24-tool magazine"), (0.34, 0.1, 0)),
        Item("panel", panel(detail), ("数控面板", "Control panel"), (-0.24, 0, -0.12)),
    )


TIMES = (0.0, 1.2, 2.4, 3.6, 4.8, 6.0, 7.2, 8.4, 9.6)


def _mill() -> Clip:
    """Tilt, approach, follow a blade while the table turns, retreat."""
    return Clip(
        "mill",
        (
            slide("saddle", SADDLE, (0.095, 0, 0), TIMES, (0, 0.5, 1, 0.86, 1, 0.86, 1, 0.5, 0)),
            slide(
                "spindle-head", HEAD, (0, -0.112, 0), TIMES, (0, 0.3, 1, 0.97, 1, 0.97, 1, 0.3, 0)
            ),
            swing("cradle", (1, 0, 0), TIMES, (0, -12, -24, -18, -26, -18, -24, -12, 0)),
            swing("table", (0, 1, 0), TIMES, (0, 30, 75, 120, 165, 210, 255, 310, 360)),
        ),
        {"zh": "五轴联动铣削", "en": "Five-axis milling"},
    )


EXHIBIT = Exhibit(
    "machining-centre",
    {"zh": "五轴立式加工中心", "en": "Five-axis machining centre"},
    {"zh": "墨衡精机", "en": "Moheng Precision"},
    {
        "zh": "摇篮转台让工件倾斜、旋转，主轴只做直线运动，一次装夹就能铣完整体叶盘。"
        "播放“五轴联动铣削”，看五根轴怎样同时运动。",
        "en": "The cradle tilts and turns the work while the spindle moves in straight lines, so "
        "that a blisk is milled in one clamping. Play “Five-axis milling” and watch all axes move "
        "at once.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 2", "1 : 2"),
        Fact("转台直径", "Table diameter", "580 mm", "580 mm"),
        Fact("主轴", "Spindle", "24 000 r/min，42 kW", "24,000 rpm, 42 kW"),
        Fact("快移速度", "Rapid traverse", "50 m/min", "50 m/min"),
        Fact("定位精度", "Positioning accuracy", "4 µm", "4 µm"),
        Fact("刀库", "Tool magazine", "24 把，HSK-A63", "24 tools, HSK-A63"),
    ),
    Plinth(0.25, 0.95),
    _model,
    coarse_error=0.008,
    turn=24,
)
