"""KHR_materials_diffuse_transmission: paper, leaves, lampshades."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_diffuse_transmission",
    {
        "diffuseTransmissionFactor": Number(0, 1),
        "diffuseTransmissionTexture": Child(TEXTURE_INFO),
        "diffuseTransmissionColorFactor": Numbers(3, least=0),
        "diffuseTransmissionColorTexture": Child(TEXTURE_INFO),
    },
    textured,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_diffuse_transmission", {"materials": TABLE}, elsewhere=True)
