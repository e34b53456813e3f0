"""WebP (RFC 9649): the container's length, and the size in each of its three bitstreams."""

from __future__ import annotations

from scenes.exhibits.gate.headers.header import Header, ends_early, is_invalid

__all__ = ["read_webp"]

MIME = "image/webp"
ANIMATION, PROFILE = 0x02, 0x20


def read_webp(data: memoryview) -> Header:
    """A WebP's size; raises HeaderError."""
    head = bytes(data[:30])
    lossless = head[12:16] == b"VP8L"
    if len(head) < (25 if lossless else 30):
        raise ends_early("header")
    # The length is even, but the byte that makes it so is sometimes left out.
    if int.from_bytes(head[4:8], "little") + 8 > len(data) + 1:
        raise ends_early("picture data")
    if lossless:
        return _lossless(head)
    if head[12:16] == b"VP8 ":
        return _lossy(head)
    if head[12:16] == b"VP8X":
        return _extended(head)
    raise is_invalid("wrong WebP header")


def _lossy(head: bytes) -> Header:
    if head[23:26] != b"\x9d\x01\x2a":
        raise is_invalid("VP8 start code")
    width = int.from_bytes(head[26:28], "little") & 0x3FFF
    height = int.from_bytes(head[28:30], "little") & 0x3FFF
    if not width or not height:
        raise is_invalid(f"{width} × {height}")
    return Header(MIME, width, height)


def _lossless(head: bytes) -> Header:
    if head[20] != 0x2F:
        raise is_invalid("VP8L signature")
    bits = int.from_bytes(head[21:25], "little")
    return Header(MIME, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)


def _extended(head: bytes) -> Header:
    width = int.from_bytes(head[24:27], "little") + 1
    height = int.from_bytes(head[27:30], "little") + 1
    return Header(MIME, width, height, bool(head[20] & (ANIMATION | PROFILE)))
