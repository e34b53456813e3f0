"""Leads, what was left, and their story, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, func, insert, or_, select, update

from server.promotion.leads import OPEN
from server.store.errors import StoreError
from server.store.promotion_records import StoredLead, StoredLeaving, StoredNote
from server.store.schema.promotion import bookings, holds, lead_notes, leads, leavings

LEAD = [leads.c[each.name] for each in fields(StoredLead)]
LEAVING = [leavings.c[each.name] for each in fields(StoredLeaving)]
NOTE = [lead_notes.c[each.name] for each in fields(StoredNote)]


def row_of(record: Any) -> dict[str, Any]:
    """A record as a row."""
    return {each.name: getattr(record, each.name) for each in fields(record)}


def take(
    connection: Connection, lead: StoredLead, leaving: StoredLeaving, notes: Sequence[StoredNote]
) -> None:
    """Keep a new lead with what was left."""
    connection.execute(insert(leads).values(row_of(lead)))
    connection.execute(insert(leavings).values(row_of(leaving)))
    add_notes(connection, notes)


def join(
    connection: Connection,
    id: str,
    leaving: StoredLeaving,
    notes: Sequence[StoredNote],
    changes: Mapping[str, Any],
) -> StoredLead:
    """Keep what was left once more for a lead; raises `lead_unknown`."""
    one(connection, id)
    connection.execute(insert(leavings).values(row_of(leaving)))
    add_notes(connection, notes)
    again = {**changes, "version": leads.c.version + 1}
    connection.execute(update(leads).where(leads.c.id == id).values(again))
    return one(connection, id)


def one(connection: Connection, id: str) -> StoredLead:
    """One lead; raises `lead_unknown`."""
    row = connection.execute(select(*LEAD).where(leads.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("lead_unknown", f"there is no lead {id}")
    return StoredLead(**row._mapping)


def alike(connection: Connection, phone: str, email: str) -> list[StoredLead]:
    """Leads that are reached by the same number or address."""
    same = [
        and_(column == value, column != "")
        for column, value in ((leads.c.phone_index, phone), (leads.c.email_index, email))
    ]
    return [
        StoredLead(**row._mapping) for row in connection.execute(select(*LEAD).where(or_(*same)))
    ]


def page(
    connection: Connection, limit: int, before: str | None, where: Mapping[str, str]
) -> list[StoredLead]:
    """Leads, newest first; ``where`` names columns and values, ``state=open`` all that go on."""
    wanted = select(*LEAD).order_by(leads.c.serial.desc()).limit(limit)
    for column, value in where.items():
        is_open = (column, value) == ("state", "open")
        wanted = wanted.where(
            leads.c.state.in_(sorted(OPEN)) if is_open else leads.c[column] == value
        )
    if before is not None:
        older = select(leads.c.serial).where(leads.c.id == before).scalar_subquery()
        wanted = wanted.where(leads.c.serial < older)
    return [StoredLead(**row._mapping) for row in connection.execute(wanted)]


def change(
    connection: Connection,
    id: str,
    version: int | None,
    changes: Mapping[str, Any],
    notes: Sequence[StoredNote],
) -> StoredLead:
    """Change a lead as it was at a version (None: whichever); `lead_unknown`, `lead_stale`."""
    known = one(connection, id)
    if version is not None and known.version != version:
        raise StoreError("lead_stale", f"lead {id} is at version {known.version}")
    values = {**changes, "version": known.version + 1}
    connection.execute(update(leads).where(leads.c.id == id).values(values))
    add_notes(connection, notes)
    return one(connection, id)


def add_notes(connection: Connection, notes: Sequence[StoredNote]) -> None:
    """Add lines to stories."""
    for note in notes:
        connection.execute(insert(lead_notes).values(row_of(note)))


def story(connection: Connection, id: str) -> tuple[list[StoredNote], list[StoredLeaving]]:
    """The lines of a lead's story, newest first, and what was left, oldest first."""
    told = select(*NOTE).where(lead_notes.c.lead == id).order_by(lead_notes.c.serial.desc())
    left = select(*LEAVING).where(leavings.c.lead == id).order_by(leavings.c.at)
    return (
        [StoredNote(**row._mapping) for row in connection.execute(told.limit(500))],
        [StoredLeaving(**row._mapping) for row in connection.execute(left.limit(200))],
    )


def left_by(connection: Connection, token: str) -> StoredLeaving | None:
    """What was left with this token's hash."""
    row = connection.execute(select(*LEAVING).where(leavings.c.token == token)).one_or_none()
    return None if row is None else StoredLeaving(**row._mapping)


def take_back(connection: Connection, leaving: StoredLeaving) -> bool:
    """Forget one leaving, with the visit that it asked for; whether it was the lead's last."""
    connection.execute(delete(leavings).where(leavings.c.id == leaving.id))
    connection.execute(delete(bookings).where(bookings.c.leaving == leaving.id))
    rest = select(func.count()).select_from(leavings).where(leavings.c.lead == leaving.lead)
    return connection.execute(rest).scalar() == 0


def forget(connection: Connection, id: str) -> None:
    """Take a lead away with all that was said of it; holds of units stay, for nobody's lead."""
    of_lead: tuple[Table, ...] = (leavings, lead_notes, bookings)
    for table in of_lead:
        connection.execute(delete(table).where(table.c.lead == id))
    connection.execute(update(holds).where(holds.c.lead == id).values(lead=""))
    connection.execute(delete(leads).where(leads.c.id == id))


def over(connection: Connection, now: float, limit: int) -> list[str]:
    """Leads whose time is over."""
    wanted = select(leads.c.id).where(leads.c.expires <= now).order_by(leads.c.serial)
    return list(connection.execute(wanted.limit(limit)).scalars())


def applying(connection: Connection) -> list[StoredLead]:
    """Open leads from which an application was begun."""
    wanted = select(*LEAD).where(leads.c.application != "", leads.c.state.in_(sorted(OPEN)))
    return [StoredLead(**row._mapping) for row in connection.execute(wanted)]


def accounts(connection: Connection) -> list[tuple[str, str]]:
    """Leads that have an account, each with its account."""
    wanted = select(leads.c.id, leads.c.account).where(leads.c.account != "")
    return [(lead, account) for lead, account in connection.execute(wanted)]


def to_warn(connection: Connection, now: float, limit: int) -> list[StoredLead]:
    """Open leads whose next date has come and of whom nobody was reminded."""
    wanted = (
        select(*LEAD)
        .where(leads.c.next_at <= now, leads.c.warned.is_(None), leads.c.state.in_(sorted(OPEN)))
        .order_by(leads.c.serial)
    )
    return [StoredLead(**row._mapping) for row in connection.execute(wanted.limit(limit))]


def told(connection: Connection, since: float) -> list[Any]:
    """How every lead since a moment stands: state, furthest, source, reason."""
    columns = (leads.c.state, leads.c.furthest, leads.c.source, leads.c.reason)
    wanted = select(*columns).where(leads.c.created >= since).order_by(leads.c.serial)
    return [tuple(row) for row in connection.execute(wanted)]


def counts(connection: Connection) -> dict[str, int]:
    """How many leads are in each state."""
    wanted = select(leads.c.state, func.count()).group_by(leads.c.state)
    return {row[0]: row[1] for row in connection.execute(wanted)}
