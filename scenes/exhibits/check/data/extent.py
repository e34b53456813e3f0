"""That everything stands somewhere: no place and no size past what single precision squares.

Such a file is valid, but nothing can be measured, drawn or taken apart in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from scenes.exhibits.check.data.report import Report
from scenes.exhibits.check.data.sample import Samples

__all__ = ["check"]

Json = dict[str, Any]
FARTHEST = 1e15
"""Metres, or times: a hundred light-days."""
CODE = "EXTENT_TOO_LARGE"


class _Frame(NamedTuple):
    """At most how far a node's origin is from the scene's, and how much larger it makes things."""

    reach: float
    scale: float


def check(samples: Samples, report: Report) -> None:
    """Look at positions, at the matrices of skins and instances, and at every node's place."""
    for pointer, index in _measures(samples.json):
        if _largest(samples, index) > FARTHEST:
            report.say(pointer, CODE, f"> {FARTHEST:g}")
    for i, frame in _frames(samples.json):
        if max(frame) > FARTHEST:
            report.say(f"/nodes/{i}", CODE, f"> {FARTHEST:g}")
            return  # its children's places are no news


def _measures(json: Json) -> Iterator[tuple[str, object]]:
    """Pointer and accessor of all that says where vertices are."""
    for i, mesh in enumerate(json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            if "POSITION" in primitive["attributes"]:
                pointer = f"/meshes/{i}/primitives/{p}/attributes/POSITION"
                yield pointer, primitive["attributes"]["POSITION"]
    for i, skin in enumerate(json.get("skins", ())):
        if "inverseBindMatrices" in skin:
            yield f"/skins/{i}/inverseBindMatrices", skin["inverseBindMatrices"]
    for i, node in enumerate(json.get("nodes", ())):
        name = "EXT_mesh_gpu_instancing"
        for what, index in node.get("extensions", {}).get(name, {}).get("attributes", {}).items():
            yield f"/nodes/{i}/extensions/{name}/attributes/{what}", index


def _largest(samples: Samples, index: object) -> float:
    entry = samples.accessor(index)
    if entry is None:
        return 0.0
    if "min" in entry and "max" in entry:
        return float(max(map(abs, (*entry["min"], *entry["max"]))))
    pieces = samples.pieces(index)
    return max((float(np.abs(values).max(initial=0)) for _, values in pieces), default=0.0)


def _frames(json: Json) -> Iterator[tuple[int, _Frame]]:
    """Every node of the forest with its frame, parents before children."""
    nodes = json.get("nodes", [])
    below = {child for node in nodes for child in node.get("children", ())}
    stack = [(i, _Frame(0.0, 1.0)) for i in range(len(nodes)) if i not in below]
    while stack:
        i, parent = stack.pop()
        shift, scale = _own(nodes[i])
        frame = _Frame(parent.reach + parent.scale * shift, parent.scale * scale)
        yield i, frame
        stack += [(child, frame) for child in nodes[i].get("children", ())]


def _own(node: Json) -> tuple[float, float]:
    """How far a node moves, and at most how much larger it makes what is in it."""
    matrix = node.get("matrix")
    if matrix is None:
        scale = max(map(abs, node.get("scale", (1.0,))))
        return sum(map(abs, node.get("translation", (0.0,)))), float(scale)
    columns = (matrix[0:3], matrix[4:7], matrix[8:11])
    # Lengths, not sums: a turned matrix makes nothing larger, and a hundred of them do not either.
    return sum(map(abs, matrix[12:15])), max(math.hypot(*column) for column in columns)
