"""The masterplan: where everything stands, and what it is called. Metres; north is -Z."""

from __future__ import annotations

import math
from typing import NamedTuple

from scenes.demo.kit_polygon import Polygon


class Lot(NamedTuple):
    """A building's place: its id, names, centre, turn about +Y, and footprint half sizes."""

    id: str
    zh: str
    en: str
    x: float
    z: float
    yaw: float
    half: tuple[float, float]
    district: str


_E, _W, _N = math.pi / 2, -math.pi / 2, math.pi

PARK = {"zh": "灵境智造产业园", "en": "Lingjing Industrial Park"}

# A yaw of 0 faces south (+Z), a quarter turn faces east (+X).
LOTS = (
    Lot("hq", "灵境总部大厦", "Lingjing Headquarters", 74, -128, 0, (39, 31), "centre"),
    Lot("exhibition", "灵境展览馆", "Exhibition Hall", 92, 18, _W, (45, 30), "centre"),
    Lot("service", "企业服务中心", "Enterprise Service Hall", -88, 18, _E, (34, 26), "centre"),
    Lot("theatre", "路演剧场", "Roadshow Theatre", -78, -240, 0, (37, 31), "lakeside"),
    Lot("canteen", "湖畔餐厅", "Lakeside Canteen", -206, -92, _E, (31, 18), "lakeside"),
    Lot("apartments", "人才公寓", "Talent Apartments", -236, -214, 0.35, (45, 17), "lakeside"),
    Lot("incubator", "创业孵化器", "Start-up Incubator", 214, 8, _W, (31, 18), "east"),
    Lot("labs", "研发实验楼", "Research Laboratories", 216, -146, _W, (42, 24), "east"),
    Lot("quality", "质量研究院", "Quality Institute", 402, -48, _W, (30, 29), "east"),
    Lot("datacentre", "数据中心", "Data Centre", 402, -214, _W, (37, 30), "east"),
    Lot("factory", "智能工厂", "Smart Factory", 96, -396, 0, (67, 52), "north"),
    Lot("logistics", "智慧物流中心", "Smart Logistics Centre", 300, -396, 0, (49, 28), "north"),
    Lot("energy", "综合能源站", "Energy Station", -130, -400, 0, (44, 22), "north"),
    Lot("testing", "检验检测中心", "Testing Centre", 196, 214, _W, (32, 18), "south"),
    Lot("school", "工匠学院", "School of Crafts", -196, 206, _E, (46, 23), "south"),
    Lot("gatehouse", "访客接待楼", "Visitor Lodge", 46, 414, _W, (14, 10), "south"),
)
DISTRICTS = ("centre", "lakeside", "east", "north", "south")

# Roads as centre lines with half widths; the ring is a rounded rectangle.
RING = (310.0, 300.0, 110.0)  # half sizes x and z, corner radius
RING_HALF, AVENUE_HALF, STREET_HALF = 6.03, 9.03, 5.03
MEDIAN_HALF = 1.52
AVENUE = (104.0, 520.0)  # from the drop-off (z) to beyond the gate
STREET_Z = 112.0
GATE_Z = 432.0
CIRCLE = (0.0, 112.0, 25.0, 12.0)  # the drop-off: x, z, outer and inner radius

# Spurs from the ring to what stands outside it: (x0, z0, x1, z1).
SPURS = (
    (310.0, -48.0, 372.0, -48.0),
    (310.0, -214.0, 372.0, -214.0),
    (96.0, -300.0, 96.0, -343.0),
    (300.0, -290.0, 300.0, -366.0),
    (-130.0, -300.0, -130.0, -376.0),
)

# Parking under solar roofs, and sports courts: x0, z0, x1, z1.
CARPARKS = ((226.0, 132.0, 290.0, 176.0), (176.0, -420.0, 236.0, -374.0))
COURTS = ((-272.0, -272.0, -244.0, -257.0), (-238.0, -272.0, -210.0, -257.0))

PLAZA = (-56.0, -32.0, 56.0, 80.0)  # x0, z0, x1, z1
AXIS_POOL = (-6.0, -21.0, 6.0, 29.0)  # the long basin on the plaza: x0, z0, x1, z1
SPAWN = (0.0, 42.0)
# Lawns that flank the basin (x0, z0, x1, z1), mirrored to the other side.
LAWNS = ((19.0, -27.0, 51.0, 8.0), (19.0, 29.0, 51.0, 75.0))

# The lake, a closed smooth line through these points.
LAKE_KNOTS: Polygon = [
    (28, -40), (35, -64), (22, -96), (-4, -118), (-2, -146), (-30, -168), (-74, -180),
    (-124, -172), (-160, -140), (-178, -98), (-168, -56), (-128, -34), (-84, -44), (-44, -41),
    (-8, -36.5),
]  # fmt: skip
WATER_Y = -0.5
BRIDGE = ((-18.0, -34.5), (-62.0, -196.0), 2.4)  # from, to, half width
BRIDGE_Y = 0.12

NEAR = (-192.0, -192.0, 128.0, 128.0)  # the ground drawn most finely: plaza and lake
GROUND = 512.0  # half the side of the finely drawn ground
EDGE = 500.0  # half the side of the park
