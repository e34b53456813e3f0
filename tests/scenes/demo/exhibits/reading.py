"""Reading built exhibits back: clips, nodes, world places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.demo.exhibits import catalogue, level_glb
from scenes.glb import Glb, read_glb
from scenes.summary.graph import worlds

F64 = NDArray[np.float64]


def coarse(exhibit: str) -> Glb:
    """The coarse level of an exhibit."""
    return read_glb(level_glb(next(e for e in catalogue() if e.id == exhibit), 1))


def node_index(glb: Glb, name: str) -> int:
    """The index of the node of that name."""
    return next(i for i, node in enumerate(glb.json["nodes"]) if node.get("name") == name)


def place(glb: Glb, name: str) -> F64:
    """Where a node stands at rest, in the exhibit's space."""
    found: F64 = worlds(glb.json)[node_index(glb, name)][:3, 3]
    return found


def keyframes(glb: Glb) -> Iterator[tuple[str, F64]]:
    """Path and key values of every channel of every clip."""
    for clip in glb.json.get("animations", []):
        for channel in clip["channels"]:
            sampler = clip["samplers"][channel["sampler"]]
            yield channel["target"]["path"], _values(glb, sampler["output"])


def keys_of(glb: Glb, node: str, path: str) -> F64:
    """The key values of one node's property in the first clip."""
    clip, index = glb.json["animations"][0], node_index(glb, node)
    channel = next(c for c in clip["channels"] if c["target"] == {"node": index, "path": path})
    return _values(glb, clip["samplers"][channel["sampler"]]["output"])


def _values(glb: Glb, accessor: int) -> F64:
    a: dict[str, Any] = glb.json["accessors"][accessor]
    width = {"VEC3": 3, "VEC4": 4}[a["type"]]
    kind = {5122: "<i2", 5126: "<f4"}[a["componentType"]]
    start = glb.json["bufferViews"][a["bufferView"]]["byteOffset"] + a["byteOffset"]
    raw = np.frombuffer(glb.bin, kind, width * a["count"], start).reshape(-1, width).astype("f8")
    return raw / 32767 if kind == "<i2" else raw
