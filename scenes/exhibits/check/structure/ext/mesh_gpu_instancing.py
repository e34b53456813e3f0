"""EXT_mesh_gpu_instancing: one mesh in many places, which accessors tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import IndexMap
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.formats import BYTE, FLOAT, SHORT, formats
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

PLACES = {
    "TRANSLATION": formats("VEC3", FLOAT),
    "ROTATION": formats("VEC4", FLOAT) | formats("VEC4", BYTE, SHORT, normalized=True),
    "SCALE": formats("VEC3", FLOAT),
}


@dataclass(slots=True)
class Instances(Part):
    """``count`` is, when linked, the number of places."""

    attributes: dict[str, int]
    count: int = 0

    def link(self, ctx: Context) -> None:
        """All attributes must be there, and be of as many places."""
        if self.owner.mesh == NONE:
            ctx.say("UNSATISFIED_DEPENDENCY", about="mesh")
        ctx.path.append("attributes")
        for name, index in self.attributes.items():
            if index != NONE:
                self._link_attribute(name, index, ctx)
        ctx.path.pop()

    def _link_attribute(self, name: str, index: int, ctx: Context) -> None:
        accessor = ctx.model.find(Accessor, index)
        if accessor is None:
            ctx.say("UNRESOLVED_REFERENCE", name, about=str(index))
            return
        accessor.put_to("instances", name, ctx)
        self._check(name, accessor, ctx)
        self.count = self.count or accessor.count
        if accessor.count != self.count:
            ctx.say("MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT", name)

    def _check(self, name: str, accessor: Accessor, ctx: Context) -> None:
        if name in PLACES and accessor.format not in PLACES[name]:
            code = "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT"
            ctx.say(code, name, about=str(accessor.format))


def check_name(ctx: Context, name: str) -> None:
    """Attributes are the three of a place, or begin with _."""
    if name not in PLACES and not name.startswith("_"):
        ctx.say("MESH_PRIMITIVE_INVALID_ATTRIBUTE", name)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Instances:
    """The extension of a node."""
    return Instances(values["attributes"] or {}, extensions=values["extensions"])


TABLE = Table("EXT_mesh_gpu_instancing", {"attributes": IndexMap(check_name)}, make)
EXTENSION = Extension("EXT_mesh_gpu_instancing", {"nodes": TABLE}, elsewhere=True)
