"""What stands in a booth: how far it reaches in the booth's own axes, and what it weighs.

A node's place is composed through all its parents up to the booth's own node, so that nobody gets
out of a booth by hanging something on something. glTF 2.0 section 3.5.3 says how: translation after
rotation after scale.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from scenes.places import IDENTITY, Vector, rotate

Nodes = Mapping[str, Mapping[str, Any]]
LINE_HEIGHT: Final = 1.5
"""Of letters' height, from one line to the next."""
THICK: Final = 0.02
"""Metres: half of what has no depth of its own."""


class Box(NamedTuple):
    """Two corners, metres."""

    low: Vector
    high: Vector


class Burden(NamedTuple):
    """What a visitor's machine has to carry when everything of a booth is in view."""

    nodes: int
    triangles: int
    texture_bytes: int


def below(nodes: Nodes, root: str) -> list[str]:
    """Everything that hangs below a node, parents before children, the node itself left out."""
    children: dict[str, list[str]] = {}
    for name, node in nodes.items():
        parent = node.get("parent")
        if parent is not None:
            children.setdefault(parent, []).append(name)
    found = list(children.get(root, ()))
    for name in found:
        found.extend(children.get(name, ()))
    return found


def reach(nodes: Nodes, name: str, booth: str) -> Box | None:
    """The box around what a node shows, in the axes of a booth that it hangs below.

    None for a node that shows nothing by itself, such as a group.
    """
    box = own_box(nodes[name])
    if box is None:
        return None
    axes = zip(box.low, box.high, strict=True)
    corners = [_carried(nodes, name, booth, corner) for corner in itertools.product(*axes)]
    low = tuple(min(corner[axis] for corner in corners) for axis in range(3))
    high = tuple(max(corner[axis] for corner in corners) for axis in range(3))
    return Box((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def burden(nodes: Nodes, names: Iterable[str]) -> Burden:
    """What some nodes weigh together, each at its finest."""
    count, triangles, texels = 0, 0, 0
    for name in names:
        node = nodes[name]
        count += 1
        if model := node.get("model"):
            finest = model["levels"][0]
            triangles += int(finest["triangles"])
            texels += int(finest.get("gpu_bytes", finest["bytes"]))
        if media := (node.get("board") or {}).get("media"):
            texels += _picture_bytes(media)
    return Burden(count, triangles, texels)


def own_box(node: Mapping[str, Any]) -> Box | None:
    """The box around what a node shows, in its own axes."""
    if model := node.get("model"):
        bounds = model["bounds"]
        return Box(_vector(bounds["min"]), _vector(bounds["max"]))
    match node.get("kind"):
        case "text":
            return _words_box(node["text"])
        case "board":
            board = node.get("board") or {"width": 1.6, "height": 0.9}
            wide, high = board["width"] / 2, board["height"] / 2
            return Box((-wide, -high, -THICK), (wide, high, THICK))
        case "plinth":
            size = node["plinth"]
            wide = size["radius"]
            return Box((-wide, 0.0, -wide), (wide, size["height"], wide))
        case "group" | "booth":
            return None
    return Box((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))


def _words_box(text: Mapping[str, Any]) -> Box:
    """Letters are as wide as high; Latin ones about half that, and told as such."""
    lines = [line for words in (text["zh"], text["en"]) for line in _lines(words)]
    wide = text.get("width") or text["size"] * max(1.0, *(_letters(line) for line in lines))
    rows = max(len(_lines(text["zh"])), len(_lines(text["en"])))
    high = text["size"] * LINE_HEIGHT * rows
    return Box((-wide / 2, -high / 2, -THICK), (wide / 2, high / 2, THICK))


def _lines(words: str) -> list[str]:
    return words.split("\n")


def _letters(line: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else 0.55 for letter in line)


def _picture_bytes(media: Mapping[str, Any]) -> int:
    """RGBA in memory with its smaller copies; of a document, one page is shown at a time."""
    pictures = [*(media.get("pages") or ()), *([media["video"]] if media.get("video") else ())]
    return max((p["width"] * p["height"] * 16 // 3 for p in pictures), default=0)


def _carried(nodes: Nodes, name: str, booth: str, point: tuple[float, ...]) -> Vector:
    """A point of a node's own axes in those of the booth above it."""
    at: str | None = name
    x, y, z = point
    while at is not None and at != booth and at in nodes:
        node = nodes[at]
        sx, sy, sz = node.get("scale", (1.0, 1.0, 1.0))
        tx, ty, tz = node.get("translation", (0.0, 0.0, 0.0))
        turn = tuple(node.get("rotation", IDENTITY))
        x, y, z = rotate(turn, (x * sx, y * sy, z * sz))
        x, y, z = x + tx, y + ty, z + tz
        at = node.get("parent")
    return (x, y, z)


def _vector(values: Any) -> Vector:
    x, y, z = values
    return (float(x), float(y), float(z))
