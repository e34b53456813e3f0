"""KHR_materials_sheen: cloth."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_sheen",
    {
        "sheenColorFactor": Numbers(3, least=0, most=1),
        "sheenColorTexture": Child(TEXTURE_INFO),
        "sheenRoughnessFactor": Number(0, 1),
        "sheenRoughnessTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_sheen", {"materials": TABLE})
