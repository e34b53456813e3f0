"""KHR_materials_transmission: thin glass."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_transmission",
    {
        "transmissionFactor": Number(0, 1),
        "transmissionTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_transmission", {"materials": TABLE})
