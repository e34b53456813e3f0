"""A photovoltaic module on its stand, layer by layer from frame to junction boxes."""

from __future__ import annotations

from math import pi, radians

import numpy as np

from scenes.author import Instances, Material, Model, about
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.hardware import hex_bolt
from scenes.demo.exhibits.kit import Item, Piece, assemble, painted
from scenes.demo.shapes import box, curve, cylinder, extrude, pipe, srgb

__all__ = ["EXHIBIT"]

WIDE, LONG = 0.567, 1.139
TILT = radians(-32)
CENTRE = (0.0, 0.62, 0.0)
COLUMNS, ROWS = 6, 24
CELL_X, CELL_Z = 0.0893, 0.0448
GAP = 0.018
GLASS = Material("solar glass", (0.16, 0.22, 0.23), 0.1, roughness=0.05, clearcoat=1.0)
FILM = Material("encapsulant", (0.5, 0.54, 0.58), 0.06, roughness=0.6, double_sided=True)
CELL = Material("silicon cell", roughness=0.3, metallic=0.25, clearcoat=0.6)


def _model(detail: Detail) -> Model:
    sandwich = Item("module", at=CENTRE, turn=about((1, 0, 0), TILT), children=_layers(detail))
    whole = Item("solar", turn=about((0, 1, 0), pi), children=(_stand(detail), sandwich))
    return Model("solar-module", assemble((whole,), detail, floor=0.55))


def _layers(detail: Detail) -> tuple[Item, ...]:
    return (
        Item(
            "junction-boxes",
            _boxes(detail),
            ("接线盒与 MC4 连接线", "Junction boxes and MC4 leads"),
            (0, -0.16, 0),
        ),
        Item("rear-glass", _sheet(GLASS, -0.005, 0.004), ("背面玻璃", "Rear glass"), (0, -0.06, 0)),
        Item(
            "rear-film",
            _sheet(FILM, -0.0022, 0.001),
            ("背面 POE 胶膜", "Rear POE film"),
            (0, 0.02, 0),
        ),
        Item(
            "cells",
            (),
            ("TOPCon 半片电池串", "TOPCon half-cell strings"),
            (0, 0.12, 0),
            children=_cells(detail),
        ),
        Item(
            "front-film",
            _sheet(FILM, 0.0022, 0.001),
            ("正面 POE 胶膜", "Front POE film"),
            (0, 0.24, 0),
        ),
        Item(
            "front-glass",
            _sheet(GLASS, 0.005, 0.004),
            ("减反射镀膜玻璃", "Anti-reflective glass"),
            (0, 0.34, 0),
        ),
        Item("frame", _frame(detail), ("铝合金边框", "Aluminium frame"), (0, 0.46, 0)),
    )


def _sheet(material: Material, height: float, thickness: float) -> tuple[Piece, ...]:
    return (Piece(box(WIDE - 0.014, thickness, LONG - 0.014).moved(y=height), material),)


def _places() -> np.ndarray:
    xs = (np.arange(COLUMNS) - (COLUMNS - 1) / 2) * (CELL_X + 0.0015)
    half = ROWS // 2
    zs = np.array(
        [
            (i - half + 0.5) * (CELL_Z + 0.0012) + (GAP / 2 if i >= half else -GAP / 2)
            for i in range(ROWS)
        ]
    )
    return np.array([(x, 0.0, z) for x in xs for z in zs])


def _cells(detail: Detail) -> tuple[Item, ...]:
    """One cell with its wires, repeated 144 times; and the ribbons that join the strings."""
    c = 0.005
    x, z = CELL_X / 2, CELL_Z / 2
    outline = [(-x + c, -z), (x - c, -z), (x, -z + c), (x, z), (-x, z), (-x, -z + c)]
    wafer = extrude(outline, 0.0008).moved(y=-0.0004)
    count = 8 if detail.fine else 2
    wires = [
        box(0.0009, 0.0005, CELL_Z).moved((i - (count - 1) / 2) * CELL_X / count, 0.0006, 0)
        for i in range(count)
    ]
    one = (painted(CELL, srgb("#16284a"), wafer), painted(f.MACHINED, (0.8, 0.82, 0.84), *wires))
    cross = [box(WIDE - 0.03, 0.0006, 0.003).moved(0, 0, k) for k in (-0.556, -0.004, 0.004, 0.556)]
    return (
        Item("half-cells", one, places=Instances(_places())),
        Item("ribbons", (painted(f.MACHINED, f.COPPER, *cross),)),
    )


def _frame(detail: Detail) -> tuple[Piece, ...]:
    outer = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * [WIDE / 2, LONG / 2]
    edge = detail.edge(0.0012)
    wall = extrude(outer, 0.026, [outer * [1 - 0.008 / WIDE, 1 - 0.008 / LONG]], edge).moved(
        y=-0.018
    )
    lip = extrude(outer, 0.0025, [outer * [1 - 0.022 / WIDE, 1 - 0.022 / LONG]], 0).moved(y=0.0075)
    foot = extrude(outer, 0.0025, [outer * [1 - 0.05 / WIDE, 1 - 0.05 / LONG]], 0).moved(y=-0.0195)
    return (painted(f.BRUSHED, (0.34, 0.35, 0.37), wall, lip, foot),)


def _boxes(detail: Detail) -> tuple[Piece, ...]:
    edge = detail.edge(0.003)
    cases = [box(0.05, 0.014, 0.03, edge).moved(x, -0.014, 0) for x in (-0.18, 0, 0.18)]
    leads = []
    for side in (-1, 1):
        path = [
            (side * 0.2, -0.014, 0),
            (side * 0.235, -0.02, 0.03),
            (side * 0.23, -0.03, 0.14),
            (side * 0.2, -0.022, 0.27),
        ]
        leads.append(pipe(curve(path, 6 if detail.fine else 2), 0.003, detail.round(10)))
        leads.append(
            cylinder(0.006, 0.04, detail.round(12))
            .turned("x", 1.57)
            .moved(side * 0.195, -0.022, 0.29)
        )
    return (painted(f.PLASTIC, f.BLACK, *cases, *leads),)


def _stand(detail: Detail) -> Item:
    """Two rails under the module, legs, a base frame."""
    edge = detail.edge(0.004)
    rails = [
        box(0.03, 0.03, LONG * 0.86, edge).moved(x, -0.036, 0).transformed(_tilted())
        for x in (-0.17, 0.17)
    ]
    front = [box(0.026, 0.34, 0.026, edge).moved(x, 0.19, -0.36) for x in (-0.17, 0.17)]
    back = [box(0.026, 0.76, 0.026, edge).moved(x, 0.4, 0.36) for x in (-0.17, 0.17)]
    sills = [box(0.04, 0.024, 0.9, edge).moved(x, 0.012, 0) for x in (-0.17, 0.17)]
    ties = [box(0.38, 0.02, 0.026, edge).moved(0, 0.05, z) for z in (-0.36, 0.36)]
    brace = [
        pipe([(x, 0.04, -0.3), (x, 0.7, 0.345)], 0.008, detail.round(10)) for x in (-0.17, 0.17)
    ]
    bolts = [
        hex_bolt(detail, 0.012).moved(x, 0.024, z) for x in (-0.17, 0.17) for z in (-0.42, 0.42)
    ]
    return Item(
        "stand",
        (
            painted(f.BRUSHED, (0.62, 0.64, 0.66), *rails, *front, *back, *sills, *ties, *brace),
            *detail.some([painted(f.MACHINED, f.STEEL, *bolts)]),
        ),
        ("支架", "Mounting stand"),
    )


def _tilted() -> np.ndarray:
    matrix = np.eye(4)
    c, s = np.cos(TILT), np.sin(TILT)
    matrix[1:3, 1:3] = [[c, -s], [s, c]]
    matrix[:3, 3] = CENTRE
    return matrix


EXHIBIT = Exhibit(
    "solar-module",
    {"zh": "双玻 TOPCon 光伏组件", "en": "Double-glass TOPCon solar module"},
    {"zh": "羲和光能", "en": "Xihe Photovoltaics"},
    {
        "zh": "一百四十四片半片电池封在两层胶膜与两层玻璃之间，正反两面都发电。"
        "拆开它，七层结构沿法线方向依次展开。",
        "en": "One hundred and forty-four half cells are sealed between two films and two sheets "
        "of glass and make power on both faces. Taken apart, seven layers spread along the normal.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 2", "1 : 2"),
        Fact("峰值功率", "Peak power", "590 W", "590 W"),
        Fact("组件效率", "Module efficiency", "22.8 %", "22.8%"),
        Fact("双面率", "Bifaciality", "80 %", "80%"),
        Fact("温度系数", "Temperature coefficient", "-0.29 %/°C", "−0.29%/°C"),
        Fact("首年 / 逐年衰减", "Degradation, first / later years", "1 % / 0.4 %", "1% / 0.4%"),
    ),
    Plinth(0.3, 0.8),
    _model,
    coarse_error=0.006,
    turn=24,
)
