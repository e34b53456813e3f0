"""Who came, changed or left since it was last told: gathered, then told once to each room."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.halls.audience import Audience
from server.halls.effects import Send
from server.halls.visitor import Visitor
from server.wire.messages import Gone, People

PEOPLE_AT_ONCE = 128
"""Newcomers are announced, and told of everybody, in rooms of up to this many people; in larger
crowds clients ask for whom they meet."""


@dataclass(slots=True)
class News:
    """What the rooms of one hall have not been told yet."""

    audience: Audience
    _changed: dict[int, list[Visitor]] = field(default_factory=dict)
    _gone: dict[int, list[int]] = field(default_factory=dict)

    def came(self, visitor: Visitor) -> None:
        """Somebody can be seen now."""
        if self.audience.room_of(visitor).shown <= PEOPLE_AT_ONCE:
            self.changed(visitor)

    def changed(self, visitor: Visitor) -> None:
        """Somebody has another name, look or seat."""
        waiting = self._changed.setdefault(visitor.room, [])
        if visitor not in waiting:
            waiting.append(visitor)

    def went(self, visitor: Visitor) -> None:
        """Somebody can be seen no more."""
        self._gone.setdefault(visitor.room, []).append(visitor.slot)

    def tell(self) -> list[Send]:
        """Tell each room what it has not heard: first who left, as their ids may be taken anew."""
        sends: list[Send] = []
        for number in sorted(self._changed.keys() | self._gone.keys()):
            room = self.audience.room(number)
            everybody = list(room.visitors())
            gone = self._gone.get(number, [])
            here = [v.person() for v in self._changed.get(number, ()) if self._is_seen(v)]
            if gone:
                sends.append(Send(everybody, Gone(gone, room.shown)))
            if here:
                sends.append(Send(everybody, People(here, room.shown)))
        self._changed.clear()
        self._gone.clear()
        return sends

    def _is_seen(self, visitor: Visitor) -> bool:
        """Whether they still have their place and have not been hidden since."""
        room = self.audience.room_of(visitor)
        return room.slots[visitor.slot] is visitor and not visitor.hidden
