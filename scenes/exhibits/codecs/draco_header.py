"""What a Draco stream says of itself, read before its decoder makes room for it.

Draco bitstream 2.2, sections "Draco Decoder", "Metadata" and the connectivity decoders' beginnings.
"""

from __future__ import annotations

from typing import NamedTuple

from scenes.exhibits.codecs.errors import CodecError

__all__ = ["Claims", "read_claims"]

MESH = 1
WITH_METADATA = 0x8000
MOST_TABLES = 10_000
"""Tables of metadata in one stream."""


class Claims(NamedTuple):
    """How many faces and vertices a stream says it has; points may be up to three a face."""

    faces: int
    vertices: int


def read_claims(data: memoryview) -> Claims:
    """The counts at the head of a mesh's stream; raises CodecError `DRACO_INVALID`."""
    head = _Reader(data)
    if bytes(head.take(5)) != b"DRACO":
        raise CodecError("DRACO_INVALID", "not a Draco stream")
    major, minor, kind, method = head.take(4)
    flags = head.number(2)
    if kind != MESH:
        raise CodecError("DRACO_INVALID", "not a mesh")
    version = major * 256 + minor
    if flags & WITH_METADATA:
        _skip_metadata(head)
    packed = version >= 0x202
    if method == 0:
        faces, vertices = head.count(packed), head.count(packed)
    elif method == 1:
        head.take(1)
        if not packed:
            head.count(packed)
        vertices, faces = head.count(packed), head.count(packed)
    else:
        raise CodecError("DRACO_INVALID", f"an unknown method {method}")
    return Claims(faces, vertices)


def _skip_metadata(head: _Reader) -> None:
    """Pass over tables of entries: one for each attribute, the geometry's own, and inner ones.

    Before an attribute's table stands its number, before an inner one its name.
    """
    waiting = ["geometry", *["attribute"] * head.bounded()]
    for _ in range(MOST_TABLES):
        if not waiting:
            return
        match waiting.pop():
            case "attribute":
                head.count(True)
            case "inner":
                head.take(head.number(1))
        for _ in range(head.bounded()):
            head.take(head.number(1))
            head.take(head.count(True))
        waiting.extend(["inner"] * head.bounded())
    raise CodecError("DRACO_INVALID", "too much metadata")


class _Reader:
    """Bytes taken from the front; running out of them is an error."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> memoryview:
        """The next so many bytes."""
        if self._at + size > len(self._data):
            raise CodecError("DRACO_INVALID", "the stream ends too early")
        self._at += size
        return self._data[self._at - size : self._at]

    def number(self, size: int) -> int:
        """An unsigned number of so many bytes."""
        return int.from_bytes(self.take(size), "little")

    def count(self, packed: bool) -> int:
        """A count: seven bits a byte while the highest is set, or four bytes."""
        if not packed:
            return self.number(4)
        value = 0
        for shift in range(0, 70, 7):
            byte = self.number(1)
            value |= (byte & 127) << shift
            if byte < 128:
                return value
        raise CodecError("DRACO_INVALID", "a number without end")

    def bounded(self) -> int:
        """A count of things that take a byte or more each."""
        value = self.count(True)
        if value > len(self._data) - self._at:
            raise CodecError("DRACO_INVALID", "more than the stream holds")
        return value
