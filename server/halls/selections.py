"""What those who edit a hall have selected, told to those who may read its draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from server.halls.audience import Audience
from server.halls.effects import Send
from server.halls.visitor import Visitor
from server.wire.messages import Place, Selection, Selections

NOTHING: Final[Mapping[str, Place]] = MappingProxyType({})


class _Choice(NamedTuple):
    """What somebody has selected, and where what they hold of it stands for now."""

    nodes: list[str]
    moving: dict[str, Place]


@dataclass(slots=True)
class SelectionBook:
    """Selections of one hall. Told at most once a tick, and only when something changed."""

    audience: Audience
    may_read: Callable[[Visitor], bool]
    _chosen: dict[Visitor, _Choice] = field(default_factory=dict)
    _changed: bool = False

    def choose(
        self, visitor: Visitor, nodes: Sequence[str], moving: Mapping[str, Place] = NOTHING
    ) -> None:
        """Somebody has selected these nodes, and no others, and holds some of them so for now."""
        named = list(dict.fromkeys(nodes))
        chosen = _Choice(named, {node: moving[node] for node in named if node in moving})
        if chosen != self._chosen.get(visitor, _Choice([], {})):
            self._changed = True
            if named:
                self._chosen[visitor] = chosen
            else:
                self._chosen.pop(visitor, None)

    def forget(self, visitor: Visitor) -> None:
        """They are gone, or may not edit any more."""
        self._changed = self._chosen.pop(visitor, None) is not None or self._changed

    def renamed(self, visitor: Visitor) -> None:
        """They are called otherwise now."""
        self._changed = self._changed or visitor in self._chosen

    def welcome(self, visitor: Visitor) -> list[Send]:
        """What somebody who comes in should know."""
        if not self._chosen or not self.may_read(visitor):
            return []
        return [Send([visitor], self._seen_from(visitor.room))]

    def tell(self) -> list[Send]:
        """Tell each room what has changed; people have ids in their own room only."""
        if not self._changed:
            return []
        self._changed = False
        readers: dict[int, list[Visitor]] = {}
        for visitor in self.audience:
            if visitor.lost_at is None and self.may_read(visitor):
                readers.setdefault(visitor.room, []).append(visitor)
        return [Send(to, self._seen_from(room)) for room, to in readers.items()]

    def _seen_from(self, room: int) -> Selections:
        return Selections(
            [
                Selection(who.slot if who.room == room else None, who.name, *choice)
                for who, choice in self._chosen.items()
            ]
        )
