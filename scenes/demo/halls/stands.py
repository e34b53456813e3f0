"""Plinths: where they stand in the gallery, what stands on each, and the card beside it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scenes.demo import palette as c
from scenes.demo.document import Book, Letters, text
from scenes.demo.exhibits import Exhibit, build, catalogue
from scenes.demo.kit_frame import Floats, Frame
from scenes.demo.kit_polygon import ellipse
from scenes.demo.kit_sheet import Sheet

_FREE = text("展位待入驻", "Plinth to let")
_OFFER = text("上传您的展品，即刻开展", "Upload your exhibit and open today")
_INK = (0.03, 0.03, 0.03)
_WIDE, _HIGH, _Y, _TILT = 0.62, 0.36, 0.86, 0.75  # a card's board; its middle; how it leans


class Stand(NamedTuple):
    """A plinth: its id, where it stands, its size, and the exhibit upon it."""

    id: str
    x: float
    z: float
    height: float
    radius: float
    exhibit: Exhibit | None


# In the order in which a visitor walks: the middle, then the west bay, the east bay, the back.
_PLACES = (
    (0, 2.6, "planetary-gearbox"),
    (-5.6, 4.4, "robot-arm"),
    (5.6, 4.4, "delivery-vehicle"),
    (-5.6, -2.6, "machining-centre"),
    (5.6, -2.6, "battery-pack"),
    (0, -6.6, "gas-turbine"),
    (-15, 6.4, "wind-turbine"),
    (-15, 0, "solar-module"),
    (-15, -6.6, "centrifugal-pump"),
    (15, 6.4, "inspection-drone"),
    (15, 0, "train-bogie"),
    (15, -6.6, "chip-package"),
    (-7.4, -9.6, ""),
    (7.4, -9.6, ""),
)


def stands() -> tuple[Stand, ...]:
    """Return every plinth; those without an exhibit are free for one."""
    found = {exhibit.id: exhibit for exhibit in catalogue()}
    return tuple(
        _stand(f"plinth-{i + 1:02}", x, z, found.get(wanted))
        for i, (x, z, wanted) in enumerate(_PLACES)
    )


def _stand(id: str, x: float, z: float, exhibit: Exhibit | None) -> Stand:
    height, radius = (0.5, 1.0) if exhibit is None else exhibit.plinth
    return Stand(id, x, z, height, radius, exhibit)


def draw_stand(s: Sheet, stand: Stand) -> None:
    """Draw a round white plinth on a dark foot, and the board that bears its card."""
    foot, sides = 0.08, 40 if s.fine else 16
    outer = _ring(stand, stand.radius, sides)
    s.quads("stone", _drum(outer, foot, stand.height), c.WHITE)
    lid = _level(outer, stand.height)
    middle = np.broadcast_to([stand.x, stand.height, stand.z], lid.shape)
    s.quads("stone", np.stack([lid, np.roll(lid, -1, 0), middle, lid], axis=1), c.WHITE)
    s.quads("stone", _drum(_ring(stand, stand.radius - 0.1, sides), 0, foot), c.SLATE)
    r = stand.radius * 0.66
    s.solid([stand.x - r, 0, stand.z - r], [stand.x + r, stand.height - 0.05, stand.z + r])
    x, z = _beside(stand)
    s.boxes("stone", [x - 0.03, 0, z - 0.05], [x + 0.03, _Y, z - 0.01], c.SLATE, faces="ewsn")
    s.boxes("stone", [x - 0.15, 0, z - 0.16], [x + 0.15, 0.03, z + 0.1], c.SLATE, faces="ewusn")
    with s.at(_leaning(x, z)):
        low = np.array([-_WIDE / 2, -_HIGH / 2, -0.02])
        s.boxes("stone", low, -low, c.WHITE)
        s.boxes("stone", low, low + np.array([_WIDE, 0.025, 0.045]), c.GOLD, faces="usew")


def add_stand(book: Book, stand: Stand) -> None:
    """Add the plinth, its card's words and its exhibit."""
    number = stand.id[-2:]
    name = text(f"{number} 号展台", f"Plinth {number}")
    size = {"height": stand.height, "radius": stand.radius}
    book.add(stand.id, "plinth", name, (stand.x, 0, stand.z), plinth=size)
    title, line = _FREE, _OFFER
    if stand.exhibit is not None:
        title, line = stand.exhibit.title, stand.exhibit.maker
        _place(book, stand, stand.exhibit)
    x, z = _beside(stand)
    board = _leaning(x, z)
    look = Letters(0.054, color=_INK, width=_WIDE - 0.06, style="card", tilt=_TILT)
    book.sign(f"label-{number}", title, board.points([0, 0.055, 0.027]).tolist(), 0.0, look)
    small = look._replace(size=0.036, color=(0.16, 0.13, 0.1))
    book.sign(f"maker-{number}", line, board.points([0, -0.11, 0.027]).tolist(), 0.0, small)
    for sign, said in ((f"label-{number}", "title"), (f"maker-{number}", "maker")):
        book.nodes[sign]["text"]["about"] = {"plinth": stand.id, "line": said}


def _place(book: Book, stand: Stand, exhibit: Exhibit) -> None:
    built = build(exhibit)
    book.assets.update(built.assets)
    at = (0, stand.height, 0)
    book.add(
        exhibit.id,
        "exhibit",
        exhibit.title,
        at,
        parent=stand.id,
        model=built.model,
        card=exhibit.card(),
    )


def _leaning(x: float, z: float) -> Frame:
    """Return the axes of a card's board: +Y up along it, +Z towards the reader."""
    up, out = np.cos(_TILT), np.sin(_TILT)
    axes = np.array([[1.0, 0.0, 0.0], [0.0, up, -out], [0.0, out, up]])
    return Frame(np.array([x, _Y, z]), axes)


def _beside(stand: Stand) -> tuple[float, float]:
    """Return where the card stands: in front of the plinth, to its right."""
    return stand.x + stand.radius * 0.62 + 0.3, stand.z + stand.radius * 0.72 + 0.22


def _ring(stand: Stand, radius: float, sides: int) -> Floats:
    return np.array(ellipse(stand.x, stand.z, radius, radius, sides))


def _drum(ring: Floats, y0: float, y1: float) -> Floats:
    low, high = _level(ring, y0), _level(ring, y1)
    return np.stack([low, np.roll(low, -1, 0), np.roll(high, -1, 0), high], axis=1)


def _level(ring: Floats, y: float) -> Floats:
    return np.stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]], axis=1)
