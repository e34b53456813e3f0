"""How an exhibit stands: its foot on a place, at true scale or made to fit.

The *foot* of a model is the middle of the underside of its bounding box. Vectors are in the space
of the node's parent, in metres.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from scenes.places import IDENTITY, Quaternion, Vector, rotate

Fit = Literal["true", "fitted"]
SMALLEST = 0.15
"""Metres: a fitted exhibit smaller than this is enlarged to be seen."""
ROOM_ON_PLINTH = 1.1
"""A fitted exhibit may reach this much over its plinth's edge."""
ROOM_ON_FLOOR = 1.5
"""Metres: half the width of a fitted exhibit that stands on the floor."""
ROOM_IN_BOOTH = 0.3
"""Metres between a fitted exhibit in the middle of a booth and the booth's edge."""
TALLEST = 3.0
"""Metres: the tallest fitted exhibit."""
LEAST_SCALE, MOST_SCALE = 1e-6, 1000.0
NEAR = 1e-4
GRAIN = 6
"""Decimals of a metre that a translation keeps, so that rolling back leads to the same place."""


class Spot(NamedTuple):
    """A place for an exhibit's foot; ``reach``: half the width that there is."""

    foot: Vector
    reach: float = ROOM_ON_FLOOR


class Seat(NamedTuple):
    """The transform of an exhibit's node; the scale is the same along every axis."""

    foot: Vector
    turn: Quaternion
    scale: float

    def properties(self, bounds: Mapping[str, Any]) -> dict[str, list[float]]:
        """Translation, rotation and scale that put a model's foot here."""
        low, high = bounds["min"], bounds["max"]
        middle = (
            self.scale * (low[0] + high[0]) / 2,
            self.scale * low[1],
            self.scale * (low[2] + high[2]) / 2,
        )
        moved = rotate(self.turn, middle)
        return {
            # Plus nought, as what is rounded to nought from below would be written as -0.0.
            "translation": [
                round(f - m, GRAIN) + 0.0 for f, m in zip(self.foot, moved, strict=True)
            ],
            "rotation": list(self.turn),
            "scale": [self.scale] * 3,
        }


def _rounded(metres: float) -> float:
    # Plus nought, as what is rounded to nought from below would be written as -0.0.
    return round(metres, GRAIN) + 0.0


def spot_on(plinth: Mapping[str, Any]) -> Spot:
    """The top of a plinth."""
    size = plinth["plinth"]
    return Spot((0.0, float(size["height"]), 0.0), float(size["radius"]) * ROOM_ON_PLINTH)


def spot_in(booth: Mapping[str, Any]) -> Spot:
    """The middle of a booth's floor; what stands there leaves room to its walls."""
    size = booth.get("booth")
    if size is None:
        return Spot((0.0, 0.0, 0.0))
    reach = min(float(size["width"]), float(size["depth"])) / 2 - ROOM_IN_BOOTH
    return Spot((0.0, 0.0, 0.0), max(0.1, min(reach, ROOM_ON_FLOOR)))


def scale_for(bounds: Mapping[str, Any], reach: float, fit: Fit) -> float:
    """1 at true scale; fitted, 1 where it stands well so, else what makes it fit."""
    if fit == "true":
        return 1.0
    wide, tall, deep = (float(b - a) for a, b in zip(bounds["min"], bounds["max"], strict=True))
    width, height = max(wide, deep, 1e-6), max(tall, 1e-6)
    largest = min(2 * reach / width, TALLEST / height)
    smallest = SMALLEST / max(width, height)
    wanted: float = max(min(1.0, largest), min(smallest, largest))
    return min(max(wanted, LEAST_SCALE), MOST_SCALE)


def turned(yaw: float) -> Quaternion:
    """A turn by so many radians about +Y."""
    return (0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2))


def yaw_of(node: Mapping[str, Any]) -> float:
    """Radians about +Y by which a node is turned; 0 when it is not."""
    x, y, z, w = node.get("rotation", IDENTITY)
    return math.atan2(2 * (w * y + x * z), 1 - 2 * (x * x + y * y))


def seat_of(node: Mapping[str, Any]) -> Seat | None:
    """How a node's model stands now; None when its scale is not the same along every axis."""
    scale: Sequence[float] = node.get("scale", (1.0, 1.0, 1.0))
    if max(scale) - min(scale) > NEAR * max(map(abs, scale)):
        return None
    turn = tuple(node.get("rotation", IDENTITY))
    own = Seat((0.0, 0.0, 0.0), turn, float(scale[0]))
    offset = own.properties(node["model"]["bounds"])["translation"]
    x, y, z = (t - o for t, o in zip(node.get("translation", (0, 0, 0)), offset, strict=True))
    return own._replace(foot=(x, y, z))


def reseated(node: Mapping[str, Any], bounds: Mapping[str, Any], reach: float) -> Seat | None:
    """How a model with other bounds stands in the same place: the same foot, the same turn.

    A fitted one is fitted anew, as much larger or smaller than fits as somebody has made it; any
    other keeps its scale. None for a node that was not placed so: it stays as it is.
    """
    fit: Fit | None = node.get("exhibit", {}).get("fit")
    seat = seat_of(node)
    if fit is None or seat is None:
        return None
    if fit == "true":
        return seat
    share = seat.scale / scale_for(node["model"]["bounds"], reach, fit)
    return seat._replace(scale=min(scale_for(bounds, reach, fit) * share, MOST_SCALE))
