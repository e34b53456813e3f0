"""Who comes in, and as whom: tickets, sessions of programs, names, and what moderators decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from server.access.actor import Actor
from server.access.naming import clean_name
from server.halls.errors import HallError
from server.halls.visitor import Newcomer
from server.run.clock import Clock
from server.run.names import Names
from server.run.secrets import token
from server.run.talk import Talk
from server.run.tickets import Tickets
from server.store.moderation_records import Restraint
from server.wire import messages as wire


class Order(Protocol):
    """What moderators decided."""

    def keeps_out(self, actor: Actor, address: str) -> Restraint | None:
        """What keeps somebody out."""

    def mute_of(self, actor: Actor, address: str, name: str) -> Restraint | None:
        """The mute that lies on them."""

    def told(self, restraint: Restraint, lang: str) -> str:
        """A restraint in words."""


class ShownOutError(Exception):
    """Somebody may not come in, whatever they say: the connection ends with these words."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


class Entry(NamedTuple):
    """Somebody who may come in: as whom, on the strength of which secret, and what to tell them."""

    newcomer: Newcomer
    session: str | None
    mute: Restraint | None
    notice: str | None
    """Why they are not called as they wished, as a code."""


@dataclass(slots=True)
class Admission:
    """The porter: asks the ticket, the name and the order of the house."""

    clock: Clock
    actor_of: Callable[[str | None], Actor]
    tickets: Tickets
    names: Names
    order: Order
    listed: Callable[[str], bool]
    """Whether a text holds words that are refused in this park."""

    def entry(self, talk: Talk, message: wire.Join) -> Entry:
        """Who wants to join; raises HallError ``ticket_refused``, ``removed_for_now``, or
        ShownOutError."""
        actor, session, wished = self._identity(talk, message)
        held = self.order.keeps_out(actor, talk.address)
        if held is not None and held.kind == "block":
            raise ShownOutError(self.order.told(held, talk.lang))
        if held is not None:
            raise HallError("removed_for_now")
        name, notice = self.called(actor, wished)
        mute = self.order.mute_of(actor, talk.address, name)
        body = talk.auth.body if talk.auth is not None else wire.Body()
        lang: wire.Language = "en" if talk.lang == "en" else "zh-CN"
        newcomer = Newcomer(
            name, actor, body, lang, token(), proven=is_proven(actor), muted=mute is not None
        )
        return Entry(newcomer, session, mute, notice)

    def called(self, actor: Actor, wished: str) -> tuple[str, str | None]:
        """What somebody is called: their account's name; else what they wish, when they may."""
        if is_proven(actor):
            return actor.name, None
        name = clean_name(wished)
        refusal = None if actor.is_known else self.refusal(name)
        return ("" if refusal else name), refusal

    def refusal(self, name: str) -> str | None:
        """Why an anonymous visitor may not be called so, as a code."""
        if name and self.listed(name):
            return "words_refused"
        return self.names.refusal(name)

    def _identity(self, talk: Talk, message: wire.Join) -> tuple[Actor, str | None, str]:
        wished = talk.auth.name if talk.auth is not None else ""
        if message.ticket is None:
            return *talk.base, wished
        ticket = self.tickets.take(message.ticket, message.hall, self.clock.now())
        if ticket.session is None:
            return ticket.actor, None, ticket.name or wished
        actor = self.actor_of(ticket.session)
        if actor.id != ticket.actor.id:
            raise HallError("ticket_refused")
        return actor, ticket.session, ticket.name or wished


def is_proven(actor: Actor) -> bool:
    """Whether somebody's name is that of an account."""
    return actor.is_known and bool(actor.name)
