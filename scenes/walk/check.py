"""What is wrong with a walkable floor, in codes, for the checks that a patch passes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from scenes.findings import Finding
from scenes.walk.area import Area, flat
from scenes.walk.rings import Points, clean, contains, join, signed_area, touching

MOST_POINTS = 4096
"""Corners that all areas of a hall may have together."""
SMALLEST = 0.01
REACH = 1.0
"""Metres that the end of a link may lie beside its area."""


def find_walk_faults(walk: Mapping[str, Any], pointer: str = "/hall/walk") -> Iterator[Finding]:
    """Every fault of a `walk` value whose shape is already known to be right.

    Codes: `walk_too_large`, `walk_not_a_number`, `walk_too_small`, `walk_crosses_itself`,
    `walk_hole_outside`, `walk_doubled_id`, `walk_link_nowhere`.
    """
    areas = walk["areas"]
    if sum(map(_points, areas)) > MOST_POINTS:
        yield Finding(f"{pointer}/areas", "walk_too_large", "error", str(MOST_POINTS))
        return
    yield from _doubled_ids(areas, f"{pointer}/areas")
    faults = [f for i, area in enumerate(areas) for f in _area_faults(area, f"{pointer}/areas/{i}")]
    yield from faults
    if not faults:
        yield from _lost_links(walk, f"{pointer}/links")


def _points(area: Mapping[str, Any]) -> int:
    return len(area["polygon"]) + sum(map(len, area.get("holes", ())))


def _doubled_ids(areas: Sequence[Mapping[str, Any]], pointer: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, area in enumerate(areas):
        if area["id"] in seen:
            yield Finding(f"{pointer}/{number}/id", "walk_doubled_id", "error", area["id"])
        seen.add(area["id"])


def _area_faults(area: Mapping[str, Any], pointer: str) -> Iterator[Finding]:
    names = ["polygon", *(f"holes/{i}" for i in range(len(area.get("holes", ()))))]
    rings: list[Points] = []
    faults: list[Finding] = []
    for name, points in zip(names, [area["polygon"], *area.get("holes", ())], strict=True):
        ring, fault = _ring(points, f"{pointer}/{name}")
        rings += [] if ring is None else [ring]
        faults += [] if fault is None else [fault]
    if not math.isfinite(area["y"]):
        faults.append(Finding(f"{pointer}/y", "walk_not_a_number"))
    yield from faults
    if not faults:
        yield from _crossings(rings, names, pointer)


def _ring(points: Sequence[Sequence[float]], pointer: str) -> tuple[Points | None, Finding | None]:
    if not all(math.isfinite(value) for point in points for value in point):
        return None, Finding(pointer, "walk_not_a_number")
    ring = clean(points)
    if ring is None or abs(signed_area(ring)) < SMALLEST:
        return None, Finding(pointer, "walk_too_small", "error", f"{SMALLEST} m²")
    return ring, None


def _crossings(rings: list[Points], names: list[str], pointer: str) -> Iterator[Finding]:
    edges = join(rings[0], rings[1:])
    pair = touching(edges)
    if pair is not None:
        ring = max(int(edges.ring[edge]) for edge in pair)
        yield Finding(f"{pointer}/{names[ring]}", "walk_crosses_itself")
        return
    outline = join(rings[0], [])
    for number, hole in enumerate(rings[1:], 1):
        others = [ring for other, ring in enumerate(rings[1:], 1) if other != number]
        within = any(contains(join(other, []), hole[:1])[0] for other in others)
        if within or not contains(outline, hole[:1])[0]:
            yield Finding(f"{pointer}/{names[number]}", "walk_hole_outside")


def _lost_links(walk: Mapping[str, Any], pointer: str) -> Iterator[Finding]:
    areas = [area for area in map(Area.load, walk["areas"]) if area is not None]
    for number, link in enumerate(walk.get("links", ())):
        for end in ("from", "to"):
            if not any(_near(area, link[end]) for area in areas):
                yield Finding(f"{pointer}/{number}/{end}", "walk_link_nowhere")


def _near(area: Area, position: Sequence[float]) -> bool:
    away = np.hypot(area.distance(flat(position)), area.y - position[1])
    return bool(away <= REACH)
