"""One member of a zip unfolded: never more bytes than the directory promised, and proved by CRC."""

from __future__ import annotations

import zlib

from scenes.exhibits.gate.bundle import FileError
from scenes.exhibits.gate.zips.check import STORED
from scenes.exhibits.gate.zips.directory import Member

__all__ = ["Packed"]

RAW = -15
"""zlib's word for deflate without a wrapper."""


class Packed:
    """A file that lies in a zip: unfolded when it is asked for, once."""

    def __init__(self, archive: memoryview, member: Member) -> None:
        self._packed = archive[member.start : member.end]
        self._member = member
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
            self._plain = _unfold(self._packed, self._member)
        return self._plain


def _unfold(packed: memoryview, member: Member) -> memoryview:
    plain = packed if member.method == STORED else memoryview(_inflate(packed, member.size))
    if len(plain) != member.size:
        raise FileError("ZIP_SIZE_MISMATCH")
    if zlib.crc32(plain) != member.crc:
        raise FileError("ZIP_BAD_CRC")
    return plain


def _inflate(packed: memoryview, size: int) -> bytes:
    inflate = zlib.decompressobj(RAW)
    try:
        plain = inflate.decompress(packed, size + 1)
        # Where the size was met exactly, the end of the stream may still be unread.
        rest = b"" if inflate.eof else inflate.decompress(inflate.unconsumed_tail, 1)
    except zlib.error:
        raise FileError("ZIP_DAMAGED") from None
    if rest or not inflate.eof:
        raise FileError("ZIP_SIZE_MISMATCH")
    return plain
