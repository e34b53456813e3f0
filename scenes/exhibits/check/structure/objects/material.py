"""material (glTF 2.0, sections 5.19 and 5.22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.demands import Demands
from scenes.exhibits.check.structure.fields import Flag, Number, Text
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.texture_info import (
    NORMAL_TEXTURE,
    OCCLUSION_TEXTURE,
    TEXTURE_INFO,
    TextureInfo,
    link_textures,
)
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table, read

__all__ = ["MATERIAL", "Material", "Textured", "read_material", "textured"]


@dataclass(slots=True)
class Textured(Part):
    """An object of a material that holds textures, by the names of its properties."""

    values: dict[str, Any]

    @property
    def textures(self) -> dict[str, TextureInfo | None]:
        """The textures by name."""
        return {k: v for k, v in self.values.items() if isinstance(v, TextureInfo)}

    def link(self, ctx: Context) -> None:
        """Link the textures."""
        link_textures(self.textures, ctx)


def textured(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Textured:
    """An object whose textures are linked, and that has no rules besides."""
    return Textured(values, extensions=values.pop("extensions"))


@dataclass(slots=True)
class Material(Part):
    """``demands`` are what meshes of it must have."""

    collection: ClassVar = "materials"

    demands: Demands
    double_sided: bool
    emissive: tuple[float, ...]
    roughness: Textured | None
    textures: dict[str, TextureInfo | None]

    @property
    def normal_texture(self) -> TextureInfo | None:
        """Its normal map."""
        return self.textures["normalTexture"]

    def link(self, ctx: Context) -> None:
        """Link the textures of core glTF."""
        if self.roughness is not None:
            ctx.path.append("pbrMetallicRoughness")
            self.roughness.link(ctx)
            ctx.path.pop()
        link_textures(self.textures, ctx)


TEXTURES = {
    "normalTexture": Child(NORMAL_TEXTURE),
    "occlusionTexture": Child(OCCLUSION_TEXTURE),
    "emissiveTexture": Child(TEXTURE_INFO),
}
ROUGHNESS = Table(
    "pbrMetallicRoughness",
    {
        "baseColorFactor": Numbers(4, least=0, most=1),
        "baseColorTexture": Child(TEXTURE_INFO),
        "metallicFactor": Number(0, 1),
        "roughnessFactor": Number(0, 1),
        "metallicRoughnessTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)


def read_material(source: dict[str, Any], ctx: Context) -> Material:
    """Read one material, to which the textures read meanwhile belong."""
    ctx.demands = Demands()
    made: Material = read(MATERIAL, source, ctx)
    ctx.demands = None
    return made


def make(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Material:
    """A material."""
    if values["alphaMode"] != "MASK" and "alphaCutoff" in source:
        ctx.say("MATERIAL_ALPHA_CUTOFF_INVALID_MODE", "alphaCutoff")
    return Material(
        demands=ctx.demands or Demands(),
        double_sided=values["doubleSided"],
        emissive=values["emissiveFactor"],
        roughness=values["pbrMetallicRoughness"],
        textures={name: values[name] for name in TEXTURES},
        extensions=values["extensions"],
    )


MATERIAL = Table(
    "materials",
    {
        "pbrMetallicRoughness": Child(ROUGHNESS),
        **TEXTURES,
        "emissiveFactor": Numbers(3, least=0, most=1, default=(0.0, 0.0, 0.0)),
        "alphaMode": Text(default="OPAQUE", choices=("OPAQUE", "MASK", "BLEND")),
        "alphaCutoff": Number(0, default=0.5),
        "doubleSided": Flag(),
        "name": Text(),
    },
    make,
)
