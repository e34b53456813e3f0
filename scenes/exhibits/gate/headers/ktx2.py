"""KTX2 (Khronos Texture 2.0, section 3): numbers of the header against the bytes that are there."""

from __future__ import annotations

import struct

from scenes.exhibits.gate.headers.header import Header, ends_early, is_invalid

__all__ = ["read_ktx2"]

HEADER = struct.Struct("<12s9I4I2Q")
LEVEL = struct.Struct("<3Q")
BYTES_A_PIXEL = 16
"""What the widest format of a texture takes; a level that unfolds to more is a lie."""
SMALLEST_LEVEL = 4096
NONE, BASIS_LZ, ZSTANDARD, ZLIB = range(4)


def read_ktx2(data: memoryview) -> Header:
    """A KTX2 texture's size at its finest level; raises HeaderError."""
    if len(data) < HEADER.size:
        raise ends_early("header")
    _, _, _, width, height, depth, layers, faces, levels, packing, *index = HEADER.unpack_from(data)
    if not width or not height or depth or layers > 1 or faces != 1:
        raise is_invalid(f"{width} × {height} × {depth}, {layers} layers, {faces} faces")
    if levels > max(width, height).bit_length():
        raise is_invalid(f"{levels} levels")
    if packing > ZLIB:
        raise is_invalid(f"supercompression {packing}")
    _check_index(index, len(data))
    _check_levels(data, (width, height), max(levels, 1), packing)
    return Header("image/ktx2", width, height)


def _check_index(index: list[int], length: int) -> None:
    """The format's description, keys and values, and global data lie inside the file."""
    for offset, size in zip(index[::2], index[1::2], strict=True):
        if size and offset + size > length:
            raise ends_early("index")


def _check_levels(data: memoryview, size: tuple[int, int], levels: int, packing: int) -> None:
    if HEADER.size + levels * LEVEL.size > len(data):
        raise ends_early("level index")
    for level in range(levels):
        offset, packed, plain = LEVEL.unpack_from(data, HEADER.size + level * LEVEL.size)
        if offset + packed > len(data):
            raise ends_early(f"level {level}")
        pixels = max(size[0] >> level, 1) * max(size[1] >> level, 1)
        most = max(pixels * BYTES_A_PIXEL, SMALLEST_LEVEL)
        if not packed or plain > most or (packing == NONE and plain != packed):
            raise is_invalid(f"level {level}")
