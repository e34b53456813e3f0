"""Small assets and halls for the export's tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from scenes.glb import read_glb, write_glb

Json = dict[str, Any]
NEAR_SIDE = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
POSITION = {
    "bufferView": 0,
    "componentType": 5126,
    "count": 3,
    "type": "VEC3",
    "min": [0, 0, 0],
    "max": [1, 1, 0],
}


def triangle(extra: bytes = b"", **more: Any) -> Json:
    """A document of one triangle; `more` replaces or adds tables."""
    return {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": "triangle"}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [POSITION],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "buffers": [{"byteLength": 36 + len(extra)}],
        **more,
    }


def pack(document: Mapping[str, Any], extra: bytes = b"") -> bytes:
    """The document as a GLB whose buffer holds the triangle and `extra`."""
    return write_glb(document, NEAR_SIDE + extra)


class Shelf(dict[str, bytes]):
    """Assets by content address."""

    def put(self, data: bytes) -> str:
        sha = sha256(data).hexdigest()
        self[sha] = data
        return sha


def exhibit(sha: str, **more: Any) -> Json:
    level = {"asset": sha, "bytes": 1, "triangles": 1, "error": 0.0}
    bounds = {"min": [0, 0, 0], "max": [1, 1, 1]}
    return {
        "kind": "exhibit",
        "name": {"zh": "展品", "en": "Exhibit"},
        "model": {"levels": [level], "bounds": bounds},
        "card": {"title": {"zh": "展品", "en": "Exhibit"}},
        **more,
    }


def hall(sun: Json | None = None, **nodes: Json) -> Json:
    return {
        "hall": {
            "id": "hall",
            "name": {"zh": "展厅", "en": "Hall"},
            "environment": {"sky": "none", "sun": sun},
        },
        "nodes": nodes,
    }


def document(glb: bytes) -> Json:
    return read_glb(glb).json


def node(glb: Json, name: str) -> Json:
    """The exported node of a scene node."""
    marked = [n for n in glb["nodes"] if isinstance(n.get("extras"), dict)]
    found = [n for n in marked if n["extras"].get("id") == name]
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def below(glb: Json, name: str) -> list[Json]:
    """The root nodes of the model that stands on a scene node."""
    return [glb["nodes"][child] for child in node(glb, name).get("children", [])]
