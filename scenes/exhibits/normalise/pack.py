"""All the bytes that a document's bufferViews look at, in one buffer, each of them once."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from scenes.exhibits.document import Document
from scenes.glb import Glb, GlbError

__all__ = ["packed"]

Json = dict[str, Any]
ALIGNED = 4
"""Bytes: the largest number of an accessor, and the beginning of a matrix column."""


class _Span(NamedTuple):
    """Bytes of one buffer that overlapping views share; begins where numbers are aligned."""

    buffer: int
    start: int
    end: int


def packed(document: Document) -> Glb:
    """The document with one buffer, in the order of its bufferViews; equal bytes are kept once."""
    json = dict(document.json)
    views: list[Json] = list(json.get("bufferViews", ()))
    spans = _spans(views)
    data = _Bin(document)
    for i, view in enumerate(views):
        span = spans[i]
        start = data.place(span) + view.get("byteOffset", 0) - span.start
        moved = {**view, "buffer": 0, "byteOffset": start}
        views[i] = moved if start else {k: v for k, v in moved.items() if k != "byteOffset"}
    if views:
        json["bufferViews"] = views
    json.pop("buffers", None)
    if data.size:
        json["buffers"] = [_merged(document.json["buffers"]) | {"byteLength": data.size}]
    return Glb(json, b"".join(data.parts))


class _Bin:
    """The one buffer as it grows; what is there already is found by its hash."""

    def __init__(self, document: Document) -> None:
        self.parts: list[memoryview | bytes] = []
        self.size = 0
        self._document = document
        self._places: dict[_Span, int] = {}
        self._known: dict[tuple[int, bytes], int] = {}

    def place(self, span: _Span) -> int:
        """Where the bytes of a span begin."""
        if span not in self._places:
            buffer = self._document.buffers[span.buffer]
            if buffer is None or span.end > len(buffer):
                raise GlbError("gltf.buffer", "a bufferView's bytes are not at hand")
            data = buffer[span.start : span.end]
            mark = (len(data), hashlib.sha256(data).digest())
            if mark not in self._known:
                self._known[mark] = self.size
                self.parts += [data, b"\0" * (-len(data) % ALIGNED)]
                self.size += -(-len(data) // ALIGNED) * ALIGNED
            self._places[span] = self._known[mark]
        return self._places[span]


def _spans(views: list[Json]) -> list[_Span]:
    """For each view the span it lies in: views that overlap have one between them."""
    ranges = [(v["buffer"], v.get("byteOffset", 0), v["byteLength"]) for v in views]
    found: list[_Span] = [_Span(0, 0, 0)] * len(views)
    together: list[int] = []
    buffer, start, end = -1, 0, 0
    for i in sorted(range(len(views)), key=ranges.__getitem__):
        at, first, size = ranges[i]
        if at != buffer or first >= end:
            _close(found, together, _Span(buffer, start, end))
            together, buffer, start, end = [], at, first - first % ALIGNED, first
        together.append(i)
        end = max(end, first + size)
    _close(found, together, _Span(buffer, start, end))
    return found


def _close(found: list[_Span], together: list[int], span: _Span) -> None:
    for i in together:
        found[i] = span


def _merged(buffers: list[Json]) -> Json:
    """What the buffers say of themselves; of several names the first stays."""
    merged: Json = {}
    for buffer in reversed(buffers):
        for key in ("name", "extras", "extensions"):
            if isinstance(buffer.get(key), dict) and isinstance(merged.get(key), dict):
                merged[key] = {**merged[key], **buffer[key]}
            elif key in buffer:
                merged[key] = buffer[key]
    return merged
