"""The enterprise service hall: one long timber desk, daylight, plants, and places to wait."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.author import Model, Node, Surface
from scenes.demo import palette as c
from scenes.demo.document import Book, Letters, text
from scenes.demo.grounds.forest import leafy, masked
from scenes.demo.grounds.tree_shapes import SPECIES, Look, tree
from scenes.demo.halls.common import INDOORS, area, document, door_back, lot_name, view
from scenes.demo.kit_frame import standing
from scenes.demo.kit_model import MATERIALS, mesh
from scenes.demo.kit_place import repeated_faces, repeated_surfaces
from scenes.demo.kit_polygon import Polygon, rectangle
from scenes.demo.kit_room import Lamp, Room, ceiling, lit, planks, walls
from scenes.demo.kit_sheet import Sheet
from scenes.demo.units import shop_unit

ROOM = Room(-17, -12, 17, 12, 0.0, 5.6)
_DESK = (-5.2, -7.4, 5.2, -6.2)
_COUNTERS = (-9.0, -4.6, -0.2, 4.2)
_SEATS = [
    (x, z, 1.5708 * s) for s, x in ((1, -6.0), (-1, -8.4)) for z in (1.0, 1.75, 2.5, 3.25, 4.0)
]
_SEATS += [
    (x, z, 1.5708 * s) for s, x in ((1, 8.4), (-1, 6.0)) for z in (1.0, 1.75, 2.5, 3.25, 4.0)
]
_PLANTERS = (
    (-15.6, 9.6),
    (-15.6, -10.4),
    (15.6, 10.4),
    (-3.6, 10.6),
    (3.6, 10.6),
    (-7.2, 6.4),
    (7.2, 6.4),
)
_SERVICES = (
    text("1 入驻咨询", "1 Tenancy advice"),
    text("2 工商代办", "2 Company set-up"),
    text("3 政策申报", "3 Grants and policy"),
    text("4 知识产权", "4 Patents and marks"),
)


def service() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    name = lot_name("service")
    glbs = [_glb(fine=fine) for fine in (True, False)]
    book.model("hall", name, [(glbs[0], 0.0), (glbs[1], 0.15)], "architecture")
    _people(book)
    for i, z in enumerate((-8.4, -3.4)):
        shop_unit(book, i + 1, (-13.8, 0, z))
    walk = {
        "areas": [
            area(
                "floor",
                rectangle(ROOM.x0 + 0.4, ROOM.z0 + 0.4, ROOM.x1 - 0.4, ROOM.z1 - 0.35),
                _holes(),
            )
        ],
        "links": [],
    }
    bounds = ((ROOM.x0, -1.0, ROOM.z0), (ROOM.x1, 8.0, ROOM.z1))
    views = [
        view("入口全景", "From the entrance", (0, 1.65, 9.2), 0.0, -0.02),
        view("登记台", "Registration desk", (3.4, 1.6, -2.2), 0.45, -0.06),
        view("等候区", "Waiting area", (-14.5, 1.7, 7.5), -0.95, -0.08),
    ]
    hall = document(
        "service",
        name,
        book,
        kind="indoor",
        bounds=bounds,
        environment=INDOORS,
        walk=walk,
        viewpoints=views,
    )
    return hall, book.assets


def _glb(*, fine: bool) -> bytes:
    s = Sheet(fine=fine)
    planks(s, ROOM, 1.2, 1.2, c.shade(c.STONE, 1.12), vary=0.14, bond=False)
    walls(s, ROOM, c.WHITE, sides="ewn", split=1.2)
    _front(s)
    _roof(s)
    _desk(s)
    _counters(s)
    for x, z in _PLANTERS:
        s.mass(
            "stone", [x - 0.55, 0, z - 0.55], [x + 0.55, 0.62, z + 0.55], c.TERRACOTTA, split=0.6
        )
        s.boxes(
            "stone",
            [x - 0.5, 0.62, z - 0.5],
            [x + 0.5, 0.66, z + 0.5],
            (0.06, 0.045, 0.03),
            faces="u",
        )
    faces = lit(s, ROOM, _lamps(), (0.5, 0.5, 0.5))
    surfaces = tuple(Surface(mesh(f), MATERIALS[m]) for m, f in faces.items())
    chair = Sheet(fine=fine)
    _chair(chair)
    places = np.array([(x, 0.0, z) for x, z, _ in _SEATS])
    seats = repeated_faces(
        "chair", lit(chair, ROOM, [], (0.9, 0.9, 0.88)), places, [t for *_, t in _SEATS]
    )
    leaves = leafy(tree(SPECIES[0], Look(60, 1.5, 5) if fine else Look(12, 2.4, 2)))
    spots = np.array([(x, 0.0, z) for x, z in _PLANTERS])
    plants = repeated_surfaces("plant", (leaves,), spots, np.arange(len(spots)) * 1.3, 0.34)
    return masked(Model("service", (Node("room", surfaces), seats, plants)))


def _front(s: Sheet) -> None:
    z, y = ROOM.z1, 4.8
    wide = ROOM.x1
    s.quads(
        "stone",
        [[(wide, y, z), (-wide, y, z), (-wide, ROOM.ceiling, z), (wide, ROOM.ceiling, z)]],
        c.WHITE,
        split=1.2,
    )
    s.quads(
        "daylight",
        [[(wide, 0, z + 0.3), (-wide, 0, z + 0.3), (-wide, y, z + 0.3), (wide, y, z + 0.3)]],
        (0.52, 0.57, 0.62),
    )
    xs = np.linspace(-wide, wide, 15)
    low = np.stack([xs - 0.05, 0 * xs, 0 * xs + z - 0.14], axis=1)
    s.boxes("stone", low, low + np.array([0.1, y, 0.22]), c.TIMBER, faces="ewn", split=2)
    s.boxes("stone", [-wide, 2.9, z - 0.12], [wide, 3.0, z], c.TIMBER, faces="nud")
    s.boxes("stone", [-2.4, 2.96, z - 0.25], [2.4, 3.2, z], c.BRONZE)
    s.boxes(
        "stone", [[-2.4, 0, z - 0.25], [2.25, 0, z - 0.25]], [[-2.25, 3, z], [2.4, 3, z]], c.BRONZE
    )


def _roof(s: Sheet) -> None:
    ceiling(s, ROOM, c.WHITE)
    zs = np.arange(ROOM.z0 + 0.6, ROOM.z1 - 0.4, 0.8 if s.fine else 2.4)
    y = ROOM.ceiling - 0.62 + 0.22 * np.sin(zs * 0.55)
    low = np.stack([0 * zs + ROOM.x0 + 1.2, y, zs - 0.05], axis=1)
    high = np.stack([0 * zs + ROOM.x1 - 1.2, y + 0.34, zs + 0.05], axis=1)
    s.boxes("stone", low, high, c.TIMBER_PALE, faces="sndew", split=3)
    for x in (-10.5, -3.5, 3.5, 10.5):
        s.boxes(
            "glow",
            [x - 0.09, ROOM.ceiling - 0.9, -9.5],
            [x + 0.09, ROOM.ceiling - 0.84, 9.5],
            (1, 0.95, 0.86),
        )


def _desk(s: Sheet) -> None:
    x0, z0, x1, z1 = _DESK
    s.mass("stone", [x0, 0.1, z0], [x1, 1.05, z1], c.TIMBER, split=0.8)
    s.boxes("stone", [x0 - 0.15, 1.05, z0 - 0.1], [x1 + 0.15, 1.12, z1 + 0.15], c.WHITE)
    s.boxes("glow", [x0 + 0.1, 0.06, z1 - 0.05], [x1 - 0.1, 0.1, z1], (1, 0.8, 0.55), faces="sd")
    xs = np.arange(x0 + 0.2, x1, 0.2 if s.fine else 0.8)
    low = np.stack([xs, 0 * xs + 0.16, 0 * xs + z1], axis=1)
    s.boxes("stone", low, low + np.array([0.07, 0.82, 0.05]), c.TIMBER_PALE, faces="ews")
    wall = [-6.2, 0, ROOM.z0 + 0.02], [6.2, 4.7, ROOM.z0 + 0.3]
    s.boxes("stone", *wall, c.TIMBER, faces="ewus", split=1.2)
    xs = np.arange(-6.1, 6.2, 0.3 if s.fine else 1.2)
    low = np.stack([xs, 0 * xs, 0 * xs + ROOM.z0 + 0.3], axis=1)
    s.boxes("stone", low, low + np.array([0.12, 4.7, 0.08]), c.TIMBER_PALE, faces="ews", split=1.6)
    for x in (-3.0, 0.2, 3.2):
        s.boxes("stone", [x - 0.3, 1.12, -7.0], [x + 0.3, 1.5, -6.96], c.SLATE)
        s.quads(
            "screen",
            [
                [
                    (x + 0.28, 1.15, -7.01),
                    (x - 0.28, 1.15, -7.01),
                    (x - 0.28, 1.48, -7.01),
                    (x + 0.28, 1.48, -7.01),
                ]
            ],
            (0.4, 0.55, 0.7),
        )


def _counters(s: Sheet) -> None:
    for z in _COUNTERS:
        with s.at(standing(15.2, z)):
            s.mass("stone", [-0.5, 0, -1.7], [0.3, 0.76, 1.7], c.WHITE, split=0.8)
            s.boxes("stone", [-0.6, 0.76, -1.75], [0.4, 0.82, 1.75], c.TIMBER)
            s.boxes("stone", [-0.5, 0.0, 1.95], [0.4, 1.5, 2.0], c.TIMBER_PALE)
            s.boxes("stone", [1.4, 2.3, -1.2], [1.55, 3.0, 1.2], c.SLATE)
    for z in (-6.5, 0.0, 6.5):
        s.boxes(
            "stone",
            [ROOM.x0 + 0.02, 0.9, z - 2.4],
            [ROOM.x0 + 0.14, 3.3, z + 2.4],
            c.SLATE,
            faces="eudsn",
        )
        s.quads(
            "screen",
            [
                [
                    (ROOM.x0 + 0.16, 1, z + 2.3),
                    (ROOM.x0 + 0.16, 1, z - 2.3),
                    (ROOM.x0 + 0.16, 3.2, z - 2.3),
                    (ROOM.x0 + 0.16, 3.2, z + 2.3),
                ]
            ],
            [[(0.1, 0.25, 0.34), (0.1, 0.25, 0.34), (0.5, 0.62, 0.7), (0.6, 0.62, 0.6)]],
        )


def _chair(s: Sheet) -> None:
    cloth = (0.06, 0.14, 0.17)
    s.boxes("stone", [-0.32, 0.32, -0.3], [0.32, 0.45, 0.28], cloth)
    s.boxes("stone", [-0.32, 0.4, 0.2], [0.32, 0.85, 0.32], cloth)
    s.boxes(
        "stone",
        [[-0.3, 0, -0.25], [0.24, 0, -0.25]],
        [[-0.24, 0.32, 0.25], [0.3, 0.32, 0.25]],
        c.TIMBER,
    )
    s.solid([-0.32, 0.32, -0.3], [0.32, 0.45, 0.28])


def _lamps() -> list[Lamp]:
    strips = [Lamp((x, 4.6, z), 5.5) for x in (-10.5, -3.5, 3.5, 10.5) for z in (-7.0, 0, 7)]
    day = [
        Lamp((x, 2.6, 12.2), 8.0, (0, -0.2, -1), 0.0, (0.85, 0.93, 1.0)) for x in (-12.0, -4, 4, 12)
    ]
    desk = [Lamp((x, 4.8, -8.4), 26.0, (0, -1, 0.25), 0.8) for x in (-3.4, 0, 3.4)]
    wash = [Lamp((x, 5.0, -10.6), 9.0) for x in (-4.0, 4)]
    return strips + day + desk + wash


def _people(book: Book) -> None:
    book.add(
        "spawn-main",
        "spawn",
        text("服务中心入口", "Service hall entrance"),
        (0, 0, 9.0),
        spawn={"radius": 1.2},
    )
    door_back(book, (0, 0, ROOM.z1 - 0.5), 3.14159, "spawn-service")
    book.add(
        "desk-registration",
        "desk",
        text("入驻登记台", "Registration desk"),
        (0, 0, -6.8),
        3.14159,
        desk={"service": "registration"},
    )
    book.add(
        "guide-service",
        "guide",
        text("服务专员", "Service guide"),
        (-1.6, 0, -8.3),
        3.14159,
        guide={"persona": "xiaojing"},
    )
    book.sign(
        "title",
        text("企业服务中心", "Enterprise Service Hall"),
        (0, 3.4, ROOM.z0 + 0.42),
        0.0,
        Letters(0.62, color=(0.98, 0.94, 0.86)),
    )
    book.sign(
        "desk-sign",
        text("入驻登记", "Registration"),
        (0, 0.58, _DESK[3] + 0.07),
        0.0,
        Letters(0.26, color=(0.98, 0.94, 0.86)),
    )
    for i, (z, words) in enumerate(zip(_COUNTERS, _SERVICES, strict=True)):
        book.sign(
            f"counter-{i + 1}",
            words,
            (16.58, 2.65, z),
            -1.5708,
            Letters(0.26, color=(0.96, 0.9, 0.78)),
        )
    book.sign(
        "exit",
        text("出口 · 园区", "Exit to the grounds"),
        (0, 3.5, ROOM.z1 - 0.28),
        3.14159,
        Letters(0.26, color=(0.12, 0.1, 0.08)),
    )
    for i, (x, z, yaw) in enumerate(_SEATS):
        name = text(f"等候席 {i + 1}", f"Waiting seat {i + 1}")
        book.add(f"seat-{i + 1}", "seat", name, (x, 0, z), yaw, seat={})


def _holes() -> list[Polygon]:
    x0, z0, x1, z1 = _DESK
    holes = [rectangle(x0 - 0.4, z0 - 0.3, x1 + 0.4, z1 + 0.4)]
    holes += [rectangle(14.2, -11.15, 16.2, 6.7)]
    holes += [
        rectangle(x - 0.9, z - 0.9, x + 0.9, z + 0.9)
        for x, z in _PLANTERS
        if abs(x) < 14 and abs(z) < 10
    ]
    holes += [rectangle(a, 0.55, a + 3.2, 4.45) for a in (-8.8, 5.6)]
    return holes
