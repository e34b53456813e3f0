"""buffer (glTF 2.0, section 5.10): as many bytes as it declares must be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Int, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["BUFFER", "Buffer"]


@dataclass(slots=True)
class Buffer(Part):
    """``byte_length`` as declared; ``held`` is how many bytes there are, None without any."""

    collection: ClassVar = "buffers"

    byte_length: int
    held: int | None


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Buffer:
    """A buffer that is not shorter than it says."""
    index = ctx.path[-1]
    data = ctx.document.buffers
    bytes = data[index] if isinstance(index, int) and index < len(data) else None
    held = None if bytes is None else len(bytes)
    length = values["byteLength"]
    if held is not None and length != NONE and held < length:
        ctx.say("BUFFER_BYTE_LENGTH_MISMATCH", about=f"{held} < {length}")
    return Buffer(length, held, extensions=values["extensions"])


BUFFER = Table(
    "buffers",
    {"uri": Text(), "byteLength": Int(1, required=True), "name": Text()},
    make,
)
