"""Small GLBs to take pictures of."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.glb import Glb

SQUARE = np.array([[-1, 0, 0], [1, 0, 0], [1, 2, 0], [-1, 2, 0]], np.float32)


def square(color: list[float], z: float = 0.0, **material: Any) -> Glb:
    """A square of two metres that stands on the ground and faces +Z."""
    return squares([(color, z, material)])


def squares(wanted: list[tuple[list[float], float, dict[str, Any]]]) -> Glb:
    """Squares one behind the other, each with a material of its own."""
    indices = np.array([0, 1, 2, 0, 2, 3], np.uint16)
    data = SQUARE.tobytes() + indices.tobytes()
    primitives = {"attributes": {"POSITION": 0}, "indices": 1}
    json: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": list(range(len(wanted)))}],
        "nodes": [{"mesh": i, "translation": [0, 0, z]} for i, (_, z, _) in enumerate(wanted)],
        "meshes": [{"primitives": [{**primitives, "material": i}]} for i in range(len(wanted))],
        "materials": [
            {"pbrMetallicRoughness": {"baseColorFactor": color, "metallicFactor": 0}, **material}
            for color, _, material in wanted
        ],
        "buffers": [{"byteLength": len(data)}],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": SQUARE.nbytes},
            {"buffer": 0, "byteOffset": SQUARE.nbytes, "byteLength": indices.nbytes},
        ],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": 4,
                "type": "VEC3",
                "min": [-1, 0, 0],
                "max": [1, 2, 0],
            },
            {"bufferView": 1, "componentType": 5123, "count": 6, "type": "SCALAR"},
        ],
    }
    return Glb(json, data)
