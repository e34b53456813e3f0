"""KHR_materials_anisotropy: brushed metal. It needs the tangent space that a normal map needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.objects.material import Textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Anisotropy(Textured):
    """The direction of the brush is a map in tangent space."""

    def link(self, ctx: Context) -> None:
        """Link the texture, which should lie as the normal map does."""
        Textured.link(self, ctx)
        own = self.values["anisotropyTexture"]
        if own is None:
            return
        self.owner.demands.needs_tangents = True
        normal = self.owner.normal_texture
        if normal is not None and normal.coordinates != own.coordinates:
            code = "KHR_MATERIALS_ANISOTROPY_ANISOTROPY_TEXTURE_TEXCOORD"
            ctx.say(code, "anisotropyTexture")


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Anisotropy:
    """The extension of a material."""
    return Anisotropy(values, extensions=values.pop("extensions"))


TABLE = Table(
    "KHR_materials_anisotropy",
    {
        "anisotropyStrength": Number(0, 1),
        "anisotropyRotation": Number(),
        "anisotropyTexture": Child(TEXTURE_INFO),
    },
    make,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_anisotropy", {"materials": TABLE})
