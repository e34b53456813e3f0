"""Tints: small, repeatable differences that keep repeated things from looking stamped."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from scenes.demo import palette as c
from scenes.demo.kit_frame import Floats


def noise(seed: int, *shape: int) -> Floats:
    """Return repeatable numbers in 0..1 of the given shape."""
    return np.random.default_rng(seed).random(shape)


def hashed(x: ArrayLike, z: ArrayLike, seed: int = 0) -> Floats:
    """Return a repeatable number in 0..1 for each pair of whole coordinates."""
    # Wraps around 64 bits on purpose; arrays do so in silence, scalars would warn.
    a, b = np.broadcast_arrays(np.atleast_1d(x).astype(np.int64), np.atleast_1d(z).astype(np.int64))
    n = a * 374761393 + b * 668265263 + seed * 1442695041
    n = (n ^ (n >> 13)) * 1274126177 & 0x7FFFFFFF
    n = (n ^ (n >> 16)) * 668265263 & 0x7FFFFFFF
    result: Floats = ((n & 0xFFFF) / 65535.0).reshape(np.broadcast(x, z).shape)
    return result


def smooth(x: Floats, z: Floats, cell: float, seed: int = 0) -> Floats:
    """Return smooth value noise in 0..1 with bumps about `cell` metres wide."""
    u, v = x / cell, z / cell
    i, j = np.floor(u), np.floor(v)
    f, g = u - i, v - j
    f, g = f * f * (3 - 2 * f), g * g * (3 - 2 * g)
    near = hashed(i, j, seed) * (1 - f) + hashed(i + 1, j, seed) * f
    far = hashed(i, j + 1, seed) * (1 - f) + hashed(i + 1, j + 1, seed) * f
    result: Floats = near * (1 - g) + far * g
    return result


def pane_tints(bays: int, floors: int, seed: int) -> Floats:
    """Return colours (bays * floors, 4, 3) of panes: sky above, room below, a few lamps lit."""
    draw = noise(seed + 17, floors, bays)
    tone = 0.72 + 0.5 * noise(seed + 5, floors, bays)
    # A coarse wall is one bay wide; a lamp in it would light a whole storey.
    lit = ((draw > 0.86) & (bays > 1))[..., None]
    base = np.where(lit, np.array(c.GLASS_WARM), np.array(c.GLASS)) * tone[..., None]
    rise = np.linspace(0.85, 1.15, floors)[:, None, None]
    low, high = base * rise * 0.84, base * rise * 1.22
    return np.stack([low, low, high, high], axis=2).reshape(-1, 4, 3)
