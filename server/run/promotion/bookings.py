"""Visits: asked for by visitors, answered by staff, reminded of by the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from server.access.actor import Actor
from server.promotion.bookings import BookingState, BookingVerb, By, may_move, turn
from server.promotion.errors import PromotionError
from server.promotion.plan import Plan, Slot, slot_at, slots
from server.registration.calendar import is_working_day
from server.run.promotion.contact import Contact, OpenLead, sealed
from server.run.promotion.house import House
from server.run.promotion.leads import Leads
from server.run.promotion.letters import Letters
from server.run.promotion.planning import FACT, plan_of, plan_told
from server.run.secrets import fingerprint, short_id
from server.run.site.duty import zone_of
from server.store.errors import StoreError
from server.store.promotion_records import StoredBooking, StoredNote

KINDS: Final[Mapping[BookingState, str]] = {
    "confirmed": "booking_confirmed",
    "declined": "booking_declined",
}
"""Which letter tells of which answer."""
HOUR: Final = 3600.0


class Bookings:
    """The visits of the park."""

    def __init__(self, house: House, leads: Leads, letters: Letters) -> None:
        self._house, self._leads, self._letters = house, leads, letters
        self.plan = Plan()

    async def start(self) -> None:
        """Read the plan."""
        self.plan = plan_of(await self._house.archive.meta(FACT))

    async def set_plan(self, plan: Plan) -> None:
        """Keep another plan; what is booked stays booked."""
        await self._house.archive.set_meta(FACT, plan_told(plan))
        self.plan = plan

    # --- what visitors do ---------------------------------------------------------------------

    async def slots(self, first: date | None, days: int) -> list[tuple[Slot, int]]:
        """Slots of some days from ``first`` (None: today) with the places left in each."""
        now, zone = self._house.clock.now(), self.zone
        begins = first or datetime.fromtimestamp(now, zone).date()
        found = list(slots(self.plan, begins, days, now, zone, is_working_day))
        if not found:
            return []
        taken = await self._house.archive.bookings.taken(found[0].starts, found[-1].ends)
        return [(slot, max(0, slot.capacity - taken.get(slot.starts, 0))) for slot in found]

    async def ask(
        self, contact: Contact, starts: float, people: int, actor: Actor, *, staff: bool
    ) -> StoredBooking:
        """Ask for a visit: the contact is a lead from now on.

        Raises PromotionError ``slot_gone``, StoreError ``slot_full``.
        """
        slot = self._slot(starts)
        left = await self._leads.leave(contact, actor, staff=staff)
        id, now = f"b_{short_id()}", self._house.clock.now()
        new = StoredBooking(
            id=id,
            lead=left.lead.id,
            leaving=left.leaving,
            token=fingerprint(self._letters.token(id)),
            state="confirmed" if staff else "asked",
            starts=slot.starts,
            ends=slot.ends,
            people=people,
            created=now,
            changed=now,
            handler=actor.id if staff else "",
        )
        note = self._note(new, actor.id if staff else "")
        try:
            booked = await self._house.archive.bookings.book(new, slot.capacity, [note])
        except StoreError:
            await self._leads.take_back(left.token)  # the contact was given for this visit
            raise
        await self._asked(booked)
        return booked

    async def own(self, token: str) -> StoredBooking:
        """The booking of a visitor's link; raises StoreError ``booking_unknown``."""
        return await self._house.archive.bookings.by_token(fingerprint(token[:256]))

    # --- what staff do, and the clock ---------------------------------------------------------

    async def turn(
        self, id: str, version: int | None, verb: BookingVerb, by: By, author: str, answer: str = ""
    ) -> StoredBooking:
        """Confirm, decline, cancel, or note whether they came.

        Raises StoreError ``booking_unknown``, ``booking_stale``; PromotionError ``booking_state``.
        """
        book, now = self._house.archive.bookings, self._house.clock.now()
        before = await book.get(id)
        state = turn(before.state, verb, by, before.starts, now)
        changes = {
            "state": state,
            "changed": now,
            "answer": sealed(self._house.vault, before.lead, answer),
            "handler": author,
        }
        after = await book.change(
            id, version or before.version, changes, [self._note(before, author, state)]
        )
        await self._turned(after, tell=by != "visitor")
        return after

    async def move(
        self, id: str, version: int | None, starts: float, author: str, answer: str = ""
    ) -> StoredBooking:
        """Give a visit another time, which confirms it.

        Raises StoreError ``booking_unknown``, ``booking_stale``, ``slot_full``; PromotionError
        ``slot_gone``, ``booking_state``.
        """
        book, now = self._house.archive.bookings, self._house.clock.now()
        before = await book.get(id)
        if not may_move(before.state, now, before.starts):
            raise PromotionError("booking_state")
        slot = self._slot(starts, patient=True)
        changes = {
            "state": "confirmed",
            "starts": slot.starts,
            "ends": slot.ends,
            "changed": now,
            "reminded": None,
            "answer": sealed(self._house.vault, before.lead, answer),
            "handler": author,
        }
        note = self._note(before, author, "confirmed", slot.starts)
        after = await book.move(id, version or before.version, slot.capacity, changes, [note])
        await self._turned(after, tell=True)
        return after

    async def remind(self, now: float) -> int:
        """Remind of visits that are near, but those asked for only then; how many."""
        until = now + self._house.settings.visit_reminder_hours * HOUR
        due = await self._house.archive.bookings.to_remind(now, until)
        for booking in due:
            await self._house.archive.bookings.change(booking.id, None, {"reminded": now})
            if booking.created < booking.starts - (until - now):
                await self._write("booking_reminder", booking)
        return len(due)

    async def lapse(self, now: float) -> int:
        """Cancel visits that nobody confirmed in time; how many."""
        due = await self._house.archive.bookings.unanswered(now)
        for booking in due:
            await self.turn(booking.id, booking.version, "cancel", "house", "house")
        return len(due)

    @property
    def zone(self) -> Any:
        """The park's time zone."""
        return zone_of(self._house.inbox.duty.zone)

    # --- inside -------------------------------------------------------------------------------

    def _slot(self, starts: float, *, patient: bool = False) -> Slot:
        """A slot of the plan; ``patient``: staff need no time to prepare."""
        now = self._house.clock.now()
        asked = now - self.plan.lead_hours * HOUR if patient else now
        found = slot_at(self.plan, starts, asked, self.zone, is_working_day)
        if found is None or starts <= now:
            raise PromotionError("slot_gone")
        return found

    def _note(
        self,
        booking: StoredBooking,
        author: str,
        state: BookingState | None = None,
        starts: float | None = None,
    ) -> StoredNote:
        about = {
            "booking": booking.id,
            "state": state or booking.state,
            "starts": starts or booking.starts,
        }
        return StoredNote(booking.lead, "booking", "", author, self._house.clock.now(), about)

    async def _asked(self, booking: StoredBooking) -> None:
        told = {"booking": booking.id, "starts": booking.starts}
        await self._house.notices.event("booking.asked", told)
        if booking.state == "confirmed":
            await self._write("booking_confirmed", booking)
            return
        await self._write("booking_asked", booking)
        when = {lang: self._letters.when(booking.starts, lang) for lang in ("zh", "en")}
        title = {"zh": f"参观预约待确认：{when['zh']}", "en": f"A visit to confirm: {when['en']}"}
        link = f"/bookings?booking={booking.id}"
        await self._house.inbox.put("booking", booking.id, title, booking.starts, link)

    async def _turned(self, booking: StoredBooking, *, tell: bool) -> None:
        await self._house.inbox.close("booking", booking.id)
        told = {"booking": booking.id, "state": booking.state, "starts": booking.starts}
        await self._house.notices.event("booking.changed", told)
        lead = await self._house.archive.leads.get(booking.lead)
        if booking.state == "visited" and lead.state in ("new", "contacted"):
            await self._leads.change(lead.id, None, {"state": "visited"}, _by(booking.handler))
        future = booking.starts > self._house.clock.now()
        kind = KINDS.get("declined" if booking.state == "cancelled" else booking.state)
        if tell and kind and (future or booking.handler == "house"):
            await self._write(kind, booking)

    async def _write(self, kind: str, booking: StoredBooking) -> None:
        lead: OpenLead = await self._leads.get(booking.lead)
        lang = "en" if lead.stored.lang.startswith("en") else "zh"
        await self._letters.visit(kind, lead, booking, self.plan.place.get(lang, ""))


def _by(author: str) -> Actor:
    return Actor(author, frozenset())
