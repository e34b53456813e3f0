"""Letters to leads about their contact, their visits, and what they hold."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from server.log import logger
from server.run.notices.notice import Notice
from server.run.promotion.contact import OpenLead
from server.run.promotion.house import House
from server.run.site.duty import zone_of
from server.store.errors import StoreError
from server.store.promotion_records import StoredBooking, StoredHold

log = logger("promotion")
VISIT_PAGE: Final = "/my/visit/"
CONTACT_PAGE: Final = "/my/contact/"
"""Where links of letters lead; a secret follows."""


class Letters:
    """Writes them; a letter that cannot be written holds nothing up."""

    def __init__(self, house: House) -> None:
        self._house = house

    def token(self, booking: str) -> str:
        """The secret by which a booking is seen and cancelled.

        It is made of the booking's id with the park's key, so that later letters can tell it
        though the archive has only its hash.
        """
        return str(self._house.vault.index(f"visit:{booking}"))

    def visit_link(self, booking: str) -> str:
        """The booking's own page."""
        return f"{self._house.address}{VISIT_PAGE}{self.token(booking)}"

    def when(self, at: float, lang: str) -> str:
        """A moment as the park's clocks show it."""
        here = datetime.fromtimestamp(at, zone_of(self._house.inbox.duty.zone))
        if lang.startswith("en"):
            return here.strftime("%a %d %b %Y, %H:%M")
        day = "一二三四五六日"[here.weekday()]
        return f"{here.year}年{here.month}月{here.day}日（周{day}）{here:%H:%M}"

    async def received(self, lead: OpenLead, token: str) -> None:
        """We have your contact; here it can be taken back."""
        link = f"{self._house.address}{CONTACT_PAGE}{token}"
        await self._send("lead_received", lead, link, lead.stored.id, {})

    async def visit(self, kind: str, lead: OpenLead, booking: StoredBooking, place: str) -> None:
        """About a visit; ``kind`` is a row of the kinds of notices."""
        lang = lead.stored.lang
        end = ". " if lang.startswith("en") else "。"
        answer = self._house.vault.open(lead.stored.id, booking.answer) if booking.answer else ""
        data = {
            "when": self.when(booking.starts, lang),
            "people": str(booking.people),
            "place": f"{place}{end}" if place else "",
            "answer": f"{answer}{end}" if answer else "",
        }
        await self._send(kind, lead, self.visit_link(booking.id), booking.id, data)

    async def hold_ending(self, lead: OpenLead, hold: StoredHold) -> None:
        """What somebody holds is soon open to others."""
        until = self.when(hold.until or 0.0, lead.stored.lang)
        data = {"unit": hold.no, "when": until}
        await self._send("hold_ending", lead, self._house.address, hold.id, data)

    async def _send(
        self, kind: str, lead: OpenLead, link: str, ref: str, data: dict[str, str]
    ) -> None:
        to = lead.reached_at
        if to is None:
            return
        lang, person = lead.stored.lang, lead.stored.id
        try:
            await self._house.notices.send(
                Notice(kind, to, lang, link=link, person=person, ref=ref, data=data)
            )
        except StoreError as error:
            log.error("letter_not_written", kind=kind, code=error.code)
