"""Pixels made into KTX2 textures that stay compressed on the graphics card: KHR_texture_basisu.

The encoder is Basis Universal's, as WebAssembly. It is an option: where its module was not
unpacked, ``encode`` gives None, and it takes seconds where WebP takes tenths.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.embind import Bytes, Embind
from scenes.exhibits.codecs.errors import CodecError

__all__ = ["Use", "encode", "is_available"]

Use = Literal["color", "data", "normal"]
"""Colours are sRGB and looked at; data are read as numbers; normal maps want every bit."""
MOST_PIXELS = 12 * 2**20
"""What the encoder takes at once."""
MOST_MEMORY = 2**31 - 2**16
QUALITY = 160
"""Of ETC1S: 1 to 255."""
SLACK = 2**16


def is_available() -> bool:
    """Whether the encoder's module is here."""
    return _encoder() is not None


def encode(pixels: NDArray[np.uint8], use: Use) -> bytes | None:
    """RGBA bytes (h,w,4) as a KTX2 file with mipmaps; None without an encoder, or where it fails.

    Sides are multiples of four, as KHR_texture_basisu asks; others give None. Normal maps become
    UASTC with Zstandard, all else ETC1S.
    """
    high, wide = pixels.shape[:2]
    module = _encoder()
    if module is None or wide % 4 or high % 4 or wide * high > MOST_PIXELS:
        return None
    try:
        return _encoded(module, np.ascontiguousarray(pixels), use)
    except CodecError:
        _encoder.cache_clear()  # a machine that trapped is not used again
        return None


def _encoded(module: Embind, pixels: NDArray[np.uint8], use: Use) -> bytes | None:
    encoder = module.make("setSliceSourceImage")
    try:
        for name, value in _settings(use).items():
            encoder(name, value)
        high, wide = pixels.shape[:2]
        if not encoder("setSliceSourceImage", 0, Bytes(pixels.reshape(-1)), wide, high, 0):
            return None
        out = Bytes(np.zeros(2 * pixels.size + SLACK, np.uint8))
        size = encoder("encode", out)
        return out.data[:size].tobytes() if size else None
    finally:
        encoder("delete")


def _settings(use: Use) -> dict[str, int]:
    color = int(use == "color")
    return {
        "setCreateKTX2File": 1,
        "setUASTC": int(use == "normal"),
        "setKTX2UASTCSupercompression": 1,
        "setKTX2AndBasisSRGBTransferFunc": color,
        "setPerceptual": color,
        "setMipSRGB": color,
        "setMipGen": 1,
        "setQualityLevel": QUALITY,
    }


@cache
def _encoder() -> Embind | None:
    """The module at work; compiling it takes seconds, once in a process."""
    try:
        module = Embind("basis_encoder", MOST_MEMORY)
        module.call("initializeBasis")
    except CodecError:
        return None
    return module
