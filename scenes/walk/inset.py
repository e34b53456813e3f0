"""Points just off the walls of an area: where walkers may stand and turn."""

from __future__ import annotations

import numpy as np

from scenes.walk.rings import Edges, Points, contains, sees

CLEARANCE = (0.3, 0.1, 0.02, 0.002)
"""Metres to keep from walls, the first that fits."""
_STRAIGHT = 1e-3


def jutting(edges: Edges) -> list[int]:
    """The corners that jut into the area: the only ones a shortest way bends around."""
    arriving = edges.a - edges.a[edges.before]
    leaving = edges.b - edges.a
    turn = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
    return [int(corner) for corner in np.flatnonzero(turn < 0.0)]


def off_corner(edges: Edges, corner: int) -> Points | None:
    """A point off a corner, on the line that halves its angle; None when nothing fits."""
    at = edges.a[corner]
    back = _unit(edges.a[edges.before[corner]] - at)
    on = _unit(edges.a[edges.after[corner]] - at)
    half = back + on
    if np.hypot(*half) < _STRAIGHT:
        return _off(edges, at, _left(on))
    convex = on[0] * back[1] - on[1] * back[0] > 0.0
    return _off(edges, at, _unit(half) if convex else -_unit(half))


def off_edge(edges: Edges, edge: int, at: Points) -> Points | None:
    """A point off the wall at `at` on an edge; None when nothing fits."""
    return _off(edges, at, _left(_unit(edges.a[edges.after[edge]] - edges.a[edge])))


def _off(edges: Edges, wall: Points, direction: Points) -> Points | None:
    for clearance in CLEARANCE:
        point = wall + direction * clearance
        near = wall + direction * (clearance / 20)
        if contains(edges, point[None])[0] and sees(edges, point, near[None])[0]:
            return point
    return None


def _unit(vector: Points) -> Points:
    unit: Points = vector / np.hypot(*vector)
    return unit


def _left(along: Points) -> Points:
    return np.array([-along[1], along[0]])
