"""A trusted GLB becomes an exhibit in a hall: kept, described, placed, published."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenes.glb import read_glb
from scenes.names import IDENTIFIER
from scenes.summary import Level, ModelSummary, model_summary
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.run.exhibits.assets import keep_asset
from server.run.exhibits.house import House

SMALLEST = 0.15
"""Metres: an exhibit smaller than this is enlarged to be seen on its plinth."""
ROOM_ON_PLINTH = 1.1
"""An exhibit may reach this much over its plinth's edge."""
TALLEST = 3.0
"""Metres: the tallest exhibit on a plinth."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An exhibit that stands."""

    node: str
    hall: str
    plinth: str | None
    asset: str
    bytes: int
    revision: int


async def add_exhibit(
    park: House, hall: Hall, data: bytes, *, title: str, at: str | None
) -> Placed:
    """Keep a GLB and put it on a plinth: the one named, else the first free one.

    Raises GlbError, or HallError ``no_such_plinth``, ``no_free_plinth``.
    """
    summary = await asyncio.to_thread(lambda: model_summary(read_glb(data)))
    _plinth(hall.editing.layers.head.nodes, at)  # refused before anything is stored
    asset = await keep_asset(park, data)
    # Chosen now: while the file was written, others may have taken the plinth or the name.
    nodes = hall.editing.layers.head.nodes
    plinth = _plinth(nodes, at)
    node = _free_id(nodes, title)
    value = _node(nodes[plinth], plinth, title, asset, len(data), summary)
    ops = [{"op": "add", "path": f"/nodes/{node}", "value": value}]
    base = hall.editing.layers.next_revision - 1
    revision = await _edit(park, hall, ops, base)
    return Placed(node, hall.id, plinth, asset, len(data), revision)


async def import_grounds(park: House, hall: Hall, data: bytes) -> Placed:
    """Make a GLB the hall's own ground: its model, its bounds and a floor to walk on."""
    summary = await asyncio.to_thread(lambda: model_summary(read_glb(data)))
    asset = await keep_asset(park, data)
    low, high = list(summary.low), list(summary.high)
    x0, z0, x1, z1 = low[0], low[2], high[0], high[2]
    floor = [[x0, z0], [x1, z0], [x1, z1], [x0, z1]]
    node = {
        "kind": "model",
        "name": {"zh": "场地", "en": "Grounds"},
        "parent": None,
        "model": _model(summary, asset, len(data), "landscape"),
    }
    head = hall.editing.layers.head
    ops: list[dict[str, Any]] = []
    if "grounds" in head.nodes:
        ops.append({"op": "remove", "path": "/nodes/grounds"})
    ops += [
        {"op": "add", "path": "/nodes/grounds", "value": node},
        {
            "op": "set",
            "path": "/hall/bounds",
            "value": {"min": low, "max": [high[0], max(high[1], low[1] + 3) + 10, high[2]]},
        },
        {
            "op": "set",
            "path": "/hall/walk",
            "value": {
                "areas": [{"id": "floor", "y": max(low[1], 0.0), "polygon": floor, "holes": []}],
                "links": [],
            },
        },
    ]
    base = hall.editing.layers.next_revision - 1
    revision = await _edit(park, hall, ops, base)
    return Placed("grounds", hall.id, None, asset, len(data), revision)


def _plinth(nodes: Mapping[str, Mapping[str, Any]], at: str | None) -> str:
    taken = {node.get("parent") for node in nodes.values() if node["kind"] == "exhibit"}
    if at is not None:
        if at not in nodes or nodes[at]["kind"] != "plinth":
            raise HallError("no_such_plinth", at)
        return at
    free = sorted(
        name for name, node in nodes.items() if node["kind"] == "plinth" and name not in taken
    )
    if not free:
        raise HallError("no_free_plinth")
    return free[0]


def _free_id(nodes: Mapping[str, Any], title: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:48] or "exhibit"
    name, number = slug, 1
    while name in nodes or not IDENTIFIER.fullmatch(name):
        number += 1
        name = f"{slug}-{number}"
    return name


def _model(summary: ModelSummary, asset: str, size: int, role: str) -> dict[str, Any]:
    return summary.component([Level(asset, size, summary.triangles, 0.0)], role)


def _node(
    plinth: Mapping[str, Any],
    parent: str,
    title: str,
    asset: str,
    size: int,
    summary: ModelSummary,
) -> dict[str, Any]:
    both = {"zh": title, "en": title}
    low, high = summary.low, summary.high
    scale = _fit(low, high, float(plinth["plinth"]["radius"]))
    return {
        "kind": "exhibit",
        "name": both,
        "parent": parent,
        "translation": [
            -scale * (low[0] + high[0]) / 2,
            float(plinth["plinth"]["height"]) - scale * low[1],
            -scale * (low[2] + high[2]) / 2,
        ],
        "rotation": [0.0, 0.0, 0.0, 1.0],
        "scale": [scale, scale, scale],
        "visible": True,
        "model": _model(summary, asset, size, "exhibit"),
        "card": {"title": both},
    }


def _fit(low: Sequence[float], high: Sequence[float], radius: float) -> float:
    """1 when it stands well at true scale, else what makes it fit."""
    width = max(high[0] - low[0], high[2] - low[2], 1e-6)
    height = max(high[1] - low[1], 1e-6)
    largest = min(2 * radius * ROOM_ON_PLINTH / width, TALLEST / height)
    smallest = SMALLEST / max(width, height)
    return max(min(1.0, largest), min(smallest, largest))


async def _edit(park: House, hall: Hall, ops: list[dict[str, Any]], base: int) -> int:
    return await park.ask(
        hall,
        lambda tag: hall.editing.edit(
            "published", ops, base, author="operator", role="operator", tag=tag
        ),
    )
