"""A document's JSON in small pieces, each by a hash: what a level must keep to the letter.

Pointers lead to the pieces. Numbers of accessors are left out, as a level numbers its own; what
they hold is compared elsewhere.
"""

from __future__ import annotations

import json as _json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from scenes.exhibits.derive.held import held
from scenes.exhibits.derive.single import single
from scenes.exhibits.derive.uses import SOURCES, best_source
from scenes.exhibits.read import raw, view
from scenes.glb import Glb

__all__ = ["hashed", "items"]

Json = dict[str, Any]
EXACT = 2**53
"""Below this a double holds every whole number."""
WRITTEN = frozenset({*SOURCES, "EXT_meshopt_compression", "KHR_mesh_quantization"})
"""Extensions that a level has or has not by how it was written."""
WHOLE = ("cameras", "materials", "samplers")
"""Lists whose entries point at nothing that a level numbers anew."""
APART = frozenset(
    {
        *("asset", "accessors", "animations", "buffers", "bufferViews", "cameras", "images"),
        *("materials", "meshes", "nodes", "samplers", "scenes", "skins", "textures"),
        *("extensionsUsed", "extensionsRequired"),
    }
)
"""What stands at the root and is looked at by itself."""
INSTANCING = "EXT_mesh_gpu_instancing"


def hashed(value: object) -> str:
    """A short hash of a JSON value, whatever the order of its keys or the form of its numbers."""
    text = _json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if "." in text or "e" in text:
        text = _json.dumps(_json.loads(text, parse_float=_number), sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _number(text: str) -> float:
    """1.0 is 1."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < EXACT else value


def items(glb: Glb) -> dict[str, str]:
    """JSON pointer → hash of what stands there."""
    json = glb.json
    found = dict(_object("", {key: json[key] for key in json if key not in APART}, {}))
    found |= dict(_object("/asset", json.get("asset", {}), {}))
    for name in WHOLE:
        found |= _list(name, json.get(name, []))
    found |= _list("scenes", json.get("scenes", []))
    found |= _list("nodes", [_node(node) for node in json.get("nodes", [])])
    found |= _list("textures", [_texture(texture) for texture in json.get("textures", [])])
    images = [_without(image, "bufferView", "mimeType", "uri") for image in json.get("images", [])]
    found |= _list("images", images)
    found |= _list(
        "skins", [_without(skin, "inverseBindMatrices") for skin in json.get("skins", [])]
    )
    for name in ("buffers", "bufferViews"):
        found |= dict(_extras(name, json.get(name, [])))
    for i, mesh in enumerate(json.get("meshes", [])):
        found |= dict(_mesh(f"/meshes/{i}", mesh))
    for i, animation in enumerate(json.get("animations", [])):
        found |= dict(_animation(f"/animations/{i}", animation))
    for name in sorted(set(json.get("extensionsUsed", [])) - WRITTEN):
        found[f"/extensionsUsed/{name}"] = name
    return found | dict(_pointed(glb))


def _extras(name: str, entries: list[Json]) -> Iterator[tuple[str, str]]:
    for i, entry in enumerate(entries):
        if "extras" in entry:
            yield f"/{name}/{i}/extras", hashed(entry["extras"])


def _list(name: str, entries: list[Json]) -> dict[str, str]:
    found: dict[str, str] = {}
    for i, entry in enumerate(entries):
        found |= dict(_object(f"/{name}/{i}", entry, {}))
    return found


def _object(at: str, entry: Json, instead: Json) -> Iterator[tuple[str, str]]:
    """An object's own words, its extras, and each of its extensions by itself."""
    words = {k: v for k, v in {**entry, **instead}.items() if k not in ("extras", "extensions")}
    yield at, hashed(words)
    if "extras" in entry:
        yield f"{at}/extras", hashed(entry["extras"])
    for name, body in entry.get("extensions", {}).items():
        yield f"{at}/extensions/{name}", hashed(body)


def _node(node: Json) -> Json:
    """A node without the numbers of its instances' accessors, and without a part told of it."""
    extensions = dict(node.get("extensions", {}))
    if INSTANCING in extensions:
        extensions[INSTANCING] = {
            **extensions[INSTANCING],
            "attributes": sorted(extensions[INSTANCING].get("attributes", {})),
        }
        node = {**node, "extensions": extensions}
    node = single(node)
    extras = node.get("extras")
    if not isinstance(extras, dict) or "part" not in extras:
        return node
    kept = _without(extras, "part")
    return {**node, "extras": kept} if kept else _without(node, "extras")


def _texture(texture: Json) -> Json:
    """A texture by the image it is drawn with, in whatever format that is."""
    extensions = _without(texture.get("extensions", {}), *SOURCES)
    return {
        **_without(texture, "source", "extensions"),
        "image": best_source(texture),
        **({"extensions": extensions} if extensions else {}),
    }


def _mesh(at: str, mesh: Json) -> Iterator[tuple[str, str]]:
    yield from _object(at, _without(mesh, "primitives"), {"count": len(mesh["primitives"])})
    for i, primitive in enumerate(mesh["primitives"]):
        words = _without(primitive, "attributes", "targets", "indices", "mode")
        mode = primitive.get("mode", 4)
        instead = {"draws": "triangles" if mode in (4, 5, 6) else mode}
        yield from _object(f"{at}/primitives/{i}", words, instead)


def _animation(at: str, animation: Json) -> Iterator[tuple[str, str]]:
    yield from _object(at, _without(animation, "channels", "samplers"), {})
    for i, channel in enumerate(animation["channels"]):
        yield from _object(f"{at}/channels/{i}", channel, {})
    for i, sampler in enumerate(animation["samplers"]):
        yield from _object(f"{at}/samplers/{i}", _without(sampler, "input", "output"), {})


def _pointed(glb: Glb) -> Iterator[tuple[str, str]]:
    """The bytes that unknown extensions may point at."""
    keep = held(glb.json)
    for number in sorted(keep.accessors):
        yield f"/accessors/{number}", sha256(raw(glb, number).tobytes()).hexdigest()[:16]
    for number in sorted(keep.views):
        yield f"/bufferViews/{number}", sha256(view(glb, number)).hexdigest()[:16]


def _without(entry: Json, *keys: str) -> Json:
    return {key: value for key, value in entry.items() if key not in keys}
