"""A document being rewritten: the original stays as it is, new views and buffers are appended."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.document import Document

__all__ = ["Edit", "without"]

Json = dict[str, Any]


class Edit:
    """A copy of a document whose tables may be changed entry by entry.

    ``most`` bounds the bytes that are added; passing it raises CodecError `DECODED_TOO_LARGE`.
    """

    def __init__(self, document: Document, most: int) -> None:
        self.json: Json = {
            key: list(value) if isinstance(value, list) else value
            for key, value in document.json.items()
        }
        self._document = document
        self._buffers = list(document.buffers)
        self._left = most

    def table(self, key: str) -> list[Json]:
        """One of the document's tables, made when it is not there."""
        found: list[Json] = self.json.setdefault(key, [])
        return found

    def check_room(self, size: int) -> None:
        """Whether so many bytes may be added: asked before they are decoded."""
        if size > self._left:
            raise CodecError("DECODED_TOO_LARGE", f"{size} bytes")

    def buffer(self, data: NDArray[np.uint8]) -> Json:
        """Add bytes; answers with what a bufferView says of where they are."""
        self.check_room(data.nbytes)
        self._left -= data.nbytes
        entry = {"byteLength": max(1, data.nbytes)}
        self.table("buffers").append(entry)
        self._buffers.append(np.ascontiguousarray(data).reshape(-1).data)
        return {"buffer": len(self._buffers) - 1, "byteOffset": 0, "byteLength": data.nbytes}

    def add(self, key: str, entry: Json) -> int:
        """Append an entry to a table; answers with its index."""
        self.table(key).append(entry)
        return len(self.table(key)) - 1

    def drop_extensions(self, *names: str) -> None:
        """No longer use extensions; a list that becomes empty goes."""
        for key in ("extensionsUsed", "extensionsRequired"):
            if key in self.json:
                self.json[key] = [name for name in self.json[key] if name not in names]
                if not self.json[key]:
                    del self.json[key]

    def document(self) -> Document:
        """The document as it is now."""
        old = self._document
        return Document(self.json, tuple(self._buffers), old.pictures, old.entry)


def without(entry: Json, *names: str) -> Json:
    """An object without some of its extensions."""
    left = {name: value for name, value in entry.get("extensions", {}).items() if name not in names}
    rest = {key: value for key, value in entry.items() if key != "extensions"}
    return rest | ({"extensions": left} if left else {})
