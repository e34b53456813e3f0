"""KHR_materials_pbrSpecularGlossiness: an older way to describe a surface."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_pbrSpecularGlossiness",
    {
        "diffuseFactor": Numbers(4, least=0, most=1),
        "diffuseTexture": Child(TEXTURE_INFO),
        "specularFactor": Numbers(3, least=0, most=1),
        "glossinessFactor": Number(0, 1),
        "specularGlossinessTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)
EXTENSION = Extension(
    "KHR_materials_pbrSpecularGlossiness", {"materials": TABLE}, replaces_material=True
)
