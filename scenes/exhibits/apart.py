"""How far parts move so that each can be seen by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.groups import Box, Group

__all__ = ["ways"]

F64 = NDArray[np.float64]
AXES = np.array([[0.0, 1, 0], [1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1]])
CENTRAL = 0.02
"""A part so near the middle, as a share of the whole's size, has no direction of its own."""
GAP = 0.04
"""What is left between two parts, as a share of the whole's size."""
DETOUR = 0.6
"""How much longer a way counts that leads square to where a part stands."""
FARTHEST = 2.0
"""No part moves farther, as a share of the whole's size."""


class _Way(NamedTuple):
    cost: float
    move: F64


def ways(found: Sequence[Group]) -> F64:
    """The way of each part in metres in the scene, (n, 3); none leads below the whole.

    The largest part stays. Every other one takes a short way, outwards rather than across, to where
    its box is clear of those that have their place already.
    """
    moves = np.zeros((len(found), 3))
    if not found:
        return moves
    low = np.array([group.box.low for group in found])
    high = np.array([group.box.high for group in found])
    size = float((high.max(axis=0) - low.min(axis=0)).max())
    middle = (low.min(axis=0) + high.max(axis=0)) / 2
    order = sorted(range(len(found)), key=lambda i: (-float(np.prod(high[i] - low[i])), i))
    for rank, i in enumerate(order[1:], 1):
        placed = order[:rank]
        own = found[i].box
        taken = low[placed] + moves[placed] - GAP * size, high[placed] + moves[placed] + GAP * size
        moves[i] = _way(own, taken, (low[i] + high[i]) / 2 - middle, size)
    return moves


def _way(own: Box, taken: tuple[F64, F64], out: F64, size: float) -> F64:
    out = np.array([out[0], max(out[1], 0.0), out[2]])
    length = float(np.linalg.norm(out))
    central = length <= CENTRAL * size  # also where nothing has a size
    toward = AXES[0] if central else out / length
    directions = [toward, *AXES]
    found = []
    for direction in directions:
        reach = _clear(own, taken, direction, FARTHEST * size)
        detour = 1 + DETOUR * (1 - float(direction @ toward))
        found.append(_Way(reach * detour, reach * direction))
    return min(found, key=lambda way: way.cost).move


def _clear(own: Box, taken: tuple[F64, F64], direction: F64, farthest: float) -> float:
    """How far a box must go in a direction until it touches none of those that are taken."""
    reach = 0.0
    while reach < farthest:
        low, high = own.low + reach * direction, own.high + reach * direction
        touches = ((low < taken[1]) & (high > taken[0])).all(axis=1)
        if not touches.any():
            return reach
        forward = np.where(direction > 0, taken[1][touches] - low, taken[0][touches] - high)
        with np.errstate(divide="ignore", invalid="ignore"):
            exits = np.where(direction != 0, forward / direction, np.inf)
        reach += max(float(exits.min(axis=1).max()), farthest * 1e-6)
    return farthest
