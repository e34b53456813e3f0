"""Holds of units, as statements on one connection. A unit has one living hold at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.promotion.holds import LIVING
from server.store.errors import StoreError
from server.store.leads import add_notes, row_of
from server.store.promotion_records import StoredHold, StoredNote
from server.store.schema.promotion import holds

HOLD = [holds.c[each.name] for each in fields(StoredHold)]
_LIVES = holds.c.state.in_(sorted(LIVING))


def begin(connection: Connection, new: StoredHold, notes: Sequence[StoredNote]) -> StoredHold:
    """Hold a unit, or let it; raises `unit_held`, `unit_let` when somebody has it.

    A hold whose time is over gives way, and its own holder may have the unit let to them.
    """
    known = living_of(connection, new.hall, new.unit)
    if known is not None:
        _give_way(connection, known, new)
    try:
        connection.execute(insert(holds).values(row_of(new)))
    except IntegrityError as error:  # another process was quicker
        raise StoreError("unit_held", f"unit {new.hall}/{new.unit} is taken") from error
    add_notes(connection, notes)
    return new


def _give_way(connection: Connection, known: StoredHold, new: StoredHold) -> None:
    """End the living hold where it does not stand in the way."""
    over = known.state == "held" and known.until is not None and known.until <= new.starts
    if known.state == "let":
        raise StoreError("unit_let", f"unit {known.hall}/{known.unit} is let")
    if not over and new.state != "let":
        raise StoreError("unit_held", f"unit {known.hall}/{known.unit} is held")
    ended = "expired" if over else "ended"
    values = {"state": ended, "ended": new.starts, "ender": new.author}
    connection.execute(update(holds).where(holds.c.id == known.id).values(values))


def one(connection: Connection, id: str) -> StoredHold:
    """One hold; raises `hold_unknown`."""
    row = connection.execute(select(*HOLD).where(holds.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("hold_unknown", f"there is no hold {id}")
    return StoredHold(**row._mapping)


def living_of(connection: Connection, hall: str, unit: str) -> StoredHold | None:
    """Who has a unit now."""
    same = (holds.c.hall == hall, holds.c.unit == unit)
    row = connection.execute(select(*HOLD).where(*same, _LIVES)).one_or_none()
    return None if row is None else StoredHold(**row._mapping)


def living(connection: Connection) -> list[StoredHold]:
    """Everything that is held or let."""
    rows = connection.execute(select(*HOLD).where(_LIVES).order_by(holds.c.serial))
    return [StoredHold(**row._mapping) for row in rows]


def touched(connection: Connection) -> set[tuple[str, str]]:
    """Units that were ever held or let here."""
    wanted = select(holds.c.hall, holds.c.unit).distinct()
    return {(hall, unit) for hall, unit in connection.execute(wanted)}


def page(
    connection: Connection, limit: int, before: str | None, where: Mapping[str, str]
) -> list[StoredHold]:
    """Holds, newest first; ``state=living`` for those in force."""
    wanted = select(*HOLD).order_by(holds.c.serial.desc()).limit(limit)
    for column, value in where.items():
        lives = (column, value) == ("state", "living")
        wanted = wanted.where(_LIVES if lives else holds.c[column] == value)
    if before is not None:
        older = select(holds.c.serial).where(holds.c.id == before).scalar_subquery()
        wanted = wanted.where(holds.c.serial < older)
    return [StoredHold(**row._mapping) for row in connection.execute(wanted)]


def how_many(connection: Connection, owner: str, lead: str) -> int:
    """How many units a party holds now."""
    of = holds.c.owner == owner if owner else holds.c.lead == lead
    wanted = select(func.count()).select_from(holds).where(of, holds.c.state == "held")
    return int(connection.execute(wanted).scalar() or 0)


def change(
    connection: Connection, id: str, changes: Mapping[str, Any], notes: Sequence[StoredNote]
) -> StoredHold:
    """Change a hold that is in force; raises `hold_unknown`, `hold_over`."""
    if one(connection, id).state not in LIVING:
        raise StoreError("hold_over", f"hold {id} is over")
    connection.execute(update(holds).where(holds.c.id == id).values(dict(changes)))
    add_notes(connection, notes)
    return one(connection, id)


def over(connection: Connection, now: float) -> list[StoredHold]:
    """Holds whose time has run out and that nobody has ended yet."""
    wanted = select(*HOLD).where(holds.c.state == "held", holds.c.until <= now)
    return [StoredHold(**row._mapping) for row in connection.execute(wanted.limit(200))]
