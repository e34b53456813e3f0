"""KHR_draco_mesh_compression: a primitive's vertices and triangles in a bufferView of their own.

What the packed bytes hold is for the decoder to say; here it is only seen to that they are there,
and that what they hold belongs to the primitive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import IndexMap
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Packed(Part):
    """``attributes`` are the decoder's numbers of attributes."""

    view: int
    attributes: dict[str, int]

    def link(self, ctx: Context) -> None:
        """The bytes must be there, and its attributes be the primitive's."""
        if self.view != NONE and not ctx.model.has("bufferViews", self.view):
            ctx.say("UNRESOLVED_REFERENCE", "bufferView", about=str(self.view))
        for name in self.attributes:
            if name not in self.owner.attributes:
                ctx.say("DRACO_UNKNOWN_ATTRIBUTE", "attributes", name)


def any_name(_ctx: Context, _name: str) -> None:
    """The names are looked at where the primitive's are."""


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Packed:
    """The extension of a primitive."""
    return Packed(values["bufferView"], values["attributes"] or {}, extensions=values["extensions"])


TABLE = Table(
    "KHR_draco_mesh_compression",
    {"bufferView": Index(required=True), "attributes": IndexMap(any_name)},
    make,
)
EXTENSION = Extension("KHR_draco_mesh_compression", {"primitives": TABLE}, elsewhere=True)
