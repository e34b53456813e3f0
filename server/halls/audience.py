"""Who is in a hall: rooms, places that can be taken up again, and seats.

A hall that is full opens another room of the same scene: its visitors share every patch, but see
only each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from avatars.pose import Vector
from avatars.presence import BOUNDS_MARGIN, PresenceTable
from server.halls.errors import HallError
from server.halls.outbox import Outbox
from server.halls.visitor import Newcomer, Visitor, plain
from server.wire.messages import Person

MOST_ROOMS = 64
BACKSTAGE = -1
"""The number of the room of those who are unseen."""
BACKSTAGE_PLACES = 64
BODIES = 16
"""Rows of each room's table beyond its capacity: for bodies that nobody sits behind."""
TableMaker = Callable[[int], PresenceTable]


class Embodied(Protocol):
    """A body of the house: it is seen in a room, and takes no visitor's place."""

    @property
    def slot(self) -> int:
        """Its id in presence records."""

    def person(self) -> Person:
        """What people are told of it."""


@dataclass(slots=True)
class Room:
    """One presence table, who holds its slots, and who takes its frames.

    ``shown`` counts people whom others can see; ``bodies`` are of the house, by their slots, which
    lie beyond those of people.
    """

    number: int
    table: PresenceTable
    outbox: Outbox
    slots: list[Visitor | None]
    free: list[int]
    shown: int = 0
    bodies: dict[int, Embodied] = field(default_factory=dict)

    def visitors(self) -> Iterator[Visitor]:
        """Everyone who holds a place here."""
        return (visitor for visitor in self.slots if visitor is not None)

    @property
    def taken(self) -> int:
        """How many places are taken, seen or not."""
        return len(self.slots) - len(self.free)

    def holder(self, slot: int) -> Visitor | None:
        """The visitor at a slot, if one is there."""
        return self.slots[slot] if 0 <= slot < len(self.slots) else None

    def known(self, slot: int) -> Person | None:
        """Whom one sees at a slot: a visitor who is not hidden, or a body of the house."""
        if slot in self.bodies:
            return self.bodies[slot].person()
        visitor = self.holder(slot)
        return visitor.person() if visitor and not visitor.hidden else None


@dataclass(slots=True)
class Audience:
    """The rooms of one hall."""

    make_table: TableMaker
    rooms: list[Room] = field(default_factory=list)
    backstage: Room | None = None
    """Where those are who have no body in the hall: they take no visitor's place."""
    by_ticket: dict[str, Visitor] = field(default_factory=dict)
    seats: dict[tuple[int, str], Visitor] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Visitor]:
        return iter(self.by_ticket.values())

    def __len__(self) -> int:
        return len(self.by_ticket)

    def room_of(self, visitor: Visitor) -> Room:
        """The room that a visitor is in."""
        return self.room(visitor.room)

    def room(self, number: int) -> Room:
        """The room with this number, which somebody has been in."""
        if number == BACKSTAGE and self.backstage is not None:
            return self.backstage
        return self.rooms[number]

    def every_room(self) -> Iterator[Room]:
        """The rooms that visitors are in, and the one behind them."""
        yield from self.rooms
        if self.backstage is not None:
            yield self.backstage

    def admit(self, newcomer: Newcomer, capacity: int, *, unseen: bool = False) -> Visitor:
        """Give a newcomer a place in the first room with one free; raises ``hall_full``."""
        room = self._behind() if unseen else self._room_with_space(capacity)
        slot = room.free.pop()
        looks = plain(newcomer.body)
        visitor = Visitor(newcomer, room.number, slot, newcomer.name, looks, newcomer.lang)
        visitor.muted = newcomer.muted
        visitor.unseen = visitor.hidden = unseen
        room.slots[slot] = visitor
        self.by_ticket[newcomer.ticket] = visitor
        return visitor

    def retake(self, visitor: Visitor, newcomer: Newcomer) -> None:
        """Hand a kept place to a new connection under its new ticket; the old one is void.

        What the gate knows of somebody is what it knows now; name and look are as they were left.
        """
        self.by_ticket.pop(visitor.newcomer.ticket, None)
        visitor.newcomer = newcomer
        if newcomer.proven:
            visitor.name = newcomer.name
        visitor.muted = visitor.muted or newcomer.muted
        visitor.lost_at = None
        self.by_ticket[newcomer.ticket] = visitor

    def release(self, visitor: Visitor) -> None:
        """Take a place back."""
        room = self.room_of(visitor)
        room.slots[visitor.slot] = None
        # The slot goes to the far end of the queue: a receiver that missed the departure does
        # not soon meet somebody else under the same id.
        room.free.insert(0, visitor.slot)
        self.stand(visitor)
        self.by_ticket.pop(visitor.newcomer.ticket, None)

    def sit(self, visitor: Visitor, seat: str) -> None:
        """Take a seat; raises ``seat_taken`` when somebody else of the room has it."""
        holder = self.seats.get((visitor.room, seat))
        if holder is not None and holder is not visitor:
            raise HallError("seat_taken", seat)
        self.stand(visitor)
        self.seats[(visitor.room, seat)] = visitor
        visitor.seat = seat

    def stand(self, visitor: Visitor) -> None:
        """Leave the seat, if any."""
        if visitor.seat is not None:
            self.seats.pop((visitor.room, visitor.seat), None)
            visitor.seat = None

    def bound(self, low: Vector, high: Vector) -> list[Visitor]:
        """Let people be within these corners from now on; who is outside them."""
        for room in self.every_room():
            room.table.bound((low, high))
        return [v for v in self if not v.unseen and not self._is_within(v, low, high)]

    def _is_within(self, visitor: Visitor, low: Vector, high: Vector) -> bool:
        where = self.room_of(visitor).table.position(visitor.slot)
        return all(
            a - BOUNDS_MARGIN <= at <= b + BOUNDS_MARGIN
            for a, at, b in zip(low, where, high, strict=True)
        )

    def has_space(self, capacity: int) -> bool:
        """Whether a newcomer fits into a room that is open already."""
        return any(_fits(room, capacity) for room in self.rooms)

    def longest_lost(self) -> Visitor | None:
        """Whose place is kept the longest for a connection that broke, and is not seen any more."""
        gone = (v for v in self if v.hidden and not v.unseen)
        lost = [(v.lost_at, v.slot, v) for v in gone if v.lost_at is not None]
        return min(lost, key=lambda entry: entry[:2])[2] if lost else None

    def _room_with_space(self, capacity: int) -> Room:
        for number, room in enumerate(self.rooms):
            if room.taken == 0 and len(room.slots) != capacity:
                self.rooms[number] = self._make_room(number, capacity)
            if _fits(self.rooms[number], capacity):
                return self.rooms[number]
        if len(self.rooms) >= MOST_ROOMS:
            raise HallError("hall_full")
        self.rooms.append(self._make_room(len(self.rooms), capacity))
        return self.rooms[-1]

    def _behind(self) -> Room:
        if self.backstage is None:
            self.backstage = self._make_room(BACKSTAGE, BACKSTAGE_PLACES)
        if not self.backstage.free:
            raise HallError("hall_full")
        return self.backstage

    def _make_room(self, number: int, capacity: int) -> Room:
        return Room(
            number,
            self.make_table(capacity + BODIES),
            Outbox(capacity + BODIES),
            [None] * capacity,
            list(range(capacity - 1, -1, -1)),
        )


def _fits(room: Room, capacity: int) -> bool:
    return room.taken < capacity and bool(room.free)
