"""What stands for a film until a browser has made a picture of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["placeholder"]

REACH = 0.13
"""Size of the triangle, as a share of the height."""


def placeholder(width: int, height: int) -> NDArray[np.uint8]:
    """A dark sheet with the triangle that means "play", RGB bytes (h,w,3)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = (x - width / 2) / height, (y - height / 2) / height
    sheet = np.array([24, 34, 46], np.float32) + (14 * (1 - y / height))[..., None]
    # Inside three edges: one upright, and two that fall 30 degrees to the tip.
    left = across + REACH * 0.8
    edge = np.minimum(left, (REACH * 1.6 - left) * np.tan(np.radians(30)) - np.abs(down))
    share = np.clip(edge * height / 2 + 0.5, 0, 1)[..., None]
    return np.asarray(sheet * (1 - share) + 235 * share, np.uint8)
