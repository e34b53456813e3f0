"""Documents built from arrays: a skinned, animated square that tests then bend."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.document import Document

NAMES = {kind: number for number, kind in read.KINDS.items()}
TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}
IDENTITY = np.eye(4, dtype="<f4").reshape(1, 16)


@dataclass
class Built:
    """A document in the making: its JSON, and the bytes of its one buffer."""

    json: dict[str, Any] = field(default_factory=lambda: {"asset": {"version": "2.0"}})
    data: bytearray = field(default_factory=bytearray)

    def view(self, data: bytes, **more: Any) -> int:
        """A bufferView of its own for these bytes."""
        self.data += b"\0" * (-len(self.data) % 4)
        views = self.json.setdefault("bufferViews", [])
        views.append({"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data), **more})
        self.data += data
        return len(views) - 1

    def accessor(self, values: NDArray[Any], *, limits: bool = False, **more: Any) -> int:
        """An accessor over an array of shape (count, width)."""
        entry = {
            "bufferView": self.view(values.tobytes()),
            "componentType": NAMES[values.dtype.str.replace("|", "<")],
            "count": len(values),
            "type": TYPES[values.shape[1]],
        }
        if limits:
            entry |= {"min": values.min(axis=0).tolist(), "max": values.max(axis=0).tolist()}
        self.json.setdefault("accessors", []).append(entry | more)
        return len(self.json["accessors"]) - 1

    def numbers(self, index: int) -> NDArray[Any]:
        """The stored numbers of an accessor, to be changed where they lie."""
        entry = self.json["accessors"][index]
        view = self.json["bufferViews"][entry["bufferView"]]
        lie = read.layout(entry)
        kind = lie.kind
        start = view["byteOffset"] + entry.get("byteOffset", 0)
        return np.ndarray((entry["count"], lie.width), kind, self.data, start)

    def document(self) -> Document:
        """What the checks get."""
        text = copy.deepcopy(self.json)
        text["buffers"] = [{"byteLength": len(self.data)}]
        return Document(text, (memoryview(bytes(self.data)),), ())

    def text(self) -> str:
        """The document as a file, its buffer beside it as ``data.bin``."""
        return json.dumps({**self.json, "buffers": [{"byteLength": len(self.data),
                                                     "uri": "data.bin"}]})  # fmt: skip


def square() -> Built:
    """Accessors: 0 position, 1 normal, 2 tangent, 3 colour, 4 joints, 5 weights, 6 corners,
    7 bind matrices, 8 times, 9 turns, 10 moves.
    """
    built = Built()
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], "<f4")
    built.accessor(corners, limits=True)
    built.accessor(np.tile(np.array([0, 0, 1], "<f4"), (4, 1)))
    built.accessor(np.tile(np.array([1, 0, 0, -1], "<f4"), (4, 1)))
    built.accessor(np.tile(np.array([0.5, 1, 0, 1], "<f4"), (4, 1)))
    built.accessor(np.tile(np.array([0, 1, 0, 0], "<u1"), (4, 1)))
    built.accessor(np.tile(np.array([0.25, 0.75, 0, 0], "<f4"), (4, 1)))
    built.accessor(np.array([[0], [1], [2], [1], [3], [2]], "<u2"))
    built.accessor(np.tile(IDENTITY, (2, 1)))
    built.accessor(np.array([[0], [0.5], [1]], "<f4"), limits=True)
    built.accessor(np.tile(np.array([0, 0, 0, 1], "<f4"), (3, 1)))
    built.accessor(np.arange(9, dtype="<f4").reshape(3, 3))
    attributes = {"POSITION": 0, "NORMAL": 1, "TANGENT": 2, "COLOR_0": 3,
                  "JOINTS_0": 4, "WEIGHTS_0": 5}  # fmt: skip
    built.json |= {
        "meshes": [{"primitives": [{"attributes": attributes, "indices": 6}]}],
        "nodes": [{"mesh": 0, "skin": 0}, {"children": [2]}, {}],
        "skins": [{"joints": [1, 2], "inverseBindMatrices": 7}],
        "scenes": [{"nodes": [0, 1]}],
        "animations": [
            {
                "samplers": [{"input": 8, "output": 9}, {"input": 8, "output": 10}],
                "channels": [
                    {"sampler": 0, "target": {"node": 1, "path": "rotation"}},
                    {"sampler": 1, "target": {"node": 1, "path": "translation"}},
                ],
            }
        ],
    }
    return built
