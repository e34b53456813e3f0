"""accessor.sparse (glTF 2.0, sections 5.2 to 5.4): elements that replace some of an accessor's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.arithmetic import check_place
from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Int
from scenes.exhibits.check.structure.formats import (
    SIZES,
    UNSIGNED_BYTE,
    UNSIGNED_INT,
    UNSIGNED_SHORT,
)
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer_view import BufferView
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["SPARSE", "Sparse"]


@dataclass(slots=True)
class Place(Part):
    """Where the indices, or the values, lie; ``component`` is that of the indices."""

    view: int
    offset: int
    component: int = NONE

    def link_as(self, name: str, component: int, length: int, ctx: Context) -> None:
        """Look whether ``length`` bytes of components of a size lie where they should."""
        if self.view == NONE:
            return
        ctx.path.append(name)
        view = ctx.model.find(BufferView, self.view)
        if view is None:
            ctx.say("UNRESOLVED_REFERENCE", "bufferView", about=str(self.view))
        else:
            self._check(view, component, length, ctx)
        ctx.path.pop()

    def _check(self, view: BufferView, component: int, length: int, ctx: Context) -> None:
        view.put_to("other", "bufferView", ctx)
        if view.byte_stride != NONE:
            ctx.say("BUFFER_VIEW_INVALID_BYTE_STRIDE", "bufferView")
        if component > 0:
            check_place(self.offset, component, length, view, ctx)


@dataclass(slots=True)
class Sparse(Part):
    """How many elements are replaced, which, and by what."""

    count: int
    indices: Place
    values: Place

    def link_in(self, count: int, component: int, components: int, ctx: Context) -> None:
        """Check it against its accessor: elements, bytes of a component, components."""
        ctx.path.append("sparse")
        if self.count > count:
            about = f"{self.count} > {count}"
            ctx.say("ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE", "count", about=about)
        size = SIZES.get(self.indices.component, NONE)
        self.indices.link_as("indices", size, size * self.count, ctx)
        length = component * components * self.count
        self.values.link_as("values", component, length, ctx)
        ctx.path.pop()


def make_place(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Place:
    """The place of the indices or of the values."""
    component = values.get("componentType", NONE)
    return Place(
        values["bufferView"], values["byteOffset"], component, extensions=values["extensions"]
    )


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Sparse | None:
    """A sparse object, or None when a part of it is missing."""
    count, indices, replaced = values["count"], values["indices"], values["values"]
    if count == NONE or indices is None or replaced is None:
        return None
    return Sparse(count, indices, replaced, extensions=values["extensions"])


INDEX_TYPES = (UNSIGNED_BYTE, UNSIGNED_SHORT, UNSIGNED_INT)
SPARSE_INDICES = Table(
    "sparse.indices",
    {
        "bufferView": Index(required=True),
        "byteOffset": Int(default=0),
        "componentType": Int(required=True, choices=INDEX_TYPES),
    },
    make_place,
)
SPARSE_VALUES = Table(
    "sparse.values",
    {"bufferView": Index(required=True), "byteOffset": Int(default=0)},
    make_place,
)
SPARSE = Table(
    "sparse",
    {
        "count": Int(1, required=True),
        "indices": Child(SPARSE_INDICES, required=True),
        "values": Child(SPARSE_VALUES, required=True),
    },
    make,
)
