"""MSFT_lod: coarser nodes or materials that a viewer may show instead."""

from __future__ import annotations

from scenes.exhibits.check.structure.refs import Refs
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


def table(collection: str) -> Table:
    """The extension of a node or of a material, which names others."""
    return Table(f"MSFT_lod.{collection}", {"ids": Refs(collection, required=True)})


EXTENSION = Extension(
    "MSFT_lod", {name: table(name) for name in ("nodes", "materials")}, elsewhere=True
)
