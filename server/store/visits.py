"""Booked visits, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.promotion.bookings import LIVE
from server.store.errors import StoreError
from server.store.leads import add_notes, row_of
from server.store.promotion_records import StoredBooking, StoredNote
from server.store.schema.promotion import bookings

BOOKING = [bookings.c[each.name] for each in fields(StoredBooking)]
_LIVING = bookings.c.state.in_(sorted(LIVE))


def book(
    connection: Connection, new: StoredBooking, capacity: int, notes: Sequence[StoredNote]
) -> StoredBooking:
    """Take the first free place of a slot; raises `slot_full`."""
    placed = replace(new, seat=_free_seat(connection, new.starts, capacity))
    try:
        connection.execute(insert(bookings).values(row_of(placed)))
    except IntegrityError as error:  # another process took it meanwhile
        raise _full(new.starts) from error
    add_notes(connection, notes)
    return placed


def move(
    connection: Connection,
    id: str,
    version: int | None,
    capacity: int,
    changes: Mapping[str, Any],
    notes: Sequence[StoredNote],
) -> StoredBooking:
    """Give a booking another slot; raises `booking_unknown`, `booking_stale`, `slot_full`."""
    known = _at(connection, id, version)
    seat = _free_seat(connection, float(changes["starts"]), capacity, but=id)
    return _write(connection, known, {**changes, "seat": seat}, notes)


def change(
    connection: Connection,
    id: str,
    version: int | None,
    changes: Mapping[str, Any],
    notes: Sequence[StoredNote],
) -> StoredBooking:
    """Change a booking; raises `booking_unknown`, `booking_stale`."""
    return _write(connection, _at(connection, id, version), changes, notes)


def one(connection: Connection, id: str) -> StoredBooking:
    """One booking; raises `booking_unknown`."""
    row = connection.execute(select(*BOOKING).where(bookings.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("booking_unknown", f"there is no booking {id}")
    return StoredBooking(**row._mapping)


def by_token(connection: Connection, token: str) -> StoredBooking:
    """The booking that a secret's hash stands for; raises `booking_unknown`."""
    row = connection.execute(select(*BOOKING).where(bookings.c.token == token)).one_or_none()
    if row is None:
        raise StoreError("booking_unknown", "there is no booking for this link")
    return StoredBooking(**row._mapping)


def page(
    connection: Connection, since: float, until: float, state: str, lead: str, limit: int
) -> list[StoredBooking]:
    """Bookings of a time, earliest first; ``state=live`` for those that take a place."""
    wanted = select(*BOOKING).where(bookings.c.starts >= since, bookings.c.starts < until)
    if state == "live":
        wanted = wanted.where(_LIVING)
    elif state:
        wanted = wanted.where(bookings.c.state == state)
    if lead:
        wanted = wanted.where(bookings.c.lead == lead)
    rows = connection.execute(wanted.order_by(bookings.c.starts, bookings.c.serial).limit(limit))
    return [StoredBooking(**row._mapping) for row in rows]


def taken(connection: Connection, since: float, until: float) -> dict[float, int]:
    """How many places are taken in each slot of a time."""
    wanted = (
        select(bookings.c.starts, func.count())
        .where(bookings.c.starts >= since, bookings.c.starts < until, _LIVING)
        .group_by(bookings.c.starts)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}


def to_remind(connection: Connection, now: float, until: float) -> list[StoredBooking]:
    """Confirmed visits before a moment of which their visitor was not reminded."""
    wanted = select(*BOOKING).where(
        bookings.c.state == "confirmed",
        bookings.c.starts > now,
        bookings.c.starts <= until,
        bookings.c.reminded.is_(None),
    )
    return [StoredBooking(**row._mapping) for row in connection.execute(wanted.limit(200))]


def unanswered(connection: Connection, now: float) -> list[StoredBooking]:
    """Visits that nobody confirmed before they were to begin."""
    wanted = select(*BOOKING).where(bookings.c.state == "asked", bookings.c.starts <= now)
    return [StoredBooking(**row._mapping) for row in connection.execute(wanted.limit(200))]


def _at(connection: Connection, id: str, version: int | None) -> StoredBooking:
    known = one(connection, id)
    if version is not None and known.version != version:
        raise StoreError("booking_stale", f"booking {id} is at version {known.version}")
    return known


def _write(
    connection: Connection,
    known: StoredBooking,
    changes: Mapping[str, Any],
    notes: Sequence[StoredNote],
) -> StoredBooking:
    values = {**changes, "version": known.version + 1}
    try:
        connection.execute(update(bookings).where(bookings.c.id == known.id).values(values))
    except IntegrityError as error:
        raise _full(known.starts) from error
    add_notes(connection, notes)
    return one(connection, known.id)


def _free_seat(connection: Connection, starts: float, capacity: int, but: str = "") -> int:
    held = select(bookings.c.seat).where(bookings.c.starts == starts, _LIVING, bookings.c.id != but)
    seats = set(connection.execute(held).scalars())
    free = next((seat for seat in range(capacity) if seat not in seats), None)
    if free is None:
        raise _full(starts)
    return free


def _full(starts: float) -> StoreError:
    return StoreError("slot_full", f"no place is free at {starts}")
