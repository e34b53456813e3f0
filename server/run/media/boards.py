"""How boards hang in a hall, and what they show; each change is an edit of the hall."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from scenes.operations import Operation
from scenes.places import Vector
from server.halls.errors import HallError
from server.run.exhibits.placing import free_id
from server.run.exhibits.swap import Nodes
from server.store.media_records import StoredMedia

__all__ = ["Hung", "board_of", "hang", "hung", "show", "showing"]

WIDTH = 2.4
"""Metres: how wide a board is made when nobody says."""
TALLEST = 6.0
"""Metres: a narrow picture makes a board no taller."""
EMPTY = {"zh": "展板", "en": "Board"}


class Hung(NamedTuple):
    """A board in a hall, since this revision of it; metres."""

    node: str
    hall: str
    media: str | None
    width: float
    height: float
    revision: int


def hung(hall: str, nodes: Nodes, revision: int = 0) -> Iterator[Hung]:
    """Every board of a hall, in the order of its nodes."""
    for name, node in nodes.items():
        if node["kind"] == "board" and node.get("board"):
            board = node["board"]
            shown = (board.get("media") or {}).get("id")
            yield Hung(name, hall, shown, board["width"], board["height"], revision)


def hang(
    nodes: Nodes,
    media: StoredMedia,
    at: Vector,
    yaw: float,
    width: float | None,
    parent: str | None = None,
) -> tuple[str, Operation]:
    """The node's id and the operation that hangs a new board; ``at`` is its middle, metres.

    ``yaw``: radians about +Y by which it is turned from facing +Z. Both are in the axes of the
    node ``parent``, where there is one.
    """
    wide, tall = _size(media, width or WIDTH)
    name = free_id(nodes, f"board-{media.id}"[:60])
    value = {
        "kind": "board",
        "name": media.title,
        "parent": parent,
        "translation": list(at),
        "rotation": [0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2)],
        "scale": [1.0, 1.0, 1.0],
        "visible": True,
        "board": {"width": wide, "height": tall, "media": media.board()},
    }
    return name, {"op": "add", "path": f"/nodes/{name}", "value": value}


def show(nodes: Nodes, name: str, media: StoredMedia | None) -> list[Operation]:
    """Operations that put media on a board, or clear it; its width stays, its height follows.

    Raises HallError ``no_such_board``.
    """
    board: dict[str, Any] = dict(board_of(nodes, name))
    if media is not None:
        board["width"], board["height"] = _size(media, float(board.get("width", WIDTH)))
    board |= {"media": None if media is None else media.board()}
    title = EMPTY if media is None else media.title
    wanted = {"board": {"width": WIDTH, "height": WIDTH * 9 / 16} | board, "name": title}
    return [
        {"op": "set", "path": f"/nodes/{name}/{key}", "value": value}
        for key, value in wanted.items()
        if nodes[name].get(key) != value
    ]


def showing(nodes: Nodes, media: str) -> list[str]:
    """The boards that show some media."""
    return [board.node for board in hung("", nodes) if board.media == media]


def board_of(nodes: Nodes, name: str) -> dict[str, Any]:
    """A board's component; raises HallError ``no_such_board``."""
    node = nodes.get(name)
    if node is None or node["kind"] != "board":
        raise HallError("no_such_board", name)
    return dict(node.get("board") or {})


def _size(media: StoredMedia, width: float) -> tuple[float, float]:
    """Metres of a board of about that width that has the picture's shape."""
    picture = media.shown["video"] or media.shown["pages"][0]
    height = width * picture["height"] / picture["width"]
    if height > TALLEST:
        width, height = width * TALLEST / height, TALLEST
    return round(max(width, 0.05), 4), round(max(height, 0.05), 4)
