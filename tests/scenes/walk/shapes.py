"""Floors for the tests, and strategies that draw them."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

Ring = list[list[float]]


def rectangle(x: float, z: float, width: float, depth: float) -> Ring:
    """A rectangle, counter-clockwise as seen from above (+z towards the reader)."""
    return [[x, z], [x, z + depth], [x + width, z + depth], [x + width, z]]


def area(name: str, polygon: Ring, *holes: Ring, y: float = 0.0) -> dict[str, Any]:
    return {"id": name, "y": y, "polygon": polygon, "holes": list(holes)}


def walk(*areas: dict[str, Any], links: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"areas": list(areas), "links": links or []}


def _star(radii: list[float]) -> Ring:
    step = 2 * math.pi / len(radii)
    return [[r * math.cos(-i * step), r * math.sin(-i * step)] for i, r in enumerate(radii)]


stars = st.lists(st.floats(1.0, 40.0), min_size=3, max_size=24).map(_star)
"""Simple polygons around the origin, often very spiky."""

shares = st.floats(0.0, 1.0, exclude_max=True)


@st.composite
def courtyards(draw: st.DrawFn) -> dict[str, Any]:
    """A square yard with a pillar of its own size and shape in some of its 5 x 5 cells."""
    holes = []
    for cell in sorted(draw(st.sets(st.integers(0, 24), max_size=16))):
        x, z = 4.0 * (cell % 5) + 2.0, 4.0 * (cell // 5) + 2.0
        corners = draw(st.lists(st.floats(0.1, 1.9), min_size=3, max_size=7))
        holes.append([[x + dx, z + dz] for dx, dz in _star(corners)])
    return area("yard", rectangle(0, 0, 20, 20), *holes)
