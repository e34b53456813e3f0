"""A document of next to nothing, to have everything at hand before the first that counts.

numpy imports parts of itself, and meshoptimizer is compiled, when first used; a worker process that
may open no files any more must have both behind it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.exhibits.pictures import encode_webp
from scenes.glb import Glb

__all__ = ["tiny"]

SIDE = 48
"""Vertices of a side: enough triangles to be simplified in every way."""


def tiny(side: int = SIDE) -> Glb:
    """A textured, wavy sheet, its node turned by an animation."""
    u, v = (a.ravel() for a in np.meshgrid(*[np.linspace(0, 1, side)] * 2))
    positions = np.stack([u, np.sin(9 * u) * np.cos(7 * v), v], 1).astype("<f4")
    i = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).ravel()
    corners = np.stack([i, i + side, i + 1, i + 1, i + side, i + side + 1], 1)
    normals = np.tile(np.array([0, 1, 0], "<f4"), (len(u), 1))
    turns = np.array([[0, 0, 0, 1], [0, 1, 0, 0]], "<f4")
    image = encode_webp(np.zeros((8, 8, 3), np.uint8))
    arrays = [
        *(positions, normals, np.stack([u, v], 1).astype("<f4")),
        *(corners.reshape(-1, 1).astype("<u4"), np.array([[0], [1]], "<f4"), turns),
    ]
    pieces = [array.tobytes() for array in arrays] + [image + bytes(-len(image) % 4)]
    starts = np.cumsum([0, *map(len, pieces)]).tolist()
    views = [
        {"buffer": 0, "byteOffset": start, "byteLength": len(piece)}
        for start, piece in zip(starts, pieces, strict=False)
    ]
    return Glb(_json(arrays, views), b"".join(pieces))


def _json(arrays: list[Any], views: list[dict[str, int]]) -> dict[str, Any]:
    kinds = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}
    accessors = [
        {
            "bufferView": i,
            "componentType": 5125 if array.dtype.kind == "u" else 5126,
            "count": len(array),
            "type": kinds[array.shape[1]],
            "min": array.min(axis=0).tolist(),
            "max": array.max(axis=0).tolist(),
        }
        for i, array in enumerate(arrays)
    ]
    attributes = {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2}
    target = {"node": 0, "path": "rotation"}
    return {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": attributes, "indices": 3, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
        "textures": [{"extensions": {"EXT_texture_webp": {"source": 0}}}],
        "images": [{"bufferView": len(arrays), "mimeType": "image/webp"}],
        "animations": [
            {
                "samplers": [{"input": 4, "output": 5}],
                "channels": [{"sampler": 0, "target": target}],
            }
        ],
        "extensionsUsed": ["EXT_texture_webp"],
        "extensionsRequired": ["EXT_texture_webp"],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": views[-1]["byteOffset"] + views[-1]["byteLength"]}],
    }
