"""The one picture all trees share: a spray of leaves on the left, a patch of opaque white right."""

from __future__ import annotations

import numpy as np

from scenes.demo.kit_png import palette_png
from scenes.demo.kit_tint import noise

_SIDE = 128
_LEAVES = 46


def leaf_picture() -> bytes:
    """Return a PNG of 2:1 with a transparent background; tones of white, for tinting."""
    grid = (np.arange(_SIDE) + 0.5) / _SIDE * 2 - 1
    x, y = np.meshgrid(grid, grid)
    tones = np.zeros((_SIDE, _SIDE), dtype=np.uint8)
    draw = noise(71, _LEAVES, 5)
    for i, (a, far, turn, size, tone) in enumerate(draw):
        angle, reach = a * 2 * np.pi, 0.68 * np.sqrt((i + 0.5 * far) / _LEAVES)
        way = angle + (turn - 0.5) * 2.2
        dx, dy = x - reach * np.cos(angle), y - reach * np.sin(angle)
        u = dx * np.cos(way) + dy * np.sin(way)
        v = -dx * np.sin(way) + dy * np.cos(way)
        long_ = 0.19 + 0.09 * size
        inside = np.abs(v) < 0.42 * long_ * (1 - (u / long_) ** 2)
        tones[inside & (np.abs(u) < long_)] = 1 + int(14 * tone)
    # Clear strips part the two, lest one bleed into the other when seen from afar.
    patch = np.zeros((_SIDE, _SIDE), dtype=np.uint8)
    patch[:, 48:112] = 15
    picture = np.concatenate([tones, patch], axis=1)
    light = np.concatenate([[0.88], np.linspace(0.78, 1.0, 15)])
    colors = np.rint(light[:, None] * np.array([255, 255, 255])).astype(np.uint8)
    return palette_png(picture, colors, clear=1)
