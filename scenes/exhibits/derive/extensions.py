"""The lists of extensions of a level: what it uses now, and what a viewer must know for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenes.exhibits.derive.stow import MESHOPT

__all__ = ["extensions"]

Json = dict[str, Any]
QUANTIZATION, WEBP, BASIS = "KHR_mesh_quantization", "EXT_texture_webp", "KHR_texture_basisu"
WRITTEN = (MESHOPT, QUANTIZATION, WEBP, BASIS)
"""Extensions that a level uses or not by how it was written."""
PLAIN: dict[str, tuple[int, ...]] = {
    "POSITION": (5126,),
    "NORMAL": (5126,),
    "TANGENT": (5126,),
    "TEXCOORD": (5126, 5121, 5123),
}
"""Component types of attributes in glTF 2.0 itself, section 3.7.2.1; others are not extended."""


def extensions(json: Json) -> Json:
    """The document with extensionsUsed and extensionsRequired made true."""
    now = _now(json)
    used = [n for n in json.get("extensionsUsed", []) if n not in WRITTEN or n in now]
    required = [n for n in json.get("extensionsRequired", []) if n not in WRITTEN]
    used += [name for name in WRITTEN if name in now and name not in used]
    required += [name for name in WRITTEN if now.get(name)]
    lists = {"extensionsUsed": used, "extensionsRequired": required}
    rest = {key: value for key, value in json.items() if key not in lists}
    return {**rest, **{key: value for key, value in lists.items() if value}}


def _now(json: Json) -> dict[str, bool]:
    """Which of these extensions the document uses, and whether a viewer must know them."""
    found = {}
    if any(MESHOPT in view.get("extensions", {}) for view in json.get("bufferViews", [])):
        found[MESHOPT] = True
    if any(_is_quantised(json, *one) for one in _attributes(json)):
        found[QUANTIZATION] = True
    for texture in json.get("textures", []):
        for name in (WEBP, BASIS):
            if name in texture.get("extensions", {}):
                found[name] = found.get(name, False) or "source" not in texture
    return found


def _attributes(json: Json) -> Iterator[tuple[str, int, bool]]:
    for mesh in json.get("meshes", []):
        for primitive in mesh["primitives"]:
            yield from ((name, at, False) for name, at in primitive["attributes"].items())
            for target in primitive.get("targets", []):
                yield from ((name, at, True) for name, at in target.items())


def _is_quantised(json: Json, name: str, accessor: int, is_target: bool) -> bool:
    """Whether glTF 2.0 alone does not allow an attribute's component type."""
    words = json["accessors"][accessor]
    semantic, kind = name.partition("_")[0], words["componentType"]
    if semantic not in PLAIN:
        return False
    if semantic == "TEXCOORD" and kind != 5126 and (is_target or not words.get("normalized")):
        return True
    return kind not in PLAIN[semantic]
