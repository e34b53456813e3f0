"""What the archive knows of leads, visits and holds, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from server.store import holds, leads, visits
from server.store.exhibit_book import Run
from server.store.promotion_records import (
    StoredBooking,
    StoredHold,
    StoredLead,
    StoredLeaving,
    StoredNote,
)

Notes = Sequence[StoredNote]


class LeadBook:
    """Leads. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def take(self, lead: StoredLead, leaving: StoredLeaving, notes: Notes = ()) -> None:
        """Keep a new lead."""
        await self._write(partial(leads.take, lead=lead, leaving=leaving, notes=notes))

    async def join(
        self, id: str, leaving: StoredLeaving, notes: Notes, changes: Mapping[str, Any]
    ) -> StoredLead:
        """Keep what was left once more; raises `lead_unknown`."""
        work = partial(leads.join, id=id, leaving=leaving, notes=notes, changes=changes)
        return await self._write(work)

    async def get(self, id: str) -> StoredLead:
        """One lead; raises `lead_unknown`."""
        return await self._read(partial(leads.one, id=id))

    async def alike(self, phone: str, email: str) -> list[StoredLead]:
        """Leads that are reached by the same number or address, by their indexes."""
        return await self._read(partial(leads.alike, phone=phone, email=email))

    async def page(
        self, limit: int = 100, before: str | None = None, **where: str
    ) -> list[StoredLead]:
        """Leads, newest first."""
        return await self._read(partial(leads.page, limit=limit, before=before, where=where))

    async def change(
        self, id: str, version: int | None, changes: Mapping[str, Any], notes: Notes = ()
    ) -> StoredLead:
        """Change a lead; raises `lead_unknown`, `lead_stale`."""
        work = partial(leads.change, id=id, version=version, changes=changes, notes=notes)
        return await self._write(work)

    async def note(self, notes: Notes) -> None:
        """Add lines to stories."""
        await self._write(partial(leads.add_notes, notes=notes))

    async def story(self, id: str) -> tuple[list[StoredNote], list[StoredLeaving]]:
        """A lead's story, newest first, and what was left, oldest first."""
        return await self._read(partial(leads.story, id=id))

    async def left_by(self, token: str) -> StoredLeaving | None:
        """What was left with this token's hash."""
        return await self._read(partial(leads.left_by, token=token))

    async def take_back(self, leaving: StoredLeaving) -> bool:
        """Forget one leaving; whether it was the lead's last."""
        return await self._write(partial(leads.take_back, leaving=leaving))

    async def forget(self, id: str) -> None:
        """Take a lead away with all that was said of it."""
        await self._write(partial(leads.forget, id=id))

    async def over(self, now: float, limit: int = 200) -> list[str]:
        """Leads whose time is over."""
        return await self._read(partial(leads.over, now=now, limit=limit))

    async def applying(self) -> list[StoredLead]:
        """Open leads from which an application was begun."""
        return await self._read(leads.applying)

    async def accounts(self) -> list[tuple[str, str]]:
        """Leads that have an account, each with its account."""
        return await self._read(leads.accounts)

    async def to_warn(self, now: float, limit: int = 200) -> list[StoredLead]:
        """Leads whose next date has come and of whom nobody was reminded."""
        return await self._read(partial(leads.to_warn, now=now, limit=limit))

    async def told(self, since: float) -> list[Any]:
        """State, furthest, source and reason of every lead since a moment."""
        return await self._read(partial(leads.told, since=since))

    async def counts(self) -> dict[str, int]:
        """How many leads are in each state."""
        return await self._read(leads.counts)


class BookingBook:
    """Booked visits. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def book(self, new: StoredBooking, capacity: int, notes: Notes = ()) -> StoredBooking:
        """Take a place in a slot; raises `slot_full`."""
        return await self._write(partial(visits.book, new=new, capacity=capacity, notes=notes))

    async def move(
        self,
        id: str,
        version: int | None,
        capacity: int,
        changes: Mapping[str, Any],
        notes: Notes = (),
    ) -> StoredBooking:
        """Give it another slot; raises `booking_unknown`, `booking_stale`, `slot_full`."""
        work = partial(
            visits.move, id=id, version=version, capacity=capacity, changes=changes, notes=notes
        )
        return await self._write(work)

    async def change(
        self, id: str, version: int | None, changes: Mapping[str, Any], notes: Notes = ()
    ) -> StoredBooking:
        """Change a booking; raises `booking_unknown`, `booking_stale`."""
        work = partial(visits.change, id=id, version=version, changes=changes, notes=notes)
        return await self._write(work)

    async def get(self, id: str) -> StoredBooking:
        """One booking; raises `booking_unknown`."""
        return await self._read(partial(visits.one, id=id))

    async def by_token(self, token: str) -> StoredBooking:
        """The booking of a secret's hash; raises `booking_unknown`."""
        return await self._read(partial(visits.by_token, token=token))

    async def page(
        self, since: float, until: float, state: str = "", lead: str = "", limit: int = 500
    ) -> list[StoredBooking]:
        """Bookings of a time, earliest first."""
        work = partial(visits.page, since=since, until=until, state=state, lead=lead, limit=limit)
        return await self._read(work)

    async def taken(self, since: float, until: float) -> dict[float, int]:
        """How many places are taken in each slot of a time."""
        return await self._read(partial(visits.taken, since=since, until=until))

    async def to_remind(self, now: float, until: float) -> list[StoredBooking]:
        """Confirmed visits of which their visitor is to be reminded."""
        return await self._read(partial(visits.to_remind, now=now, until=until))

    async def unanswered(self, now: float) -> list[StoredBooking]:
        """Visits that nobody confirmed before they were to begin."""
        return await self._read(partial(visits.unanswered, now=now))


class HoldBook:
    """Holds of units. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def begin(self, new: StoredHold, notes: Notes = ()) -> StoredHold:
        """Hold a unit, or let it; raises `unit_held`, `unit_let`."""
        return await self._write(partial(holds.begin, new=new, notes=notes))

    async def get(self, id: str) -> StoredHold:
        """One hold; raises `hold_unknown`."""
        return await self._read(partial(holds.one, id=id))

    async def living(self) -> list[StoredHold]:
        """Everything that is held or let."""
        return await self._read(holds.living)

    async def living_of(self, hall: str, unit: str) -> StoredHold | None:
        """Who has a unit now."""
        return await self._read(partial(holds.living_of, hall=hall, unit=unit))

    async def touched(self) -> set[tuple[str, str]]:
        """Units that were ever held or let here."""
        return await self._read(holds.touched)

    async def page(
        self, limit: int = 100, before: str | None = None, **where: str
    ) -> list[StoredHold]:
        """Holds, newest first."""
        return await self._read(partial(holds.page, limit=limit, before=before, where=where))

    async def how_many(self, owner: str, lead: str) -> int:
        """How many units a party holds now."""
        return await self._read(partial(holds.how_many, owner=owner, lead=lead))

    async def change(self, id: str, changes: Mapping[str, Any], notes: Notes = ()) -> StoredHold:
        """Change a hold that is in force; raises `hold_unknown`, `hold_over`."""
        return await self._write(partial(holds.change, id=id, changes=changes, notes=notes))

    async def over(self, now: float) -> list[StoredHold]:
        """Holds whose time has run out."""
        return await self._read(partial(holds.over, now=now))
