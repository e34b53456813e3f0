"""The roadshow theatre: timber tiers that step down to a stage and a wide screen."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.author import Model, Node, Surface, build_glb
from scenes.demo import palette as c
from scenes.demo.document import Book, Letters, text
from scenes.demo.halls.common import INDOORS, area, document, door_back, link, lot_name, view
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_model import MATERIALS, mesh
from scenes.demo.kit_place import repeated_faces
from scenes.demo.kit_polygon import rectangle
from scenes.demo.kit_room import Lamp, Room, ceiling, lit, planks, walls
from scenes.demo.kit_sheet import Sheet

ROWS, DEEP, DROP = 8, 1.25, 0.32
BACK_Z, FIRST_Z = 13.0, 7.0  # the rear wall; where the tiers begin
HALF = 13.0
PIT_Y = -ROWS * DROP
PIT_Z = FIRST_Z - ROWS * DEEP  # the lowest floor begins here
STAGE_Z, STAGE_END, STAGE_Y = -6.2, -13.0, PIT_Y + 0.8
ROOM = Room(-HALF, STAGE_END, HALF, BACK_Z, PIT_Y, 6.0)
_SEATS = 12
_LANES = (0.0, -HALF + 1.1, HALF - 1.1)
_AISLE = 1.5  # half the middle aisle
_FLOOR = c.shade(c.TIMBER, 0.78)


def theatre() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    name = lot_name("theatre")
    glbs = [_glb(fine=fine) for fine in (True, False)]
    book.model("hall", name, [(glbs[0], 0.0), (glbs[1], 0.2)], "architecture")
    _people(book)
    bounds = ((-HALF, PIT_Y - 1, STAGE_END), (HALF, 8.0, BACK_Z))
    views = [
        view("后排全景", "From the back row", (0, 1.65, 10.4), 0.0, -0.14),
        view("舞台视角", "From the stage", (0, STAGE_Y + 1.65, -9), 3.1416, 0.1),
        view("侧面", "From the side", (-11.5, 1.9, 8.5), -0.75, -0.22),
    ]
    env = INDOORS | {"background": [0.03, 0.028, 0.027]}
    hall = document(
        "theatre",
        name,
        book,
        kind="indoor",
        bounds=bounds,
        environment=env,
        walk=_walk(),
        viewpoints=views,
    )
    return hall, book.assets


def _glb(*, fine: bool) -> bytes:
    s = Sheet(fine=fine)
    _tiers(s)
    _shell(s)
    _stage(s)
    faces = lit(s, ROOM, _lamps(), (0.36, 0.345, 0.33))
    surfaces = tuple(Surface(mesh(f), MATERIALS[m]) for m, f in faces.items())
    seat = Sheet(fine=fine)
    _seat(seat)
    drawn = lit(seat, ROOM, [], (0.62, 0.6, 0.58))
    places = np.array([(x, y, z) for x, y, z in seat_places()])
    return build_glb(
        Model("theatre", (Node("room", surfaces), repeated_faces("seat", drawn, places)))
    )


def seat_places() -> Floats:
    """Return every seat's place (n, 3), row by row from the top; seats look along -Z."""
    across = np.linspace(_AISLE + 0.45, HALF - 2.4, _SEATS // 2)
    xs = np.concatenate([-across[::-1], across])
    rows = [(x, -k * DROP, FIRST_Z - (k - 1) * DEEP - 0.42) for k in range(1, ROWS + 1) for x in xs]
    return np.round(np.array(rows), 3)


def _tiers(s: Sheet) -> None:
    top = Room(-HALF, FIRST_Z, HALF, BACK_Z, 0.0, 6.0)
    planks(s, top, 0.3, 2.4, _FLOOR)
    for k in range(1, ROWS + 1):
        z1 = FIRST_Z - (k - 1) * DEEP
        z0, y = z1 - DEEP, -k * DROP
        planks(s, Room(-HALF, z0, HALF, z1, y, 6.0), DEEP / 4, 2.4, _FLOOR)
        riser = [(HALF, y, z1), (-HALF, y, z1), (-HALF, y + DROP, z1), (HALF, y + DROP, z1)]
        s.quads("stone", [riser[::-1]], c.shade(c.TIMBER, 0.62), split=2)
        s.quads("stone", [riser], c.shade(c.TIMBER, 0.62), split=2)
        for x in (-_AISLE, _AISLE, -HALF + 1.9, HALF - 1.9):
            s.boxes(
                "glow", [x - 0.12, y + 0.02, z1 - 0.02], [x + 0.12, y + 0.06, z1], (1, 0.8, 0.5)
            )
        s.boxes(
            "stone",
            [-_AISLE, y, z1 - 0.42],
            [_AISLE, y + DROP / 2, z1],
            c.TIMBER_PALE,
            faces="unew",
        )
    planks(s, Room(-HALF, STAGE_Z, HALF, PIT_Z, PIT_Y, 6.0), 0.3, 2.4, _FLOOR)


def _shell(s: Sheet) -> None:
    dark, wood = c.mix(c.SLATE, c.BRONZE, 0.4), c.TIMBER
    walls(s, ROOM, dark, sides="ew")
    slats = np.arange(STAGE_Z + 0.6, BACK_Z - 0.2, 0.42)
    tall = 0.5 + 0.5 * np.sin(slats * 0.8) ** 2
    for x in (-HALF, HALF):
        x0, x1 = (x, x + 0.22) if x < 0 else (x - 0.22, x)
        low = np.stack(
            [0 * slats + x0, -0.4 - 1.6 * np.clip((6 - slats) / 12, 0, 1), slats - 0.09], axis=1
        )
        high = np.stack([0 * slats + x1, 3.4 + 2.4 * tall, slats + 0.09], axis=1)
        s.boxes("stone", low, high, wood, faces="ewsnud", split=1.6)
    back = [(HALF, 0, BACK_Z), (-HALF, 0, BACK_Z), (-HALF, 6, BACK_Z), (HALF, 6, BACK_Z)]
    s.quads("stone", [back], c.WHITE, split=1.2)
    s.boxes("stone", [-2.2, 0, BACK_Z - 0.15], [2.2, 3.3, BACK_Z], c.BRONZE, faces="newu")
    s.quads(
        "daylight",
        [
            [
                (2, 0, BACK_Z - 0.17),
                (-2, 0, BACK_Z - 0.17),
                (-2, 3.1, BACK_Z - 0.17),
                (2, 3.1, BACK_Z - 0.17),
            ]
        ],
        (0.5, 0.55, 0.6),
    )
    ceiling(s, ROOM, c.shade(c.SLATE, 0.6))
    for i, z in enumerate(np.arange(-4.5, 12.5, 2.4)):
        y = 5.3 - 0.35 * np.cos(i * 0.9)
        s.boxes(
            "stone", [-HALF + 0.8, y, z], [HALF - 0.8, y + 0.16, z + 1.7], c.TIMBER_PALE, split=2
        )
        s.boxes(
            "glow",
            [-HALF + 1.4, y - 0.03, z + 0.75],
            [HALF - 1.4, y, z + 0.87],
            (1, 0.85, 0.6),
            faces="d",
        )


def _stage(s: Sheet) -> None:
    planks(s, Room(-HALF, STAGE_END, HALF, STAGE_Z, STAGE_Y, 6.0), 0.3, 3.0, c.TIMBER_PALE)
    front = [
        (-HALF, PIT_Y, STAGE_Z),
        (HALF, PIT_Y, STAGE_Z),
        (HALF, STAGE_Y, STAGE_Z),
        (-HALF, STAGE_Y, STAGE_Z),
    ]
    s.quads("stone", [front], c.SLATE, split=1)
    s.boxes(
        "glow",
        [-HALF + 0.2, STAGE_Y - 0.12, STAGE_Z],
        [HALF - 0.2, STAGE_Y - 0.07, STAGE_Z + 0.02],
        (1, 0.8, 0.5),
        faces="s",
    )
    end = [
        (-HALF, STAGE_Y, STAGE_END),
        (HALF, STAGE_Y, STAGE_END),
        (HALF, 6, STAGE_END),
        (-HALF, 6, STAGE_END),
    ]
    s.quads("stone", [end], (0.05, 0.048, 0.05), split=2)
    y0, y1, z = STAGE_Y + 0.9, STAGE_Y + 6.0, STAGE_END + 0.35
    s.boxes("stone", [-8.7, y0 - 0.12, z - 0.2], [8.7, y1 + 0.12, z], (0.02, 0.02, 0.022))
    _picture(s, y0, y1, z + 0.02)
    for x in (-10.2, 10.2):
        s.boxes(
            "stone",
            [x - 1.2, STAGE_Y, STAGE_END + 0.1],
            [x + 1.2, 5.6, STAGE_END + 0.5],
            c.mix(c.TERRACOTTA, c.SLATE, 0.55),
            split=1.5,
        )
    s.boxes("stone", [-5.2, STAGE_Y, -8.6], [-4.3, STAGE_Y + 1.12, -8.1], c.TIMBER)
    s.boxes("stone", [-5.3, STAGE_Y + 1.12, -8.75], [-4.2, STAGE_Y + 1.18, -8.0], c.BRONZE)
    for x in (-3.2, -1.9):
        for dx in (-0.35, 0.25):
            s.boxes(
                "stone", [x + dx, PIT_Y, STAGE_Z], [x + dx + 0.1, STAGE_Y, STAGE_Z + 0.1], c.SLATE
            )
    for side in (-1, 1):
        for i in range(4):
            x0 = side * (HALF - 1.7) - 0.8
            y = PIT_Y + 0.2 * (4 - i)
            s.boxes(
                "stone",
                [x0, PIT_Y, STAGE_Z + i * 0.34],
                [x0 + 1.6, y - 0.001, STAGE_Z + (i + 1) * 0.34],
                c.TIMBER_PALE,
                faces="ewus",
            )


def _picture(s: Sheet, y0: float, y1: float, z: float) -> None:
    """Draw what the screen shows between roadshows: dawn over hills, in the park's colours."""
    xs, ys = np.linspace(-8.5, 8.5, 86), np.linspace(y0, y1, 30)
    x, y = np.meshgrid(xs, ys)
    corners = np.stack([x, y, np.full_like(x, z)], axis=-1)
    colors = _dawn(x / 17, (y - y0) / (y1 - y0))

    def quads(grid: Floats) -> Floats:
        cells = grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]
        return np.stack(cells, axis=2).reshape(-1, 4, 3)

    s.quads("screen", quads(corners), quads(colors))


def _dawn(u: Floats, v: Floats) -> Floats:
    """Return the picture's colours at u (-0.5..0.5) across and v (0..1) up."""
    rest = 1 - v
    sky = np.stack([0.10 + 0.85 * rest**2, 0.2 + 0.48 * rest, 0.46 + 0.18 * rest], -1)
    sun = np.exp(-(((u - 0.22) * 3.3) ** 2 + (v - 0.5) ** 2) * 26)[..., None]
    sky = sky + sun * np.array([0.9, 0.55, 0.2])
    ridges = ((0.42, 0.10, 0.62), (0.31, 0.09, 0.40), (0.17, 0.07, 0.2))
    for base, tall, tone in ridges:
        top = (
            base
            + tall * np.sin(u * 9 + base * 40) * np.sin(u * 4.1 + tall * 90)
            + 0.02 * np.sin(u * 41)
        )
        edge = np.clip((top - v) * 40, 0, 1)[..., None]
        sky = sky * (1 - edge) + edge * np.array([0.26, 0.47, 0.52]) * tone
    return np.asarray(np.clip(sky, 0, 1))


def _seat(s: Sheet) -> None:
    cloth = (0.055, 0.125, 0.165)
    s.boxes("stone", [-0.27, 0.34, -0.26], [0.27, 0.46, 0.24], cloth)
    s.boxes("stone", [-0.27, 0.42, 0.2], [0.27, 0.98, 0.32], cloth)
    s.boxes(
        "stone",
        [[-0.33, 0, -0.2], [0.27, 0, -0.2]],
        [[-0.27, 0.62, 0.28], [0.33, 0.62, 0.28]],
        c.TIMBER,
    )
    s.solid([-0.27, 0.34, -0.26], [0.27, 0.46, 0.24])


def _lamps() -> list[Lamp]:
    stage = [Lamp((x, 5.4, -6.0), 60.0, (0, -1, -0.55), 0.72) for x in (-7.0, 0, 7)]
    house = [Lamp((x, 4.9, z), 9.0) for x in (-8.0, 0, 8) for z in (-2.0, 3.5, 9.5)]
    screen = [
        Lamp((x, 1.8, -11.6), 8.0, (0, -0.1, 1), 0.1, (0.65, 0.75, 0.95)) for x in (-4.5, 4.5)
    ]
    return stage + house + screen


def _walk() -> dict[str, Any]:
    side_x = HALF - 0.45
    areas = [area("foyer", rectangle(-side_x, FIRST_Z + 0.2, side_x, BACK_Z - 0.35))]
    links = []
    before = FIRST_Z + 0.6
    for k in range(1, ROWS + 1):
        z1 = FIRST_Z - (k - 1) * DEEP
        y = -k * DROP
        areas.append(area(f"row-{k}", rectangle(-side_x, z1 - DEEP + 0.02, side_x, z1 - 0.74), y=y))
        middle = z1 - DEEP / 2 - 0.3
        links += [link((x, y + DROP, before), (x, y, middle)) for x in _LANES]
        before = middle
    areas.append(area("pit", rectangle(-side_x, STAGE_Z + 0.35, side_x, PIT_Z - 0.1), y=PIT_Y))
    links += [link((x, PIT_Y, before), (x, PIT_Y, PIT_Z - 0.5)) for x in _LANES]
    areas.append(
        area("stage", rectangle(-side_x, STAGE_END + 0.9, side_x, STAGE_Z - 0.3), y=STAGE_Y)
    )
    for side in (-1, 1):
        lane = side * (HALF - 1.7)
        links.append(link((lane, PIT_Y, STAGE_Z + 1.6), (lane, STAGE_Y, STAGE_Z - 0.6)))
    return {"areas": areas, "links": links}


def _people(book: Book) -> None:
    book.add(
        "spawn-main",
        "spawn",
        text("剧场后排入口", "Theatre entrance"),
        (0, 0, 10.6),
        spawn={"radius": 1.2},
    )
    book.add(
        "spawn-stage",
        "spawn",
        text("舞台", "Stage"),
        (2.5, STAGE_Y, -8.4),
        3.14159,
        spawn={"radius": 0.8},
    )
    door_back(book, (0, 0, BACK_Z - 0.4), 3.14159, "spawn-theatre")
    book.add(
        "guide-theatre",
        "guide",
        text("路演主持", "Roadshow host"),
        (-3.4, STAGE_Y, -8.2),
        2.9,
        guide={"persona": "xiaojing"},
    )
    words = text("灵境路演 · 让好项目被看见", "Lingjing Roadshow · good projects, seen")
    book.sign(
        "screen-title",
        words,
        (0, STAGE_Y + 4.6, STAGE_END + 0.45),
        0.0,
        Letters(0.62, color=(0.98, 0.96, 0.9)),
    )
    book.sign(
        "exit",
        text("出口 · 园区", "Exit to the grounds"),
        (0, 3.75, BACK_Z - 0.1),
        3.14159,
        Letters(0.28, color=(0.12, 0.1, 0.08)),
    )
    for i, (x, y, z) in enumerate(seat_places()):
        row, number = divmod(i, _SEATS)
        name = text(f"{row + 1} 排 {number + 1} 座", f"Row {row + 1}, seat {number + 1}")
        book.add(f"seat-{row + 1}-{number + 1}", "seat", name, (x, y, z), seat={})
