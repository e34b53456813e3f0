"""The outbox and its endpoints, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.notice_records import Attempt, StoredEndpoint, StoredNotice
from server.store.schema.notices import deliveries, endpoints, outbox

_NOTICE = [outbox.c[each.name] for each in fields(StoredNotice)]
_ATTEMPT = [deliveries.c[each.name] for each in fields(Attempt)]
_ENDPOINT = [endpoints.c[each.name] for each in fields(StoredEndpoint)]
KEPT_ATTEMPTS = 50
"""Attempts of one notice that are shown."""


def add(connection: Connection, new: Sequence[StoredNotice]) -> None:
    """Put notices into the outbox; one whose id is there already stays as it is."""
    known = set(
        connection.execute(
            select(outbox.c.id).where(outbox.c.id.in_([each.id for each in new]))
        ).scalars()
    )
    rows = [asdict(each) for each in new if each.id not in known]
    if rows:
        connection.execute(insert(outbox), rows)


def due(connection: Connection, now: float, limit: int) -> list[StoredNotice]:
    """What is to be tried now, the longest due first."""
    wanted = select(*_NOTICE).where(outbox.c.state == "waiting", outbox.c.due <= now)
    ordered = wanted.order_by(outbox.c.due, outbox.c.serial).limit(limit)
    return [StoredNotice(**row._mapping) for row in connection.execute(ordered)]


def next_due(connection: Connection) -> float | None:
    """When the next one is to be tried."""
    return connection.execute(
        select(func.min(outbox.c.due)).where(outbox.c.state == "waiting")
    ).scalar()


def one(connection: Connection, id: str) -> StoredNotice:
    """One notice; raises `notice_unknown`."""
    row = connection.execute(select(*_NOTICE).where(outbox.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("notice_unknown", f"there is no notice {id}")
    return StoredNotice(**row._mapping)


def listed(
    connection: Connection, limit: int, before: str | None, where: Mapping[str, str]
) -> list[StoredNotice]:
    """Notices, newest first, put in before the one named; ``where`` names columns and values."""
    wanted = select(*_NOTICE).order_by(outbox.c.serial.desc()).limit(limit)
    for column, value in where.items():
        wanted = wanted.where(outbox.c[column] == value)
    if before is not None:
        older = select(outbox.c.serial).where(outbox.c.id == before).scalar_subquery()
        wanted = wanted.where(outbox.c.serial < older)
    return [StoredNotice(**row._mapping) for row in connection.execute(wanted)]


def counts(connection: Connection) -> dict[str, int]:
    """How many notices are in each state."""
    wanted = select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state)
    return {row.state: row.number for row in connection.execute(wanted)}


def tried(connection: Connection, attempt: Attempt, changes: Mapping[str, Any]) -> None:
    """Note an attempt and how the notice stands after it, in one."""
    if connection.execute(
        update(outbox).where(outbox.c.id == attempt.notice).values(**changes)
    ).rowcount:
        connection.execute(insert(deliveries).values(asdict(attempt)))


def attempts_of(connection: Connection, id: str) -> list[Attempt]:
    """The attempts at a notice, the last first."""
    wanted = select(*_ATTEMPT).where(deliveries.c.notice == id)
    ordered = wanted.order_by(deliveries.c.serial.desc()).limit(KEPT_ATTEMPTS)
    return [Attempt(**row._mapping) for row in connection.execute(ordered)]


def last_attempts(connection: Connection, ids: Sequence[str]) -> dict[str, Attempt]:
    """The last attempt at each notice."""
    newest = select(func.max(deliveries.c.serial)).where(deliveries.c.notice.in_(ids))
    wanted = select(*_ATTEMPT).where(deliveries.c.serial.in_(newest.group_by(deliveries.c.notice)))
    return {row.notice: Attempt(**row._mapping) for row in connection.execute(wanted)}


def again(connection: Connection, id: str, now: float) -> StoredNotice:
    """Have one tried anew whatever became of it; raises `notice_unknown`, `notice_spent`."""
    found = one(connection, id)
    if not found.content:
        raise StoreError("notice_spent", "its words were a secret and are gone")
    values = {"state": "waiting", "tries": 0, "due": now, "ended": None, "code": None}
    connection.execute(update(outbox).where(outbox.c.id == id).values(values))
    return one(connection, id)


def cancel(connection: Connection, id: str, now: float) -> StoredNotice:
    """Stop trying; raises `notice_unknown`, `notice_over`."""
    if one(connection, id).state != "waiting":
        raise StoreError("notice_over", f"nothing more would happen to {id}")
    values = {"state": "cancelled", "ended": now}
    connection.execute(update(outbox).where(outbox.c.id == id).values(values))
    return one(connection, id)


def forget(connection: Connection, before: float) -> int:
    """Take away what ended before a moment; how many there were."""
    return connection.execute(delete(outbox).where(outbox.c.ended < before)).rowcount


def add_endpoint(connection: Connection, new: StoredEndpoint) -> None:
    """Note a new endpoint."""
    connection.execute(insert(endpoints).values(asdict(new)))


def all_endpoints(connection: Connection) -> list[StoredEndpoint]:
    """Every endpoint, oldest first."""
    wanted = select(*_ENDPOINT).order_by(endpoints.c.serial)
    return [StoredEndpoint(**row._mapping) for row in connection.execute(wanted)]


def change_endpoint(connection: Connection, id: str, changes: Mapping[str, Any]) -> None:
    """Change columns of an endpoint; raises `endpoint_unknown`."""
    wanted = update(endpoints).where(endpoints.c.id == id).values(**changes)
    if not connection.execute(wanted).rowcount:
        raise StoreError("endpoint_unknown", f"there is no endpoint {id}")


def remove_endpoint(connection: Connection, id: str, now: float) -> None:
    """Take an endpoint away, and stop what was on its way to it; raises `endpoint_unknown`."""
    if not connection.execute(delete(endpoints).where(endpoints.c.id == id)).rowcount:
        raise StoreError("endpoint_unknown", f"there is no endpoint {id}")
    stopped = update(outbox).where(outbox.c.ref == f"endpoint:{id}", outbox.c.state == "waiting")
    connection.execute(stopped.values(state="cancelled", ended=now))
