"""accessor (glTF 2.0, section 5.1): elements of one format, and where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

from scenes.exhibits.check.structure.arithmetic import check_place
from scenes.exhibits.check.structure.children import Child
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.field import Raw
from scenes.exhibits.check.structure.fields import Flag, Index, Int, Text
from scenes.exhibits.check.structure.formats import (
    BOUNDS,
    COMPONENTS,
    FLOAT,
    SIZES,
    UNSIGNED_INT,
    Format,
)
from scenes.exhibits.check.structure.lists import bounds, numbers
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer_view import BufferView
from scenes.exhibits.check.structure.objects.sparse import SPARSE, Sparse
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table, value_of

__all__ = ["ACCESSOR", "Accessor", "sizes"]

SIDES = {"MAT2": 2, "MAT3": 3, "MAT4": 4}
"""Columns of the matrices."""


@dataclass(slots=True)
class Accessor(Part):
    """Integers are minus one where the file gives none that is usable."""

    collection: ClassVar = "accessors"

    view_index: int
    offset: int
    format: Format
    count: int
    has_bounds: bool
    sparse: Sparse | None
    view: BufferView | None = None
    use: str | None = None

    @property
    def components(self) -> int:
        """Components of an element; none of an unknown type."""
        return COMPONENTS.get(self.format.type or "", 0)

    @property
    def element_size(self) -> int:
        """Bytes of an element, without the padding after its last column."""
        return sizes(self.format)[0]

    @property
    def stride(self) -> int:
        """Bytes from the beginning of an element to that of the next."""
        if self.view is not None and self.view.byte_stride != NONE:
            return self.view.byte_stride
        return sizes(self.format)[1]

    @property
    def has_stride(self) -> bool:
        """Whether its bufferView declares a stride."""
        return self.view is not None and self.view.byte_stride != NONE

    def link(self, ctx: Context) -> None:
        """It must lie in its bufferView."""
        self.view = ctx.model.find(BufferView, self.view_index)
        if NONE in (self.format.component, self.count) or self.format.type is None:
            return
        if self.view_index != NONE:
            self._check_view(ctx)
        if self.sparse is not None:
            size = SIZES[self.format.component]
            self.sparse.link_in(self.count, size, self.components, ctx)

    def _check_view(self, ctx: Context) -> None:
        if self.view is None:
            ctx.say("UNRESOLVED_REFERENCE", "bufferView", about=str(self.view_index))
            return
        if self.has_stride and self.view.byte_stride < self.element_size:
            about = f"{self.view.byte_stride} < {self.element_size}"
            ctx.say("ACCESSOR_SMALL_BYTESTRIDE", about=about)
        length = self.stride * (self.count - 1) + self.element_size
        check_place(self.offset, SIZES[self.format.component], length, self.view, ctx)

    def put_to(self, use: str, name: str, ctx: Context) -> None:
        """Note what it is used for; all uses must agree, and need a format that is known."""
        if self.use is None:
            self.use = use
            if self.format.component == NONE or not self.components:
                ctx.say("ACCESSOR_UNREADABLE", name, about=str(self.format)[:40])
        elif self.use != use:
            ctx.say("ACCESSOR_USAGE_OVERRIDE", name, about=f"{self.use}, {use}")


@lru_cache(256)
def sizes(format: Format) -> tuple[int, int]:
    """Bytes of an element without and with padding; columns begin at multiples of four.

    A component of an unknown type is taken to have four bytes, an unknown type no components.
    """
    component = SIZES.get(format.component, 4)
    count = COMPONENTS.get(format.type or "", 0)
    columns = SIDES.get(format.type or "", 1)
    column = component * (count // columns)
    pitch = column if columns == 1 else -(-column // 4) * 4
    return pitch * (columns - 1) + column, pitch * columns


def make(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Accessor:
    """An accessor whose properties go together."""
    format = Format(values["type"], values["componentType"], values["normalized"])
    offset = read_offset(values["bufferView"], source, ctx)
    has_bounds = read_bounds(format, source, ctx)
    if format.normalized and format.component in (FLOAT, UNSIGNED_INT):
        ctx.say("ACCESSOR_NORMALIZED_INVALID", "normalized")
    if format.type in ("MAT2", "MAT3", "MAT4") and offset != NONE and offset % 4:
        ctx.say("ACCESSOR_MATRIX_ALIGNMENT", "byteOffset")
    return Accessor(
        view_index=values["bufferView"],
        offset=offset,
        format=format,
        count=values["count"],
        has_bounds=has_bounds,
        sparse=values["sparse"],
        extensions=values["extensions"],
    )


def read_offset(view: int, source: dict[str, Any], ctx: Context) -> int:
    """The offset, which an accessor without a bufferView must not have."""
    if view != NONE:
        return int(value_of(OFFSET, "byteOffset", source, ctx))
    if "byteOffset" in source:
        ctx.say("UNSATISFIED_DEPENDENCY", "byteOffset", about="bufferView")
    return 0


def read_bounds(format: Format, source: dict[str, Any], ctx: Context) -> bool:
    """Whether an accessor has both its bounds; they are as long and wide as its elements."""
    length = COMPONENTS.get(format.type or "")
    if length is None or format.component == NONE:
        return False
    least, most = (bound(name, length, format, source, ctx) for name in ("min", "max"))
    return least is not None and most is not None


def bound(
    name: str, length: int, format: Format, source: dict[str, Any], ctx: Context
) -> Sequence[float] | None:
    """One of the two bounds, or None."""
    value = source.get(name)
    if type(value) is not list:
        if name in source:
            ctx.say("TYPE_MISMATCH", name, about="not array")
        return None
    if format.component == FLOAT:
        return numbers(value, name, ctx, (length,))
    return bounds(value, name, ctx, length, BOUNDS[format.component])


OFFSET = Int(default=0)
ACCESSOR = Table(
    "accessors",
    {
        "bufferView": Index(),
        "byteOffset": Raw(),
        "componentType": Int(required=True, choices=tuple(SIZES)),
        "count": Int(1, required=True),
        "type": Text(required=True, choices=tuple(COMPONENTS)),
        "normalized": Flag(),
        "max": Raw(),
        "min": Raw(),
        "sparse": Child(SPARSE),
        "name": Text(),
    },
    make,
)
