"""EXT_materials_bump: a relief as heights."""

from __future__ import annotations

from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.objects.material import textured
from scenes.exhibits.check.structure.objects.texture_info import TEXTURE_INFO
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "EXT_materials_bump",
    {"bumpFactor": Number(), "bumpTexture": Child(TEXTURE_INFO)},
    textured,
    owner="materials",
)
EXTENSION = Extension("EXT_materials_bump", {"materials": TABLE}, elsewhere=True)
