"""A hall full of walkers around one presence table, and what each of them has been told."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

import numpy as np
from numpy.typing import NDArray

from avatars.interest import InterestPolicy
from avatars.presence import FrameSet, PresenceTable
from tests.avatars.samples import Frame, body_at, read_frame

BOUNDS = ((-500.0, -1.0, -500.0), (500.0, 6.0, 500.0))


@dataclass
class Crowd:
    """Walkers by slot; ``told[receiver][sender]`` is the newest body that a receiver got."""

    policy: InterestPolicy
    capacity: int = 40
    hz: float = 20.0
    places: dict[int, tuple[float, float]] = field(default_factory=dict)
    bodies: dict[int, bytes] = field(default_factory=dict)
    told: dict[int, dict[int, bytes]] = field(default_factory=dict)
    now: int = 0

    def __post_init__(self) -> None:
        self.table = PresenceTable(self.capacity, self.policy, BOUNDS, self.hz)
        self.paused: NDArray[np.bool_] = np.zeros(self.capacity, np.bool_)

    def enter(self, slot: int, x: float, z: float, *, with_hands: bool = True) -> None:
        """Let somebody in."""
        self.leave(slot)
        self.places[slot] = (x, z)
        self.bodies[slot] = body_at(x, z, with_hands=with_hands)
        self.told[slot] = {}
        self.table.enter(slot, self.bodies[slot])

    def leave(self, slot: int) -> None:
        """Let somebody out; everybody is told by a message, as the hall does."""
        self.table.leave(slot)
        self.paused[slot] = False
        for book in (self.places, self.bodies, self.told, *self.told.values()):
            book.pop(slot, None)  # type: ignore[attr-defined]

    def move(self, slot: int, x: float, z: float, *, with_hands: bool = True) -> bool:
        """Send a pose."""
        body = body_at(x, z, with_hands=with_hands)
        taken = self.table.write(slot, body)
        if taken:
            self.places[slot], self.bodies[slot] = (x, z), body
        return taken

    def tick(self) -> dict[int, list[Frame]]:
        """Tick once and read what every receiver was sent."""
        self.now += int(1000 / self.hz)
        frames = self.read(self.table.tick(self.now, self.paused))
        for receiver, sent in frames.items():
            for frame in sent:
                self.told[receiver].update(frame.full)
                self.told[receiver].update(frame.head)
        return frames

    def read(self, sent: FrameSet) -> dict[int, list[Frame]]:
        """Return the frames of each receiver."""
        frames: dict[int, list[Frame]] = {}
        for slot in sent.shared_slots:
            assert sent.shared is not None
            frames.setdefault(slot, []).append(read_frame(sent.shared))
        for slot, start, end in zip(sent.slots, sent.starts, sent.ends, strict=True):
            frames.setdefault(slot, []).append(read_frame(sent.buffer[start:end]))
        return frames

    def distance(self, a: int, b: int) -> float:
        """Return the metres between two walkers."""
        (x, z), (u, v) = self.places[a], self.places[b]
        return hypot(x - u, z - v)

    def near(self, receiver: int, radius: float) -> set[int]:
        """Return everybody else within this many metres."""
        others = self.places.keys() - {receiver}
        return {slot for slot in others if self.distance(receiver, slot) <= radius}

    def knows(self, receiver: int, sender: int) -> bool:
        """Whether the receiver has the sender's newest pose, with hands or the head alone."""
        body = self.bodies[sender]
        return self.told[receiver].get(sender) in (body, body[:12])


def fill(crowd: Crowd, dice: np.random.Generator, count: int, spread: float) -> None:
    """Let ``count`` walkers in at random places."""
    for slot in range(count):
        x, z = dice.uniform(-spread, spread, 2).tolist()
        crowd.enter(slot, x, z, with_hands=bool(dice.integers(2)))


def stir(crowd: Crowd, dice: np.random.Generator, spread: float) -> None:
    """Have some walkers move, one jump, one come or go, and one stop or begin to read."""
    for slot in list(crowd.places):
        if dice.random() < 0.6:
            x, z = crowd.places[slot]
            dx, dz = dice.normal(0.0, 0.3, 2).tolist()
            crowd.move(slot, x + dx, z + dz, with_hands=bool(dice.integers(4)))
    slot = int(dice.integers(crowd.capacity))
    x, z = dice.uniform(-spread, spread, 2).tolist()
    choice = dice.random()
    if choice < 0.1:
        crowd.enter(slot, x, z)
    elif choice < 0.15:
        crowd.leave(slot)
    elif choice < 0.25 and slot in crowd.places:
        crowd.move(slot, x, z)
    elif choice < 0.35 and slot in crowd.places:
        crowd.paused[slot] = not crowd.paused[slot]
