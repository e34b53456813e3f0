"""Space to let in the demo park: floors, bays and rooms of its buildings, and shared desks."""

from __future__ import annotations

from typing import NamedTuple

from scenes.demo import plan
from scenes.demo.document import Book, Text, text
from scenes.demo.kit_frame import standing

Vec = tuple[float, float, float]


class Let(NamedTuple):
    """A unit of a building: number, names, use, box in the building's own axes (the middle of its
    floor, and its size in metres), floor area in m², kN/m², kW, clear height in metres, rent in
    fen per m² and month, and from when."""

    lot: str
    no: str
    zh: str
    en: str
    use: str
    at: Vec
    size: Vec
    area: int
    load: float
    power: int
    clear: float
    rent: int
    start: str


_UNITS = (
    Let("incubator", "F-101", "孵化器一层办公", "Incubator ground-floor office", "office",
        (-8, 0, -1), (36.6, 3.9, 28.6), 860, 3.0, 120, 3.4, 4200, "2027-01-01"),
    Let("incubator", "F-301", "孵化器三层办公", "Incubator third-floor office", "office",
        (3, 8.4, 0), (42.8, 7.2, 18.8), 620, 2.5, 90, 3.2, 4800, "2027-03-01"),
    Let("labs", "Y-201", "西楼二层实验室", "West laboratory, second floor", "lab",
        (-26.5, 4.2, 0), (28.2, 4.2, 43.2), 980, 5.0, 300, 3.6, 6800, "2027-02-15"),
    Let("labs", "Y-402", "东楼四层实验室", "East laboratory, fourth floor", "lab",
        (26.5, 12.6, 0), (28.2, 4.2, 43.2), 980, 5.0, 300, 3.6, 7200, "2027-06-01"),
    Let("factory", "G-01", "智能工厂 1 号跨", "Factory bay 1", "workshop",
        (0, 0, -32), (132.6, 11, 8.6), 1050, 20.0, 800, 8.5, 3200, "2027-01-15"),
    Let("factory", "G-02", "智能工厂 2 号跨", "Factory bay 2", "workshop",
        (0, 0, -24), (132.6, 11, 8), 1050, 20.0, 800, 8.5, 3200, "2027-05-01"),
    Let("logistics", "W-01", "物流中心低层库", "Warehouse with docks", "warehouse",
        (23, 0, -6), (50.6, 11, 40.6), 1980, 30.0, 260, 9.5, 2600, "2027-04-01"),
    Let("hq", "Z-1601", "总部大厦高区办公", "Headquarters, upper office", "office",
        (-0.5, 80, -1), (34.6, 4, 24.6), 640, 3.5, 110, 3.0, 12800, "2027-07-01"),
    Let("school", "X-03", "工匠学院三号工坊", "School of Crafts, workshop 3", "workshop",
        (0, 0, -1), (15.2, 6.2, 34.6), 480, 10.0, 180, 5.6, 3800, "2027-09-01"),
    Let("quality", "Q-301", "质量研究院三层办公", "Quality Institute, third floor", "office",
        (0, 14.4, 0), (50.6, 3.7, 42.6), 1320, 3.0, 160, 3.2, 5600, "2027-02-01"),
)  # fmt: skip

_TERMS = text("按季支付，免租两个月", "Paid quarterly, two months free")
_BY_MONTH = text("按月付，含网络与会议室", "By the month, with network and meeting rooms")


def add_units(book: Book) -> None:
    """Add the units of the grounds' buildings."""
    for one in _UNITS:
        lot = next(lot for lot in plan.LOTS if lot.id == one.lot)
        x, y, z = (float(v) for v in standing(lot.x, lot.z, lot.yaw).points(one.at))
        unit = {
            "no": one.no,
            "use": one.use,
            "area": one.area,
            "floor_load": one.load,
            "power": one.power,
            "height": one.clear,
            "rent": one.rent,
            "terms": _TERMS,
            "from": one.start,
            "size": list(one.size),
        }
        name = text(one.zh, one.en)
        book.add(f"unit-{one.no.lower()}", "unit", name, (x, y, z), lot.yaw, unit=unit)


def desk_unit(book: Book, number: int, at: Vec) -> None:
    """Add a shared desk for two, let by the month."""
    name = text(f"共享工位 {number} 号", f"Shared desk {number}")
    _room(book, f"D-{number:02}", name, at, _Room("desk", (3.2, 1.3, 2.4), 6, 1, 7.0, 30_000))


def shop_unit(book: Book, number: int, at: Vec) -> None:
    """Add a shop of a hall, let by the month."""
    name = text(f"{number} 号便民商铺", f"Shop {number}")
    _room(book, f"S-{number:02}", name, at, _Room("retail", (4, 3, 4), 16, 12, 3.0, 9800))


class _Room(NamedTuple):
    """A use, a box, m², kW, clear height, and rent in fen per m² and month."""

    use: str
    size: Vec
    area: int
    power: int
    clear: float
    rent: int


def _room(book: Book, no: str, name: Text, at: Vec, room: _Room) -> None:
    unit = {
        "no": no,
        "use": room.use,
        "area": room.area,
        "floor_load": 2.5,
        "power": room.power,
        "height": room.clear,
        "rent": room.rent,
        "terms": _BY_MONTH,
        "from": "2026-12-01",
        "size": list(room.size),
    }
    book.add(f"unit-{no.lower()}", "unit", name, at, unit=unit)
