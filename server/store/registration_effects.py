"""What commits of the registry owe the world outside, until it is done. SQL on one connection."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from server.store.registration_records import NewEffect, StoredEffect
from server.store.schema.registration import registration_effects as effects

_COLUMNS = [effects.c.serial, *(effects.c[name] for name in StoredEffect._fields[1:])]


def owe(connection: Connection, application: str, new: Iterable[NewEffect], at: float) -> None:
    """Note what is owed, in order."""
    for each in new:
        connection.execute(
            insert(effects).values(
                application=application, kind=each.kind, data=dict(each.data),
                at=at, due=at, tries=0, code="",
            )
        )  # fmt: skip


def due(connection: Connection, now: float, limit: int) -> list[StoredEffect]:
    """The oldest thing owed for each application, as far as its time has come."""
    first = (
        select(func.min(effects.c.serial))
        .where(effects.c.done.is_(None))
        .group_by(effects.c.application)
    )
    wanted = select(*_COLUMNS).where(effects.c.serial.in_(first), effects.c.due <= now)
    rows = connection.execute(wanted.order_by(effects.c.serial).limit(limit))
    return [StoredEffect(*row) for row in rows]


def next_due(connection: Connection) -> float | None:
    """When something is to be tried next."""
    wanted = select(func.min(effects.c.due)).where(effects.c.done.is_(None))
    found: float | None = connection.execute(wanted).scalar()
    return found


def settle(connection: Connection, number: int, at: float) -> None:
    """Note that it is done."""
    connection.execute(update(effects).where(effects.c.serial == number).values(done=at, code=""))


def put_off(connection: Connection, number: int, due: float, code: str) -> None:
    """Note that it failed, and when to try again."""
    values = {"due": due, "code": code, "tries": effects.c.tries + 1}
    connection.execute(update(effects).where(effects.c.serial == number).values(values))


def owed(connection: Connection, application: str) -> list[StoredEffect]:
    """What is still owed for an application."""
    mine = effects.c.application == application
    wanted = select(*_COLUMNS).where(mine, effects.c.done.is_(None)).order_by(effects.c.serial)
    return [StoredEffect(*row) for row in connection.execute(wanted)]


def forget(connection: Connection, before: float) -> int:
    """Forget what was done before a moment; how many."""
    return connection.execute(delete(effects).where(effects.c.done < before)).rowcount
