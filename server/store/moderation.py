"""Restraints and reports, as statements on one connection."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, or_, select, update

from server.store.errors import StoreError
from server.store.moderation_records import Outcome, Restraint, StoredReport
from server.store.schema.moderation import reports, restraints

MOST_REPORTS = 10_000
"""Of all reports; the oldest that were dealt with give way."""


def _columns(table: Table) -> list[Any]:
    return [column for column in table.columns if column.name != "serial"]


def restrain(connection: Connection, restraint: Restraint) -> None:
    """Keep a restraint."""
    connection.execute(insert(restraints).values(**_values(restraint)))


def lift(connection: Connection, id: str, at: float, lifter: str) -> Restraint:
    """End a restraint before its time; raise `block_unknown` when none of this id is in force."""
    living = (restraints.c.id == id) & restraints.c.lifted.is_(None)
    lifted = connection.execute(update(restraints).where(living).values(lifted=at, lifter=lifter))
    if lifted.rowcount == 0:
        raise StoreError("block_unknown", f"there is no block {id} in force")
    row = connection.execute(select(*_columns(restraints)).where(restraints.c.id == id)).one()
    return _restraint(row)


def holding(connection: Connection, now: float) -> list[Restraint]:
    """Every restraint in force, oldest first."""
    living = restraints.c.lifted.is_(None) & or_(
        restraints.c.until.is_(None), restraints.c.until > now
    )
    rows = connection.execute(
        select(*_columns(restraints)).where(living).order_by(restraints.c.serial)
    )
    return [_restraint(row) for row in rows]


def restraints_page(connection: Connection, limit: int, before: str | None) -> list[Restraint]:
    """Restraints, newest first; only those made before the one named."""
    wanted = select(*_columns(restraints)).order_by(restraints.c.serial.desc()).limit(limit)
    if before is not None:
        named = select(restraints.c.serial).where(restraints.c.id == before).scalar_subquery()
        wanted = wanted.where(restraints.c.serial < named)
    return [_restraint(row) for row in connection.execute(wanted)]


def report(connection: Connection, new: StoredReport) -> None:
    """Keep a report."""
    connection.execute(insert(reports).values(**_values(new)))
    over = select(reports.c.serial).order_by(reports.c.serial.desc()).offset(MOST_REPORTS).limit(1)
    last = connection.execute(over).scalar()
    if last is not None:
        handled = reports.c.outcome != ""
        connection.execute(delete(reports).where(handled, reports.c.serial <= last))


def handle(
    connection: Connection, id: str, outcome: Outcome, answer: str, handler: str, at: float
) -> StoredReport:
    """Settle a report; raise `report_unknown`, `report_handled`."""
    known = one_report(connection, id)
    if known.outcome:
        raise StoreError("report_handled", f"report {id} was dealt with")
    changed = {"outcome": outcome, "answer": answer, "handler": handler, "handled": at}
    connection.execute(update(reports).where(reports.c.id == id).values(**changed))
    return one_report(connection, id)


def one_report(connection: Connection, id: str) -> StoredReport:
    """One report; raise `report_unknown`."""
    row = connection.execute(select(*_columns(reports)).where(reports.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("report_unknown", f"there is no report {id}")
    return StoredReport(**row._mapping)


def reports_page(
    connection: Connection, limit: int, before: str | None, is_open: bool | None
) -> list[StoredReport]:
    """Reports, newest first; only open ones, or only settled ones, when asked so."""
    wanted = select(*_columns(reports)).order_by(reports.c.serial.desc()).limit(limit)
    if is_open is not None:
        wanted = wanted.where(reports.c.outcome == "" if is_open else reports.c.outcome != "")
    if before is not None:
        named = select(reports.c.serial).where(reports.c.id == before).scalar_subquery()
        wanted = wanted.where(reports.c.serial < named)
    return [StoredReport(**row._mapping) for row in connection.execute(wanted)]


def forget(connection: Connection, before: float) -> int:
    """Delete what was over before a time: settled reports, restraints; how many rows."""
    over = or_(restraints.c.lifted < before, restraints.c.until < before)
    gone = connection.execute(delete(restraints).where(over)).rowcount
    return gone + connection.execute(delete(reports).where(reports.c.handled < before)).rowcount


def _restraint(row: Row[Any]) -> Restraint:
    return Restraint(**row._mapping)


def _values(record: Restraint | StoredReport) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}
