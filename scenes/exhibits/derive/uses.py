"""What each image of a document is for: read from the materials that use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from scenes.exhibits.derive.resample import Meaning

__all__ = ["SOURCES", "Use", "best_source", "sources", "uses"]

Json = dict[str, Any]
SOURCES = ("EXT_texture_webp", "KHR_texture_basisu")
"""Extensions of a texture that name an image in another format than PNG or JPEG."""
COLOURS = frozenset(
    {
        *("baseColorTexture", "emissiveTexture", "diffuseTexture", "specularGlossinessTexture"),
        *("sheenColorTexture", "specularColorTexture", "diffuseTransmissionColorTexture"),
        *("multiscatterColorTexture", "shadeMultiplyTexture", "matcapTexture"),
    }
)
"""Texture slots that hold sRGB colour; all others hold numbers."""
NORMALS = frozenset({"normalTexture", "clearcoatNormalTexture"})
CARE: dict[Meaning, int] = {"colour": 0, "data": 1, "normal": 2}


class Use(NamedTuple):
    """The most careful of an image's uses, and whether any texture uses it at all."""

    meaning: Meaning = "data"
    seen: bool = False


def uses(json: Json) -> list[Use]:
    """The use of every image, in the images' order."""
    found = [Use() for _ in json.get("images", [])]
    textures = json.get("textures", [])
    for slot, texture in _slots(json.get("materials", [])):
        if not 0 <= texture < len(textures):
            continue
        for image in sources(textures[texture]):
            meaning = _meaning(slot)
            known = found[image]
            if not known.seen or CARE[meaning] > CARE[known.meaning]:
                found[image] = Use(meaning, True)
    for texture in textures:
        for image in sources(texture):
            found[image] = found[image]._replace(seen=True)
    return found


def sources(texture: Json) -> list[int]:
    """The images that a texture can be drawn with, the one to be preferred first."""
    extensions = texture.get("extensions", {})
    webp, basis = (extensions.get(name, {}) for name in SOURCES)
    holders = (webp, texture, basis)
    return [holder["source"] for holder in holders if isinstance(holder.get("source"), int)]


def best_source(texture: Json) -> int | None:
    """The image to make levels from: WebP, then what every viewer reads, then Basis Universal."""
    return next(iter(sources(texture)), None)


def _meaning(slot: str) -> Meaning:
    if slot in NORMALS:
        return "normal"
    return "colour" if slot in COLOURS else "data"


def _slots(materials: list[Json]) -> Iterator[tuple[str, int]]:
    """Every texture slot of the materials, those of unknown extensions too."""
    open_: list[Any] = [
        {key: value for key, value in material.items() if key != "extras"} for material in materials
    ]
    while open_:
        value = open_.pop()
        if isinstance(value, list):
            open_.extend(value)
        elif isinstance(value, dict):
            for key, inner in value.items():
                index = inner.get("index") if isinstance(inner, dict) else None
                if isinstance(index, int) and key.endswith("Texture"):
                    yield key, index
                open_.append(inner)
