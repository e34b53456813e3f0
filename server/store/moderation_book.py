"""What the archive knows of restraints and reports, asked and changed from the event loop."""

from __future__ import annotations

from functools import partial

from server.store import moderation
from server.store.exhibit_book import Run
from server.store.moderation_records import Outcome, Restraint, StoredReport


class ModerationBook:
    """Mutes, removals, blocks and reports. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def restrain(self, restraint: Restraint) -> None:
        """Keep a restraint."""
        await self._write(partial(moderation.restrain, restraint=restraint))

    async def lift(self, id: str, at: float, lifter: str) -> Restraint:
        """End a restraint before its time; raises `block_unknown`."""
        return await self._write(partial(moderation.lift, id=id, at=at, lifter=lifter))

    async def holding(self, now: float) -> list[Restraint]:
        """Every restraint in force, oldest first."""
        return await self._read(partial(moderation.holding, now=now))

    async def restraints(self, limit: int = 100, before: str | None = None) -> list[Restraint]:
        """Restraints, newest first."""
        return await self._read(partial(moderation.restraints_page, limit=limit, before=before))

    async def report(self, report: StoredReport) -> None:
        """Keep a report."""
        await self._write(partial(moderation.report, new=report))

    async def handle(
        self, id: str, outcome: Outcome, answer: str, handler: str, at: float
    ) -> StoredReport:
        """Settle a report; raises `report_unknown`, `report_handled`."""
        work = partial(
            moderation.handle, id=id, outcome=outcome, answer=answer, handler=handler, at=at
        )
        return await self._write(work)

    async def one(self, id: str) -> StoredReport:
        """One report; raises `report_unknown`."""
        return await self._read(partial(moderation.one_report, id=id))

    async def reports(
        self, limit: int = 100, before: str | None = None, is_open: bool | None = None
    ) -> list[StoredReport]:
        """Reports, newest first."""
        work = partial(moderation.reports_page, limit=limit, before=before, is_open=is_open)
        return await self._read(work)

    async def forget(self, before: float) -> int:
        """Delete what was over before a time; how many rows."""
        return await self._write(partial(moderation.forget, before=before))
