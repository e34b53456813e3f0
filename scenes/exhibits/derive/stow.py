"""Where a level's bytes go: many accessors share a bufferView, each view compressed if that helps.

EXT_meshopt_compression: a compressed view lies in buffer 0 and says where it would lie, unfolded,
in a second buffer that has no bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.meshopt import (
    Filter,
    Mode,
    decode,
    encode_sequence,
    encode_triangles,
    encode_vertices,
)

__all__ = ["GAP", "MESHOPT", "Kind", "Stow", "Stowed"]

Json = dict[str, Any]
U8 = NDArray[np.uint8]
MESHOPT = "EXT_meshopt_compression"
GAP = bytes(4)
"""What lies in a view that only fills a gap between numbers."""
WORTH = 160
"""Bytes of JSON that the words of a compressed view take."""
MOST_STRIDE = 256


class Kind(NamedTuple):
    """What elements have in common that lie in one view."""

    mode: Mode
    filter: Filter
    stride: int
    target: int | None = None
    """ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER, or none for what is no vertex and no index."""


class Stowed(NamedTuple):
    """The buffers and views of a document, and the bytes of buffer 0."""

    buffers: list[Json]
    views: list[Json]
    bin: bytes


class Stow:
    """Collects elements by kind, and whole files such as images, until they are written."""

    def __init__(
        self,
        compress: bool,
        held: Mapping[int, bytes] | None = None,
        words: Mapping[int, Json] | None = None,
    ) -> None:
        """``held``: views that must keep their number, and their bytes; ``words`` of some."""
        self._compress = compress
        self._words = words or {}
        self._views: dict[int, list[U8] | bytes] = dict(held or {})
        self._free = (number for number in count() if number not in (held or {}))
        self._kinds: dict[int, Kind] = {}
        self._of: dict[Kind, int] = {}
        self._sizes: dict[Kind, int] = {}
        self._files: dict[bytes, int] = {}

    def add(self, data: U8, kind: Kind) -> tuple[int, int]:
        """Stow elements (n, stride); the number of their view and their offset in it."""
        if kind not in self._of:
            self._of[kind] = next(self._free)
            self._kinds[self._of[kind]] = kind
            self._views[self._of[kind]] = []
        view, offset = self._of[kind], self._sizes.get(kind, 0)
        parts = self._views[view]
        assert isinstance(parts, list)
        parts.append(data)
        self._sizes[kind] = offset + data.size
        return view, offset

    def add_file(self, data: bytes) -> int:
        """Stow bytes as a view of their own; equal bytes are stowed once."""
        if data not in self._files:
            self._files[data] = next(self._free)
            self._views[self._files[data]] = data
        return self._files[data]

    def written(self) -> Stowed:
        """All of it as one buffer, and the buffer that the compressed views unfold to."""
        out, views, unfolded = bytearray(), [], 0
        for number in range(max(self._views, default=-1) + 1):
            kind, parts = self._kinds.get(number), self._views.get(number, GAP)
            data, view = (bytes(parts), {}) if kind is None else self._view(kind, parts)
            out += bytes(-len(out) % 4)
            if MESHOPT in view.get("extensions", {}):
                view["extensions"][MESHOPT] |= {"byteOffset": len(out), "byteLength": len(data)}
                view |= {"buffer": 1, "byteOffset": unfolded}
                unfolded += -(-view["byteLength"] // 4) * 4
            else:
                view |= {"buffer": 0, "byteOffset": len(out), "byteLength": len(data)}
            out += data
            views.append({**view, **self._words.get(number, {})})
        buffers: list[Json] = [{"byteLength": len(out)}] if out else []
        if unfolded:
            fallback = {MESHOPT: {"fallback": True}}
            buffers.append({"byteLength": unfolded, "extensions": fallback})
        return Stowed(buffers, views, bytes(out))

    def _view(self, kind: Kind, parts: list[U8] | bytes) -> tuple[bytes, Json]:
        assert isinstance(parts, list)
        data = np.concatenate(parts)
        view: Json = {} if kind.target is None else {"target": kind.target}
        if kind.mode == "ATTRIBUTES" and kind.target is not None:
            view["byteStride"] = kind.stride
        packed = self._packed(kind, data)
        if packed is not None and len(packed) + WORTH < data.size:
            words: Json = {"buffer": 0, "byteStride": kind.stride, "count": len(data)}
            words["mode"] = kind.mode
            if kind.filter != "NONE":
                words["filter"] = kind.filter
            return packed, {**view, "byteLength": data.size, "extensions": {MESHOPT: words}}
        if packed is not None and kind.filter != "NONE":
            data = decode(packed, len(data), kind.stride, kind.mode, kind.filter)
        return data.tobytes(), view

    def _packed(self, kind: Kind, data: U8) -> bytes | None:
        """The compressed elements; what went through a filter is always compressed at first."""
        if not self._compress and kind.filter == "NONE":
            return None
        if kind.mode == "ATTRIBUTES":
            fits = kind.stride % 4 == 0 and kind.stride <= MOST_STRIDE
            return encode_vertices(data) if fits else None
        numbers = data.view(f"<u{kind.stride}").ravel().astype(np.uint32)
        return encode_triangles(numbers) if kind.mode == "TRIANGLES" else encode_sequence(numbers)
