"""bufferView (glTF 2.0, section 5.11): a part of a buffer, used for one purpose only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Int, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer import Buffer
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["BUFFER_VIEW", "BufferView"]

VERTICES, INDICES = 34962, 34963
USES = {VERTICES: "vertices", INDICES: "indices"}


@dataclass(slots=True)
class BufferView(Part):
    """Integers are minus one where the file gives none that is usable."""

    collection: ClassVar = "bufferViews"

    buffer: int
    byte_offset: int
    byte_length: int
    byte_stride: int
    target: int
    use: str | None = None

    def link(self, ctx: Context) -> None:
        """It must lie in its buffer."""
        self.use = USES.get(self.target)
        if self.buffer == NONE:
            return
        buffer = ctx.model.find(Buffer, self.buffer)
        if buffer is None:
            ctx.say("UNRESOLVED_REFERENCE", "buffer", about=str(self.buffer))
        elif buffer.byte_length != NONE:
            self._fit(buffer.byte_length, ctx)

    def _fit(self, size: int, ctx: Context) -> None:
        if self.byte_offset >= size:
            ctx.say("BUFFER_VIEW_TOO_LONG", "byteOffset", about=f"{self.byte_offset} >= {size}")
        elif self.byte_offset + self.byte_length > size:
            end = self.byte_offset + self.byte_length
            ctx.say("BUFFER_VIEW_TOO_LONG", "byteLength", about=f"{end} > {size}")

    def put_to(self, use: str, name: str, ctx: Context) -> None:
        """Note what it is used for; all uses must agree."""
        if self.use is None:
            self.use = use
        elif self.use != use:
            ctx.say("BUFFER_VIEW_TARGET_OVERRIDE", name, about=f"{self.use}, {use}")


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> BufferView:
    """A bufferView whose stride is possible."""
    view = BufferView(
        buffer=values["buffer"],
        byte_offset=values["byteOffset"],
        byte_length=values["byteLength"],
        byte_stride=values["byteStride"],
        target=values["target"],
        extensions=values["extensions"],
    )
    if view.byte_stride != NONE:
        check_stride(view, ctx)
    return view


def check_stride(view: BufferView, ctx: Context) -> None:
    """The stride must fit the view, be a multiple of four, and be for vertices."""
    stride = view.byte_stride
    if view.byte_length != NONE and stride > view.byte_length:
        about = f"{stride} > {view.byte_length}"
        ctx.say("BUFFER_VIEW_TOO_BIG_BYTE_STRIDE", "byteStride", about=about)
    if stride % 4:
        ctx.say("VALUE_MULTIPLE_OF", "byteStride", about=f"{stride}, 4")
    if view.target == INDICES:
        ctx.say("BUFFER_VIEW_INVALID_BYTE_STRIDE", "byteStride")


BUFFER_VIEW = Table(
    "bufferViews",
    {
        "buffer": Index(required=True),
        "byteOffset": Int(default=0),
        "byteLength": Int(1, required=True),
        "byteStride": Int(4, 252),
        "target": Int(choices=tuple(USES)),
        "name": Text(),
    },
    make,
)
