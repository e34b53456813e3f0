"""One image at every size that a level may want, encoded as carefully as its use asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs import ktx2_encoder
from scenes.exhibits.codecs.ktx2 import transcode
from scenes.exhibits.derive.resample import Meaning, shrunk
from scenes.exhibits.pictures import encode_webp, few_colours, raster, size_of

__all__ = ["KTX2", "WEBP", "Encoded", "at_sides"]

Raster = NDArray[np.uint8]
WEBP, KTX2, PNG = "image/webp", "image/ktx2", "image/png"
KTX2_SIZE = slice(20, 28)
"""Bytes of a KTX2 header with the width and the height: Khronos Texture 2.0, section 3."""
QUALITY: dict[Meaning, tuple[int, ...]] = {
    "colour": (88, 84, 78, 64),
    "data": (92, 88, 82, 70),
    "normal": (95, 91, 86, 74),
}
"""WebP qualities of L0 to L3 and of what is smaller still."""
SMALL = 64
"""Pixels of a side up to which lossless is tried too."""
BASIS_USES: dict[Meaning, ktx2_encoder.Use] = {
    "colour": "color",
    "data": "data",
    "normal": "normal",
}
WORTH = 1.1
"""Times its bytes that lossless may take to be preferred to lossy."""
GAIN = 0.9
"""An image that is lossy already is encoded again only to become at least so small."""


class Encoded(NamedTuple):
    """An image file, and its size in pixels (0 where it was not looked into)."""

    data: bytes
    mime: str
    width: int
    height: int

    @property
    def gpu_bytes(self) -> int:
        """What it takes on a graphics card with its mipmaps: a byte a pixel when compressed."""
        depth = 1 if self.mime == KTX2 else 4
        return self.width * self.height * depth * 4 // 3


def at_sides(
    data: bytes,
    mime: str,
    meaning: Meaning,
    sides: Sequence[int],
    most_pixels: int,
    basis: bool = False,
) -> list[Encoded]:
    """The image at each of the sides, largest first; the bytes as they are where they are best.

    ``basis`` makes KTX2 of what is larger than `SMALL`, where the encoder is there.
    What cannot be decoded (a format without a decoder here, a broken file) stays as it is.
    """
    pixels = _pixels(data, mime, sides[0], most_pixels)
    if pixels is None:
        return [Encoded(data, mime, *_declared(data, mime))] * len(sides)
    found: list[Encoded] = []
    kept = Encoded(data, mime, *size_of(data))
    for i, side in enumerate(sides):
        pixels = shrunk(pixels, side, meaning)
        if found and pixels.shape[:2] == (found[-1].height, found[-1].width) and i > 3:
            found.append(found[-1])
            continue
        qualities = QUALITY[meaning]
        compressed = _compressed(pixels, meaning) if basis and side > SMALL else None
        if compressed is not None:
            found.append(compressed)
            continue
        made = _encoded(pixels, qualities[min(i, len(qualities) - 1)], kept)
        found.append(kept if _is_kept(kept, made) else made)
    return found


def _pixels(data: bytes, mime: str, side: int, most_pixels: int) -> Raster | None:
    is_ktx2 = mime == KTX2
    found = transcode(data, side, most_pixels) if is_ktx2 else raster(data, most_pixels, side)
    return None if found is None else _plain(found)


def _plain(pixels: Raster) -> Raster:
    """Without an alpha that is opaque everywhere."""
    opaque = pixels.shape[2] == 4 and bool((pixels[:, :, 3] == 255).all())
    return np.ascontiguousarray(pixels[:, :, :3]) if opaque else pixels


def _compressed(pixels: Raster, meaning: Meaning) -> Encoded | None:
    high, wide = pixels.shape[:2]
    data = ktx2_encoder.encode(_rgba(pixels), BASIS_USES[meaning])
    return None if data is None else Encoded(data, KTX2, wide, high)


def _rgba(pixels: Raster) -> Raster:
    if pixels.shape[2] == 1:
        pixels = np.repeat(pixels, 3, 2)
    if pixels.shape[2] == 4:
        return pixels
    return np.concatenate([pixels, np.full_like(pixels[:, :, :1], 255)], 2)


def _encoded(pixels: Raster, quality: int, came: Encoded) -> Encoded:
    """Lossy; lossless where that takes hardly more."""
    high, wide = pixels.shape[:2]
    data = encode_webp(pixels, quality)
    if max(high, wide) <= SMALL or _may_be_lossless(pixels, len(data), came):
        exact = encode_webp(pixels, 100, lossless=True)
        data = exact if len(exact) <= len(data) * WORTH else data
    return Encoded(data, WEBP, wide, high)


def _may_be_lossless(pixels: Raster, size: int, came: Encoded) -> bool:
    """Whether lossless may well be as small as lossy, which is of a size: a drawing is, and so is
    what came as a small PNG.
    """
    fits = (came.height, came.width) == pixels.shape[:2]
    if fits and came.mime == PNG and len(came.data) < size * 2:
        return True
    return few_colours(pixels) and len(encode_webp(pixels, 25, lossless=True, method=2)) < size * 2


def _is_kept(kept: Encoded, made: Encoded) -> bool:
    """Whether a file is best as it came: of the right size, and no larger than one made anew."""
    if (kept.width, kept.height) != (made.width, made.height):
        return False
    share = 1.0 if kept.mime == PNG else GAIN
    return len(made.data) > len(kept.data) * share


def _declared(data: bytes, mime: str) -> tuple[int, int]:
    if mime != KTX2 or len(data) < KTX2_SIZE.stop:
        return 0, 0
    width, height = np.frombuffer(data[KTX2_SIZE], "<u4")
    return int(width), int(height)
