"""From a lead to a company of the park: an application is begun, and one day it has landed."""

from __future__ import annotations

from typing import Final

from server.access.actor import Actor
from server.promotion.funnel import further
from server.registration.states import RESIDENT
from server.run.promotion.house import House
from server.run.promotion.leads import Leads
from server.store.errors import StoreError
from server.store.promotion_records import StoredLead

HOUSE: Final = Actor("house", frozenset())


class Landing:
    """Leads and the applications that they became."""

    def __init__(self, house: House, leads: Leads) -> None:
        self._house, self._leads = house, leads

    async def applied(self, lead: StoredLead, application: str, actor: Actor) -> None:
        """Note that an application was begun from a lead: they are negotiating at least."""
        now = self._house.clock.now()
        step = further(lead.state, "negotiating") if lead.state != "lost" else "negotiating"
        about = {"from": lead.state, "to": step, "application": application}
        changes = {
            "application": application,
            "state": step,
            "furthest": further(lead.furthest, step),
            "reason": "",
            "changed": now,
            "expires": self._leads.kept(step, now),
        }
        note = self._leads.note_of(lead.id, "move", actor.id, about=about)
        after = await self._house.archive.leads.change(lead.id, None, changes, [note])
        await self._leads.tell(lead, after)

    async def land(self, now: float) -> int:
        """Note which leads are companies of the park now; how many."""
        landed = [
            lead
            for lead in await self._house.archive.leads.applying()
            if await self._is_resident(lead.application)
        ]
        for lead in landed:
            wanted = {"state": "landed", "application": lead.application}
            if lead.state not in ("negotiating", "signed"):
                await self._leads.change(lead.id, None, {"state": "negotiating"}, HOUSE)
            await self._leads.change(lead.id, None, wanted, HOUSE)
        return len(landed)

    async def _is_resident(self, application: str) -> bool:
        try:
            found = await self._house.archive.registration.get(application)
        except StoreError:
            return False
        return found.state in RESIDENT
