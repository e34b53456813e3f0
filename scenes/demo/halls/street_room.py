"""The enterprise street as it is drawn: a bright arcade, booths on both sides, trees between."""

from __future__ import annotations

import numpy as np

from scenes.author import Model, Node, Surface
from scenes.demo import palette as c
from scenes.demo.grounds.forest import leafy, masked
from scenes.demo.grounds.tree_shapes import SPECIES, Look, tree
from scenes.demo.halls.street_plan import (
    BOOTHS,
    DEPTH,
    DESKS,
    GAPS,
    HEIGHT,
    PLANTERS,
    ROOM,
    WIDTH,
    Spot,
)
from scenes.demo.kit_frame import standing
from scenes.demo.kit_model import MATERIALS, mesh
from scenes.demo.kit_place import repeated_surfaces
from scenes.demo.kit_room import Lamp, Room, ceiling, lit, planks, walls
from scenes.demo.kit_sheet import Sheet

_SKY, _TOP = 2.4, 8.8  # half the skylight's width, and how high its glass is
_PADS = ((0.055, 0.13, 0.13), (0.20, 0.10, 0.065))  # jade and brick, in turn
_HALF, _DEEP = WIDTH / 2, DEPTH / 2


def draw(*, fine: bool) -> bytes:
    """Write the hall as a GLB."""
    s = Sheet(fine=fine)
    planks(s, ROOM, 1.3, 1.3, c.shade(c.STONE, 1.2), vary=0.12, bond=False)
    _shell(s)
    for i, spot in enumerate(BOOTHS):
        with s.at(standing(spot.x, spot.z, spot.yaw)):
            _booth(s, _PADS[(i + i // 6) % 2])
    for x, z in GAPS:
        s.mass("stone", [x - 0.38, 0, z - 0.38], [x + 0.38, 0.7, z + 0.38], c.WHITE, split=0.7)
    for x, z in PLANTERS:
        _planter(s, x, z)
    for x, z in DESKS:
        _desk(s, x, z)
    faces = lit(s, ROOM, _lamps(), (0.5, 0.5, 0.5))
    surfaces = tuple(Surface(mesh(f), MATERIALS[m]) for m, f in faces.items())
    return masked(Model("street", (Node("room", surfaces), *_green(fine))))


def _green(fine: bool) -> tuple[Node, Node]:
    """The trees of the middle, and the shrubs between booths."""
    crown = leafy(tree(SPECIES[0], Look(70, 1.5, 5) if fine else Look(12, 2.4, 2)))
    trees = np.array([(x, 0.3, z) for x, z in PLANTERS])
    shrubs = np.array([(x, 0.55, z) for x, z in GAPS])
    turns = np.arange(len(shrubs)) * 1.3
    return (
        repeated_surfaces("tree", (crown,), trees, turns[: len(trees)], 0.37),
        repeated_surfaces("shrub", (crown,), shrubs, turns, 0.13),
    )


def _shell(s: Sheet) -> None:
    walls(s, ROOM, c.WHITE, sides="ew", split=1.6)
    walls(s, ROOM, c.TIMBER, sides="n", split=1.6)
    _front(s)
    for x0, x1 in ((ROOM.x0, -_SKY), (_SKY, ROOM.x1)):
        ceiling(s, ROOM._replace(x0=x0, x1=x1), c.WHITE)
    well = Room(-_SKY, ROOM.z0, _SKY, ROOM.z1, ROOM.ceiling, _TOP)
    walls(s, well, c.WHITE, split=3)
    ends = (ROOM.z0, ROOM.z1)
    glass = [(-_SKY, _TOP, ends[0]), (_SKY, _TOP, ends[0]), (_SKY, _TOP, ends[1])]
    s.quads("daylight", [[*glass, (-_SKY, _TOP, ends[1])]], (0.72, 0.8, 0.9))
    _ribs(s)
    _fins(s)
    foot = Room(ROOM.x0 + 0.02, ROOM.z0 + 0.02, ROOM.x1 - 0.02, ROOM.z1 - 0.02, 0.0, 0.12)
    walls(s, foot, c.SLATE, sides="ewn", split=4)


def _ribs(s: Sheet) -> None:
    """Timber beams across the street, a rhythm to walk by."""
    zs = np.linspace(ROOM.z0, ROOM.z1, 22 if s.fine else 8)[1:-1]
    low = np.stack([0 * zs + ROOM.x0, 0 * zs + ROOM.ceiling - 0.42, zs - 0.08], axis=1)
    high = np.stack([0 * zs + ROOM.x1, 0 * zs + ROOM.ceiling, zs + 0.08], axis=1)
    s.boxes("stone", low, high, c.TIMBER_PALE, faces="snd", split=2.4)
    for x in (-4.6, 4.6):
        s.boxes(
            "glow",
            [x - 0.06, ROOM.ceiling - 0.5, ROOM.z0 + 1],
            [x + 0.06, ROOM.ceiling - 0.44, ROOM.z1 - 1],
            (1, 0.95, 0.86),
        )


def _fins(s: Sheet) -> None:
    """Upright timber above the booths, and behind the title."""
    zs = np.arange(ROOM.z0 + 0.5, ROOM.z1 - 0.4, 0.7 if s.fine else 2.8)
    for x, faces in ((ROOM.x0, "esn"), (ROOM.x1 - 0.12, "wsn")):
        low = np.stack([0 * zs + x, 0 * zs + 4.0, zs], axis=1)
        s.boxes("stone", low, low + np.array([0.12, 2.4, 0.1]), c.TIMBER, faces=faces, split=3)
    xs = np.arange(ROOM.x0 + 0.3, ROOM.x1 - 0.2, 0.34 if s.fine else 1.4)
    xs = xs[np.abs(xs) > 2.1]
    low = np.stack([xs, 0 * xs, 0 * xs + ROOM.z0], axis=1)
    s.boxes("stone", low, low + np.array([0.12, 4.0, 0.08]), c.TIMBER_PALE, faces="ews", split=2)


def _front(s: Sheet) -> None:
    """The glass front: daylight between bronze mullions, a timber band above."""
    z, y, wide = ROOM.z1, 4.6, ROOM.x1
    band = [(wide, y, z), (-wide, y, z), (-wide, ROOM.ceiling, z), (wide, ROOM.ceiling, z)]
    s.quads("stone", [band], c.TIMBER, split=1.4)
    out = z + 0.3
    day = [[(wide, 0, out), (-wide, 0, out), (-wide, y, out), (wide, y, out)]]
    s.quads("daylight", day, (0.52, 0.57, 0.62))
    xs = np.linspace(-wide, wide, 11)
    low = np.stack([xs - 0.05, 0 * xs, 0 * xs + z - 0.12], axis=1)
    s.boxes("stone", low, low + np.array([0.1, y, 0.2]), c.BRONZE, faces="ewn")
    s.boxes("stone", [-wide, 3.0, z - 0.1], [wide, 3.1, z], c.BRONZE, faces="nud")
    posts = [[-2.4, 0, z - 0.25], [2.25, 0, z - 0.25]], [[-2.25, 3.2, z], [2.4, 3.2, z]]
    s.boxes("stone", *posts, c.BRONZE)
    s.boxes("stone", [-2.4, 3.2, z - 0.25], [2.4, 3.38, z], c.BRONZE)


def _booth(s: Sheet, pad: c.Color) -> None:
    """One booth, its open side towards +Z: a pad, a wall for its sign, a light timber canopy."""
    w, d, top = _HALF, _DEEP, HEIGHT
    s.boxes("floor", [-w, 0, -d], [w, 0.03, d], pad, faces="uewsn", split=0.9)
    s.boxes("stone", [-w, 0.03, d - 0.09], [w, 0.036, d - 0.03], c.GOLD, faces="u")
    s.mass("stone", [-w, 0, -d], [w, top + 0.1, -d + 0.12], c.WHITE, split=0.8)
    for x in (-w, w - 0.1):
        s.mass("stone", [x, 0, -d + 0.12], [x + 0.1, top, 0.3], c.WHITE, split=0.8)
    count = 9 if s.fine else 3
    xs = np.linspace(-w, w - 0.09, count)
    low = np.stack([xs, 0 * xs + top + 0.1, 0 * xs - d], axis=1)
    s.boxes(
        "stone", low, low + np.array([0.09, 0.16, 2 * d - 0.1]), c.TIMBER, faces="ewd", split=1.5
    )
    s.boxes("stone", [-w, top, d - 0.14], [w, top + 0.42, d], c.TIMBER_PALE, split=1.2)
    s.boxes("glow", [-w + 0.1, top - 0.03, d - 0.1], [w - 0.1, top, d - 0.04], (1, 0.9, 0.75))
    s.boxes("stone", [-w, 0.12, -d + 0.12], [w, 0.16, -d + 0.14], c.GOLD, faces="us")


def _planter(s: Sheet, x: float, z: float) -> None:
    """A raised bed for a tree; its rim is a bench."""
    s.mass("stone", [x - 1.0, 0, z - 1.0], [x + 1.0, 0.42, z + 1.0], c.WHITE, split=0.7)
    for x0, z0, x1, z1 in (
        (-1.25, -1.25, 1.25, -0.8), (-1.25, 0.8, 1.25, 1.25),
        (-1.25, -0.8, -0.8, 0.8), (0.8, -0.8, 1.25, 0.8),
    ):  # fmt: skip
        s.boxes("stone", [x + x0, 0.42, z + z0], [x + x1, 0.48, z + z1], c.TIMBER, split=1)
    s.boxes("stone", [x - 0.8, 0.4, z - 0.8], [x + 0.8, 0.44, z + 0.8], (0.06, 0.045, 0.03), "u")


def _desk(s: Sheet, x: float, z: float) -> None:
    """A shared table for two, with a screen between them."""
    s.boxes("stone", [x - 1.4, 0.72, z - 0.7], [x + 1.4, 0.76, z + 0.7], c.TIMBER_PALE, split=0.8)
    for side in (-1.34, 1.26):
        s.boxes("stone", [x + side, 0, z - 0.6], [x + side + 0.08, 0.72, z + 0.6], c.SLATE)
    s.boxes("stone", [x - 1.3, 0.76, z - 0.02], [x + 1.3, 1.12, z + 0.02], (0.06, 0.14, 0.15))
    s.solid([x - 1.4, 0.7, z - 0.7], [x + 1.4, 0.76, z + 0.7])


def _lamps() -> list[Lamp]:
    day = [
        Lamp((0, _TOP - 0.6, float(z)), 9.0, color=(0.86, 0.94, 1.0))
        for z in np.arange(ROOM.z0 + 3, ROOM.z1, 6.0)
    ]
    strips = [
        Lamp((x, 6.4, float(z)), 4.0)
        for x in (-4.6, 4.6)
        for z in np.arange(ROOM.z0 + 4, ROOM.z1, 7.0)
    ]
    front = [Lamp((x, 2.6, ROOM.z1), 8.0, (0, -0.2, -1), 0.0, (0.85, 0.93, 1.0)) for x in (-6.0, 6)]
    end = [Lamp((x, 5.4, ROOM.z0 + 1.8), 8.0) for x in (-6.0, 0, 6)]
    return day + strips + front + end + [lamp for spot in BOOTHS for lamp in _booth_lamps(spot)]


def _booth_lamps(spot: Spot) -> list[Lamp]:
    """Two lamps under the canopy that wash the wall where the sign hangs."""
    frame = standing(spot.x, spot.z, spot.yaw)
    return [
        Lamp((float(p[0]), float(p[1]), float(p[2])), 5.5)
        for p in frame.points([[-1.5, HEIGHT - 0.1, 0.2], [1.5, HEIGHT - 0.1, 0.2]])
    ]
