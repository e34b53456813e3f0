"""The accessors of a level; equal ones are written once."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.packing import Packed
from scenes.exhibits.derive.stow import Kind, Stow

__all__ = ["Accessors"]

Json = dict[str, Any]
VERTICES, INDICES = 34962, 34963
CARRIED = ("name", "extras", "extensions")
"""What a file says of an accessor beside its numbers."""
MOST_SHORT = 65535
"""The number that a graphics card may take for the end of a strip: no index is as large."""


class Accessors:
    """Packed arrays in, numbers of accessors out."""

    def __init__(self, stow: Stow, held: Collection[int] = ()) -> None:
        """``held``: numbers that are given to nothing but what asks for them."""
        self._entries: dict[int, Json] = {}
        self._free = (number for number in count() if number not in held)
        self._stow = stow
        self._known: dict[tuple[Kind, bytes, str], int] = {}

    def vertices(self, packed: Packed, source: Json | None = None) -> int:
        """An attribute of vertices."""
        kind = Kind("ATTRIBUTES", packed.filter, packed.data.shape[1], VERTICES)
        return self._add(packed, kind, source)

    def values(self, packed: Packed, source: Json | None = None) -> int:
        """What is neither a vertex nor an index: key frames, matrices, instances."""
        return self._add(packed, Kind("ATTRIBUTES", packed.filter, packed.data.shape[1]), source)

    def indices(
        self, values: NDArray[np.uint32], vertices: int, triangles: bool, source: Json | None = None
    ) -> int:
        """Indices of a primitive; triangles may have their corners turned round."""
        small = vertices <= MOST_SHORT
        data = np.ascontiguousarray(values.astype("<u2" if small else "<u4"))
        kind = Kind("TRIANGLES" if triangles else "INDICES", "NONE", data.itemsize, INDICES)
        words = {"componentType": 5123 if small else 5125, "type": "SCALAR"}
        rows = data.view(np.uint8).reshape(len(data), -1)
        return self._add(Packed(rows, "NONE", words, data), kind, source)

    def hold(self, number: int, packed: Packed, source: Json) -> None:
        """An accessor that something unknown may point at, under the number it had."""
        kind = Kind("ATTRIBUTES", packed.filter, packed.data.shape[1])
        self._entries[number] = self._entry(packed, kind, {**source, **packed.json})

    def written(self) -> list[Json]:
        """Every accessor; gaps between numbers are filled with copies of the first."""
        last = max(self._entries, default=-1)
        return [self._entries.get(i) or next(iter(self._entries.values())) for i in range(last + 1)]

    def _add(self, packed: Packed, kind: Kind, source: Json | None) -> int:
        carried = {key: source[key] for key in CARRIED if key in source} if source else {}
        words = {**packed.json, **carried}
        key = kind, packed.data.tobytes(), repr(words)
        if key not in self._known:
            self._known[key] = next(self._free)
            self._entries[self._known[key]] = self._entry(packed, kind, words)
        return self._known[key]

    def _entry(self, packed: Packed, kind: Kind, words: Json) -> Json:
        view, offset = self._stow.add(packed.data, kind)
        place = {"bufferView": view, "byteOffset": offset} if offset else {"bufferView": view}
        return {**words, "count": len(packed.data), **place}
