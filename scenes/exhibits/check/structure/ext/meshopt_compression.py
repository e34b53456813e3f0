"""EXT_meshopt_compression and KHR_meshopt_compression: bufferViews packed by meshoptimizer.

The decoder trusts these numbers, so they must agree with each other, with the bufferView that is
unpacked, and with the bytes that are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Flag, Index, Int, Text
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.buffer import Buffer
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSIONS"]

STRIDES = {"ATTRIBUTES": range(4, 257, 4), "TRIANGLES": (2, 4), "INDICES": (2, 4)}
FILTERS = {
    "NONE": range(1, 257),
    "OCTAHEDRAL": (4, 8),
    "QUATERNION": (8,),
    "EXPONENTIAL": range(4, 257, 4),
    "COLOR": (4, 8),
}
MOST = 1024
"""Bytes that one packed byte can become: two bits can stand for 256 unchanged ones."""
SLACK = 65_536


@dataclass(slots=True)
class Packed(Part):
    """Integers are minus one where the file gives none that is usable."""

    buffer: int
    byte_offset: int
    byte_length: int
    byte_stride: int
    count: int
    mode: str | None
    filter: str | None

    def link(self, ctx: Context) -> None:
        """Check the numbers against each other, then against the bytes."""
        if NONE in (self.byte_stride, self.count, self.byte_length) or self.mode is None:
            return
        self._check_form(ctx)
        size = self.byte_stride * self.count
        if size != self.owner.byte_length:
            about = f"{self.byte_stride} * {self.count} != {self.owner.byte_length}"
            ctx.say("MESHOPT_INVALID", "count", about=about)
        elif size > self.byte_length * MOST + SLACK:
            ctx.say("MESHOPT_INVALID", "count", about=f"{size} > {self.byte_length} * {MOST}")
        self._check_bytes(ctx)

    def _check_form(self, ctx: Context) -> None:
        strides = STRIDES.get(self.mode or "")
        if strides is None:
            ctx.say("MESHOPT_INVALID", "mode", about=str(self.mode)[:40])
        elif self.byte_stride not in strides:
            ctx.say("MESHOPT_INVALID", "byteStride", about=f"{self.mode} {self.byte_stride}")
        if self.mode == "TRIANGLES" and self.count % 3:
            ctx.say("MESHOPT_INVALID", "count", about=f"{self.count} % 3")
        allowed = FILTERS.get(self.filter or "")
        is_filtered = self.filter != "NONE"
        if allowed is None or (is_filtered and self.mode != "ATTRIBUTES"):
            ctx.say("MESHOPT_INVALID", "filter", about=str(self.filter)[:40])
        elif self.byte_stride not in allowed:
            ctx.say("MESHOPT_INVALID", "byteStride", about=f"{self.filter} {self.byte_stride}")

    def _check_bytes(self, ctx: Context) -> None:
        if NONE in (self.buffer, self.byte_offset):
            return
        buffer = ctx.model.find(Buffer, self.buffer)
        if buffer is None:
            ctx.say("UNRESOLVED_REFERENCE", "buffer", about=str(self.buffer))
        elif buffer.held is None or self.byte_offset + self.byte_length > buffer.held:
            about = f"{self.byte_offset + self.byte_length} > {buffer.held or 0}"
            ctx.say("BUFFER_VIEW_TOO_LONG", "byteLength", about=about)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Packed:
    """The extension of a bufferView."""
    return Packed(
        buffer=values["buffer"],
        byte_offset=values["byteOffset"],
        byte_length=values["byteLength"],
        byte_stride=values["byteStride"],
        count=values["count"],
        mode=values["mode"],
        filter=values["filter"],
        extensions=values["extensions"],
    )


VIEW = {
    "buffer": Index(required=True),
    "byteOffset": Int(default=0),
    "byteLength": Int(1, required=True),
    "byteStride": Int(1, 256, required=True),
    "count": Int(1, required=True),
    "mode": Text(required=True),
    "filter": Text(default="NONE"),
}


@dataclass(slots=True)
class Fallback(Part):
    """Marks a buffer that only viewers without the extension need."""

    is_fallback: bool


def make_fallback(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Fallback:
    """The extension of a buffer."""
    return Fallback(values["fallback"], extensions=values["extensions"])


def extension(name: str) -> Extension:
    """One of the two names of the same thing."""
    places = {
        "bufferViews": Table(name, VIEW, make),
        "buffers": Table(f"{name}.buffer", {"fallback": Flag()}, make_fallback),
    }
    return Extension(name, places, elsewhere=True)


EXTENSIONS = (extension("EXT_meshopt_compression"), extension("KHR_meshopt_compression"))
