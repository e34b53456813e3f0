"""The guides of one hall: they are asked, answer one after the other, and do what they may.

What takes time leaves as ``Think`` and comes back as ``say``, ``do`` and ``finish``; ``beat`` lets
time pass. A question aloud waits for its turn; a whisper is answered beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from avatars.guides.brain import ActionCall
from scenes.layers import Layers
from server.access.actor import Actor
from server.halls.audience import Audience, Room
from server.halls.derived import Derived
from server.halls.effects import Effect, Send
from server.halls.errors import HallError
from server.halls.guides.actions import RefusalError, planned
from server.halls.guides.answering import Answering
from server.halls.guides.attention import Attentions
from server.halls.guides.body import GuideBody
from server.halls.guides.cast import Cast
from server.halls.guides.gait import moved
from server.halls.guides.roster import Roster
from server.halls.guides.script import Script
from server.halls.guides.telling import EARSHOT, Telling
from server.halls.guides.turn import LONGEST, LONGEST_WALK, MOST_CUES, Deed, Line, Turn
from server.halls.guides.turns import Turns
from server.halls.visitor import Visitor
from server.wire import messages as wire

MOST_WAITING: Final = 8
"""Questions that wait for one guide in one room."""
MOST_WHISPERS: Final = 64
"""Private talks in one hall at once."""
GONE_SECONDS: Final = 5.0
"""After which somebody whose connection broke is not spoken to any more."""
STAFF: Final = "dialogue.edit"
TOUCH: Final = "scene.interact"


@dataclass(slots=True)
class Guides:
    """Every guide in every room of a hall. Only the hall and its shell call it."""

    audience: Audience
    layers: Layers
    derived: Derived
    may: Callable[[Actor, str], bool]
    settle: Callable[[], list[Effect]]
    elsewhere: frozenset[str] = frozenset()
    """Nodes of other halls, so that a refusal can say so."""
    busy_at: float = 0.0
    """When a guide last changed what is shared."""
    turns: Turns = field(default_factory=Turns)
    attentions: Attentions = field(default_factory=Attentions)
    humans: dict[str, str] = field(default_factory=dict)
    """Who of the staff speaks in a dialogue, by name."""
    roster: Roster = field(init=False)
    telling: Telling = field(init=False)
    script: Script = field(init=False)
    answering: Answering = field(init=False)
    _at: float = 0.0

    def __post_init__(self) -> None:
        self.roster = Roster(self.audience)
        self.telling = Telling(self.audience)
        self.script = Script(self.audience, self.layers, self.derived, self._touch)
        self.answering = Answering(
            self.turns, self.roster, self.telling, self.script, self.attentions, self.layers,
            self.may, self.settle, lambda body: self._tell(self.audience.rooms[body.room]),
        )  # fmt: skip

    # --- the hall's side ----------------------------------------------------------------------

    def follow(self) -> list[Effect]:
        """The scene has changed, or a room was opened: guides stand where it says."""
        effects: list[Effect] = []
        for room in self.audience.rooms:
            told, gone = self.roster.follow(room, self.layers.published)
            effects += told
            for turn in [t for t in self.turns if t.body in gone]:
                effects += self.answering.over(turn, "stopped", self._at, code="guide_unknown")
            if told or gone:
                effects += self._tell(room)
        return effects

    def recast(self, cast: Cast) -> list[Effect]:
        """Personas have changed."""
        effects = self.roster.recast(cast)
        for room in self.audience.rooms:
            effects += self._tell(room)
        return effects

    def welcome(self, visitor: Visitor) -> list[Effect]:
        """What somebody is told of the guides right after ``joined``."""
        if visitor.unseen:
            return []
        here = self._here(self.audience.room_of(visitor))
        return [Send([visitor], wire.Guides(here))] if here else []

    def leave(self, visitor: Visitor) -> list[Effect]:
        """Somebody is gone: nobody speaks to them any more."""
        effects: list[Effect] = []
        for turn in [t for t in self.turns if t.asker is visitor]:
            effects += self.answering.over(turn, "stopped", self._at, code="addressee_left")
        self.telling.forget(visitor, self.turns)
        self.attentions.forget(visitor)
        return effects

    @property
    def is_lively(self) -> bool:
        """Whether something goes on that must be looked at every beat."""
        return len(self.turns) > 0 or any(body.way for body in self.roster)

    # --- visitors -----------------------------------------------------------------------------

    def ask(self, visitor: Visitor, message: wire.Ask, now: float, dialogue: str) -> list[Effect]:
        """Take a question up; raises HallError, changing nothing."""
        body = self.roster.find(visitor.room, message.guide)
        if body is None:
            raise HallError("guide_unknown", message.guide)
        if not message.whisper:
            self._admit_aloud(visitor, body)
        elif self.turns.whispers >= MOST_WHISPERS:
            raise HallError("guide_busy")
        effects: list[Effect] = []
        for earlier in self.turns.of(visitor, body):
            effects += self.answering.over(earlier, "stopped", now, keep=True)
        turn = self.turns.open(body, visitor, message, dialogue, now)
        if turn.whisper or self.turns.current(body) is None:
            return [*effects, *self.answering.begin(turn, now, id=message.id)]
        effects += self.telling.turn(turn, len(self.turns.queue(body)) - 1, id=message.id)
        return [*effects, *self._tell(self.audience.rooms[body.room])]

    def hush(self, visitor: Visitor, message: wire.Hush, now: float) -> list[Effect]:
        """Stop an answer; raises HallError ``turn_unknown``, ``forbidden``."""
        turn = self.turns.get(message.turn)
        is_staff = self.may(visitor.actor, STAFF)
        hears = turn is not None and (visitor in turn.heard_by or visitor is turn.asker)
        if turn is None or not (hears or is_staff):
            raise HallError("turn_unknown")
        if turn.asker is not visitor and not is_staff:
            raise HallError("forbidden")
        heard = None
        if turn.asker is visitor:
            heard = turn.claimed(message.heard, message.ms, now)
        effects = self.answering.over(turn, "stopped", now, heard=heard)
        return [*effects, Send([visitor], wire.Done(message.id, self.layers.revision))]

    # --- the shell's side ---------------------------------------------------------------------

    def say(self, number: int, line: Line, now: float) -> list[Effect]:
        """A clause is ready to be said."""
        turn = self.turns.get(number)
        if turn is None or len(turn.cues) + len(turn.said) >= MOST_CUES:
            return []
        turn.cues.append(line)
        return self.answering.pump(turn, now)

    def do(self, number: int, call: ActionCall, now: float) -> tuple[str, list[Effect]]:
        """A brain wants something done: why it is refused (empty when it is not), and effects."""
        turn = self.turns.get(number)
        if turn is None:
            return "turn_unknown", []
        n = len(turn.deeds)
        try:
            deed = Deed(n, call, planned(call, self.layers.head, now, self.elsewhere))
            self.answering.allow(turn, deed)
        except RefusalError as refusal:
            return refusal.code, [self.telling.refusal(turn, n, call.name, refusal.code)]
        turn.deeds.append(deed)
        turn.cues.append(deed)
        return "", self.answering.pump(turn, now)

    def finish(self, number: int, now: float) -> list[Effect]:
        """Nothing more comes from the brain."""
        turn = self.turns.get(number)
        if turn is None:
            return []
        turn.ended = True
        return self.answering.pump(turn, now)

    def fail(self, number: int, code: str, now: float) -> list[Effect]:
        """The brain could not go on."""
        turn = self.turns.get(number)
        return [] if turn is None else self.answering.over(turn, "failed", now, code=code)

    def stop(self, number: int, now: float) -> list[Effect]:
        """Somebody of the staff ends an answer."""
        turn = self.turns.get(number)
        return [] if turn is None else self.answering.over(turn, "stopped", now)

    def take_over(self, dialogue: str, name: str) -> list[Effect]:
        """Somebody of the staff speaks in a dialogue from now on; an empty name gives it back."""
        if name:
            self.humans[dialogue] = name
        else:
            self.humans.pop(dialogue, None)
        return [each for room in self.audience.rooms for each in self._tell(room)]

    def speak_up(
        self, visitor: Visitor, node: str, dialogue: str, line: Line, now: float, *, whisper: bool
    ) -> tuple[int, list[Effect]]:
        """Somebody of the staff says something through a guide: in the answer that is open in the
        dialogue, else in one of its own. Raises HallError ``guide_unknown``, ``guide_busy``."""
        body = self.roster.find(visitor.room, node)
        if body is None:
            raise HallError("guide_unknown", node)
        turn = next((t for t in self.turns.of(visitor, body) if t.dialogue == dialogue), None)
        effects: list[Effect] = []
        if turn is None:
            if len(self.turns.queue(body)) >= MOST_WAITING:
                raise HallError("guide_busy")
            turn = self.turns.speech(body, visitor, dialogue, now, whisper=whisper)
            if whisper or self.turns.current(body) in (None, turn):
                effects += self.answering.begin(turn, now)
        turn.cues.append(line)
        turn.ended = True
        return turn.number, [*effects, *self.answering.pump(turn, now)]

    # --- time ---------------------------------------------------------------------------------

    def beat(self, now: float) -> list[Effect]:
        """Let time pass: clauses come due, guides walk, turn and point."""
        seconds, self._at = now - self._at, now
        effects: list[Effect] = []
        for turn in list(self.turns):
            effects += self._pass(turn, now)
        for room in self.audience.rooms:
            if room.taken and room.bodies:
                for body in self.roster.of(room):
                    self._move(room, body, seconds, now)
                effects += self._tell(room)
        return effects

    def _pass(self, turn: Turn, now: float) -> list[Effect]:
        lost_at = turn.asker.lost_at
        if lost_at is not None and now - lost_at > GONE_SECONDS:
            return self.answering.over(turn, "stopped", now, code="addressee_left")
        if turn.asker.muted and not turn.whisper:
            return self.answering.over(turn, "stopped", now, code="muted")
        most = LONGEST_WALK if turn.body.way else LONGEST
        if turn.state != "queued" and now - turn.began > most:
            return self.answering.over(turn, "stopped", now, code="turn_long")
        return self.answering.pump(turn, now)

    def _move(self, room: Room, body: GuideBody, seconds: float, now: float) -> None:
        acting = self.turns.acting(body)
        current = self.turns.current(body)
        body.talking = current is not None and current.is_speaking(now)
        waits = self.script.waits(acting, body, seconds)
        if acting is None or waits or not acting.is_acting:
            self._attend(room, body, now)
        moved(body, seconds, walking=not waits)
        if (pose := body.pose()) != body.sent:
            body.sent = pose
            room.table.write(body.slot, pose)

    def _attend(self, room: Room, body: GuideBody, now: float) -> None:
        """Look at whom one speaks with, else at who is near; go home when nobody wants anything."""
        if self.turns.current(body) is None:
            body.target = None
        attention = self.attentions.of(body, now)
        near = [attention.visitor] if attention else self.telling.near(body, 4.0)[:1]
        if near:
            body.gaze = room.table.position(near[0].slot)
        elif body.is_home:
            body.gaze = _ahead(body)
        if attention is None and not body.way and not body.is_home and not self.turns.acting(body):
            self.script.go_home(body)

    # --- inside -------------------------------------------------------------------------------

    def _admit_aloud(self, visitor: Visitor, body: GuideBody) -> None:
        if visitor.muted:
            raise HallError("muted")
        if self.script.away(visitor, body) > EARSHOT:
            raise HallError("guide_far")
        if len(self.turns.queue(body)) >= MOST_WAITING + 1:
            raise HallError("guide_busy")

    def _tell(self, room: Room) -> list[Effect]:
        return self.telling.guides(room, self._here(room))

    def _here(self, room: Room) -> list[wire.GuideHere]:
        return [self._guide(body) for body in self.roster.of(room)]

    def _guide(self, body: GuideBody) -> wire.GuideHere:
        current = self.turns.current(body)
        attention = self.attentions.of(body, self._at)
        waiting = [t.asker.slot for t in self.turns.queue(body) if t.state == "queued"]
        persona = body.persona
        state: Any = "walking" if body.way else current.state if current else "idle"
        return wire.GuideHere(
            body.node, body.slot, persona.id, dict(persona.name), body.asset, state,
            attention.visitor.slot if attention else None, waiting,
            self.humans.get(attention.dialogue, "") if attention else "",
            [dict(each) for each in persona.suggestions],
        )  # fmt: skip

    def _touch(self, now: float) -> None:
        self.busy_at = now


def _ahead(body: GuideBody) -> tuple[float, float, float]:
    """A point before a guide at home, where its node looks."""
    x, y, z = body.eyes
    return (x - 3.0 * math.sin(body.home.yaw), y, z - 3.0 * math.cos(body.home.yaw))
