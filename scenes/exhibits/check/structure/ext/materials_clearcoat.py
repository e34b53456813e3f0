"""KHR_materials_clearcoat: car paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.objects.material import Textured
from scenes.exhibits.check.structure.objects.texture_info import NORMAL_TEXTURE, TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Clearcoat(Textured):
    """A coat with a normal map of its own."""

    def link(self, ctx: Context) -> None:
        """Link the textures; both normal maps should lie alike."""
        Textured.link(self, ctx)
        own, normal = self.values["clearcoatNormalTexture"], self.owner.normal_texture
        if own is not None and normal is not None and normal.coordinates != own.coordinates:
            code = "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD"
            ctx.say(code, "clearcoatNormalTexture")


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Clearcoat:
    """The extension of a material."""
    return Clearcoat(values, extensions=values.pop("extensions"))


TABLE = Table(
    "KHR_materials_clearcoat",
    {
        "clearcoatFactor": Number(0, 1),
        "clearcoatTexture": Child(TEXTURE_INFO),
        "clearcoatRoughnessFactor": Number(0, 1),
        "clearcoatRoughnessTexture": Child(TEXTURE_INFO),
        "clearcoatNormalTexture": Child(NORMAL_TEXTURE),
    },
    make,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_clearcoat", {"materials": TABLE})
