"""Corners of primitives: each must be a vertex that is there."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.exhibits.check.data.report import LISTED, Report
from scenes.exhibits.check.data.sample import Samples

__all__ = ["check"]

Json = dict[str, Any]
RESTART = {5121: 2**8 - 1, 5123: 2**16 - 1, 5125: 2**32 - 1}
"""The value of each component type that starts a strip anew, and glTF does not have."""


def check(samples: Samples, report: Report) -> None:
    """Look at the indices of every primitive; one accessor is read once, however often used."""
    highest: dict[int, int] = {}
    for m, mesh in enumerate(samples.json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            index = primitive.get("indices")
            if samples.accessor(index) is None:
                continue
            if index not in highest:
                tops = (int(piece.values.max()) for piece in samples.pieces(index))
                highest[index] = max(tops, default=-1)
            at = f"/meshes/{m}/primitives/{p}/indices"
            _check_one(samples, index, highest[index], _vertices(samples, primitive), at, report)


def _vertices(samples: Samples, primitive: Json) -> int:
    accessors = samples.json["accessors"]
    return next((accessors[i]["count"] for i in primitive["attributes"].values()), 0)


def _check_one(
    samples: Samples, index: int, highest: int, vertices: int, at: str, report: Report
) -> None:
    restart = RESTART.get(samples.json["accessors"][index]["componentType"], -1)
    if highest >= vertices:
        _list(samples, index, vertices, 2**32, at, "ACCESSOR_INDEX_OOB", report)
    if highest == restart:
        code = "ACCESSOR_INDEX_PRIMITIVE_RESTART"
        _list(samples, index, restart, restart, at, code, report)


def _list(
    samples: Samples, index: int, low: int, high: int, at: str, code: str, report: Report
) -> None:
    """The corners within a range, the first few by name."""
    first: list[int] = []
    number = 0
    values: dict[int, int] = {}
    for start, piece in samples.pieces(index):
        corners = piece.reshape(-1).astype(np.int64)
        found = np.flatnonzero((corners >= low) & (corners <= high))
        for place in found[: LISTED - len(first)].tolist():
            first.append(place + start)
            values[place + start] = int(corners[place])
        number += len(found)
    places = np.array(first, np.int64)
    more = number - len(first)
    report.elements(at, code, places, lambda place: f"#{place}: {values[place]}", more=more)
