"""KHR_materials_unlit: a colour that no light changes."""

from __future__ import annotations

from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table(
    "KHR_materials_unlit",
    {},
    owner="materials",
)
EXTENSION = Extension("KHR_materials_unlit", {"materials": TABLE}, replaces_material=True)
