"""Where elements lie in bytes: alignment and length, in whole numbers of any size."""

from __future__ import annotations

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer_view import BufferView

__all__ = ["check_place"]


def check_place(offset: int, component: int, length: int, view: BufferView, ctx: Context) -> None:
    """Elements of ``length`` bytes at an offset must be aligned, and lie in their bufferView."""
    if offset == NONE:
        return
    if offset % component:
        ctx.say("ACCESSOR_OFFSET_ALIGNMENT", "byteOffset", about=f"{offset}, {component}")
    if view.byte_offset == NONE:
        return
    total = view.byte_offset + offset
    if total % component:
        ctx.say("ACCESSOR_TOTAL_OFFSET_ALIGNMENT", about=f"{total}, {component}")
    if offset > view.byte_length:
        about = f"{offset} > {view.byte_length}"
        ctx.say("ACCESSOR_TOO_LONG", "byteOffset", about=about)
    elif offset + length > view.byte_length:
        about = f"{offset} + {length} > {view.byte_length}"
        ctx.say("ACCESSOR_TOO_LONG", about=about)
