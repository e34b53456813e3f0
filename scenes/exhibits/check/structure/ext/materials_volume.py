"""KHR_materials_volume: thick glass, liquids, wax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.material import Textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

PASSES_LIGHT = "KHR_materials_transmission"


@dataclass(slots=True)
class Volume(Textured):
    """What light does between two surfaces."""

    def link(self, ctx: Context) -> None:
        """Link the texture; light must get in, and out on the other side."""
        Textured.link(self, ctx)
        extensions = self.owner.extensions
        unknown = any(not isinstance(part, Part) for part in extensions.values())
        if PASSES_LIGHT not in extensions and not unknown:
            ctx.say("KHR_MATERIALS_VOLUME_NO_TRANSMISSION")
        if self.owner.double_sided and self.values["thicknessFactor"] > 0:
            ctx.say("KHR_MATERIALS_VOLUME_DOUBLE_SIDED")


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Volume:
    """The extension of a material."""
    return Volume(values, extensions=values.pop("extensions"))


TABLE = Table(
    "KHR_materials_volume",
    {
        "attenuationColor": Numbers(3, least=0, most=1),
        "attenuationDistance": Number(above=0),
        "thicknessFactor": Number(0, default=0),
        "thicknessTexture": Child(TEXTURE_INFO),
    },
    make,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_volume", {"materials": TABLE})
