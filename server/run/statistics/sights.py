"""What there is to look at in a hall: its exhibits as arrays, worked out once a scene."""

from __future__ import annotations

from math import hypot
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.places import place_of
from scenes.state import SceneState

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
LEAST_REACH = 0.3
"""Metres from the middle of an exhibit whose size is not known to its edge."""


class Sights(NamedTuple):
    """Exhibits of a hall: node, kept exhibit ("" for none), middle (x, z), reach in metres."""

    nodes: tuple[str, ...]
    exhibits: tuple[str, ...]
    middles: Floats
    reaches: Floats


def sights_of(state: SceneState) -> Sights:
    """The exhibits that stand in a hall."""
    found = [name for name, node in state.nodes.items() if node["kind"] == "exhibit"]
    spots = [_spot(state.nodes, name) for name in found]
    return Sights(
        tuple(found),
        tuple(str(state.nodes[name].get("exhibit", {}).get("id", "")) for name in found),
        np.array([spot[:2] for spot in spots], np.float32).reshape(-1, 2),
        np.array([spot[2] for spot in spots], np.float32),
    )


def _spot(nodes: Any, name: str) -> tuple[float, float, float]:
    """Where the middle of what it shows is, and how far it reaches to the sides."""
    place = place_of(nodes, name)
    x, _, z = place.position
    bounds = nodes[name].get("model", {}).get("bounds")
    if bounds is None:
        return x, z, LEAST_REACH
    wide = (bounds["max"][0] - bounds["min"][0]) * abs(place.scale[0])
    deep = (bounds["max"][2] - bounds["min"][2]) * abs(place.scale[2])
    return x, z, max(LEAST_REACH, hypot(wide, deep) / 2)
