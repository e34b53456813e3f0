"""A picture of an exhibit drawn without a graphics card or a browser, in numpy.

It stands in where no browser can make a better one, so that no exhibit is ever without a picture.
"""

from __future__ import annotations

from scenes.exhibits.pictures import encode_webp
from scenes.exhibits.poster.draw import draw
from scenes.exhibits.poster.soup import gather
from scenes.glb import Glb

__all__ = ["HEIGHT", "WIDTH", "software_poster"]

WIDTH, HEIGHT = 800, 600
"""Pixels."""


def software_poster(glb: Glb, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """The default scene of a normalised GLB from a three-quarter view, as WebP."""
    return encode_webp(draw(gather(glb), width, height), quality=82)
