"""KTX 2.0 textures of KHR_texture_basisu (UASTC and ETC1S) made into plain pixels.

The transcoder is Basis Universal's, as WebAssembly: hostile bytes stay inside its memory.
Specification: Khronos KTX File Format 2.0; KHR_texture_basisu.
"""

from __future__ import annotations

import struct
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.embind import Bytes, Embind
from scenes.exhibits.codecs.errors import CodecError

__all__ = ["IDENTIFIER", "is_ktx2", "transcode"]

IDENTIFIER = b"\xabKTX 20\xbb\r\n\x1a\n"
HEADER = struct.Struct("<9I4I2Q")
RGBA32 = 13
"""``cTFRGBA32`` of the transcoder: eight bits a channel, rows from the top."""
MOST_PIXELS = 64 * 2**20
MOST_MEMORY = 2**30


def is_ktx2(data: bytes | memoryview) -> bool:
    """Whether the bytes begin as a KTX 2.0 file does."""
    return bytes(data[:12]) == IDENTIFIER


def transcode(
    data: bytes | memoryview, side: int | None = None, most_pixels: int = MOST_PIXELS
) -> NDArray[np.uint8] | None:
    """A two-dimensional Basis texture as RGBA bytes, (h,w,4); None where it is anything else.

    ``side``: a stored mipmap whose longer side is at least that many pixels is taken instead of the
    largest image. Channels are as they are stored: sRGB or linear, as the material uses them.
    """
    wide, high, levels = _shape(data)
    if not wide or wide * high > most_pixels:
        return None
    level = _level(max(wide, high), levels, side)
    try:
        return _pixels(data, level, max(1, wide >> level), max(1, high >> level))
    except CodecError:
        _transcoder.cache_clear()  # a machine that trapped is not used again
        return None


def _shape(data: bytes | memoryview) -> tuple[int, int, int]:
    """Width, height and mipmap levels; zeros for what is no plain two-dimensional Basis texture."""
    if not is_ktx2(data) or len(data) < 12 + HEADER.size:
        return 0, 0, 0
    kind, _, wide, high, depth, layers, faces, levels, _, *_ = HEADER.unpack_from(data, 12)
    plain = kind == 0 and depth == 0 and layers == 0 and faces == 1 and wide and high
    return (wide, high, max(1, levels)) if plain else (0, 0, 0)


def _level(longest: int, levels: int, side: int | None) -> int:
    level = 0
    while side is not None and level + 1 < levels and longest >> (level + 1) >= side:
        level += 1
    return level


def _pixels(data: bytes | memoryview, level: int, wide: int, high: int) -> NDArray[np.uint8] | None:
    texture = _transcoder().make("getDFDSize", Bytes(np.frombuffer(data, np.uint8)))
    try:
        if not texture("isValid") or texture("isHDR") or not texture("startTranscoding"):
            return None
        size = texture("getImageTranscodedSizeInBytes", level, 0, 0, RGBA32)
        if size != wide * high * 4:
            return None
        pixels = np.zeros(size, np.uint8)
        done = texture("transcodeImage", Bytes(pixels), level, 0, 0, RGBA32, 0, -1, -1)
        return pixels.reshape(high, wide, 4) if done else None
    finally:
        texture("close")
        texture("delete")


@cache
def _transcoder() -> Embind:
    module = Embind("basis_transcoder", MOST_MEMORY)
    module.call("initializeBasis")
    return module
