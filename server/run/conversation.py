"""What is said on the live socket, message by message: greet, know, let in, pass on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from server.access.actor import Actor
from server.access.likeness import likeness
from server.access.naming import clean_name
from server.errors import OURS, problem, words
from server.halls.asked import action_asked
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.run.admission import Admission, Entry, ShownOutError, is_proven
from server.run.clock import Clock
from server.run.figures import Figures
from server.run.performer import Performer
from server.run.reviewing import Reviewing
from server.run.talk import Talk
from server.store.doing import Doing, doing
from server.store.moderation_records import Restraint
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


KEPT = (wire.Edit, wire.Undo, wire.Redo, wire.Report)
"""What leaves a line in the audit trail, but for the shared layer, which nobody keeps."""


@dataclass(slots=True)
class Conversation:
    """Answers everything that clients say. Synchronous: nothing here waits."""

    halls: HallBook
    performer: Performer
    clock: Clock
    figures: Figures
    actor_of: Callable[[str | None], Actor]
    admission: Admission
    came: Callable[[Talk, Restraint | None], None]
    """Told of everybody who is in a hall, with the mute that lies on them."""
    reviewing: Reviewing
    asked: Callable[[Talk, wire.Ask], str] = lambda _, __: ""
    """Which talk with a guide a question belongs to; raises HallError when it is one too many."""

    def greet(self, talk: Talk) -> None:
        """First words."""
        self.performer.tell(
            talk, wire.Hello(wire.VERSION, wire.OLDEST, self.clock.now(), talk.line.id)
        )

    def hear(self, talk: Talk, payload: bytes) -> None:
        """One message from a client; whatever is wrong with it gets a coded answer."""
        try:
            message = decode_client(payload)
            self.figures.messages.labels(type(message).__name__).inc()
        except WireError as error:
            self._refuse(talk, error, error.request)
        else:
            self._go_on(talk, message, None, read=False)

    def _go_on(
        self,
        talk: Talk,
        message: wire.AnyClientMessage,
        error: Exception | None,
        *,
        read: bool,
    ) -> None:
        """Carry out a message, or refuse it for ``error``; texts are looked at first."""
        try:
            if error is not None:
                raise error
            if read or not self.reviewing.holds_back(talk, message, self._go_on):
                self._take(talk, message)
        except OURS as refusal:
            self._refuse(talk, refusal, getattr(message, "id", None))

    def fault(self, talk: Talk, code: CodeName) -> None:
        """Something arrived that is no message: it counts as a fault."""
        self._refuse(talk, WireError(code), None)

    def check(self, talk: Talk, now: float, *, rights: bool = True) -> None:
        """End the talk of somebody who never said who they are, or whose session is over.

        ``rights``: look anew at what they may do; they are told when it has changed.
        """
        if talk.auth is None and now - talk.opened_at > AUTH_SECONDS:
            self.end(talk, "auth_late")
        elif rights and talk.session is not None:
            self._recheck(talk, talk.session)

    def _recheck(self, talk: Talk, session: str) -> None:
        actor = self.actor_of(session)
        if not actor.is_known or actor.id != talk.actor.id:
            self.end(talk, "token_refused")
            self.part(talk)
        elif actor != talk.actor:
            talk.actor = actor
            if talk.base[1] == session:
                talk.base = (actor, session)
            if talk.hall is not None and talk.visitor is not None:
                proven = is_proven(actor)
                name = actor.name if proven else talk.visitor.name
                effects = talk.hall.standing.entitle(talk.visitor, actor, name, proven=proven)
                self._count(talk)
                self.performer.perform(talk.hall, effects)

    def end(self, talk: Talk, code: CodeName, message: str = "") -> None:
        """Say why (in other words than the code's own, if there are any), and close."""
        known = WIRE_CODES[code]
        self.performer.tell(talk, wire.Bye(code, message or words(code, talk.lang)))
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
                if isinstance(message, wire.Me):
                    self._check_name(talk, talk.visitor.name, message.name)
                dialogue = self.asked(talk, message) if isinstance(message, wire.Ask) else ""
                with doing(_act(talk, talk.hall, message)):
                    now = self.clock.now()
                    effects = talk.hall.handle(talk.visitor, message, now, talk, dialogue)
                    self.performer.perform(talk.hall, effects)
                if isinstance(message, wire.Me) and talk.visitor is not None:
                    self._remember(talk, message)

    def _remember(self, talk: Talk, message: wire.Me) -> None:
        """How somebody is to be called and to look, here and in halls to come."""
        talk.lang, talk.measure = message.lang, message.measure
        if talk.visitor is not None:
            talk.visitor.measure = message.measure
        if talk.auth is not None:
            talk.auth = replace(talk.auth, name=message.name, body=message.body)

    def _check_name(self, talk: Talk, name: str, wished: str) -> None:
        """Names of accounts are theirs, and staff's words staff's; raises HallError."""
        if talk.actor.is_known or clean_name(wished) == name:
            return
        refusal = self.admission.refusal(clean_name(wished))
        if refusal is not None:
            raise HallError(refusal)

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
            talk.actor, talk.session = talk.base = actor, message.token
        talk.auth, talk.lang, talk.measure = message, message.lang, message.measure
        name, _ = self.admission.called(talk.actor, message.name)
        self.performer.tell(talk, wire.Ready(talk.actor.role, name))

    def _join(self, talk: Talk, message: wire.Join) -> None:
        if not talk.joins.take(self.clock.now()):
            raise HallError("too_many_questions")
        hall = self.halls.hall(message.hall)
        try:
            entry = self.admission.entry(talk, message)
        except ShownOutError as refusal:
            self.part(talk)
            self.end(talk, "blocked", refusal.told)
            return
        # First in, then out: who is refused stays where they are.
        visitor, effects = hall.join(entry.newcomer, message, self.clock.now())
        other = self.performer.talks.get(visitor)
        if other is None:
            self.part(talk)
        elif other is not talk:
            self.part(talk)
            self._unseat(other)
            self.end(other, "connection_replaced")
        talk.hall, talk.visitor, talk.since = hall, visitor, self.clock.now()
        talk.actor, talk.session = entry.newcomer.actor, entry.session
        visitor.measure = talk.measure
        self.performer.talks[visitor] = talk
        self.performer.perform(hall, effects)
        room = hall.audience.room_of(visitor)
        talk.line.slot = visitor.slot
        talk.line.table = room.table
        room.outbox.seat(visitor.slot, talk.line)
        self._settle_name(talk, entry)
        self.came(talk, entry.mute)

    def _settle_name(self, talk: Talk, entry: Entry) -> None:
        """An account's name is counted as present, and nobody keeps one that looks like it."""
        self._count(talk)
        if entry.notice is not None:
            notice = wire.Notice(entry.notice, words(entry.notice, talk.lang), "warning")
            self.performer.tell(talk, notice)

    def _count(self, talk: Talk) -> None:
        """Keep the book of accounts' names that are here; take a name from who borrowed it."""
        visitor = talk.visitor
        name = visitor.name if visitor is not None and visitor.newcomer.proven else ""
        if name == talk.proven:
            return
        if talk.proven:
            self.admission.names.went(talk.proven)
        talk.proven = name
        if not name:
            return
        self.admission.names.came(name)
        alike = likeness(name)
        for other, their in list(self.performer.talks.items()):
            if not their.actor.is_known and other.name and likeness(other.name) == alike:
                if their.hall is not None:
                    their.hall.standing.rename(other, "")
                told = words("name_taken", their.lang)
                self.performer.tell(their, wire.Notice("name_taken", told, "warning"))

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
        self._count(talk)

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


def _act(talk: Talk, hall: Hall, message: wire.AnyClientMessage) -> Doing | None:
    """What the audit trail keeps of a message, if anything."""
    if not isinstance(message, KEPT) or getattr(message, "layer", "") == "shared":
        return None
    return Doing(
        actor=talk.actor.id,
        role=talk.actor.role,
        action=action_asked(message),
        target=f"hall/{hall.id}",
        request_id=talk.line.id,
        how="live",
    )
