"""Accessors read piece by piece, so that a large one never takes more memory than a small one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.document import Document
from scenes.glb import GlbError

__all__ = ["Piece", "Samples", "TooMuchError"]

Json = dict[str, Any]
ROWS = 2**17
"""Elements read at a time."""
ZEROS = 2**22
"""Elements of an accessor without a bufferView above which only its other ones are looked at."""


MOST = 2**32
"""Bytes that are read of one document. Only accessors that overlap without need ask for more."""


class TooMuchError(Exception):
    """The document has far more to read than bytes."""


class Piece(NamedTuple):
    """Some elements of an accessor, and the index of the first of them."""

    start: int
    values: NDArray[Any]


class Samples:
    """The accessors of a document. What cannot be read gives nothing: its structure is at fault."""

    def __init__(self, document: Document, most: int = MOST) -> None:
        self.document = document
        self.json = document.json
        self._left = most

    def accessor(self, index: object) -> Json | None:
        """The accessor's entry, if it has data: an empty one is all zeros, and never checked."""
        table = self.json.get("accessors", [])
        if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(table):
            return None
        entry: Json = table[index]
        return entry if "bufferView" in entry or "sparse" in entry else None

    def pieces(self, index: object, rows: int = ROWS, *, scaled: bool = False) -> Iterator[Piece]:
        """Stored elements in order, or (``scaled``) what they mean, as float64."""
        entry = self.accessor(index)
        if entry is None:
            return
        try:
            for start, values in self._read(entry, index, rows):
                yield Piece(start, read.scaled(values, entry, np.float64) if scaled else values)
        except GlbError:
            return

    def _read(self, entry: Json, index: object, rows: int) -> Iterator[Piece]:
        count = int(entry["count"])
        if "bufferView" not in entry and count > ZEROS:
            _, what = read.sparse(self.document, entry)
            yield Piece(0, np.concatenate([np.zeros_like(what[:1]), what]))
            return
        if "sparse" not in entry:
            whole = read.raw(self.document, index)
            for start in range(0, count, rows):
                yield self._piece(start, whole[start : start + rows])
            return
        for start in range(0, count, rows):
            yield self._piece(start, read.raw(self.document, index, slice(start, start + rows)))

    def _piece(self, start: int, values: NDArray[Any]) -> Piece:
        self._left -= values.nbytes
        if self._left < 0:
            raise TooMuchError
        return Piece(start, values)
