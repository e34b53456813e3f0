"""The exhibition hall: a gallery of white walls and timber, a pool of light on every plinth."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.demo import palette as c
from scenes.demo.document import Book, Letters, text
from scenes.demo.halls.common import INDOORS, area, document, door_back, lot_name, view
from scenes.demo.halls.stands import Stand, add_stand, draw_stand, stands
from scenes.demo.kit_frame import Floats, standing
from scenes.demo.kit_model import model
from scenes.demo.kit_polygon import Polygon, ellipse, rectangle
from scenes.demo.kit_room import Lamp, Room, ceiling, lit, planks, walls
from scenes.demo.kit_sheet import Sheet

ROOM = Room(-20, -13, 20, 13, 0.0, 6.4)
_SKYLIGHTS = (-12.0, 0.0, 12.0)


_BENCHES = ((-10.6, 1.0, 0.0), (10.6, 1.0, 0.0), (0.0, -2.4, 1.5708))
_SCREENS = (
    (-10.8, 6.6, -10.4, 10.8),
    (10.4, 6.6, 10.8, 10.8),
    (-10.8, -8.2, -10.4, -3.4),
    (10.4, -8.2, 10.8, -3.4),
)


def exhibition() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    every = stands()
    sheets = [_draw(fine, every) for fine in (True, False)]
    base = (0.47, 0.47, 0.475)
    glbs = [model("exhibition", lit(s, ROOM, _lamps(every), base)) for s in sheets]
    name = lot_name("exhibition")
    book.model("hall", name, [(glbs[0], 0.0), (glbs[1], 0.15)], "architecture")
    for stand in every:
        add_stand(book, stand)
    _people(book)
    walk = {"areas": [area("floor", _floor(), _holes(every))], "links": []}
    bounds = ((ROOM.x0, -1.0, ROOM.z0), (ROOM.x1, 12.0, ROOM.z1))
    views = [
        view("入口全景", "From the entrance", (0, 1.65, 10.2), 0.0, -0.04),
        view("展厅西侧", "West bay", (-18.4, 1.65, 10.6), -0.55, -0.06),
        view("展厅东北角", "From the north-east", (18.4, 1.9, -11.6), 2.5, -0.08),
        view("俯瞰展厅", "Looking down", (-18.6, 5.6, 11.8), -0.82, -0.42),
    ]
    hall = document(
        "exhibition",
        name,
        book,
        kind="indoor",
        bounds=bounds,
        environment=INDOORS,
        walk=walk,
        viewpoints=views,
    )
    return hall, book.assets


def _lamps(every: tuple[Stand, ...]) -> list[Lamp]:
    pools = [Lamp((p.x, 6.2, p.z + 0.6), 34.0, (0, -1, -0.08), 0.905) for p in every]
    washes = [Lamp((x, 5.7, -11.8), 5.0) for x in (-16.0, -8, 0, 8, 16)]
    washes += [Lamp((x, 5.7, z), 5.0) for x in (-18.8, 18.8) for z in (-7.0, 0, 7)]
    sky = [
        Lamp((x, 6.3, z), 4.5, color=(0.86, 0.94, 1.0)) for x in _SKYLIGHTS for z in (-8.0, 0, 8)
    ]
    panels = [
        Lamp(((x0 + x1) / 2 + side * 2.2, 5.4, (z0 + z1) / 2), 7.0)
        for x0, z0, x1, z1 in _SCREENS
        for side in (-1, 1)
    ]
    return pools + washes + sky + panels


def _draw(fine: bool, every: tuple[Stand, ...]) -> Sheet:
    s = Sheet(fine=fine)
    planks(s, ROOM, 0.32, 2.2, c.shade(c.TIMBER_PALE, 0.78))
    walls(s, ROOM, c.WHITE, sides="ewn", split=1.2)
    _entrance(s)
    _roof(s, every)
    for x0, z0, x1, z1 in _SCREENS:
        s.mass("stone", [x0, 0, z0], [x1, 4.2, z1], c.WHITE, split=1.0)
        s.boxes(
            "stone", [x0 - 0.01, 0, z0 - 0.01], [x1 + 0.01, 0.12, z1 + 0.01], c.SLATE, faces="ewsn"
        )
    for stand in every:
        draw_stand(s, stand)
    for x, z, yaw in _BENCHES:
        with s.at(standing(x, z, yaw)):
            s.mass("stone", [-0.28, 0.36, -1.5], [0.28, 0.46, 1.5], c.TIMBER, split=1)
            s.boxes(
                "stone",
                [[-0.2, 0, -1.2], [-0.2, 0, 1.0]],
                [[0.2, 0.36, -1.0], [0.2, 0.36, 1.2]],
                c.SLATE,
                faces="ewsn",
            )
    _moon(s)
    skirting = Room(ROOM.x0 + 0.02, ROOM.z0 + 0.02, ROOM.x1 - 0.02, ROOM.z1 - 0.02, 0.0, 0.12)
    walls(s, skirting, c.SLATE, sides="ewn", split=4)
    return s


def _moon(s: Sheet) -> None:
    """Draw a gilded ring on the end wall, the plaza's moon gate again."""
    sides, y, z = 48 if s.fine else 20, 4.1, ROOM.z0
    turn = np.arange(sides + 1) * 2 * np.pi / sides
    across, up = np.cos(turn), np.sin(turn)

    def ring(radius: float, out: float) -> Floats:
        return np.stack([across * radius, y + up * radius, 0 * turn + z + out], axis=1)

    for a, b in (
        (ring(1.86, 0.12), ring(1.98, 0.12)),
        (ring(1.98, 0.12), ring(1.98, 0.0)),
        (ring(1.86, 0.0), ring(1.86, 0.12)),
    ):
        s.quads("stone", np.stack([a[:-1], b[:-1], b[1:], a[1:]], axis=1), c.GOLD)


def _entrance(s: Sheet) -> None:
    z = ROOM.z1
    for x0, x1 in ((ROOM.x0, -8.0), (8.0, ROOM.x1)):
        quad = [(x1, 0, z), (x0, 0, z), (x0, ROOM.ceiling, z), (x1, ROOM.ceiling, z)]
        s.quads("stone", [quad], c.WHITE, split=1.2)
    s.quads(
        "stone",
        [[(8, 4.4, z), (-8, 4.4, z), (-8, ROOM.ceiling, z), (8, ROOM.ceiling, z)]],
        c.TIMBER,
        split=1.2,
    )
    day = [[(8, 0, z + 0.3), (-8, 0, z + 0.3), (-8, 4.4, z + 0.3), (8, 4.4, z + 0.3)]]
    s.quads("daylight", day, (0.5, 0.55, 0.6))
    xs = np.linspace(-8, 8, 9)
    low = np.stack([xs - 0.05, 0 * xs, 0 * xs + z - 0.12], axis=1)
    s.boxes("stone", low, low + np.array([0.1, 4.4, 0.2]), c.BRONZE, faces="ewn")
    s.boxes("stone", [-8, 2.9, z - 0.1], [8, 3.0, z], c.BRONZE, faces="nud")
    s.boxes("stone", [-2.4, 0, z - 0.25], [-2.25, 3.2, z], c.BRONZE)
    s.boxes("stone", [2.25, 0, z - 0.25], [2.4, 3.2, z], c.BRONZE)
    s.boxes("stone", [-2.4, 3.2, z - 0.25], [2.4, 3.35, z], c.BRONZE)


def _roof(s: Sheet, every: tuple[Stand, ...]) -> None:
    half, top = 1.7, ROOM.ceiling + 1.6
    edges = [ROOM.x0, *(x + d for x in _SKYLIGHTS for d in (-half, half)), ROOM.x1]
    for x0, x1 in zip(edges[::2], edges[1::2], strict=True):
        ceiling(s, ROOM._replace(x0=x0, x1=x1), c.WHITE)
    for x in _SKYLIGHTS:
        well = Room(x - half, ROOM.z0, x + half, ROOM.z1, ROOM.ceiling, top)
        walls(s, well, c.WHITE, split=3)
        glass = [
            [
                (x - half, top, ROOM.z0),
                (x + half, top, ROOM.z0),
                (x + half, top, ROOM.z1),
                (x - half, top, ROOM.z1),
            ]
        ]
        s.quads("daylight", glass, (0.72, 0.8, 0.9))
        zs = np.linspace(ROOM.z0, ROOM.z1, 17 if s.fine else 5)[1:-1]
        low = np.stack([0 * zs + x - half, 0 * zs + ROOM.ceiling + 0.2, zs - 0.06], axis=1)
        s.boxes(
            "stone",
            low,
            low + np.array([2 * half, 0.9, 0.12]),
            c.TIMBER_PALE,
            faces="sndu",
            split=2,
        )
    if s.fine:
        for x in (-15.0, -5.6, 5.6, 15.0):
            s.boxes(
                "stone",
                [x - 0.03, ROOM.ceiling - 0.35, ROOM.z0 + 1],
                [x + 0.03, ROOM.ceiling - 0.28, ROOM.z1 - 1],
                c.SLATE,
                faces="ewd",
            )
        _spots(s, every)


def _spots(s: Sheet, every: tuple[Stand, ...]) -> None:
    at = np.array([(p.x - 0.07, ROOM.ceiling - 0.62, p.z - 0.07) for p in every])
    s.boxes("stone", at, at + np.array([0.14, 0.62, 0.14]), c.SLATE, faces="ewsn")
    s.boxes(
        "glow",
        at - np.array([0, 0.02, 0]),
        at + np.array([0.14, 0, 0.14]),
        (1, 0.95, 0.85),
        faces="d",
    )


def _people(book: Book) -> None:
    book.add(
        "spawn-main",
        "spawn",
        text("展览馆入口", "Exhibition entrance"),
        (0, 0, 10.0),
        spawn={"radius": 1.5},
    )
    door_back(book, (0, 0, ROOM.z1 - 0.5), 3.14159, "spawn-exhibition")
    book.add(
        "guide-exhibition",
        "guide",
        text("展览馆讲解员", "Exhibition guide"),
        (-2.6, 0, 8.2),
        2.6,
        guide={"persona": "xiaojing"},
    )
    street = {"hall": "street", "spawn": "spawn-north", "width": 3.0, "height": 3.0}
    words = text("前往企业街", "To the Enterprise Street")
    book.add("portal-street", "portal", words, (ROOM.x0 + 0.5, 0, 3.2), 1.5708, portal=street)
    arrive = text("企业街入口", "By the Enterprise Street")
    book.add("spawn-street", "spawn", arrive, (-17.0, 0, 3.2), -1.5708, spawn={"radius": 0.9})
    title = text("灵境展览馆 · 看得见的工业", "Industry you can take apart")
    book.sign(
        "title", title, (0, 4.1, ROOM.z0 + 0.16), 0.0, Letters(0.6, color=(0.06, 0.055, 0.05))
    )
    book.sign(
        "exit",
        text("出口 · 园区", "Exit to the grounds"),
        (0, 3.65, ROOM.z1 - 0.27),
        3.14159,
        Letters(0.3, color=(0.95, 0.9, 0.8)),
    )
    _zones(book)
    for i, (x, z, yaw) in enumerate(_BENCHES):
        with_yaw = yaw + (1.5708 if x <= 0 else -1.5708)
        book.add(f"seat-{i + 1}", "seat", text("长凳", "Bench"), (x, 0, z), with_yaw, seat={})


# The bays' themes, in the order of the screen walls that bear them.
_ZONES = (
    (text("绿色能源", "Clean energy"), text("风与光，取之不尽", "Wind and sun without end")),
    (
        text("交通与低空", "Rail and low skies"),
        text("从轨道到云下", "From the rails to the clouds"),
    ),
    (text("流体与动力", "Flow and power"), text("让力量听话地流动", "Power that flows as told")),
    (text("芯片与精密", "Chips and precision"), text("看不见处见功夫", "Mastery out of sight")),
)


def _zones(book: Book) -> None:
    """Put each bay's theme on both of its screen wall's faces that visitors pass."""
    for i, ((x0, z0, x1, z1), (title, line)) in enumerate(zip(_SCREENS, _ZONES, strict=True)):
        x, yaw = (x0 - 0.02, -1.5708) if x0 < 0 else (x1 + 0.02, 1.5708)
        z = (z0 + z1) / 2
        book.sign(
            f"zone-{i + 1}", title, (x, 2.75, z), yaw, Letters(0.46, color=(0.09, 0.075, 0.06))
        )
        book.sign(
            f"zone-{i + 1}-line", line, (x, 2.15, z), yaw, Letters(0.17, color=(0.2, 0.17, 0.14))
        )


def _floor() -> Polygon:
    return rectangle(ROOM.x0 + 0.4, ROOM.z0 + 0.4, ROOM.x1 - 0.4, ROOM.z1 - 0.35)


def _holes(every: tuple[Stand, ...]) -> list[Polygon]:
    holes = [ellipse(p.x, p.z, p.radius + 0.38, p.radius + 0.38, 8) for p in every]
    holes += [rectangle(x0 - 0.35, z0 - 0.35, x1 + 0.35, z1 + 0.35) for x0, z0, x1, z1 in _SCREENS]
    return holes
