"""What time does: holds run out, visits come near, dates pass, leads are forgotten.

Each round asks the archive what is due and notes what was done, so nothing is done twice and
nothing is missed, however often the server stops in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from server.log import logger
from server.run.promotion.bookings import Bookings
from server.run.promotion.house import House
from server.run.promotion.landing import Landing
from server.run.promotion.leads import Leads
from server.run.promotion.letters import Letters
from server.run.promotion.units import Units
from server.store.doing import Doing, doing
from server.store.errors import StoreError

log = logger("promotion")
EVERY_SECONDS: Final = 5.0
WARNING_SECONDS: Final = 86_400.0
"""How long before its end the holder of a unit is told."""


class Rounds:
    """Looks at the clock for promotion."""

    def __init__(
        self,
        house: House,
        leads: Leads,
        bookings: Bookings,
        units: Units,
        letters: Letters,
        landing: Landing,
    ) -> None:
        self._house, self._leads, self._bookings = house, leads, bookings
        self._units, self._letters, self._landing = units, letters, landing
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._run(), name="promotion")

    async def stop(self) -> None:
        """Stop looking."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def round(self, now: float) -> None:
        """Do whatever is due; one kind's trouble leaves the others to be done."""
        work: tuple[tuple[str, Callable[[float], Awaitable[int]]], ...] = (
            ("hold.end", self._units.expire),
            ("hold.edit", self._warn_holders),
            ("booking.edit", self._bookings.lapse),
            ("booking.edit", self._bookings.remind),
            ("lead.edit", self._warn_owners),
            ("lead.edit", self._landing.land),
            ("lead.edit", self._forget),
            ("unit.edit", self._show),
        )
        for name, do in work:
            with doing(Doing("house", "", name, "promotion", how="house")):
                try:
                    await do(now)
                except StoreError as error:
                    log.error("promotion_round_failed", work=name, code=error.code)
                except Exception:
                    log.exception("promotion_round_failed", work=name)

    async def _warn_holders(self, now: float) -> int:
        soon = [
            hold
            for hold in await self._house.archive.holds.living()
            if hold.until is not None
            and hold.warned is None
            and hold.lead
            and now < hold.until <= now + WARNING_SECONDS
        ]
        for hold in soon:
            await self._house.archive.holds.change(hold.id, {"warned": now})
            await self._letters.hold_ending(await self._leads.get(hold.lead), hold)
        return len(soon)

    async def _warn_owners(self, now: float) -> int:
        due = await self._house.archive.leads.to_warn(now)
        for lead in due:
            await self._house.archive.leads.change(lead.id, None, {"warned": now})
            title = {"zh": "线索到了约定的跟进时间", "en": "A lead is due to be heard of again"}
            link = f"/leads?lead={lead.id}"
            await self._house.inbox.put("lead", lead.id, title, lead.next_at, link)
        return len(due)

    async def _forget(self, now: float) -> int:
        book = self._house.archive.leads
        gone = [
            lead
            for lead, account in await book.accounts()
            if self._house.accounts.find_id(account) is None
        ]
        over = {*await book.over(now), *gone}
        for id in sorted(over):
            await self._leads.forget(id)
        return len(over)

    async def _show(self, now: float) -> int:
        return await self._units.reconcile()

    async def _run(self) -> None:
        while True:
            await self.round(self._house.clock.now())
            await asyncio.sleep(EVERY_SECONDS)
