"""KHR_materials_ior: the index of refraction; nought is a special case."""

from __future__ import annotations

from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_ior",
    {"ior": Number(1, special=0)},
    owner="materials",
)
EXTENSION = Extension("KHR_materials_ior", {"materials": TABLE})
