"""textureInfo (glTF 2.0, sections 5.20, 5.21, 5.30): a texture as a material uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.demands import Demands
from scenes.exhibits.check.structure.fields import Index, Int, Number
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["NORMAL_TEXTURE", "OCCLUSION_TEXTURE", "TEXTURE_INFO", "TextureInfo", "link_textures"]


@dataclass(slots=True)
class TextureInfo(Part):
    """``coordinates`` is the set of texture coordinates; ``bends`` means a normal map."""

    index: int
    coordinates: int
    bends: bool
    demands: Demands | None

    def link(self, ctx: Context) -> None:
        """Its texture must be there; meshes of its material need its coordinates."""
        if self.index != NONE and not ctx.model.has("textures", self.index):
            ctx.say("UNRESOLVED_REFERENCE", "index", about=str(self.index))
        if self.demands is not None:
            self.demands.coordinates.append(self.coordinates)
            self.demands.needs_tangents |= self.bends


def link_textures(textures: dict[str, TextureInfo | None], ctx: Context) -> None:
    """Link textures by the names of the properties that hold them."""
    for name, texture in textures.items():
        if texture is not None:
            ctx.path.append(name)
            texture.link(ctx)
            ctx.path.pop()


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> TextureInfo:
    """A texture of the material that is being read."""
    bends = "scale" in values
    return TextureInfo(
        values["index"], values["texCoord"], bends, ctx.demands, extensions=values["extensions"]
    )


COMMON = {"index": Index(required=True), "texCoord": Int(default=0)}
TEXTURE_INFO = Table("textureInfo", COMMON, make, owner="materials")
NORMAL_TEXTURE = Table(
    "normalTextureInfo", {**COMMON, "scale": Number(default=1)}, make, owner="materials"
)
OCCLUSION_TEXTURE = Table(
    "occlusionTextureInfo", {**COMMON, "strength": Number(0, 1, default=1)}, make, owner="materials"
)
