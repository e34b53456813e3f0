"""The grounds' nodes without shape: doors, arrivals, seats, guides, names and signs."""

from __future__ import annotations

import math
from typing import Any

from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.document import Book, Letters, text
from scenes.demo.grounds.furniture import BENCHES, STOPS
from scenes.demo.grounds.walk import TERRACES, bridge_yaw, lot_yaw, on_lot
from scenes.demo.halls.common import view
from scenes.demo.units import add_units

_INK = (0.035, 0.037, 0.04)
_PALE = (0.97, 0.95, 0.9)

# Where a building's name hangs, in its own axes: x, y, z, letter height, colour.
_SIGNS = {
    "hq": (0, 5.35, 30.05, 0.5, _INK),
    "exhibition": (0, 11.75, 27.05, 0.78, _INK),
    "service": (0, 6.4, 22.55, 0.6, _INK),
    "theatre": (0, 5.62, 23.3, 0.62, _PALE),
    "canteen": (0, 4.0, 9.62, 0.5, _PALE),
    "apartments": (0, 4.9, 16.85, 0.42, _INK),
    "incubator": (-8, 6.4, 13.1, 0.8, _INK),
    "labs": (0, 15.55, 18.05, 0.6, _INK),
    "quality": (0, 6.75, 22.36, 0.46, _INK),
    "datacentre": (0, 5.35, 29.05, 0.46, _INK),
    "factory": (10, 9.6, 36.3, 1.5, _INK),
    "logistics": (-24, 24.2, 14.06, 1.6, _INK),
    "energy": (-4, 8.75, 10.9, 0.5, _INK),
    "testing": (15, 4.8, 15.25, 0.5, _INK),
    "school": (0, 4.66, 21.55, 0.34, _INK),
    "gatehouse": (0, 4.65, 8.55, 0.42, _INK),
}
_DOORS = {"exhibition": (0, 0.6, 21.2), "service": (0, 0.6, 22.2), "theatre": (0, 0.6, 25.4)}
_STREET = (-8.0, 0.0, 17.3)  # the enterprise street's door, before the incubator, in its axes
_NOTES = {
    "exhibition": text("进入展览馆", "Enter the Exhibition Hall"),
    "service": text("进入服务中心", "Enter the Service Hall"),
    "theatre": text("进入路演剧场", "Enter the Theatre"),
}


def add_places(book: Book) -> None:
    """Add every node of the grounds that is not a model."""
    _arrivals(book)
    for lot in plan.LOTS:
        _named(book, lot)
    for id in _DOORS:
        _door(book, id)
    _street(book)
    add_units(book)
    for i, (x, z, yaw) in enumerate(BENCHES):
        book.add(f"seat-{i + 1}", "seat", text("长椅", "Bench"), (x, 0, z), yaw, seat={})
    _gate_words(book)
    for i, (x, z, yaw) in enumerate(STOPS):
        book.add(f"stop-{i + 1}", "group", text("接驳车站", "Shuttle stop"), (x, 0, z), yaw)


def _arrivals(book: Book) -> None:
    x, z = plan.SPAWN
    spawns = (
        ("spawn-main", text("中心广场", "Central plaza"), (x, 0, z), 0.0, 3.0),
        ("spawn-gate", text("园区大门", "Park gate"), (4, 0, plan.GATE_Z + 40), 0.0, 2.0),
        ("spawn-lake", text("湖畔", "Lakeside"), (-128, 0, -24.5), -0.5, 1.5),
        ("spawn-factory", text("智能工厂", "Smart Factory"), (70, 0, -336), 0.0, 2.0),
    )
    for id, name, at, yaw, radius in spawns:
        book.add(id, "spawn", name, at, yaw, spawn={"radius": radius})
    guides = (
        ("guide-plaza", text("广场讲解员", "Plaza guide"), (9.2, 0, 36), 0.75 + math.pi),
        ("guide-gate", text("大门讲解员", "Gate guide"), (11.8, 0, plan.GATE_Z + 18), math.pi),
    )
    for id, name, at, yaw in guides:
        book.add(id, "guide", name, at, yaw, guide={"persona": "xiaojing"})


def _named(book: Book, lot: plan.Lot) -> None:
    name = text(lot.zh, lot.en)
    book.add(f"building-{lot.id}", "group", name, (lot.x, 0, lot.z), lot.yaw)
    x, y, z, size, color = _SIGNS[lot.id]
    at = on_lot(lot.id, x, y, z)
    book.sign(f"sign-{lot.id}", name, at, lot.yaw, Letters(size, color=color))


def _door(book: Book, id: str) -> None:
    x, y, z = _DOORS[id]
    yaw = lot_yaw(id)
    component = {"hall": id, "spawn": "spawn-main", "width": 4.0, "height": 3.2}
    book.add(f"portal-{id}", "portal", _NOTES[id], on_lot(id, x, y, z), yaw, portal=component)
    terrace = TERRACES[id]
    out = on_lot(id, 0, 0, terrace[5] + 3.5)
    book.add(f"spawn-{id}", "spawn", _NOTES[id], out, yaw, spawn={"radius": 1.5})


def _street(book: Book) -> None:
    words, yaw = text("进入企业街", "Enter the Enterprise Street"), lot_yaw("incubator")
    component = {"hall": "street", "spawn": "spawn-main", "width": 4.0, "height": 3.2}
    book.add("portal-street", "portal", words, on_lot("incubator", *_STREET), yaw, portal=component)
    out = on_lot("incubator", _STREET[0], 0, _STREET[2] + 4.5)
    book.add("spawn-street", "spawn", words, out, yaw + math.pi, spawn={"radius": 1.5})


def _gate_words(book: Book) -> None:
    z = plan.GATE_Z
    book.sign("sign-gate", plan.PARK, (-3, 12.45, z + 8.08), 0.0, Letters(1.8, color=_INK))
    book.sign("sign-gate-wall", plan.PARK, (-30.5, 6.4, z + 5.26), 0.0, Letters(0.9, color=_INK))
    book.sign(
        "sign-gate-in",
        text("一路平安 · 欢迎再来", "Safe travels, come again"),
        (-3, 12.45, z - 7.08),
        math.pi,
        Letters(1.1, color=_INK),
    )
    book.sign(
        "sign-plaza", plan.PARK, (0, 0.21, -25.78), 0.0, Letters(0.26, color=c.shade(c.WHITE, 1.1))
    )


def viewpoints() -> list[dict[str, Any]]:
    """Return the grounds' best views."""
    x, z = plan.SPAWN
    return [
        view("中心广场", "Central plaza", (x, 1.65, z), 0.0, 0.03),
        view("园区大门", "Park gate", (3.4, 1.65, plan.GATE_Z + 52), 0.06, 0.07),
        view("林荫大道", "The avenue", (3.6, 1.65, 250), 0.0, 0.02),
        view("湖畔", "Lakeside", (-128, 1.65, -25), -0.62, 0.02),
        view("湖桥", "On the bridge", (-50, 1.77, -152), bridge_yaw() + math.pi, 0.04),
        view("鸟瞰", "From the air", (-230, 130, 300), -0.62, -0.33),
    ]
