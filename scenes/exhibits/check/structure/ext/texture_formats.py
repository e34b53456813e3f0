"""Textures of other formats: WebP, AVIF, Basis Universal (KTX2), DDS.

All alike: a source of their own, with which a viewer that can replaces the plain one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index
from scenes.exhibits.check.structure.objects.texture import Texture
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSIONS"]

Make = Callable[[Context, dict[str, Any], dict[str, Any]], Texture]


def shows(*types: str) -> Make:
    """What makes a texture that shows images of some kinds only."""

    def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Texture:
        return Texture(values["source"], types=types, extensions=values["extensions"])

    return make


def table(name: str, *types: str) -> dict[str, Table]:
    """Where the extension stands: in textures."""
    return {"textures": Table(name, {"source": Index()}, shows(*types))}


def allow_webp(ctx: Context) -> None:
    """Images may be declared to be WebP."""
    ctx.image_types.append("image/webp")


EXTENSIONS = (
    Extension("EXT_texture_webp", table("EXT_texture_webp", "image/webp"), allow_webp),
    Extension("EXT_texture_avif", table("EXT_texture_avif", "image/avif"), elsewhere=True),
    Extension("KHR_texture_basisu", table("KHR_texture_basisu", "image/ktx2"), elsewhere=True),
    Extension("MSFT_texture_dds", table("MSFT_texture_dds", "image/vnd-ms.dds"), elsewhere=True),
)
