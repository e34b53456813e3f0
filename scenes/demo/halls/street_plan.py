"""Where things stand on the enterprise street. Metres; the entrance is at +Z."""

from __future__ import annotations

from typing import NamedTuple

from scenes.demo.kit_polygon import Polygon, rectangle
from scenes.demo.kit_room import Room

ROOM = Room(-11.2, -28.0, 11.2, 27.0, 0.0, 7.2)
WIDTH, DEPTH, HEIGHT = 6.0, 4.4, 3.2
"""A booth's size: along the street, away from it, and up to its canopy."""
_OUT, _PITCH, _FIRST = 8.7, 7.0, 18.5
_QUARTER = 1.5708


class Spot(NamedTuple):
    """A booth: its number, the middle of its floor, and its turn; it opens towards the street."""

    no: str
    x: float
    z: float
    yaw: float


BOOTHS = tuple(
    Spot(f"{row}-{i + 1:02}", side * _OUT, _FIRST - i * _PITCH, -side * _QUARTER)
    for row, side in (("A", -1), ("B", 1))
    for i in range(6)
)
"""From the entrance on, A on the left and B on the right."""
GAPS = tuple((side * 8.42, _FIRST - (i + 0.5) * _PITCH) for side in (-1, 1) for i in range(5))
"""Where shrubs stand between neighbours."""
PLANTERS = tuple((0.0, _FIRST - (i + 0.5) * _PITCH) for i in range(5))
DESKS = ((-7.4, -22.8), (-7.4, -25.6), (7.4, -22.8), (7.4, -25.6))

_STRIP = 8.0
"""How far from the middle one may step onto the booths' pads: up to what is shown there."""


def floor() -> Polygon:
    """Return the walkable floor: the street, the front of each pad, and both ends."""
    far, a, b = ROOM.x1 - 0.4, _FIRST - 5 * _PITCH - 3.4, _FIRST + 3.4
    north, south = ROOM.z0 + 0.4, ROOM.z1 - 0.35
    east = [(far, a), (_STRIP, a), (_STRIP, b), (far, b)]
    west = [(-x, z) for x, z in reversed(east)]
    return [(-far, north), (far, north), *east, (far, south), (-far, south), *west]


def holes() -> list[Polygon]:
    """Return what stands in the way: the trees' beds and the shared desks."""
    beds = [rectangle(x - 1.6, z - 1.6, x + 1.6, z + 1.6) for x, z in PLANTERS]
    return beds + [rectangle(x - 1.75, z - 1.05, x + 1.75, z + 1.05) for x, z in DESKS]
