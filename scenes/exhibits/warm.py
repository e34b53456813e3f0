"""One very small exhibit, judged and built before any other.

Libraries import parts of themselves when they are first needed. A process that has given up its
files cannot do that any more; so the whole way is gone once before.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from functools import cache
from typing import Any

from scenes.exhibits.document import Source
from scenes.exhibits.pipeline import build, judge
from scenes.exhibits.policy import Policy

__all__ = ["warm_up"]

CORNERS = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
NORMALS = struct.pack("<9f", *(0, 0, 1) * 3)
PLACES = struct.pack("<6f", 0, 0, 1, 0, 0, 1)
MOMENTS = struct.pack("<2f", 0, 1)
TURNS = struct.pack("<8f", 0, 0, 0, 1, 0, 0, 0.6, 0.8)
INDICES = struct.pack("<3H", 0, 1, 2)
PIECES = (CORNERS, NORMALS, PLACES, MOMENTS, TURNS, INDICES)
SIDE = 8
"""Pixels of its texture."""


@cache
def warm_up() -> None:
    """Judge and build the smallest exhibit that has something of everything."""
    judged = judge([Source("warm.gltf", memoryview(_model()))], Policy())
    if judged.document is None:
        raise RuntimeError(f"the smallest exhibit is refused: {judged.findings}")
    build(judged, Policy(), size=(16, 12))


def _model() -> bytes:
    data = b"".join(PIECES)
    ends = [sum(map(len, PIECES[: index + 1])) for index in range(len(PIECES))]
    views = [
        {"buffer": 0, "byteOffset": end - len(piece), "byteLength": len(piece)}
        for piece, end in zip(PIECES, ends, strict=True)
    ]
    return json.dumps(_json() | {"bufferViews": views, "buffers": [_buffer(data)]}).encode()


def _buffer(data: bytes) -> dict[str, Any]:
    return {"byteLength": len(data), "uri": _uri("application/octet-stream", data)}


def _json() -> dict[str, Any]:
    texture = {"baseColorTexture": {"index": 0}}
    primitive = {
        "attributes": {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2},
        "indices": 5,
        "material": 0,
        "targets": [{"POSITION": 0}],
    }
    channel = {"sampler": 0, "target": {"node": 0, "path": "rotation"}}
    return {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [primitive]}],
        "materials": [{"pbrMetallicRoughness": texture}],
        "textures": [{"source": 0}],
        "images": [{"uri": _uri("image/png", _png())}],
        "animations": [{"samplers": [{"input": 3, "output": 4}], "channels": [channel]}],
        "accessors": [
            _accessor(0, "VEC3", min=[0, 0, 0], max=[1, 1, 0]),
            _accessor(1, "VEC3"),
            _accessor(2, "VEC2"),
            _accessor(3, "SCALAR", count=2, min=[0], max=[1]),
            _accessor(4, "VEC4", count=2),
            _accessor(5, "SCALAR", componentType=5123),
        ],
    }


def _accessor(view: int, type: str, **more: Any) -> dict[str, Any]:
    return {"bufferView": view, "componentType": 5126, "count": 3, "type": type, **more}


def _uri(mime: str, data: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def _png() -> bytes:
    """A grey square (ISO/IEC 15948)."""
    rows = (b"\0" + b"\x80" * SIDE * 3) * SIDE
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
