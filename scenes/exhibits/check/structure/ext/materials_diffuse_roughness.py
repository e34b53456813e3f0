"""KHR_materials_diffuse_roughness: clay and plaster."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_diffuse_roughness",
    {
        "diffuseRoughnessFactor": Number(0, 1),
        "diffuseRoughnessTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_diffuse_roughness", {"materials": TABLE}, elsewhere=True)
