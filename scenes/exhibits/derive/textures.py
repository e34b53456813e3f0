"""The textures of the levels: every image at every side that a level may choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from scenes.exhibits.derive.image import KTX2, WEBP, Encoded, at_sides
from scenes.exhibits.derive.uses import SOURCES, Use, best_source, sources, uses
from scenes.exhibits.policy import Policy
from scenes.exhibits.read import view
from scenes.glb import Glb

__all__ = ["TINY", "Gallery", "gallery", "with_textures"]

Json = dict[str, Any]
TINY = (64, 32, 16, 8, 4)
"""Sides in pixels that the coarsest level chooses from, so that it stays small."""


class Gallery(NamedTuple):
    """Every image of a document by the side in pixels that it was made for."""

    images: list[dict[int, Encoded]]
    alternates: dict[int, int]
    """Images that are a second choice of a texture, and what that texture prefers."""

    def at(self, side: int) -> list[Encoded]:
        """Every image at a side; a second choice has become the same as the first."""
        numbers = range(len(self.images))
        return [self.images[self.alternates.get(i, i)][side] for i in numbers]


def gallery(glb: Glb, policy: Policy, tell: Callable[[float], None]) -> Gallery:
    """Make every image at every size; equal bytes of equal use are worked on once."""
    plan = uses(glb.json)
    sides = (*policy.texture_sides[:3], *(min(side, policy.texture_sides[3]) for side in TINY))
    known: dict[tuple[bytes, Use], dict[int, Encoded]] = {}
    images = []
    for i, image in enumerate(glb.json.get("images", [])):
        data = bytes(view(glb, image["bufferView"])) if "bufferView" in image else b""
        key = data, plan[i]
        if key not in known:
            known[key] = _made(data, image.get("mimeType", ""), plan[i], sides, policy)
        images.append(known[key])
        tell((i + 1) / len(plan))
    return Gallery(images, _alternates(glb.json))


def _made(
    data: bytes, mime: str, use: Use, sides: Sequence[int], policy: Policy
) -> dict[int, Encoded]:
    """An image that no texture uses may belong to an extension that counts on its size."""
    if not use.seen:
        return dict.fromkeys(sides, Encoded(data, mime, 0, 0))
    basis = policy.texture_format == "ktx2"
    made = at_sides(data, mime, use.meaning, sides, policy.max_texture_pixels, basis)
    return dict(zip(sides, made, strict=True))


def _alternates(json: Json) -> dict[int, int]:
    ordered = [found for texture in json.get("textures", []) if (found := sources(texture))]
    first = {images[0] for images in ordered}
    return {other: images[0] for images in ordered for other in images[1:] if other not in first}


def with_textures(json: Json, chosen: Sequence[Encoded]) -> None:
    """Let the textures of a document name their images by what those have become (in place).

    A texture keeps one source: a level carries no second copy for viewers that know no WebP.
    """
    for texture in json.get("textures", []):
        image = best_source(texture)
        if image is None:
            continue
        extensions = texture.pop("extensions", {})
        kept = {name: body for name, body in extensions.items() if name not in SOURCES}
        texture.pop("source", None)
        name = {WEBP: SOURCES[0], KTX2: SOURCES[1]}.get(chosen[image].mime)
        if name is None:
            texture["source"] = image
        else:
            kept[name] = {**extensions.get(name, {}), "source": image}
        if kept:
            texture["extensions"] = kept
