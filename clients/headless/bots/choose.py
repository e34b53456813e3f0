"""What a wandering visitor does next. Pure: a world, a place and dice in, an act out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from clients.headless.geometry import Vec3, added, distance, rotation, turned
from clients.headless.world import World

ROUND: Final = 2.2
"""Metres from an exhibit's middle at which one stands to look at it."""
TALKING: Final = 1.3
"""Metres between people who stand together."""
NEIGHBOURHOOD: Final = 30.0
"""Metres within which others are joined."""
GROUP: Final = 3.0
CROWDED: Final = 4
"""People within the size of a group, in metres, that nobody else joins."""
SEATS: Final = 3
"""Free seats that one considers: a theatre full of them does not make everybody sit down."""
SAMPLED: Final = 16
"""People that one looks at before choosing: a crowd costs no more than a few."""
STROLL: Final = 12.0
NEAR: Final = 25.0
"""Metres at which a place is half as tempting as one at hand."""


@dataclass(frozen=True, slots=True)
class Go:
    """Walk to a place, look at a point, and stay for some seconds."""

    place: Vec3
    look: Vec3
    stay: float


@dataclass(frozen=True, slots=True)
class Rest:
    """Take a seat for some seconds."""

    seat: str
    stay: float


@dataclass(frozen=True, slots=True)
class Pass:
    """Go through a portal."""

    portal: str


@dataclass(frozen=True, slots=True)
class Play:
    """Look at an exhibit and take it apart, switch it, or set it in motion."""

    exhibit: str
    place: Vec3
    look: Vec3


Act = Go | Rest | Pass | Play


def choose(world: World, feet: Vec3, rng: Random) -> Act:
    """The next act: what is near tempts more than what is far."""
    acts, weights = zip(*_tempting(world, feet, rng), strict=True)
    act: Act = rng.choices(acts, weights)[0]
    return act


def _tempting(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    yield _stroll(feet, rng), 0.5
    yield from _exhibits(world, feet, rng)
    yield from _seats(world, feet, rng)
    yield from _people(world, feet, rng)
    yield from _desks(world, feet, rng)
    yield from _views(world, feet, rng)
    for portal in world.of_kind("portal"):
        yield Pass(portal), 0.1 + 0.5 * _pull(feet, world.place(portal)[0])


def _stroll(feet: Vec3, rng: Random) -> Go:
    place = _around(feet, rng.uniform(3.0, STROLL), rng)
    return Go(place, _around(place, 10.0, rng), rng.uniform(1.0, 5.0))


def _exhibits(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    for name in world.of_kind("exhibit"):
        middle = world.place(name)[0]
        place = _around((middle[0], feet[1], middle[2]), ROUND, rng)
        pull = _pull(feet, place)
        yield Go(place, middle, rng.uniform(4.0, 12.0)), 2.0 * pull
        yield Play(name, place, middle), 0.3 * pull


def _seats(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    taken = {person.seat for person in world.people.values()}
    free = sorted(world.of_kind("seat").keys() - taken)
    for name in rng.sample(free, min(SEATS, len(free))):
        yield Rest(name, rng.uniform(10.0, 30.0)), 0.3 * _pull(feet, world.place(name)[0])


def _people(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    """Somebody near to stand with, unless a small group has formed there."""
    near = [place for place in _heads(world, rng) if distance(place, feet) < NEIGHBOURHOOD]
    if near:
        head = near[0]
        together = sum(distance(head, other) < GROUP for other in near)
        stands = (head[0], feet[1], head[2])
        if together < CROWDED:
            yield Go(_around(stands, TALKING, rng), head, rng.uniform(5.0, 15.0)), 1.2


def _heads(world: World, rng: Random) -> list[Vec3]:
    """Where the heads of some of those are who stand in sight."""
    some = rng.sample(sorted(world.sightings), min(SAMPLED, len(world.sightings)))
    poses = [world.pose(person) for person in some]
    return [pose.position for pose in poses if pose is not None and not pose.seated]


def _desks(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    for kind in ("desk", "guide", "spawn"):
        for name in world.of_kind(kind):
            middle, turn = world.place(name)
            place = added(middle, turned(turn, (rng.uniform(-1, 1), 0.0, -1.5)))
            yield (
                Go(place, added(middle, (0.0, 1.5, 0.0)), rng.uniform(2.0, 8.0)),
                0.5 * _pull(feet, place),
            )


def _views(world: World, feet: Vec3, rng: Random) -> Iterator[tuple[Act, float]]:
    """The viewpoints of the hall, from where it is worth looking around."""
    for view in world.scene.hall.get("viewpoints", ()):
        x, y, z = view["position"]
        place = _around((x, feet[1], z), 2.0, rng)
        ahead = turned(rotation(view["yaw"], view["pitch"]), (0.0, 0.0, -20.0))
        yield (
            Go(place, added((x, y, z), ahead), rng.uniform(3.0, 8.0)),
            0.1 + 0.5 * _pull(feet, place),
        )


def _around(middle: Vec3, metres: float, rng: Random) -> Vec3:
    angle = rng.uniform(0.0, math.tau)
    return added(middle, (metres * math.cos(angle), 0.0, metres * math.sin(angle)))


def _pull(feet: Vec3, place: Vec3) -> float:
    return 1.0 / (1.0 + (distance(feet, place) / NEAR) ** 2)
