"""Where one may walk from one area straight into another: they overlap or touch at one height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

import numpy as np

from scenes.walk.area import Area
from scenes.walk.graph import Stop
from scenes.walk.rings import Edges, Points, crossing_points

GAP = 0.05
"""Metres between two areas that still count as touching."""
_MOST = 24


def crossings(areas: Sequence[Area], step: float) -> list[tuple[Stop, Stop]]:
    """Links between areas that meet with no more than `step` metres up or down."""
    found: list[tuple[Stop, Stop]] = []
    for (i, one), (j, other) in combinations(enumerate(areas), 2):
        if abs(one.y - other.y) <= step and _boxes_meet(one, other):
            places = _shared(one, other)
            found += [(_stop(i, one, place), _stop(j, other, place)) for place in places]
    return found


def _stop(number: int, area: Area, place: Points) -> Stop:
    x, z = area.settle(place)
    return Stop(number, (float(x), area.y, float(z)))


def _boxes_meet(one: Area, other: Area) -> bool:
    return bool((one.low <= other.high + GAP).all() and (other.low <= one.high + GAP).all())


def _shared(one: Area, other: Area) -> list[Points]:
    """Places in both: corners of one that lie in the other, crossings, and what is between them."""
    places = list(islice(_candidates(one, other), _MOST))
    middles = ((a + b) / 2 for a, b in combinations(places[:6], 2))
    return places + [middle for middle in middles if _in_both(one, other, middle)]


def _candidates(one: Area, other: Area) -> Iterator[Points]:
    yield from crossing_points(one.edges, other.edges)
    yield from _touching_corners(one.edges, other)
    yield from _touching_corners(other.edges, one)


def _touching_corners(edges: Edges, area: Area) -> Iterator[Points]:
    return (corner for corner in edges.a if area.distance(corner) <= GAP)


def _in_both(one: Area, other: Area, place: Points) -> bool:
    return bool(np.hypot(one.distance(place), other.distance(place)) <= GAP)
