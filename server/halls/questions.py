"""What visitors ask of a hall and are answered at once: ways, assets, people, seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scenes.layers import Layers
from server.access.limits import Bucket
from server.halls.audience import Audience
from server.halls.derived import Derived
from server.halls.errors import HallError
from server.halls.news import News
from server.halls.visitor import Visitor
from server.wire import messages as wire

PATHS_PER_SECOND = 100.0
"""Ways that are looked for in one hall: each costs the server some milliseconds."""
Question = wire.FindPath | wire.Need | wire.Who | wire.Sit


@dataclass(slots=True)
class Questions:
    """Answers from what the hall knows; only seats change by asking."""

    layers: Layers
    audience: Audience
    news: News
    derived: Derived
    paths: Bucket = field(default_factory=lambda: Bucket(PATHS_PER_SECOND, 3 * PATHS_PER_SECOND))

    def reply(self, visitor: Visitor, message: Question, now: float) -> wire.AnyServerMessage:
        """The answer; raises HallError."""
        match message:
            case wire.FindPath(request, start, goal):
                if not self.paths.take(now):
                    raise HallError("too_many_questions")
                return wire.WalkablePath(request, self.derived.path(start, goal))
            case wire.Need(request, at):
                return wire.Manifest(request, self.derived.manifest(at))
            case wire.Who(ids):
                return self._who(visitor, ids)
            case wire.Sit(request, seat):
                self._sit(visitor, seat)
                return wire.Done(request, self.layers.revision)

    def clear_seats(self) -> None:
        """Whoever sits on what is no seat any more stands up."""
        for visitor in list(self.audience.seats.values()):
            if not self._is_seat(visitor.seat):
                self.audience.stand(visitor)
                self.news.changed(visitor)

    def _who(self, visitor: Visitor, ids: Sequence[int]) -> wire.People:
        room = self.audience.room_of(visitor)
        asked = (room.known(slot) for slot in set(ids))
        return wire.People([person for person in asked if person], room.shown)

    def _sit(self, visitor: Visitor, seat: str | None) -> None:
        if seat is None:
            self.audience.stand(visitor)
        elif not self._is_seat(seat):
            raise HallError("no_such_seat", seat)
        else:
            self.audience.sit(visitor, seat)
        self.news.changed(visitor)

    def _is_seat(self, node: str | None) -> bool:
        found = self.layers.published.nodes.get(node or "", {})
        return found.get("kind") == "seat"
