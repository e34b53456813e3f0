"""Valid documents with a little of everything: what tests of the structure begin with."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Sequence
from typing import Any

from scenes.exhibits.check.structure import check_structure
from scenes.exhibits.document import Document, Picture
from scenes.exhibits.policy import Policy
from scenes.findings import Finding

Json = dict[str, Any]

BYTES = "data:application/octet-stream;base64,"
PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhg"
    "GAWjR9awAAAABJRU5ErkJggg=="
)
WEBP = "data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
PICTURES = {PNG[:28]: "image/png", WEBP[:28]: "image/webp"}
ASSET = {"version": "2.0"}
CODES = {"b": 5120, "B": 5121, "h": 5122, "H": 5123, "I": 5125, "f": 5126}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Packer:
    """Lays numbers in one buffer, each array in a bufferView of its own."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self.views: list[Json] = []
        self.accessors: list[Json] = []

    def view(self, data: bytes, **words: Any) -> int:
        """Put bytes in a bufferView, whose index is answered."""
        self.bytes += bytes(-len(self.bytes) % 4)
        entry = {"buffer": 0, "byteOffset": len(self.bytes), "byteLength": len(data), **words}
        self.views.append(entry)
        self.bytes += data
        return len(self.views) - 1

    def add(
        self, kind: str, code: str, numbers: Sequence[float], *, target: int = 0, **words: Any
    ) -> int:
        """Put an accessor there, whose index is answered."""
        data = struct.pack(f"<{len(numbers)}{code}", *numbers)
        view = self.view(data, **({"target": target} if target else {}))
        return self.entry(kind, code, len(numbers) // WIDTHS[kind], bufferView=view, **words)

    def entry(self, kind: str, code: str, count: int, **words: Any) -> int:
        """Put an accessor without a bufferView of its own there."""
        entry = {"componentType": CODES[code], "count": count, "type": kind, **words}
        self.accessors.append(entry)
        return len(self.accessors) - 1

    def parts(self) -> Json:
        """The document's arrays of what was put."""
        uri = BYTES + base64.b64encode(self.bytes).decode()
        buffer = {"byteLength": len(self.bytes), "uri": uri}
        return {"buffers": [buffer], "bufferViews": self.views, "accessors": self.accessors}


CORNERS = [0, 0, 0, 1, 0, 0, 0, 1, 0]
BOUNDS: Json = {"min": [0, 0, 0], "max": [1, 1, 0]}
IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
VERTICES, INDICES = 34962, 34963


def everything() -> Json:
    """A scene with a morphing mesh, a skinned one, lamps, cameras, variants, an animation."""
    p = Packer()
    position = p.add("VEC3", "f", CORNERS, target=VERTICES, **BOUNDS)
    normal = p.add("VEC3", "f", [0, 0, 1] * 3, target=VERTICES)
    coordinates = p.add("VEC2", "f", [0, 0, 1, 0, 0, 1], target=VERTICES)
    indices = p.add("SCALAR", "H", [0, 1, 2], target=INDICES)
    tangent = p.add("VEC4", "f", [1, 0, 0, 1] * 3, target=VERTICES)
    moved = sparse(p)
    turned = p.add("VEC3", "f", [0, 0, 0] * 3, target=VERTICES)
    joints = p.add("VEC4", "B", [0, 1, 0, 0] * 3, target=VERTICES)
    weights = p.add("VEC4", "f", [0.5, 0.5, 0, 0] * 3, target=VERTICES)
    times = p.add("SCALAR", "f", [0, 1], min=[0], max=[1])
    places = p.add("VEC3", "f", [0, 0, 0, 1, 1, 1])
    turns = p.add("VEC4", "f", [0, 0, 0, 1] * 2)
    shares = p.add("SCALAR", "f", [0, 1, 1, 0])
    bones = p.add("MAT4", "f", IDENTITY * 2)
    first, second = woven(p)
    return {
        "asset": {**ASSET, "generator": "tests", "minVersion": "2.0", "extras": {"a": 1}},
        "extensionsUsed": [
            "KHR_texture_transform",
            "KHR_materials_clearcoat",
            "KHR_materials_variants",
            "KHR_lights_punctual",
            "KHR_mesh_quantization",
            "FOO_bar",
        ],
        "extensionsRequired": ["KHR_mesh_quantization"],
        "extensions": {
            "KHR_lights_punctual": {
                "lights": [
                    {
                        "type": "spot",
                        "spot": {"innerConeAngle": 0.1, "outerConeAngle": 0.5},
                        "range": 2,
                        "color": [1, 1, 1],
                        "intensity": 3,
                    },
                    {"type": "point"},
                    {"type": "directional", "name": "sun"},
                ]
            },
            "KHR_materials_variants": {"variants": [{"name": "a"}, {"name": "b"}]},
            "FOO_bar": {"lights": 3},
        },
        **p.parts(),
        "images": [{"uri": PNG, "mimeType": "image/png"}],
        "samplers": [{"magFilter": 9728, "minFilter": 9987, "wrapS": 33071, "wrapT": 10497}],
        "textures": [{"sampler": 0, "source": 0}, {"source": 0, "name": "t"}],
        "materials": [painted(), {"alphaMode": "BLEND"}],
        "meshes": [
            {
                "primitives": [
                    {
                        "attributes": {
                            "POSITION": position,
                            "NORMAL": normal,
                            "TEXCOORD_0": coordinates,
                            "TANGENT": tangent,
                        },
                        "indices": indices,
                        "material": 0,
                        "targets": [{"POSITION": moved, "NORMAL": turned}, {"POSITION": moved}],
                        "extensions": {
                            "KHR_materials_variants": {
                                "mappings": [
                                    {"variants": [0], "material": 0},
                                    {"variants": [1], "material": 1, "name": "x"},
                                ]
                            }
                        },
                    }
                ],
                "weights": [0, 1],
                "name": "morphing",
            },
            {
                "primitives": [
                    {
                        "attributes": {
                            "POSITION": first,
                            "COLOR_0": second,
                            "JOINTS_0": joints,
                            "WEIGHTS_0": weights,
                            "_OURS": weights,
                        },
                        "mode": 4,
                    }
                ]
            },
        ],
        "nodes": [
            {"children": [1, 2], "name": "root"},
            {
                "mesh": 0,
                "translation": [1, 2, 3],
                "rotation": [0, 0, 0, 1],
                "scale": [1, 1, 2],
                "weights": [0.1, 0.2],
            },
            {"camera": 0, "matrix": [2, 0, 0, 0, 0, 0, 3, 0, 0, -1, 0, 0, 4, 5, 6, 1]},
            {"mesh": 1, "skin": 0},
            {"children": [5]},
            {"children": [6], "extensions": {"KHR_lights_punctual": {"light": 0}}},
            {"camera": 1},
        ],
        "cameras": [
            {
                "type": "perspective",
                "perspective": {"yfov": 1, "znear": 0.1, "zfar": 10, "aspectRatio": 1},
            },
            {
                "type": "orthographic",
                "orthographic": {"xmag": 1, "ymag": 2, "zfar": 3, "znear": 0},
            },
        ],
        "skins": [{"joints": [5, 6], "inverseBindMatrices": bones, "skeleton": 4}],
        "animations": [
            {
                "samplers": [
                    {"input": times, "output": places, "interpolation": "LINEAR"},
                    {"input": times, "output": turns, "interpolation": "STEP"},
                    {"input": times, "output": shares},
                ],
                "channels": [
                    {"sampler": 0, "target": {"node": 1, "path": "translation"}},
                    {"sampler": 1, "target": {"node": 1, "path": "rotation"}},
                    {"sampler": 2, "target": {"node": 1, "path": "weights"}},
                    {"sampler": 0, "target": {"node": 0, "path": "scale"}},
                ],
            }
        ],
        "scenes": [{"nodes": [0, 3, 4], "name": "s"}, {"nodes": [3, 4]}],
        "scene": 0,
    }


def sparse(p: Packer) -> int:
    """A sparse accessor over nothing: one of three vertices is moved."""
    which = p.view(struct.pack("<H", 1))
    where = p.view(struct.pack("<3f", 1, 0, 0))
    replaced = {
        "count": 1,
        "indices": {"bufferView": which, "componentType": 5123, "byteOffset": 0},
        "values": {"bufferView": where, "byteOffset": 0},
    }
    return p.entry("VEC3", "f", 3, min=[0, 0, 0], max=[1, 0, 0], sparse=replaced)


def woven(p: Packer) -> tuple[int, int]:
    """Positions and colours that share a bufferView."""
    data = b"".join(
        struct.pack("<3f4B", *CORNERS[3 * i : 3 * i + 3], 255, 0, 0, 255) for i in range(3)
    )
    view = p.view(data, byteStride=16, target=VERTICES)
    place = p.entry("VEC3", "f", 3, bufferView=view, **BOUNDS)
    colour = p.entry("VEC4", "B", 3, bufferView=view, byteOffset=12, normalized=True)
    return place, colour


def painted() -> Json:
    """A material with every property of core glTF."""
    transform = {"offset": [0, 1], "rotation": 1, "scale": [1, 1], "texCoord": 0}
    return {
        "name": "painted",
        "pbrMetallicRoughness": {
            "baseColorFactor": [1, 1, 1, 1],
            "baseColorTexture": {
                "index": 0,
                "texCoord": 0,
                "extensions": {"KHR_texture_transform": transform},
            },
            "metallicFactor": 0.5,
            "roughnessFactor": 1,
            "metallicRoughnessTexture": {"index": 1},
        },
        "normalTexture": {"index": 0, "scale": 2},
        "occlusionTexture": {"index": 0, "strength": 0.5, "texCoord": 0},
        "emissiveTexture": {"index": 1},
        "emissiveFactor": [0, 1, 0],
        "alphaMode": "MASK",
        "alphaCutoff": 0.3,
        "doubleSided": True,
        "extensions": {
            "KHR_materials_clearcoat": {
                "clearcoatFactor": 1,
                "clearcoatTexture": {"index": 0},
                "clearcoatNormalTexture": {"index": 0, "scale": 1},
            },
            "FOO_bar": {"x": 1},
        },
    }


def texture(**more: Any) -> Json:
    """The first texture."""
    return {"index": 0, **more}


SURFACES: Json = {
    "KHR_materials_anisotropy": {
        "anisotropyStrength": 0.5,
        "anisotropyRotation": 1,
        "anisotropyTexture": texture(
            texCoord=1, extensions={"KHR_texture_transform": {"texCoord": 0}}
        ),
    },
    "KHR_materials_clearcoat": {
        "clearcoatFactor": 0.5,
        "clearcoatRoughnessFactor": 1,
        "clearcoatRoughnessTexture": texture(),
        "clearcoatNormalTexture": texture(),
    },
    "KHR_materials_dispersion": {"dispersion": 1},
    "KHR_materials_emissive_strength": {"emissiveStrength": 2},
    "KHR_materials_ior": {"ior": 1.4},
    "KHR_materials_iridescence": {
        "iridescenceFactor": 1,
        "iridescenceTexture": texture(),
        "iridescenceIor": 1.2,
        "iridescenceThicknessMinimum": 1,
        "iridescenceThicknessMaximum": 2,
        "iridescenceThicknessTexture": texture(),
    },
    "KHR_materials_sheen": {
        "sheenColorFactor": [1, 1, 1],
        "sheenColorTexture": texture(),
        "sheenRoughnessFactor": 1,
        "sheenRoughnessTexture": texture(),
    },
    "KHR_materials_specular": {
        "specularFactor": 1,
        "specularTexture": texture(),
        "specularColorFactor": [2, 2, 2],
        "specularColorTexture": texture(),
    },
    "KHR_materials_transmission": {"transmissionFactor": 1, "transmissionTexture": texture()},
    "KHR_materials_volume": {
        "attenuationColor": [1, 1, 1],
        "attenuationDistance": 1,
        "thicknessFactor": 1,
        "thicknessTexture": texture(),
    },
}
GLOSSY: Json = {
    "diffuseFactor": [1, 1, 1, 1],
    "diffuseTexture": texture(),
    "specularFactor": [1, 1, 1],
    "glossinessFactor": 1,
    "specularGlossinessTexture": texture(),
}


def surfaces() -> Json:
    """A triangle with every extension of materials, and a texture in WebP."""
    p = Packer()
    attributes = {
        "POSITION": p.add("VEC3", "f", CORNERS, **BOUNDS),
        "NORMAL": p.add("VEC3", "f", [0, 0, 1] * 3),
        "TANGENT": p.add("VEC4", "f", [1, 0, 0, 1] * 3),
        "TEXCOORD_0": p.add("VEC2", "f", [0, 0, 1, 0, 0, 1]),
        "TEXCOORD_1": p.add("VEC2", "f", [0, 0, 1, 0, 0, 1]),
    }
    used = [*SURFACES, "KHR_materials_pbrSpecularGlossiness", "KHR_materials_unlit"]
    return {
        "asset": ASSET,
        "extensionsUsed": [*used, "KHR_texture_transform", "EXT_texture_webp"],
        **p.parts(),
        "images": [{"uri": PNG, "mimeType": "image/png"}, {"uri": WEBP, "mimeType": "image/webp"}],
        "textures": [{"source": 0, "extensions": {"EXT_texture_webp": {"source": 1}}}],
        "materials": [
            {
                "normalTexture": {"index": 0, "texCoord": 1},
                "doubleSided": True,
                "emissiveFactor": [0, 0, 0],
                "extensions": SURFACES,
            },
            {"extensions": {"KHR_materials_pbrSpecularGlossiness": GLOSSY}},
            {"extensions": {"KHR_materials_unlit": {}}},
        ],
        "meshes": [{"primitives": [{"attributes": attributes, "material": 0}]}],
        "nodes": [{"mesh": 0}],
        "scenes": [{"nodes": [0]}],
    }


def pointed() -> Json:
    """An animation of a colour by its JSON pointer."""
    p = Packer()
    times = p.add("SCALAR", "f", [0, 1], min=[0], max=[1])
    colours = p.add("VEC4", "f", [1] * 8)
    pointer = {"pointer": "/materials/0/pbrMetallicRoughness/baseColorFactor"}
    target = {"path": "pointer", "extensions": {"KHR_animation_pointer": pointer}}
    return {
        "asset": ASSET,
        "extensionsUsed": ["KHR_animation_pointer"],
        "materials": [{}],
        "nodes": [{}],
        **p.parts(),
        "animations": [
            {
                "samplers": [{"input": times, "output": colours}],
                "channels": [{"sampler": 0, "target": target}],
            }
        ],
    }


def quantized() -> Json:
    """A triangle in shorts and bytes, with a morph target in shorts and bytes."""
    p = Packer()
    data = b"".join(
        struct.pack("<3h2x4b4h2H", 0, 0, i, 0, 0, 127, 0, 32767, 0, 0, 32767, i, i)
        for i in range(3)
    )
    view = p.view(data, byteStride=24, target=VERTICES)
    position = p.entry("VEC3", "h", 3, bufferView=view, min=[0, 0, 0], max=[0, 0, 2])
    normal = p.entry("VEC3", "b", 3, bufferView=view, byteOffset=8, normalized=True)
    tangent = p.entry("VEC4", "h", 3, bufferView=view, byteOffset=12, normalized=True)
    coordinates = p.entry("VEC2", "H", 3, bufferView=view, byteOffset=20)
    moved = p.view(bytes(48), byteStride=16, target=VERTICES)
    target = {
        "POSITION": p.entry("VEC3", "b", 3, bufferView=moved, min=[0, 0, 0], max=[0, 0, 0]),
        "NORMAL": p.entry("VEC3", "h", 3, bufferView=moved, byteOffset=4, normalized=True),
        "TEXCOORD_0": p.entry("VEC2", "b", 3, bufferView=moved, byteOffset=12),
    }
    attributes = {
        "POSITION": position,
        "NORMAL": normal,
        "TANGENT": tangent,
        "TEXCOORD_0": coordinates,
    }
    indices = p.add("SCALAR", "B", [0, 1, 2])
    return {
        "asset": ASSET,
        "extensionsUsed": ["KHR_mesh_quantization"],
        "extensionsRequired": ["KHR_mesh_quantization"],
        **p.parts(),
        "meshes": [
            {"primitives": [{"attributes": attributes, "indices": indices, "targets": [target]}]}
        ],
        "nodes": [{"mesh": 0, "weights": [0]}],
        "scenes": [{"nodes": [0]}],
    }


def seeds() -> list[Json]:
    """All of them, fresh."""
    made = [everything(), surfaces(), pointed(), quantized()]
    fresh: list[Json] = json.loads(json.dumps(made))
    return fresh


def entries(json: Json, name: str) -> list[Any]:
    """An array of a document that may be broken."""
    found = json.get(name)
    return found if isinstance(found, list) else []


def document(json: Json) -> Document:
    """The document with its resources, as far as they are in data URIs."""
    return Document(
        json,
        tuple(map(bytes_of, entries(json, "buffers"))),
        tuple(map(picture_of, entries(json, "images"))),
    )


def uri_of(entry: Any) -> str:
    """The URI of a buffer or an image."""
    uri = entry.get("uri") if isinstance(entry, dict) else None
    return uri if isinstance(uri, str) else ""


def bytes_of(buffer: Any) -> memoryview | None:
    """The bytes of a buffer."""
    uri = uri_of(buffer)
    return memoryview(base64.b64decode(uri[len(BYTES) :])) if uri.startswith(BYTES) else None


def picture_of(image: Any) -> Picture | None:
    """The picture of an image: one of the two that there are here."""
    mime = PICTURES.get(uri_of(image)[:28])
    return None if mime is None else Picture(memoryview(b""), mime, 1, 1)


def check(json: Json, policy: Policy | None = None) -> list[Finding]:
    """What is found in a document."""
    return check_structure(document(json), policy or Policy())


def codes(json: Json, severity: str = "error") -> set[str]:
    """The codes of one severity."""
    return {finding.code for finding in check(json) if finding.severity == severity}
