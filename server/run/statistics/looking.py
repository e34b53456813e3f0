"""Who looks at what: near enough to an exhibit, and facing it."""

from __future__ import annotations

from typing import Final

import numpy as np

from server.run.statistics.sights import Floats, Ints, Sights

NEAR: Final = 4.0
"""Metres from an exhibit's edge within which somebody may be looking at it."""
WITHIN: Final = float(np.cos(np.radians(40.0)))
"""How far to either side of the way one faces still counts as facing."""
NOTHING: Final = -1


def looked_at(where: Floats, facing: Floats, sights: Sights) -> Ints:
    """The exhibit that each head looks at, as a place in ``sights``, or -1.

    Of several, the one whose edge is nearest. Heads and ways are (n, 3); height does not matter.
    """
    if not len(sights.nodes) or not len(where):
        return np.full(len(where), NOTHING, np.intp)
    way = sights.middles[None, :, :] - where[:, None, [0, 2]]
    distance = np.linalg.norm(way, axis=2)
    edge = np.maximum(distance - sights.reaches[None, :], 0.0)
    # Within an exhibit's reach (inside a large one) there is no way to face but towards it.
    ahead = np.einsum("nmk,nk->nm", way, facing[:, [0, 2]])
    flat = np.linalg.norm(facing[:, [0, 2]], axis=1)[:, None]
    faces = (ahead >= WITHIN * distance * flat) & (flat > 0.05) | (edge == 0.0)
    edge[~((edge <= NEAR) & faces)] = np.inf
    nearest = edge.argmin(axis=1)
    found = np.isfinite(edge[np.arange(len(edge)), nearest])
    return np.where(found, nearest, NOTHING).astype(np.intp)
