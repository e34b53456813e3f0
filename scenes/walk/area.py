"""One walkable area: an outline with holes at one height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

import numpy as np

from scenes.walk.inset import jutting, off_corner, off_edge
from scenes.walk.rings import (
    Edges,
    Flags,
    Points,
    clean,
    closest,
    contains,
    join,
    sees,
    signed_area,
)

_TIGHT = 0.001
_CORNER = 1e-9
_FAR = 1e6
_TRIES = 4
_FAN = np.outer(np.arange(256), (0.7548776662466927, 0.5698402909980532))
# Roberts' R2 sequence: it covers a rectangle evenly however many of its points are used.


class Area:
    """A polygon with holes, level at `y`, and the questions a walker asks of it.

    `low` and `high` are its box, `size` is in square metres.
    """

    def __init__(self, y: float, edges: Edges, size: float) -> None:
        self.y = y
        self.size = size
        self.edges = edges
        self.low = edges.a.min(axis=0)
        self.high = edges.a.max(axis=0)

    @classmethod
    def load(cls, area: Mapping[str, Any]) -> Self | None:
        """Build from an entry of a hall's `walk.areas`; None when its outline encloses nothing."""
        outline = clean(area["polygon"])
        if outline is None or not np.isfinite(area["y"]):
            return None
        holes = [ring for ring in map(clean, area.get("holes", ())) if ring is not None]
        size = abs(signed_area(outline)) - sum(abs(signed_area(hole)) for hole in holes)
        return cls(float(area["y"]), join(outline, holes), max(size, 0.0))

    def contains(self, point: Points) -> bool:
        """Whether x, z lie inside the outline and in no hole."""
        if (point < self.low).any() or (point > self.high).any():
            return False
        return bool(contains(self.edges, point[None])[0])

    def distance(self, point: Points) -> float:
        """Metres from the area as seen from above, 0 inside."""
        if self.contains(point):
            return 0.0
        return float(np.hypot(*(closest(self.edges, point)[0] - point)))

    def settle(self, point: Points) -> Points:
        """The point itself when it is well inside, else one nearby that is."""
        for _ in range(_TRIES):
            wall, edge, along = closest(self.edges, point)
            if np.hypot(*(point - wall)) >= _TIGHT and self.contains(point):
                break
            found = self._off_wall(wall, edge, along)
            point = wall if found is None else found
        return point

    def _off_wall(self, wall: Points, edge: int, along: float) -> Points | None:
        found = off_edge(self.edges, edge, wall) if _CORNER < along < 1.0 - _CORNER else None
        if found is None:  # so near a corner that the next wall is in the way
            found = off_corner(self.edges, edge if along < 0.5 else int(self.edges.after[edge]))
        return found

    def sees(self, eye: Points, targets: Points) -> Flags:
        """Which targets a straight walk from `eye` reaches without touching a wall."""
        return sees(self.edges, eye, targets)

    @cached_property
    def corners(self) -> Points:
        """Where ways may bend: a point off every corner that juts into the area."""
        found = (off_corner(self.edges, corner) for corner in jutting(self.edges))
        return np.array([point for point in found if point is not None]).reshape(-1, 2)

    @property
    def cost(self) -> int:
        """How many edges one look around has to consider."""
        return len(self.edges.a)

    def somewhere(self, across: float, along: float) -> Points:
        """A point inside, spread evenly as the two values are over 0..1."""
        fan = (_FAN + np.array([across, along])) % 1.0
        points = self.low + fan * (self.high - self.low)
        inside = np.flatnonzero(contains(self.edges, points))
        return self.settle(points[inside[0] if len(inside) else 0])


def flat(point: Sequence[float]) -> Points:
    """The x and z of a position, kept to numbers whose squares can be told apart."""
    x, z = (min(max(float(v), -_FAR), _FAR) for v in (point[0], point[2]))
    return np.array([x, z])
