"""KHR_node_visibility: nodes that are there and not seen."""

from __future__ import annotations

from scenes.exhibits.check.structure.fields import Flag
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

TABLE = Table("KHR_node_visibility", {"visible": Flag()})
EXTENSION = Extension("KHR_node_visibility", {"nodes": TABLE}, elsewhere=True)
