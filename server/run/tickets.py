"""Join tickets: short-lived secrets, good once, that say whose a place in a hall is to be.

A browser's cookie gives no rights on the live socket: pages ask for a ticket over HTTP, where
cookies are guarded (same site, CSRF), and join with it. Tickets live in memory alone; a restart
voids them.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from typing import Final

from server.access.actor import Actor
from server.access.household import household
from server.halls.errors import HallError
from server.run.secrets import fingerprint, token

SECONDS: Final = 60.0
MOST: Final = 20_000
MOST_EACH: Final = 64
"""Tickets of one household that wait to be used."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket binds: who (on the strength of ``session``), under which name, into which hall.

    ``session`` is None for the machine's own socket, which needs none.
    """

    actor: Actor
    session: str | None
    hall: str
    name: str
    expires: float
    house: str


@dataclass(slots=True)
class Tickets:
    """The tickets that wait to be used, oldest first, by their secrets' fingerprints."""

    _waiting: OrderedDict[str, Ticket] = field(default_factory=OrderedDict)
    _each: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self._waiting)

    def issue(
        self, actor: Actor, session: str | None, hall: str, name: str, address: str, now: float
    ) -> tuple[str, Ticket]:
        """A ticket and its secret; raises HallError ``too_many_tickets``."""
        self._forget_old(now)
        house = household(address)
        if self._each[house] >= MOST_EACH or len(self._waiting) >= MOST:
            raise HallError("too_many_tickets")
        secret = token()
        ticket = Ticket(actor, session, hall, name, now + SECONDS, house)
        self._waiting[fingerprint(secret)] = ticket
        self._each[house] += 1
        return secret, ticket

    def take(self, secret: str, hall: str, now: float) -> Ticket:
        """Use a ticket up; raises HallError ``ticket_refused``, also in another hall."""
        ticket = self._pop(fingerprint(secret))
        if ticket is None or ticket.hall != hall or ticket.expires <= now:
            raise HallError("ticket_refused")
        return ticket

    def _pop(self, key: str) -> Ticket | None:
        ticket = self._waiting.pop(key, None)
        if ticket is not None:
            self._each[ticket.house] -= 1
            if not self._each[ticket.house]:
                del self._each[ticket.house]
        return ticket

    def _forget_old(self, now: float) -> None:
        while self._waiting:
            key, oldest = next(iter(self._waiting.items()))
            if oldest.expires > now:
                return
            self._pop(key)
