"""The enterprise street: twelve booths for the companies of the park, under trees and timber."""

from __future__ import annotations

from typing import Any

from scenes.demo import plan
from scenes.demo.document import Book, Letters, text
from scenes.demo.halls.common import INDOORS, area, document, door_back, view
from scenes.demo.halls.street_plan import (
    BOOTHS,
    DEPTH,
    DESKS,
    HEIGHT,
    PLANTERS,
    ROOM,
    WIDTH,
    Spot,
    floor,
    holes,
)
from scenes.demo.halls.street_room import draw
from scenes.demo.kit_frame import standing
from scenes.demo.units import desk_unit

NAME = text("企业街", "Enterprise Street")
TRIANGLES, TEXTURE_BYTES = 400_000, 96 * 2**20
"""What may stand in one booth altogether: about four of the demo park's largest exhibits."""
_PAD = 0.03


def street() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    levels = [(draw(fine=True), 0.0), (draw(fine=False), 0.15)]
    book.model("hall", NAME, levels, "architecture")
    for spot in BOOTHS:
        _booth(book, spot)
    for i, (x, z) in enumerate(DESKS):
        desk_unit(book, i + 1, (x, 0, z))
    _doors(book)
    _words(book)
    _seats(book)
    hall = document(
        "street",
        NAME,
        book,
        kind="indoor",
        bounds=((ROOM.x0, -1.0, ROOM.z0), (ROOM.x1, 10.0, ROOM.z1)),
        environment=INDOORS,
        walk={"areas": [area("floor", floor(), holes())], "links": []},
        viewpoints=_views(),
    )
    return hall, book.assets


def _booth(book: Book, spot: Spot) -> None:
    """A free booth, and its number on the canopy, which stays whoever moves in."""
    size = {"width": WIDTH, "depth": DEPTH, "height": HEIGHT}
    budget = {"triangles": TRIANGLES, "texture_bytes": TEXTURE_BYTES}
    name = text(f"{spot.no} 展位", f"Booth {spot.no}")
    id = f"booth-{spot.no.lower()}"
    booth = {"no": spot.no, **size, **budget}
    book.add(id, "booth", name, (spot.x, _PAD, spot.z), spot.yaw, booth=booth, tenant=None)
    x, y, z = standing(spot.x, spot.z, spot.yaw).points([-2.2, HEIGHT + 0.21, DEPTH / 2 + 0.02])
    words = text(f"展位 {spot.no}", spot.no)
    look = Letters(0.24, color=(0.1, 0.06, 0.03))
    book.sign(f"number-{spot.no.lower()}", words, (x, y, z), spot.yaw, look)


def _doors(book: Book) -> None:
    door_back(book, (0, 0, ROOM.z1 - 0.5), 3.14159, "spawn-street")
    entrance = text("企业街南口", "South end of the street")
    book.add("spawn-main", "spawn", entrance, (3.4, 0, 23.2), spawn={"radius": 1.2})
    back = text("返回展览馆", "Back to the Exhibition Hall")
    component = {"hall": "exhibition", "spawn": "spawn-street", "width": 3.0, "height": 3.0}
    book.add("portal-exhibition", "portal", back, (0, 0, ROOM.z0 + 0.5), portal=component)
    north = text("企业街北口", "North end of the street")
    book.add("spawn-north", "spawn", north, (0, 0, ROOM.z0 + 3.6), 3.14159, spawn={"radius": 1.2})
    persona = {"persona": "xiaojing"}
    guide = text("企业街讲解员", "Street guide")
    book.add("guide-street", "guide", guide, (-3.0, 0, 21.8), 2.6, guide=persona)


def _words(book: Book) -> None:
    pale, ink = (0.98, 0.94, 0.86), (0.06, 0.05, 0.04)
    z = ROOM.z0
    book.sign("title", NAME, (0, 5.3, z + 0.14), 0.0, Letters(0.78, color=pale))
    line = text("入驻企业，一街相逢", "The companies of the park, on one street")
    book.sign("title-line", line, (0, 4.45, z + 0.14), 0.0, Letters(0.26, color=pale))
    desks = text("共享工位 · 按月租用", "Shared desks by the month")
    book.sign("desks-west", desks, (-7.4, 3.1, z + 0.12), 0.0, Letters(0.24, color=pale))
    free = text("招商热线请问服务中心", "To rent: ask at the Service Hall")
    book.sign("desks-east", free, (7.4, 3.1, z + 0.12), 0.0, Letters(0.24, color=pale))
    leave = text("出口 · 园区", "Exit to the grounds")
    look = Letters(0.3, color=(0.95, 0.9, 0.8))
    book.sign("exit", leave, (0, 3.75, ROOM.z1 - 0.27), 3.14159, look)
    welcome = text(plan.PARK["zh"] + " · 企业街", "Enterprise Street")
    book.sign("welcome", welcome, (0, 5.6, ROOM.z1 - 0.05), 3.14159, Letters(0.5, color=ink))


def _seats(book: Book) -> None:
    for i, (x, z) in enumerate(PLANTERS):
        for j, side in enumerate((-1, 1)):
            name = text(f"树下长凳 {2 * i + j + 1}", f"Bench {2 * i + j + 1} below a tree")
            at = (x + side * 1.05, 0, z)
            book.add(f"seat-{2 * i + j + 1}", "seat", name, at, -side * 1.5708, seat={})


def _views() -> list[dict[str, Any]]:
    return [
        view("街口", "Down the street", (-4.2, 1.7, 24.2), -0.16, 0.01),
        view("展位一侧", "Along the booths", (3.9, 1.65, 9.4), 0.95, -0.03),
        view("共享工位", "Shared desks", (2.6, 1.7, -18.6), -0.75, -0.1),
        view("俯瞰企业街", "Looking down", (-9.4, 6.2, 25.6), -0.5, -0.34),
    ]
