"""Order at the live gate: who comes in as whom, who may do what now, who disturbs others."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Protocol

from server.access.actor import Actor
from server.halls.effects import Complaint
from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.run.admission import Admission
from server.run.moderation.house import House, Speaker, Teller
from server.run.moderation.moderation import Moderation
from server.run.moderation.reports import Reports
from server.run.names import Names
from server.run.rights_watch import RightsWatch
from server.run.talk import Talk
from server.run.tickets import Tickets


class Register(Protocol):
    """Whose a secret is."""

    @property
    def revision(self) -> int:
        """Grows whenever what a secret opens has changed."""

    def actor(self, secret: str | None, /) -> Actor:
        """Whoever shows this secret."""


class Filter(Protocol):
    """Words that are refused."""

    def listed(self, text: str, /) -> bool:
        """Whether a text holds one."""


class Hands(Teller, Protocol):
    """What performs effects."""

    @property
    def talks(self) -> dict[Visitor, Talk]:
        """Which connection speaks for a visitor."""

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something slow."""


class Voice(Speaker, Protocol):
    """What speaks on connections."""

    def check(self, talk: Talk, now: float, *, rights: bool) -> None:
        """Look whether a talk may go on, and with which rights."""


class Park(House, Protocol):
    """The park, as far as order reaches."""

    @property
    def sessions(self) -> Register:
        """Sessions and keys."""

    @property
    def words(self) -> Filter:
        """The word lists."""

    @property
    def performer(self) -> Hands:
        """What performs effects."""

    @property
    def conversation(self) -> Voice:
        """What speaks on connections."""


class Order:
    """Tickets, admission, moderation and reports of one park."""

    def __init__(self, park: Park) -> None:
        self._park = park
        self.tickets = Tickets()
        self.moderation = Moderation(park)
        self.reports = Reports(park)
        self.admission = Admission(
            park.clock, park.sessions.actor, self.tickets, Names(), self.moderation,
            park.words.listed,
        )  # fmt: skip
        self._rights = RightsWatch(lambda: park.sessions.revision)

    async def start(self) -> None:
        """Remember whom moderators keep out."""
        await self.moderation.start()

    def tick(self, now: float) -> None:
        """What the passing of time brings; called some times a second."""
        rights = self._rights.due(now)
        for talk in list(self._park.talks.values()):
            self._park.conversation.check(talk, now, rights=rights)
        self.moderation.tick(now)

    def complain(self, hall: Hall, complaint: Complaint) -> None:
        """Take up a report."""
        talk = self._park.performer.talks.get(complaint.by)
        if talk is not None:
            accused = self._park.performer.talks.get(complaint.about)
            self._park.performer.start(self.reports.take(hall, complaint, talk, accused))
