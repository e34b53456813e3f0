"""The picture, from a heap of triangles to bytes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.camera import look_at
from scenes.exhibits.poster.floor import shadow
from scenes.exhibits.poster.raster import rasterise
from scenes.exhibits.poster.shade import background, encode, shade
from scenes.exhibits.poster.soup import Soup

__all__ = ["draw"]

SAMPLES = 2
"""Pixels drawn along each side of a pixel of the picture."""


def draw(soup: Soup, width: int, height: int) -> NDArray[np.uint8]:
    """RGB bytes, shape (height,width,3); the empty studio where nothing can be drawn."""
    wide, high = width * SAMPLES, height * SAMPLES
    picture = background(wide, high).reshape(-1, 3)
    sound = np.isfinite(soup.corners.reshape(-1, 9).sum(1))
    if sound.any():
        soup = soup.only(sound)
        camera = look_at(soup.corners.reshape(-1, 3), width / height)
        picture *= shadow(soup.corners, camera, wide, high).reshape(-1, 1)
        screen = camera.project(soup.corners, wide, high)
        blended = np.array([paint.mode == "BLEND" for paint in soup.paints], bool)[soup.paint]
        solid = rasterise(soup, screen, np.flatnonzero(~blended), (wide, high))
        pixels, colors = shade(soup, solid, camera.eye)
        picture[pixels] = colors[:, :3]
        if blended.any():
            glass = rasterise(soup, screen, np.flatnonzero(blended), (wide, high))
            glass.triangle[glass.near <= solid.near] = -1
            pixels, colors = shade(soup, glass, camera.eye)
            alpha = colors[:, 3:]
            picture[pixels] = picture[pixels] * (1 - alpha) + colors[:, :3] * alpha
    small = picture.reshape(height, SAMPLES, width, SAMPLES, 3).mean((1, 3))
    return encode(small)
