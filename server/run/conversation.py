"""What is said on the live socket, message by message: greet, know, let in, pass on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from server.access.actor import Actor
from server.access.naming import clean_name
from server.errors import OURS, problem, words
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.halls.visitor import Newcomer
from server.run.clock import Clock
from server.run.figures import Figures
from server.run.performer import Performer
from server.run.secrets import token
from server.run.talk import Talk
from server.wire import messages as wire
from server.wire.codec import decode_client
from server.wire.codes import CODES as WIRE_CODES
from server.wire.codes import CodeName
from server.wire.errors import WireError
from server.wire.limits import AUTH_SECONDS


class HallBook(Protocol):
    """Where halls are found."""

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""


@dataclass(slots=True)
class Conversation:
    """Answers everything that clients say. Synchronous: nothing here waits."""

    halls: HallBook
    performer: Performer
    clock: Clock
    figures: Figures
    actor_of: Callable[[str | None], Actor]

    def greet(self, talk: Talk) -> None:
        """First words."""
        self.performer.tell(
            talk, wire.Hello(wire.VERSION, wire.OLDEST, self.clock.now(), talk.line.id)
        )

    def hear(self, talk: Talk, payload: bytes) -> None:
        """One message from a client; whatever is wrong with it gets a coded answer."""
        request: int | None = None
        try:
            message = decode_client(payload)
            request = getattr(message, "id", None)
            self.figures.messages.labels(type(message).__name__).inc()
            self._take(talk, message)
        except OURS as error:
            if isinstance(error, WireError):
                request = error.request
            self._refuse(talk, error, request)

    def fault(self, talk: Talk, code: CodeName) -> None:
        """Something arrived that is no message: it counts as a fault."""
        self._refuse(talk, WireError(code), None)

    def check(self, talk: Talk, now: float) -> None:
        """End the talk of somebody who never said who they are, or whose session is over."""
        if talk.auth is None and now - talk.opened_at > AUTH_SECONDS:
            self.end(talk, "auth_late")
        elif talk.actor.is_known and self.actor_of(talk.session) != talk.actor:
            self.end(talk, "token_refused")

    def end(self, talk: Talk, code: CodeName) -> None:
        """Say why, and close."""
        known = WIRE_CODES[code]
        self.performer.tell(talk, wire.Bye(code, words(code, talk.lang)))
        talk.line.close(known.close or 4003, code)

    def _take(self, talk: Talk, message: wire.AnyClientMessage) -> None:
        match message:
            case wire.Ping(at):
                self.performer.tell(talk, wire.Pong(at, self.clock.now()))
            case wire.Auth():
                self._know(talk, message)
            case _ if talk.auth is None:
                raise HallError("auth_required")
            case wire.Join():
                self._join(talk, message)
            case _ if talk.hall is None or talk.visitor is None:
                raise HallError("join_required")
            case wire.Leave():
                self.part(talk)
            case _:
                effects = talk.hall.handle(talk.visitor, message, self.clock.now(), talk)
                if isinstance(message, wire.Me):
                    talk.lang = message.lang
                    talk.measure = talk.visitor.measure = message.measure
                self.performer.perform(talk.hall, effects)

    def _know(self, talk: Talk, message: wire.Auth) -> None:
        if talk.auth is not None:
            raise HallError("auth_repeated")
        if not wire.OLDEST <= message.version <= wire.VERSION:
            self.end(talk, "version_unsupported")
            return
        if message.token is not None:
            actor = self.actor_of(message.token)
            if not actor.is_known:
                self.end(talk, "token_refused")
                return
            talk.actor, talk.session = actor, message.token
        talk.auth, talk.lang, talk.measure = message, message.lang, message.measure
        self.performer.tell(talk, wire.Ready(talk.actor.role, clean_name(message.name)))

    def _join(self, talk: Talk, message: wire.Join) -> None:
        if not talk.joins.take(self.clock.now()):
            raise HallError("too_many_questions")
        hall = self.halls.hall(message.hall)
        auth = talk.auth
        if auth is None:
            raise HallError("auth_required")
        newcomer = Newcomer(clean_name(auth.name), talk.actor, auth.body, auth.lang, token())
        # First in, then out: who is refused stays where they are.
        visitor, effects = hall.join(newcomer, message, self.clock.now())
        other = self.performer.talks.get(visitor)
        if other is None:
            self.part(talk)
        elif other is not talk:
            self.part(talk)
            self._unseat(other)
            self.end(other, "connection_replaced")
        talk.hall, talk.visitor = hall, visitor
        visitor.measure = talk.measure
        self.performer.talks[visitor] = talk
        self.performer.perform(hall, effects)
        room = hall.audience.room_of(visitor)
        talk.line.slot = visitor.slot
        talk.line.table = room.table
        room.outbox.seat(visitor.slot, talk.line)

    def part(self, talk: Talk) -> None:
        """Leave the hall, for good."""
        hall, visitor = talk.hall, talk.visitor
        if hall is not None and visitor is not None:
            self._unseat(talk)
            self.performer.perform(hall, hall.leave(visitor))

    def lose(self, talk: Talk) -> None:
        """The connection broke: the place is kept for a while."""
        hall, visitor = talk.hall, talk.visitor
        if hall is not None and visitor is not None:
            self._unseat(talk)
            hall.lose(visitor, self.clock.now())

    def _unseat(self, talk: Talk) -> None:
        """Part a connection from its place; the place itself stays."""
        if talk.hall is not None and talk.visitor is not None:
            talk.line.table = None
            room = talk.hall.audience.room_of(talk.visitor)
            room.outbox.unseat(talk.visitor.slot, talk.line)
            self.performer.talks.pop(talk.visitor, None)
        talk.hall = talk.visitor = None

    def send_away(self, talk: Talk, hall: str, code: str) -> None:
        """The hall is no longer there for this talk: name another."""
        self._unseat(talk)
        self.performer.tell(talk, wire.Moved(hall, code, words(code, talk.lang)))

    def _refuse(self, talk: Talk, error: Exception, request: int | None) -> None:
        told = problem(error, talk.lang)
        self.figures.errors.labels(told.code).inc()
        self.performer.tell(talk, told.to_message(talk.line.id, request))
        if told.code in WIRE_CODES and not talk.faults.take(self.clock.now()):
            self.end(talk, "too_many_errors")
