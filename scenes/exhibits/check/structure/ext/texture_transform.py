"""KHR_texture_transform: a texture moved, turned, scaled, or laid by other coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Int, Number
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Transform(Part):
    """``coordinates`` replaces the set that the texture names; minus one for none."""

    coordinates: int

    def link(self, ctx: Context) -> None:
        """Meshes of the material need these coordinates too."""
        if self.owner.demands is not None:
            self.owner.demands.coordinates.append(self.coordinates)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Transform:
    """The extension of a texture of a material."""
    return Transform(values["texCoord"], extensions=values["extensions"])


TABLE = Table(
    "KHR_texture_transform",
    {"offset": Numbers(2), "rotation": Number(), "scale": Numbers(2), "texCoord": Int()},
    make,
    owner="materials",
)
PLACES = ("textureInfo", "normalTextureInfo", "occlusionTextureInfo")
EXTENSION = Extension("KHR_texture_transform", dict.fromkeys(PLACES, TABLE))
