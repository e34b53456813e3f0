"""Closed rings of points in the XZ plane, and the edges that bound a walkable area.

Everything here is two-dimensional: column 0 is x, column 1 is z, both in metres.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]
SAME = 1e-6
"""Points nearer than this are one point."""
_ROWS = 256
_NEAR_FIRST = (16, 64, 256)


class Edges(NamedTuple):
    """Directed edges: edge i runs from `a[i]` to `a[after[i]]`, with the walkable side on its left.

    `before[i]` is the edge that ends where edge i begins; `ring[i]` is 0 for the outline and counts
    the holes from 1.
    """

    a: Points
    after: NDArray[np.intp]
    before: NDArray[np.intp]
    ring: NDArray[np.intp]

    @property
    def b(self) -> Points:
        """The ends of the edges."""
        ends: Points = self.a[self.after]
        return ends


def clean(points: Sequence[Sequence[float]]) -> Points | None:
    """The ring without repeated points; None when it has no area or holds an unusable number."""
    ring = np.array([[p[0], p[1]] for p in points], dtype=np.float64).reshape(-1, 2)
    if not np.isfinite(ring).all():
        return None
    ring = ring[np.abs(ring - np.roll(ring, 1, axis=0)).max(axis=1, initial=0.0) > SAME]
    return ring if len(ring) >= 3 and abs(signed_area(ring)) > SAME else None


def signed_area(ring: Points) -> float:
    """The shoelace area: positive when the ring turns from +x towards +z."""
    following = np.roll(ring, -1, axis=0)
    return float((ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]).sum() / 2)


def join(outline: Points, holes: Iterable[Points]) -> Edges:
    """All edges of an area, every ring turned so that the walkable side is on the left."""
    rings = [outline if signed_area(outline) > 0 else outline[::-1]]
    rings += [hole if signed_area(hole) < 0 else hole[::-1] for hole in holes]
    sizes = [len(ring) for ring in rings]
    starts = np.repeat(np.cumsum([0, *sizes[:-1]]), sizes)
    place = np.arange(sum(sizes)) - starts
    length = np.repeat(sizes, sizes)
    return Edges(
        a=np.concatenate(rings),
        after=starts + (place + 1) % length,
        before=starts + (place - 1) % length,
        ring=np.repeat(np.arange(len(rings)), sizes),
    )


def contains(edges: Edges, points: Points) -> Flags:
    """Which of the points lie inside, by the even-odd rule."""
    a, b = edges.a, edges.b
    x, z = points[:, :1], points[:, 1:]
    straddles = (a[:, 1] > z) != (b[:, 1] > z)
    rise = b[:, 1] - a[:, 1]
    slope = (b[:, 0] - a[:, 0]) / np.where(rise == 0.0, 1.0, rise)
    hits = straddles & (x < a[:, 0] + (z - a[:, 1]) * slope)
    inside: Flags = np.count_nonzero(hits, axis=1) % 2 == 1
    return inside


def closest(edges: Edges, point: Points) -> tuple[Points, int, float]:
    """The boundary point nearest to `point`, the edge it is on, and how far along (0..1)."""
    along = edges.b - edges.a
    squared = np.maximum((along * along).sum(axis=1), SAME * SAME)
    t = np.clip(((point - edges.a) * along).sum(axis=1) / squared, 0.0, 1.0)
    feet = edges.a + along * t[:, None]
    nearest = int(((feet - point) ** 2).sum(axis=1).argmin())
    return feet[nearest], nearest, float(t[nearest])


def sees(edges: Edges, eye: Points, targets: Points) -> Flags:
    """Which targets the straight line from `eye` reaches without touching any edge.

    The edges nearest to the eye hide most of what is hidden, so they are asked first and only what
    they leave is compared with the rest.
    """
    a, b = edges.a, edges.b
    if len(targets) == 1:
        return ~_hidden(a, b, eye, targets)
    free = np.arange(len(targets))
    for chunk in np.split(_by_distance(a, b, eye), _NEAR_FIRST):
        free = free[~_hidden(a[chunk], b[chunk], eye, targets[free])]
    seen = np.zeros(len(targets), dtype=np.bool_)
    seen[free] = True
    return seen


def _by_distance(a: Points, b: Points, eye: Points) -> NDArray[np.intp]:
    along = b - a
    squared = np.maximum((along * along).sum(axis=1), SAME * SAME)
    t = np.clip(((eye - a) * along).sum(axis=1) / squared, 0.0, 1.0)
    return np.argsort(((a + along * t[:, None] - eye) ** 2).sum(axis=1))


def _hidden(a: Points, b: Points, eye: Points, targets: Points) -> Flags:
    eye_side = _side(a, b, eye[None])
    start_side = _turn(eye, targets, a)
    hides = (eye_side * _side(a, b, targets) <= 0.0) & (start_side * _turn(eye, targets, b) <= 0.0)
    return np.asarray(hides.any(axis=1))


def _turn(eye: Points, targets: Points, corners: Points) -> Points:
    reach, corner = targets - eye, corners - eye
    turn: Points = reach[:, :1] * corner[:, 1] - reach[:, 1:] * corner[:, 0]
    return turn


def touching(edges: Edges) -> tuple[int, int] | None:
    """Two edges that meet although they are not neighbours, or fold onto each other."""
    for first in range(0, len(edges.a), _ROWS):
        rows = np.arange(first, min(first + _ROWS, len(edges.a)))
        found = np.argwhere(_meets(edges, rows))
        if len(found):
            return int(rows[found[0][0]]), int(found[0][1])
    return None


def _meets(edges: Edges, rows: NDArray[np.intp]) -> Flags:
    a, b = edges.a, edges.b
    starts, ends = a[rows], b[rows]
    start_side, end_side = _side(a, b, starts), _side(a, b, ends)
    corner = _side(starts, ends, a).T
    meets = (start_side * end_side <= 0.0) & (corner * corner[:, edges.after] <= 0.0)
    meets &= _boxes_overlap(edges, rows)
    here = np.arange(len(rows))
    for neighbour in (rows, edges.after[rows], edges.before[rows]):
        meets[here, neighbour] = False
    folds = _folds_back(edges)[rows]
    meets[here, edges.after[rows]] |= folds
    return meets


def crossing_points(one: Edges, other: Edges) -> Points:
    """Where edges of one area properly cross edges of another."""
    starts = _side(other.a, other.b, one.a)
    corners = _side(one.a, one.b, other.a).T
    ends = starts[one.after]
    crosses = (starts * ends < 0.0) & (corners * corners[:, other.after] < 0.0)
    rows, columns = np.nonzero(crosses)
    share = starts[rows, columns] / (starts[rows, columns] - ends[rows, columns])
    points: Points = one.a[rows] + (one.b - one.a)[rows] * share[:, None]
    return points


def _side(a: Points, b: Points, points: Points) -> Points:
    along = b - a
    side: Points = along[:, 0] * (points[:, 1:] - a[:, 1]) - along[:, 1] * (points[:, :1] - a[:, 0])
    return side


def _boxes_overlap(edges: Edges, rows: NDArray[np.intp]) -> Flags:
    low, high = np.minimum(edges.a, edges.b), np.maximum(edges.a, edges.b)
    overlap = (low[rows][:, None] <= high) & (high[rows][:, None] >= low)
    return np.asarray(overlap.all(axis=2))


def _folds_back(edges: Edges) -> Flags:
    along = edges.b - edges.a
    (x, z), (next_x, next_z) = along.T, along[edges.after].T
    flat = np.abs(x * next_z - z * next_x) < SAME
    back: Flags = flat & (x * next_x + z * next_z < 0.0)
    return back
