"""Reports of visitors about visitors: kept, put before the staff, dealt with, and answered."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from server.access.actor import Actor, Thing
from server.access.household import household
from server.access.limits import Buckets
from server.errors import problem
from server.halls.effects import Complaint
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.log import logger
from server.run.moderation import words
from server.run.moderation.house import House
from server.run.secrets import short_id
from server.run.talk import Talk
from server.store.moderation_records import Outcome, StoredReport
from server.wire import messages as wire

log = logger("moderation")
EACH_SECONDS, EACH_AT_ONCE = 60.0, 10.0
"""Reports of one account or household, however often they come in anew."""
MOST_AWAITING: Final = 1000
"""Reporters who are told the outcome if they are still here."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its sealed parts opened, as far as their keys are there."""

    stored: StoredReport
    reporter_name: str
    accused_name: str
    words: str


@dataclass(slots=True)
class Reports:
    """The reports of the park."""

    house: House
    _awaiting: OrderedDict[str, str] = field(default_factory=OrderedDict)
    """Which connection a report came from."""
    _pace: Buckets = field(default_factory=lambda: Buckets(1 / EACH_SECONDS, EACH_AT_ONCE))

    async def take(
        self, hall: Hall, complaint: Complaint, talk: Talk, accused: Talk | None
    ) -> None:
        """Keep a report and tell the staff; the reporter is told that it is kept."""
        asker = talk.actor.id if talk.actor.is_known else household(talk.address)
        try:
            if self._pace.take(asker, self.house.clock.now()) > 0:
                raise HallError("too_many_questions")
            kept = self._made(hall, complaint, talk, accused)
            await self.house.archive.moderation.report(kept)
            await self.house.inbox.put(
                "report",
                kept.id,
                words.inbox_title(kept.reason, hall.editing.layers.published.hall["name"]),
                link=f"/visitors?report={kept.id}",
            )
        except Exception as error:  # whoever asked must hear that it is not kept
            if not isinstance(error, HallError):
                log.exception("report_failed", hall=hall.id)
            told = problem(error, talk.lang)
            self.house.performer.tell(talk, told.to_message(talk.line.id, complaint.request))
            return
        self._awaiting[kept.id] = talk.line.id
        if len(self._awaiting) > MOST_AWAITING:
            self._awaiting.popitem(last=False)
        self.house.performer.tell(talk, wire.Done(complaint.request, hall.revision))

    async def page(
        self, moderator: Actor, limit: int, before: str | None, is_open: bool | None
    ) -> list[Report]:
        """Reports of the halls that somebody looks after, newest first."""
        found = await self.house.archive.moderation.reports(limit, before, is_open)
        return [
            self.opened(report)
            for report in found
            if moderator.may("report.read", Thing(hall=report.hall))
        ]

    async def handle(self, id: str, moderator: Actor, outcome: Outcome, answer: str) -> Report:
        """Settle a report: its item in the inbox is closed, and the reporter told.

        Raises ``report_unknown``, ``report_handled``, ``forbidden``.
        """
        book = self.house.archive.moderation
        known = await book.one(id)
        if not moderator.may("visitor.moderate", Thing(hall=known.hall)):
            raise HallError("forbidden")
        now = self.house.clock.now()
        settled = await book.handle(id, outcome, answer, moderator.id, now)
        await self.house.inbox.close("report", id)
        talk = self.house.talks.get(self._awaiting.pop(id, ""))
        if talk is not None:
            told = words.answered(outcome, answer, talk.lang)
            self.house.performer.tell(talk, wire.Notice("report_answered", told))
        return self.opened(settled)

    def opened(self, stored: StoredReport) -> Report:
        """A report as staff read it."""
        vault = self.house.vault
        mine, theirs = _persons(stored.id, stored.reporter, stored.accused)
        return Report(
            stored,
            vault.open(mine, stored.reporter_name) or "",
            vault.open(theirs, stored.accused_name) or "",
            vault.open(mine, stored.words) or "",
        )

    def _made(
        self, hall: Hall, complaint: Complaint, talk: Talk, accused: Talk | None
    ) -> StoredReport:
        id, vault = f"r_{short_id()}", self.house.vault
        by, about = complaint.by, complaint.about
        reporter = by.actor.id if by.actor.is_known else ""
        other = about.actor.id if about.actor.is_known else ""
        mine, theirs = _persons(id, reporter, other)
        return StoredReport(
            id=id,
            hall=hall.id,
            at=self.house.clock.now(),
            reporter=reporter,
            reporter_name=vault.seal(mine, by.name),
            accused=other,
            accused_name=vault.seal(theirs, about.name),
            connection=accused.line.id if accused is not None else "",
            reason=complaint.reason,
            words=vault.seal(mine, complaint.words),
        )


def _persons(id: str, reporter: str, accused: str) -> tuple[str, str]:
    """Whose keys seal a report: accounts' own; the report's for those who have none."""
    return reporter or id, accused or id
