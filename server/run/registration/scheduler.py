"""What time does to applications: one task asks the rules, and keeps what they say.

All that was told stands with the application in the archive, so a restart tells nothing twice and
forgets nothing; what came due while the park was down is seen to at its next start.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final

from server.log import logger
from server.registration import tables
from server.registration.case import CLOCK, Given
from server.registration.errors import RegistrationError
from server.registration.schedule import Timed, due, noted
from server.registration.states import ENDS, STATES
from server.registration.workflow import advance
from server.run.registration.effects import owed_for
from server.run.registration.files import row_after
from server.run.registration.house import House
from server.run.registration.office import Office, Wish
from server.store.doing import Doing, doing
from server.store.errors import StoreError
from server.store.registration_records import Move, NewEffect, StoredApplication

log = logger("registration")
LOOK_SECONDS: Final = 60.0
DAY: Final = 86_400.0
YEAR: Final = 365 * DAY
UNSENT_DAYS: Final = 30.0
"""Days for which a draft that expired, or was withdrawn, is still kept."""
NOTICE_OVER: Final = "notice_over"
CLEARED: Final = NewEffect("clear_booth", {})
GOING: Final = tuple(state for state in STATES if state not in ENDS)


class Scheduler:
    """The registry's clock."""

    def __init__(self, house: House, office: Office) -> None:
        self._house = house
        self._office = office
        self._book = house.archive.registration
        self._task: asyncio.Task[None] | None = None
        self._swept = 0.0

    async def start(self) -> None:
        """Look soon, and from then on now and again."""
        self._task = asyncio.create_task(self._run(), name="registration-clock")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def look(self) -> int:
        """See to everything whose time has come; how many things that were."""
        count = 0
        for row in await self._book.of_states(*GOING):
            count += await self._see_to(row)
        if count:
            await self._office.effects.soon()
        return count

    async def sweep(self) -> int:
        """Take away what has been kept long enough, with its documents; how many applications."""
        now, count = self._house.clock.now(), 0
        years = self._house.settings.application_years
        for row in await self._book.of_states("draft"):
            # Whoever filled it in was deleted: nobody can go on with it, or read it.
            if row.person.startswith("a_") and self._house.accounts.find_id(row.person) is None:
                await self._forget(row)
                count += 1
        for row in await self._book.of_states(*ENDS):
            kept = years * YEAR if row.submitted is not None else UNSENT_DAYS * DAY
            if row.ended is None or row.ended > now - kept:
                continue
            await self._forget(row)
            count += 1
        return count

    # --- inside -------------------------------------------------------------------------------

    async def _forget(self, row: StoredApplication) -> None:
        papers = await self._book.papers(row.id)
        act = Doing("clock", "", "application.forget", f"application/{row.id}", how="house")
        with doing(act):
            await self._book.remove(row.id)
        await self._office.documents.forget(papers)
        await self._office.dismiss(row.id)
        if row.person == row.id:
            self._house.vault.destroy(row.person)

    async def _see_to(self, row: StoredApplication) -> int:
        count, now = 0, self._house.clock.now()
        while found := due(self._office.case(row), now):
            try:
                row = await self._do(row, found[0], now)
            except (StoreError, RegistrationError) as error:  # somebody else was at it: look again
                log.warning("clock_passed_over", application=row.id, code=error.code)
                break
            count += 1
        return count

    async def _do(self, row: StoredApplication, timed: Timed, now: float) -> StoredApplication:
        case = self._office.case(row)
        name = timed.verb or timed.name.partition(":")[0]
        act = Doing("clock", "", f"application.{name}", f"application/{row.id}", how="house")
        act.before = {"state": row.state, "version": row.version}
        with doing(act):
            if timed.verb is not None:
                step = advance(case, timed.verb, CLOCK, now)
                act.after = {"state": step.case.state, "version": step.case.version}
                wish = Wish(timed.verb, row.version)
                return await self._office.keep(row, step, CLOCK, wish, Given())
            after, effects = noted(case, timed), owed_for(timed.effects)
            if name == NOTICE_OVER:  # what it left behind must not keep it from being closed
                after, effects = replace(after, hidden=True), (CLEARED, *effects)
            act.after = {"flags": sorted(after.flags), "told": timed.name}
            move = Move(row_after(row, after, now), row.version, effects=effects)
            return await self._book.move(move)

    async def _run(self) -> None:
        await asyncio.to_thread(tables.read)
        while True:
            try:
                await self.look()
                if self._house.clock.now() - self._swept > DAY:
                    self._swept = self._house.clock.now()
                    await self.sweep()
            except StoreError as error:
                log.error("clock_failed", code=error.code)
            except Exception:  # the clock goes on whatever one application is like
                log.exception("clock_failed")
            await asyncio.sleep(LOOK_SECONDS)
