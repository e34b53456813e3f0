"""Pictures made smaller by what they mean: light is averaged as light, directions as directions."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.pictures import resized_plane

__all__ = ["Meaning", "fitting", "shrunk"]

Raster = NDArray[np.uint8]
F32 = NDArray[np.float32]
Meaning = Literal["colour", "normal", "data"]
"""sRGB colour, a tangent-space normal map, or numbers as they are."""

_SHARES = np.arange(256) / 255
LINEAR: F32 = np.where(
    _SHARES <= 0.04045, _SHARES / 12.92, ((_SHARES + 0.055) / 1.055) ** 2.4
).astype(np.float32)
"""sRGB bytes as linear light: IEC 61966-2-1."""
_STEPS = np.arange(4096) / 4095
ENCODED: Raster = np.rint(
    255 * np.where(_STEPS <= 0.0031308, 12.92 * _STEPS, 1.055 * _STEPS ** (1 / 2.4) - 0.055)
).astype(np.uint8)
"""4096 steps of linear light as sRGB bytes, the darkest of which are a byte apart at most."""
SHORT = 1e-2
"""A mean of directions so short has none itself."""
NEARLY_CLEAR = 8
"""Alpha below which a pixel's colour is not weighed by it."""


def fitting(width: int, height: int, side: int) -> tuple[int, int]:
    """The size that a picture has when its longer side is at most ``side`` pixels."""
    longest = max(width, height)
    if longest <= side:
        return width, height
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


def shrunk(pixels: Raster, side: int, meaning: Meaning) -> Raster:
    """A picture (h, w, channels) of at most ``side`` pixels; the same one when it fits already."""
    size = fitting(pixels.shape[1], pixels.shape[0], side)
    if size == (pixels.shape[1], pixels.shape[0]):
        return pixels
    if meaning == "colour":
        return _light(pixels, size)
    if meaning == "normal" and pixels.shape[2] >= 3:
        return _directions(pixels, size)
    return np.dstack([_byte(_plane(pixels[:, :, i], size)) for i in range(pixels.shape[2])])


def _light(pixels: Raster, size: tuple[int, int]) -> Raster:
    """Plane by plane: of a large picture there is room for no more at once."""
    channels = min(3, pixels.shape[2])
    if pixels.shape[2] < 4:
        planes = (_plane(LINEAR[pixels[:, :, i]], size) for i in range(channels))
        return np.dstack([_encoded(plane) for plane in planes])
    alpha = pixels[:, :, 3].astype(np.float32)
    small = _plane(alpha, size)
    mixed = [_mixed(LINEAR[pixels[:, :, i]], alpha, small, size) for i in range(3)]
    return np.dstack([*(_encoded(plane) for plane in mixed), _byte(small)])


def _mixed(plane: F32, alpha: F32, small: F32, size: tuple[int, int]) -> F32:
    """At an edge the colour of its opaque side is seen: each is weighed by how opaque it is."""
    plain = _plane(plane, size)
    plane *= alpha
    weighed = _plane(plane, size) / np.maximum(small, 1)
    return np.where(small >= NEARLY_CLEAR, weighed, plain)


def _directions(pixels: Raster, size: tuple[int, int]) -> Raster:
    """Means of directions are shorter than these; they become as long as these were.

    Not simply unit: what is no direction, such as the black between the islands of a map, stays.
    """
    planes = [pixels[:, :, i].astype(np.float32) / np.float32(127.5) - 1 for i in range(3)]
    wanted = _plane(np.sqrt(sum(plane * plane for plane in planes)), size)
    small = [_plane(plane, size) for plane in planes]
    length = np.sqrt(sum(plane * plane for plane in small))
    stretch = np.where(length > SHORT, wanted / np.maximum(length, SHORT), 1)
    rest = [_plane(pixels[:, :, i], size) for i in range(3, pixels.shape[2])]
    turned = (_byte((plane * stretch + 1) * 127.5) for plane in small)
    return np.dstack([*turned, *(_byte(plane) for plane in rest)])


def _plane(plane: NDArray[np.generic], size: tuple[int, int]) -> F32:
    return resized_plane(plane.astype(np.float32, copy=False), *size)


def _byte(plane: NDArray[np.floating]) -> Raster:
    values: Raster = np.clip(np.rint(plane), 0, 255).astype(np.uint8)
    return values


def _encoded(plane: F32) -> Raster:
    steps = np.clip(np.rint(plane * 4095), 0, 4095).astype(np.int32)
    table: Raster = ENCODED[steps]
    return table
