"""One member of a zip unfolded: never more bytes than the directory promised, and proved by CRC."""

from __future__ import annotations

import zlib
from typing import Any

from scenes.exhibits.gate.bundle import FileError
from scenes.exhibits.gate.zips.check import STORED
from scenes.exhibits.gate.zips.directory import Member

__all__ = ["Packed", "Room"]

RAW = -15
"""zlib's word for deflate without a wrapper."""


PACKED_PIECE, PIECE = 2**16, 2**21
"""Bytes that are taken, and that are made of them, at once."""


class Room:
    """Bytes that all files of a zip together may unfold to: what is unfolded stands in memory."""

    def __init__(self, most: int) -> None:
        self._left = most

    def take(self, size: int) -> None:
        """Take room for a file; raises FileError when there is none left."""
        if size > self._left:
            raise FileError("ZIP_TOO_LARGE")
        self._left -= size


class Packed:
    """A file that lies in a zip: unfolded when it is asked for, once."""

    def __init__(self, archive: memoryview, member: Member, room: Room) -> None:
        self._packed = archive[member.start : member.end]
        self._member = member
        self._room = room
        self._plain: memoryview | None = None

    def head(self, size: int) -> bytes:
        """The first bytes, with no more unfolded than those."""
        if self._member.method == STORED:
            return bytes(self._packed[:size])
        try:
            return zlib.decompressobj(RAW).decompress(self._packed, size)
        except zlib.error:
            raise FileError("ZIP_DAMAGED") from None

    def load(self) -> memoryview:
        """The whole file; raises FileError when it is not what the directory says."""
        if self._plain is None:
            if self._member.method != STORED:
                self._room.take(self._member.size)
            self._plain = _unfold(self._packed, self._member)
        return self._plain


def _unfold(packed: memoryview, member: Member) -> memoryview:
    plain = packed if member.method == STORED else memoryview(_inflate(packed, member.size))
    if len(plain) != member.size:
        raise FileError("ZIP_SIZE_MISMATCH")
    if zlib.crc32(plain) != member.crc:
        raise FileError("ZIP_BAD_CRC")
    return plain


def _inflate(packed: memoryview, size: int) -> bytearray:
    """What was packed, piece by piece: what comes is counted, not what was promised."""
    inflate = zlib.decompressobj(RAW)
    plain = bytearray()
    try:
        for start in range(0, len(packed), PACKED_PIECE):
            _feed(inflate, packed[start : start + PACKED_PIECE], plain, size)
        while not inflate.eof and (more := inflate.decompress(b"", PIECE)):
            plain += more
    except zlib.error:
        raise FileError("ZIP_DAMAGED") from None
    if not inflate.eof or len(plain) > size:
        raise FileError("ZIP_SIZE_MISMATCH")
    return plain


def _feed(inflate: Any, piece: bytes | memoryview, plain: bytearray, size: int) -> None:
    while piece and not inflate.eof:
        plain += inflate.decompress(piece, PIECE)
        if len(plain) > size:
            raise FileError("ZIP_SIZE_MISMATCH")
        piece = inflate.unconsumed_tail
