"""Corners of primitives: each must be a vertex that is there."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples

__all__ = ["check"]

Json = dict[str, Any]
RESTART = {5121: 2**8 - 1, 5123: 2**16 - 1, 5125: 2**32 - 1}
"""The value of each component type that starts a strip anew, and glTF does not have."""


def check(samples: Samples, report: Report) -> None:
    """Look at the indices of every primitive; one accessor is read once, however often used."""
    highest: dict[int, int] = {}
    told: dict[tuple[int, int], list[Trouble]] = {}
    for m, mesh in enumerate(samples.json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            index = primitive.get("indices")
            if samples.accessor(index) is None:
                continue
            if index not in highest:
                tops = (int(piece.values.max()) for piece in samples.pieces(index))
                highest[index] = max(tops, default=-1)
            key = (index, _vertices(samples, primitive))
            if key not in told:
                told[key] = _troubles(samples, *key, highest[index])
            report.tell(f"/meshes/{m}/primitives/{p}/indices", *told[key])


def _vertices(samples: Samples, primitive: Json) -> int:
    accessors = samples.json["accessors"]
    return next((accessors[i]["count"] for i in primitive["attributes"].values()), 0)


def _troubles(samples: Samples, index: int, vertices: int, highest: int) -> list[Trouble]:
    restart = RESTART.get(samples.json["accessors"][index]["componentType"], -1)
    found = []
    if highest >= vertices:
        found.append(_listed(samples, index, vertices, "ACCESSOR_INDEX_OOB"))
    if highest == restart:
        found.append(_listed(samples, index, restart, "ACCESSOR_INDEX_PRIMITIVE_RESTART"))
    return found


def _listed(samples: Samples, index: int, least: int, code: str) -> Trouble:
    """The corners that are at least so high."""
    trouble = Trouble(code)
    for start, values in samples.pieces(index):
        corners = values.reshape(-1)
        trouble.add(np.flatnonzero(corners >= least), corners.item, start)
    return trouble
