"""The exhibition hall: a gallery of white walls and timber, a pool of light on every plinth."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from scenes.demo import palette as c
from scenes.demo.document import Book, text
from scenes.demo.exhibits import Exhibit, build, catalogue
from scenes.demo.halls.common import INDOORS, area, document, door_back, lot_name, view
from scenes.demo.kit_frame import standing
from scenes.demo.kit_model import model
from scenes.demo.kit_polygon import Polygon, ellipse, rectangle
from scenes.demo.kit_room import Lamp, Room, ceiling, lit, planks, walls
from scenes.demo.kit_sheet import Sheet

ROOM = Room(-25, -16, 25, 16, 0.0, 7.2)
_SKYLIGHTS = (-15.0, 0.0, 15.0)


class Stand(NamedTuple):
    """A plinth's place: its id, where, how it is turned, and its size while it is empty."""

    id: str
    x: float
    z: float
    yaw: float
    radius: float = 1.1
    height: float = 0.45


# In the order in which a visitor walks: the middle, then round the room by the left hand.
STANDS = (
    Stand("plinth-01", 0, 1, 0, 1.6),
    Stand("plinth-02", -8.5, 6, 0, 1.4),
    Stand("plinth-03", -8.5, -3, 0, 1.4),
    Stand("plinth-04", 8.5, 6, 0, 1.4),
    Stand("plinth-05", 8.5, -3, 0, 1.4),
    Stand("plinth-06", 0, -9.5, 0, 1.8),
    Stand("plinth-07", -18.5, 8, 0, 1.4),
    Stand("plinth-08", -18.5, 0, 0, 1.4),
    Stand("plinth-09", -18.5, -9, 0, 1.4),
    Stand("plinth-10", 18.5, 8, 0, 1.4),
    Stand("plinth-11", 18.5, 0, 0, 1.4),
    Stand("plinth-12", 18.5, -9, 0, 1.4),
    Stand("plinth-13", -9.5, -12, 0, 1.2),
    Stand("plinth-14", 9.5, -12, 0, 1.2),
)
_BENCHES = ((-13.2, 1.5, 0.0), (13.2, 1.5, 0.0), (0.0, -4.4, 1.5708), (0, 7, 1.5708))
_SCREENS = ((-13.4, 9.6, -13.0, 14.2), (13.0, 9.6, 13.4, 14.2), (-13.4, -9, -13, -3.4),
            (13.0, -9, 13.4, -3.4))  # fmt: skip


def exhibition() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    stands = [(stand, *_size(stand, i)) for i, stand in enumerate(STANDS)]
    sheets = [_draw(fine, stands) for fine in (True, False)]
    glbs = [model("exhibition", lit(s, ROOM, _lamps(), (0.52, 0.515, 0.51))) for s in sheets]
    name = lot_name("exhibition")
    book.model("hall", name, [(glbs[0], 0.0), (glbs[1], 0.15)], "architecture")
    for i, (stand, height, radius) in enumerate(stands):
        _stand(book, stand, height, radius, _exhibit(i))
    _people(book)
    walk = {"areas": [area("floor", _floor(), _holes(stands))], "links": []}
    bounds = ((ROOM.x0, -1.0, ROOM.z0), (ROOM.x1, 12.0, ROOM.z1))
    views = [
        view("入口全景", "From the entrance", (0, 1.65, 14.6), 0.0, -0.03),
        view("展厅西侧", "West bay", (-22, 1.65, 12), -0.6, -0.05),
        view("展厅东北角", "From the north-east", (22, 2.2, -14), 2.45, -0.1),
        view("俯瞰展厅", "Looking down", (-23, 6.2, 14.5), -0.75, -0.42),
    ]
    hall = document("exhibition", name, book, kind="indoor", bounds=bounds, environment=INDOORS,
                    walk=walk, viewpoints=views)  # fmt: skip
    return hall, book.assets


def _exhibit(i: int) -> Exhibit | None:
    found = catalogue()
    return found[i] if i < len(found) else None


def _size(stand: Stand, i: int) -> tuple[float, float]:
    exhibit = _exhibit(i)
    if exhibit is None:
        return stand.height, stand.radius
    return exhibit.plinth.height, exhibit.plinth.radius


def _lamps() -> list[Lamp]:
    pools = [Lamp((p.x, 6.9, p.z), 46.0, (0, -1, 0), 0.86) for p in STANDS]
    washes = [Lamp((x, 6.4, z), 9.0) for x in (-20.0, -7, 7, 20) for z in (-14.4,)]
    washes += [Lamp((x, 6.4, z), 9.0) for x in (-23.4, 23.4) for z in (-8.0, 1, 9)]
    sky = [Lamp((x, 7.0, z), 7.0, color=(0.86, 0.94, 1.0)) for x in _SKYLIGHTS for z in (-10.0, 0, 10)]
    return pools + washes + sky


def _draw(fine: bool, stands: list[tuple[Stand, float, float]]) -> Sheet:
    s = Sheet(fine=fine)
    planks(s, ROOM, 0.5 if fine else 1.0, 2.0 if fine else 4.0)
    walls(s, ROOM, c.WHITE, sides="ewn", split=1.2)
    _entrance(s)
    _roof(s)
    for x0, z0, x1, z1 in _SCREENS:
        s.mass("stone", [x0, 0, z0], [x1, 4.2, z1], c.WHITE, split=1.0)
        s.boxes("stone", [x0 - 0.01, 0, z0 - 0.01], [x1 + 0.01, 0.12, z1 + 0.01], c.SLATE, faces="ewsn")
    for stand, height, radius in stands:
        _plinth(s, stand, height, radius)
    for x, z, yaw in _BENCHES:
        with s.at(standing(x, z, yaw)):
            s.mass("stone", [-0.28, 0.36, -1.5], [0.28, 0.46, 1.5], c.TIMBER, split=1)
            s.boxes("stone", [[-0.2, 0, -1.2], [-0.2, 0, 1.0]], [[0.2, 0.36, -1.0], [0.2, 0.36, 1.2]],
                    c.SLATE, faces="ewsn")  # fmt: skip
    skirting = Room(ROOM.x0 + 0.02, ROOM.z0 + 0.02, ROOM.x1 - 0.02, ROOM.z1 - 0.02, 0.0, 0.12)
    walls(s, skirting, c.SLATE, sides="ewn", split=4)
    return s


def _entrance(s: Sheet) -> None:
    z = ROOM.z1
    for x0, x1 in ((ROOM.x0, -9.0), (9.0, ROOM.x1)):
        quad = [(x1, 0, z), (x0, 0, z), (x0, ROOM.ceiling, z), (x1, ROOM.ceiling, z)]
        s.quads("stone", [quad], c.WHITE, split=1.2)
    s.quads("stone", [[(9, 4.6, z), (-9, 4.6, z), (-9, ROOM.ceiling, z), (9, ROOM.ceiling, z)]],
            c.TIMBER, split=1.2)  # fmt: skip
    day = [[(9, 0, z + 0.3), (-9, 0, z + 0.3), (-9, 4.6, z + 0.3), (9, 4.6, z + 0.3)]]
    s.quads("daylight", day, (0.5, 0.55, 0.6))
    xs = np.linspace(-9, 9, 9)
    low = np.stack([xs - 0.05, 0 * xs, 0 * xs + z - 0.12], axis=1)
    s.boxes("stone", low, low + np.array([0.1, 4.6, 0.2]), c.BRONZE, faces="ewn")
    s.boxes("stone", [-9, 2.9, z - 0.1], [9, 3.0, z], c.BRONZE, faces="nud")
    s.boxes("stone", [-2.4, 0, z - 0.25], [-2.25, 3.2, z], c.BRONZE)
    s.boxes("stone", [2.25, 0, z - 0.25], [2.4, 3.2, z], c.BRONZE)
    s.boxes("stone", [-2.4, 3.2, z - 0.25], [2.4, 3.35, z], c.BRONZE)


def _roof(s: Sheet) -> None:
    half, top = 1.7, ROOM.ceiling + 1.6
    edges = [ROOM.x0, *(x + d for x in _SKYLIGHTS for d in (-half, half)), ROOM.x1]
    for x0, x1 in zip(edges[::2], edges[1::2], strict=True):
        ceiling(s, ROOM._replace(x0=x0, x1=x1), c.WHITE)
    for x in _SKYLIGHTS:
        well = Room(x - half, ROOM.z0, x + half, ROOM.z1, ROOM.ceiling, top)
        walls(s, well, c.WHITE, split=3)
        glass = [[(x - half, top, ROOM.z0), (x + half, top, ROOM.z0), (x + half, top, ROOM.z1),
                  (x - half, top, ROOM.z1)]]  # fmt: skip
        s.quads("daylight", glass, (0.72, 0.8, 0.9))
        zs = np.linspace(ROOM.z0, ROOM.z1, 17 if s.fine else 5)[1:-1]
        low = np.stack([0 * zs + x - half, 0 * zs + ROOM.ceiling + 0.2, zs - 0.06], axis=1)
        s.boxes("stone", low, low + np.array([2 * half, 0.9, 0.12]), c.TIMBER_PALE, faces="sndu", split=2)
    if s.fine:
        for x in (-20.5, -11, -5.5, 5.5, 11, 20.5):
            s.boxes("stone", [x - 0.03, ROOM.ceiling - 0.35, ROOM.z0 + 1],
                    [x + 0.03, ROOM.ceiling - 0.28, ROOM.z1 - 1], c.SLATE, faces="ewd")  # fmt: skip
        _spots(s)


def _spots(s: Sheet) -> None:
    at = np.array([(p.x - 0.07, ROOM.ceiling - 0.62, p.z - 0.07) for p in STANDS])
    s.boxes("stone", at, at + np.array([0.14, 0.62, 0.14]), c.SLATE, faces="ewsn")
    s.boxes("glow", at - np.array([0, 0.02, 0]), at + np.array([0.14, 0, 0.14]), (1, 0.95, 0.85), faces="d")


def _plinth(s: Sheet, stand: Stand, height: float, radius: float) -> None:
    ring = ellipse(stand.x, stand.z, radius, radius, 40 if s.fine else 16)
    p = np.array(ring)
    q = np.roll(p, -1, axis=0)
    foot = 0.08

    def at(points: np.ndarray, y: float) -> np.ndarray:
        return np.stack([points[:, 0], np.full(len(points), y), points[:, 1]], axis=1)

    side = np.stack([at(p, foot), at(q, foot), at(q, height), at(p, height)], axis=1)
    middle = np.broadcast_to([stand.x, height, stand.z], (len(p), 3))
    s.quads("stone", side, c.WHITE)
    s.quads("stone", np.stack([at(p, height), at(q, height), middle, at(p, height)], axis=1), c.WHITE)
    inner = np.array(ellipse(stand.x, stand.z, radius - 0.1, radius - 0.1, len(ring)))
    low = np.stack([at(inner, 0), at(np.roll(inner, -1, 0), 0), at(np.roll(inner, -1, 0), foot),
                    at(inner, foot)], axis=1)  # fmt: skip
    s.quads("stone", low, c.SLATE)
    r = radius * 0.8
    s.solid([stand.x - r, 0, stand.z - r], [stand.x + r, height - 0.05, stand.z + r])


def _stand(book: Book, stand: Stand, height: float, radius: float, exhibit: Exhibit | None) -> None:
    free = text("展位待入驻", "Plinth to let")
    label = free if exhibit is None else exhibit.title
    component = {"height": height, "radius": radius}
    number = stand.id[-2:]
    book.add(stand.id, "plinth", text(f"{number} 号展台", f"Plinth {number}"), (stand.x, 0, stand.z),
             stand.yaw, plinth=component)  # fmt: skip
    words = {k: label[k] if exhibit is None else _caption(exhibit, k) for k in ("zh", "en")}
    book.sign(f"label-{number}", words, (stand.x, max(0.16, height * 0.55), stand.z + radius + 0.02), 0.0,
              0.105, color=(0.02, 0.02, 0.02), style="card", width=2 * radius)  # fmt: skip
    if exhibit is None:
        return
    built = build(exhibit)
    book.assets.update(built.assets)
    book.add(exhibit.id, "exhibit", exhibit.title, (0, height, 0), 0.0, stand.id, model=built.model,
             card=exhibit.card())  # fmt: skip


def _caption(exhibit: Exhibit, lang: str) -> str:
    return exhibit.title[lang]


def _people(book: Book) -> None:
    book.add("spawn-main", "spawn", text("展览馆入口", "Exhibition entrance"), (0, 0, 12.6),
             spawn={"radius": 1.5})  # fmt: skip
    door_back(book, (0, 0, ROOM.z1 - 0.5), 3.14159, "spawn-exhibition")
    book.add("guide-exhibition", "guide", text("展览馆讲解员", "Exhibition guide"), (-3.6, 0, 10.2), -0.5,
             guide={"persona": "xiaojing"})  # fmt: skip
    title = text("灵境展览馆 · 看得见的工业", "Industry you can take apart")
    book.sign("title", title, (0, 5.5, ROOM.z0 + 0.06), 0.0, 0.62, color=(0.06, 0.055, 0.05))
    book.sign("exit", text("出口 · 园区", "Exit to the grounds"), (0, 3.75, ROOM.z1 - 0.12), 3.14159, 0.3,
              color=(0.95, 0.9, 0.8))  # fmt: skip
    for i, (x, z, yaw) in enumerate(_BENCHES):
        with_yaw = yaw + (1.5708 if x <= 0 else -1.5708)
        book.add(f"seat-{i + 1}", "seat", text("长凳", "Bench"), (x, 0, z), with_yaw, seat={})


def _floor() -> Polygon:
    return rectangle(ROOM.x0 + 0.4, ROOM.z0 + 0.4, ROOM.x1 - 0.4, ROOM.z1 - 0.35)


def _holes(stands: list[tuple[Stand, float, float]]) -> list[Polygon]:
    holes = [ellipse(p.x, p.z, r + 0.38, r + 0.38, 8) for p, _, r in stands]
    holes += [rectangle(x0 - 0.35, z0 - 0.35, x1 + 0.35, z1 + 0.35) for x0, z0, x1, z1 in _SCREENS]
    return holes
