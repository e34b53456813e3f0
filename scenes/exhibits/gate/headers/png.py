"""PNG (ISO/IEC 15948): every chunk's place, the header's checksum, and the colours it claims."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from scenes.exhibits.gate.headers.header import Header, ends_early, is_invalid

__all__ = ["read_png"]

MOST_CHUNKS = 20_000
END = bytes.fromhex("0000000049454e44ae426082")
"""The last chunk: a picture that ends with it, and has data, is not cut short."""
IHDR = struct.Struct(">IIBBBBB")
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits that each kind of colour may have."""
LENGTHS = {b"IHDR": 13, b"cHRM": 32, b"sRGB": 1, b"pHYs": 9, b"gAMA": 4}
PLAIN_GAMMA = (45455, 100000)
PLAIN_COLOURS = struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


class _Chunk(NamedTuple):
    kind: bytes
    body: memoryview
    crc: int


def read_png(data: memoryview) -> Header:
    """A PNG's size, with all its chunks in place; raises HeaderError."""
    header: Header | None = None
    seen: dict[bytes, bytes] = {}
    for chunk in _chunks(data):
        if LENGTHS.get(chunk.kind, len(chunk.body)) != len(chunk.body):
            raise is_invalid(f"{chunk.kind.decode()} length")
        if header is None:
            header = _header(chunk)
        if chunk.kind not in seen:
            seen[chunk.kind] = bytes(chunk.body[:32])
    if header is None or b"IDAT" not in seen:
        raise ends_early("no picture data")
    if seen[b"IHDR"][9] == 3 and b"PLTE" not in seen:
        raise is_invalid("no palette")
    return header._replace(odd=_is_odd(seen))


def _chunks(data: memoryview) -> Iterator[_Chunk]:
    at = 8
    for _ in range(MOST_CHUNKS):
        if at == len(data):
            return
        if at + 12 > len(data):
            raise ends_early("chunk header")
        size = int.from_bytes(data[at : at + 4], "big")
        end = at + 12 + size
        if end > len(data):
            raise ends_early("chunk")
        kind = bytes(data[at + 4 : at + 8])
        yield _Chunk(kind, data[at + 8 : end - 4], int.from_bytes(data[end - 4 : end], "big"))
        if kind == b"IEND" or (kind == b"IDAT" and data[-len(END) :] == END):
            return
        at = end
    raise is_invalid("too many chunks")


def _header(chunk: _Chunk) -> Header:
    if chunk.kind != b"IHDR":
        raise is_invalid("PNG header not found")
    if zlib.crc32(b"IHDR" + bytes(chunk.body)) != chunk.crc:
        raise is_invalid("IHDR checksum")
    width, height, depth, colour, packing, filters, interlaced = IHDR.unpack(chunk.body)
    if not 0 < width < 2**31 or not 0 < height < 2**31:
        raise is_invalid(f"{width} × {height}")
    if depth not in DEPTHS.get(colour, ()) or packing or filters or interlaced > 1:
        raise is_invalid(f"depth {depth}, colour {colour}")
    return Header("image/png", width, height)


def _is_odd(seen: dict[bytes, bytes]) -> bool:
    """Colours of its own, or pixels that are not square; what sRGB says goes before the rest."""
    density = seen.get(b"pHYs", b"\0" * 8)
    if density[:4] != density[4:8] or b"iCCP" in seen:
        return True
    if b"sRGB" in seen:
        return False
    gamma = int.from_bytes(seen.get(b"gAMA", b"\0\0\xb1\x8f"), "big")
    return gamma not in PLAIN_GAMMA or seen.get(b"cHRM", PLAIN_COLOURS) != PLAIN_COLOURS
