"""Names in a zip: marked UTF-8, a Unicode extra field, or whatever an old Windows wrote."""

from __future__ import annotations

import struct
import zlib

__all__ = ["extra_field", "member_name"]

UTF8_FLAG = 0x0800
UNICODE_PATH = 0x7075


def member_name(raw: bytes, flags: int, extra: bytes) -> str:
    """A member's name with forward slashes. Unmarked names are UTF-8, else GB 18030, else CP437."""
    return (_unicode_path(raw, extra) or _decoded(raw, flags)).replace("\\", "/")


def extra_field(extra: bytes, kind: int) -> bytes:
    """The body of one kind of extra field; empty when there is none."""
    at = 0
    while at + 4 <= len(extra):
        found, size = struct.unpack_from("<HH", extra, at)
        if found == kind:
            return extra[at + 4 : at + 4 + size]
        at += 4 + size
    return b""


def _unicode_path(raw: bytes, extra: bytes) -> str | None:
    """The name in an Info-ZIP Unicode path field, when it belongs to this name."""
    body = extra_field(extra, UNICODE_PATH)
    if len(body) < 5 or body[0] != 1 or int.from_bytes(body[1:5], "little") != zlib.crc32(raw):
        return None
    try:
        return body[5:].decode()
    except UnicodeDecodeError:
        return None


def _decoded(raw: bytes, flags: int) -> str:
    encodings = ("utf-8",) if flags & UTF8_FLAG else ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")
