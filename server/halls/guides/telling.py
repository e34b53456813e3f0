"""Who is told what of guides: those near hear them, whoever asked hears in any case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from server.halls.audience import Audience, Room
from server.halls.effects import Effect, Send
from server.halls.guides.body import GuideBody
from server.halls.guides.turn import Deed, Turn
from server.halls.visitor import Visitor
from server.wire import messages as wire

EARSHOT: Final = 12.0
"""Metres within which a guide is heard."""


@dataclass(slots=True)
class Telling:
    """The messages about guides of one hall; ``known`` is what each room was told last."""

    audience: Audience
    known: dict[int, list[wire.GuideHere]] = field(default_factory=dict)

    def turn(self, turn: Turn, place: int = 0, *, id: int | None = None) -> list[Effect]:
        """How far an answer is: to whoever asked, and to those who hear it."""
        turn.heard_by.add(turn.asker)
        effects: list[Effect] = [Send([turn.asker], turn.told(place, id=id, own=True))]
        others = [] if turn.state == "queued" else self._others(turn)
        if others:
            effects.append(Send(others, turn.told(place)))
        return effects

    def say(self, turn: Turn, say: wire.Say) -> list[Effect]:
        """A clause; who has just come near learns first whose answer it is."""
        new = [each for each in self._near(turn) if each not in turn.heard_by]
        effects: list[Effect] = [Send(new, turn.told(0))] if new else []
        return [*effects, Send([turn.asker, *self._others(turn)], say)]

    def act(self, turn: Turn, deed: Deed, state: str, code: str = "") -> Effect:
        """An action: before everybody near, or before whoever asked."""
        rule = deed.plan.rule
        to = [turn.asker] if rule.where == "asker" else [turn.asker, *self._others(turn)]
        return Send(to, self._act(turn, deed.n, rule.name, dict(deed.plan.args), state, code))

    def refusal(self, turn: Turn, n: int, name: str, code: str) -> Effect:
        """An action that is not done, told to whoever asked."""
        return Send([turn.asker], self._act(turn, n, name[:64], {}, "refused", code))

    def hushed(self, turn: Turn) -> Effect:
        """Silence, for all who heard anything."""
        return Send(list(turn.heard_by), wire.Hushed(turn.number, turn.body.node))

    def forget(self, visitor: Visitor, turns: Iterable[Turn]) -> None:
        """Somebody has left: nothing more is told them."""
        for turn in turns:
            turn.heard_by.discard(visitor)

    def guides(self, room: Room, here: list[wire.GuideHere]) -> list[Effect]:
        """The guides of a room, when something about them has changed."""
        if here == self.known.get(room.number, []):
            return []
        self.known[room.number] = here
        everybody = list(room.visitors())
        return [Send(everybody, wire.Guides(here))] if everybody else []

    def _others(self, turn: Turn) -> list[Visitor]:
        """Those near, but for whoever asked; nobody while it is whispered."""
        near = self._near(turn)
        turn.heard_by.update(near)
        if turn.is_over:
            return [each for each in turn.heard_by if each is not turn.asker]
        return near

    def _near(self, turn: Turn) -> list[Visitor]:
        if turn.whisper:
            return []
        return [each for each in self.near(turn.body, EARSHOT) if each is not turn.asker]

    def near(self, body: GuideBody, metres: float) -> list[Visitor]:
        """The people within so many metres of a guide, nearest first."""
        room = self.audience.rooms[body.room]
        held = (room.holder(slot) for slot in room.table.people_near(body.eyes, metres))
        return [visitor for visitor in held if visitor is not None]

    @staticmethod
    def _act(turn: Turn, n: int, name: str, args: object, state: str, code: str) -> wire.Act:
        return wire.Act(turn.number, turn.body.node, n, name, args, state, code)  # type: ignore[arg-type]
