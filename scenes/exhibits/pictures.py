"""Decoding, resizing and encoding pictures: the only place that knows Pillow.

Arrays are (height, width, channels) of bytes: 1 channel is grey, 3 RGB, 4 RGBA with straight alpha.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import (
    Image,
    ImageColor,
    ImageFile,
    ImageFilter,
    ImageOps,
    ImagePalette,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

__all__ = [
    "MOST_PIXELS",
    "decode",
    "encode_webp",
    "few_colours",
    "is_picture",
    "raster",
    "resized_plane",
    "shrunk",
]

Raster = NDArray[np.uint8]
MOST_PIXELS = 64 * 2**20
BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError),
    *(OverflowError, struct.error, zlib.error),
)
"""What Pillow's readers raise for broken files; SyntaxError is theirs for a bad header."""

# Sizes are checked here, against a budget of the caller's, before a pixel is decoded.
Image.MAX_IMAGE_PIXELS = None
# A worker process that may not open files any more must not have to look for plugins.
Image.preinit()
LAZY = (ImageColor, ImageFilter, ImagePalette, TiffImagePlugin)
"""What Pillow would look for at some pictures only: Exif notes in a JPEG are read as a TIFF."""


def raster(
    data: bytes | memoryview,
    most_pixels: int = MOST_PIXELS,
    side: int | None = None,
    upright: bool = False,
) -> Raster | None:
    """A PNG, JPEG or WebP as bytes of 1, 3 or 4 channels; None where it is broken or too large.

    ``side`` lets a JPEG be decoded at a smaller size, never below ``side`` pixels; ``upright``
    turns a photograph as its camera was held (Exif orientation), which textures never are.
    """
    reader = _reader(data)
    if reader is None:
        return None
    try:
        with reader(io.BytesIO(data)) as picture:
            if picture.width * picture.height > most_pixels:
                return None
            if side is not None:
                picture.draft(None, (side, side))
            picture.load()
            return _array(ImageOps.exif_transpose(picture) if upright else picture)
    except BROKEN:
        return None


def is_picture(data: bytes | memoryview) -> bool:
    """Whether the bytes begin as a PNG, a JPEG or a WebP does."""
    return _reader(data) is not None


def size_of(data: bytes | memoryview) -> tuple[int, int]:
    """Width and height in pixels by the header; (0, 0) where it cannot be read."""
    reader = _reader(data)
    if reader is None:
        return 0, 0
    try:
        with reader(io.BytesIO(data)) as picture:
            return picture.size
    except BROKEN:
        return 0, 0


def decode(data: bytes, side: int | None = None, most_pixels: int = MOST_PIXELS) -> Raster | None:
    """A picture as RGBA, quickly made no larger than ``side``; None where it cannot be read."""
    pixels = raster(data, most_pixels, side)
    if pixels is None:
        return None
    picture = _picture(pixels)
    if side is not None and max(picture.size) > side:
        share = side / max(picture.size)
        size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
        # Not on RGBA: Pillow would take the colour from under transparent pixels.
        planes = [plane.resize(size, Image.Resampling.BOX) for plane in picture.split()]
        picture = Image.merge(picture.mode, planes)
    return np.asarray(picture.convert("RGBA"))


def shrunk(pixels: Raster, side: int) -> Raster:
    """A picture no larger than ``side`` on its longer side; smaller ones as they are."""
    picture = _picture(pixels)
    if max(picture.size) <= side:
        return pixels
    share = side / max(picture.size)
    width, height = (max(1, round(length * share)) for length in picture.size)
    return _bytes(np.asarray(picture.resize((width, height), Image.Resampling.LANCZOS)))


def encode_webp(
    pixels: Raster, quality: int = 82, lossless: bool = False, method: int = 4
) -> bytes:
    """WebP bytes; colour under transparent pixels is kept. ``quality`` 0..100, ``method`` 0..6."""
    out = io.BytesIO()
    words = {"quality": quality, "lossless": lossless, "method": method, "exact": True}
    picture = _picture(pixels)
    (picture if pixels.shape[2] > 1 else picture.convert("RGB")).save(out, "WEBP", **words)
    return out.getvalue()


def resized_plane(plane: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    """A plane of floats, shape (h, w), resampled to a smaller size by averaging."""
    high, wide = plane.shape
    whole = wide % width == 0 and high % height == 0
    kind = Image.Resampling.BOX if whole else Image.Resampling.HAMMING
    picture = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(picture.resize((width, height), kind))


def few_colours(pixels: Raster, most: int = 256) -> bool:
    """Whether a picture has at most so many colours."""
    return _picture(pixels).getcolors(most) is not None


def _reader(data: bytes | memoryview) -> type[ImageFile.ImageFile] | None:
    head = bytes(data[:12])
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PngImagePlugin.PngImageFile
    if head.startswith(b"\xff\xd8\xff"):
        return JpegImagePlugin.JpegImageFile
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return WebPImagePlugin.WebPImageFile
    return None


def _array(picture: Image.Image) -> Raster:
    if picture.mode.startswith("I"):  # 16 bits of grey, which convert() would clip
        return _bytes(np.asarray(picture).astype(np.int64) >> 8)
    if picture.mode in ("1", "L") and "transparency" not in picture.info:
        return _bytes(np.asarray(picture.convert("L")))
    clear = picture.has_transparency_data
    return _bytes(np.asarray(picture.convert("RGBA" if clear else "RGB")))


def _bytes(values: NDArray[Any]) -> Raster:
    pixels: Raster = np.clip(values, 0, 255).astype(np.uint8)
    return pixels if pixels.ndim == 3 else pixels[:, :, None]


def _picture(pixels: Raster) -> Image.Image:
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels)


def warm_up() -> None:
    """Read and write every format once: Pillow looks for parts of itself when first used."""
    for kind in ("PNG", "JPEG", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, kind)
        decode(out.getvalue(), 4)
    resized_plane(np.zeros((8, 8), np.float32), 4, 4)
    few_colours(np.zeros((8, 8, 3), np.uint8))
