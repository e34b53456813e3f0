"""Points and lines as thin bodies, so that a picture of nothing but lines is not empty."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["bodies", "pairs"]

THICK = 0.004
"""Half the thickness of a line, as a share of what is drawn."""
FACES = np.array([[0, 1, 4], [1, 5, 4], [1, 2, 5], [2, 6, 5], [2, 3, 6], [3, 7, 6], [3, 0, 7],
                  [0, 4, 7], [0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7]])  # fmt: skip
"""Triangles of a box; corners 0 to 3 are round its beginning, 4 to 7 round its end."""


def pairs(order: NDArray[np.int64], mode: int) -> NDArray[np.int64]:
    """Both ends of each line, shape (n,2); a point is a line from itself to itself."""
    if mode == 0:
        return np.stack([order, order], 1)
    if mode == 1:
        return order[: len(order) // 2 * 2].reshape(-1, 2)
    if mode not in (2, 3) or len(order) < 2:
        return np.zeros((0, 2), np.int64)
    chain = np.stack([order[:-1], order[1:]], 1)
    return np.concatenate([chain, [[order[-1], order[0]]]]) if mode == 2 else chain


def bodies(ends: NDArray[Any], size: float) -> NDArray[np.float32]:
    """A box round each line, as triangles of shape (12 n,3,3).

    ``ends`` has shape (n,2,3); ``size`` is the diagonal of all that is drawn, in metres.
    """
    half = (size or 1.0) * THICK
    along = ends[:, 1] - ends[:, 0]
    length = np.linalg.norm(along, axis=1, keepdims=True)
    along = np.where(length > 0, along / np.maximum(length, 1e-30), [0.0, 0.0, 1.0])
    least = np.eye(3)[np.abs(along).argmin(1)]
    side = np.cross(along, least)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(along, side)
    ring = np.stack([side + up, up - side, -side - up, side - up], 1) * half
    first, last = ends[:, :1] - along[:, None] * half, ends[:, 1:] + along[:, None] * half
    corners = np.concatenate([first + ring, last + ring], 1)
    boxes: NDArray[np.float32] = corners[:, FACES].reshape(-1, 3, 3).astype(np.float32)
    return boxes
