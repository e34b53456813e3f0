"""A document that uses what foreign files use: every kind of index there is."""

from __future__ import annotations

import struct
from typing import Any

from tests.scenes.export.samples import NEAR_SIDE, POSITION, Json, triangle

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "60606000000005000157cdf9ea0000000049454e44ae426082"
)


class Rich:
    """Builds the document and its bytes side by side."""

    def __init__(self) -> None:
        self.extra = b""
        self.views: list[Json] = [{"buffer": 0, "byteLength": 36}]
        self.accessors: list[Json] = [dict(POSITION)]

    def view(self, data: bytes) -> int:
        at = len(NEAR_SIDE) + len(self.extra)
        self.views.append({"buffer": 0, "byteOffset": at, "byteLength": len(data)})
        self.extra += data + b"\0" * (-len(data) % 4)
        return len(self.views) - 1

    def floats(self, kind: str, rows: list[tuple[float, ...]], limits: bool = False) -> int:
        data = b"".join(struct.pack(f"<{len(row)}f", *row) for row in rows)
        accessor: Json = {"componentType": 5126, "count": len(rows), "type": kind}
        if limits:
            columns = list(zip(*rows, strict=True))
            accessor |= {"min": list(map(min, columns)), "max": list(map(max, columns))}
        self.accessors.append({**accessor, "bufferView": self.view(data)})
        return len(self.accessors) - 1

    def sparse(self) -> int:
        indices, values = struct.pack("<H", 1), struct.pack("<3f", 0, 0, 1)
        sparse = {
            "count": 1,
            "indices": {"bufferView": self.view(indices), "componentType": 5123},
            "values": {"bufferView": self.view(values)},
        }
        blank = {"componentType": 5126, "count": 3, "type": "VEC3"}
        limits = {"min": [0, 0, 0], "max": [0, 0, 1]}
        self.accessors.append({**blank, **limits, "sparse": sparse})
        return len(self.accessors) - 1


def rich() -> tuple[Json, bytes]:
    """The document and the bytes after its triangle."""
    r = Rich()
    texture = {"index": 0, "extensions": {"KHR_texture_transform": {"scale": [2, 2]}}}
    uv = r.floats("VEC2", [(0, 0), (1, 0), (0, 1)])
    joints = _joints(r)
    weights = r.floats("VEC4", [(1, 0, 0, 0)] * 3)
    times = r.floats("SCALAR", [(0.0,), (1.0,)], limits=True)
    moves = r.floats("VEC3", [(0, 0, 0), (0, 1, 0)])
    weight_values = r.floats("SCALAR", [(0.0,), (1.0,)])
    colors = r.floats("VEC4", [(1, 0, 0, 1), (0, 1, 0, 1)])
    places = r.floats("VEC3", [(0, 0, 0), (2, 0, 0)])
    inverse = r.floats("MAT4", [(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)])
    morph = r.sparse()
    skinned = {"POSITION": 0, "TEXCOORD_0": uv, "JOINTS_0": joints, "WEIGHTS_0": weights}
    mappings = [{"material": 1, "variants": [0]}, {"material": 0, "variants": [1]}]
    image = r.view(PIXEL)
    more: dict[str, Any] = {
        "extensionsUsed": [
            "EXT_mesh_gpu_instancing", "KHR_animation_pointer", "KHR_lights_punctual",
            "KHR_materials_clearcoat", "KHR_materials_variants", "KHR_texture_transform",
        ],
        "extensionsRequired": ["KHR_texture_transform"],
        "extensions": {
            "KHR_lights_punctual": {"lights": [{"type": "point", "name": "bulb"}]},
            "KHR_materials_variants": {"variants": [{"name": "red"}, {"name": "blue"}]},
        },
        "scenes": [{"nodes": [5]}, {"nodes": [0], "extras": {"from": "the maker"}}],
        "scene": 1,
        "nodes": [
            {"children": [1, 2, 3], "name": "root", "matrix": _identity(),
             "extras": {"part": {"name": {"zh": "根", "en": "Root"}, "explode": [0, 2, 0]}}},
            {"mesh": 0, "skin": 0, "name": "body"},
            {"name": "bone", "translation": [0, 1, 0], "children": [4],
             "extras": {"part": {"name": {"zh": "骨", "en": "Bone"}, "explode": [1, 0, 0]}}},
            {"mesh": 1, "name": "row", "camera": 0,
             "extensions": {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": places}}}},
            {"name": "bulb", "extensions": {"KHR_lights_punctual": {"light": 0}}},
            {"name": "in another scene"},
        ],
        "cameras": [{"type": "perspective", "perspective": {"yfov": 1.0, "znear": 0.1}}],
        "skins": [{"joints": [2], "inverseBindMatrices": inverse, "skeleton": 2}],
        "meshes": [
            {"primitives": [{"attributes": skinned, "material": 0, "targets": [{"POSITION": morph}],
                             "extensions": {"KHR_materials_variants": {"mappings": mappings}}}],
             "weights": [0.5], "extras": {"targetNames": ["lift"]}},
            {"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": uv}, "material": 1}]},
        ],
        "materials": [
            {"name": "blue", "pbrMetallicRoughness": {"baseColorTexture": texture}},
            {"name": "red", "emissiveTexture": {"index": 1},
             "extensions": {"KHR_materials_clearcoat": {"clearcoatTexture": texture,
                                                        "clearcoatFactor": 0.5}}},
        ],
        "textures": [{"source": 0, "sampler": 0}, {"source": 0}],
        "samplers": [{"wrapS": 33071}],
        "images": [{"bufferView": image, "mimeType": "image/png"}],
        "animations": [
            {"name": "wave",
             "samplers": [{"input": times, "output": moves},
                          {"input": times, "output": weight_values},
                          {"input": times, "output": colors}],
             "channels": [
                 {"sampler": 0, "target": {"node": 2, "path": "translation"}},
                 {"sampler": 1, "target": {"node": 1, "path": "weights"}},
                 {"sampler": 2, "target": {"path": "pointer", "extensions": {
                     "KHR_animation_pointer": {
                         "pointer": "/materials/1/pbrMetallicRoughness/baseColorFactor"}}}},
             ]},
        ],
        "asset": {"version": "2.0", "copyright": "CC0 the maker", "generator": "by hand"},
    }  # fmt: skip
    tables = triangle(r.extra, accessors=r.accessors, bufferViews=r.views, **more)
    return tables, r.extra


def _identity() -> list[float]:
    return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]


def _joints(r: Rich) -> int:
    view = r.view(bytes(12))
    r.accessors.append({"bufferView": view, "componentType": 5121, "count": 3, "type": "VEC4"})
    return len(r.accessors) - 1
