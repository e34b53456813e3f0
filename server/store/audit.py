"""The audit trail, written and read on one connection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select

from server.store.audit_records import COLUMNS, START, AuditRow, cut_mac, row_of
from server.store.doing import Doing
from server.store.schema.audit import audit, audit_cuts

_ROW = [audit.c[name] for name in COLUMNS]


class Head(NamedTuple):
    """The last line: its number and hash; number 0 when there is none."""

    seq: int
    hash: str


class Wanted(NamedTuple):
    """Which lines somebody wants to see; empty fields want all. Times are Unix seconds."""

    actor: str = ""
    action: str = ""
    target: str = ""
    since: float | None = None
    until: float | None = None
    request: str = ""


ALL: Final = Wanted()
"""Every line."""


def head(connection: Connection) -> Head:
    """The last line, or the last that retention took when no newer one is there."""
    newest = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    if row is None:
        cuts = select(audit_cuts.c.up_to, audit_cuts.c.hash)
        row = connection.execute(cuts.order_by(audit_cuts.c.serial.desc()).limit(1)).one_or_none()
    return Head(0, START) if row is None else Head(int(row[0]), str(row[1]))


def append(
    connection: Connection, key: bytes, after: Head, acts: Iterable[Doing], at: float
) -> Head:
    """Add acts after a head; the new head."""
    rows: list[dict[str, Any]] = []
    for act in acts:
        row = row_of(act, after.seq + 1, at)
        after = Head(row.seq, row.hash(key, after.hash))
        rows.append(asdict(row) | {"hash": after.hash})
    if rows:
        connection.execute(insert(audit), rows)
    return after


def page(connection: Connection, wanted: Wanted, limit: int, before: int | None) -> list[AuditRow]:
    """Lines, newest first, with numbers below ``before``."""
    chosen = _narrowed(select(*_ROW), wanted)
    if before is not None:
        chosen = chosen.where(audit.c.seq < before)
    rows = connection.execute(chosen.order_by(audit.c.seq.desc()).limit(limit))
    return [AuditRow(**row._mapping) for row in rows]


def run_of(connection: Connection, wanted: Wanted, after: int, limit: int) -> list[AuditRow]:
    """Lines, oldest first, with numbers above ``after``."""
    chosen = _narrowed(select(*_ROW), wanted).where(audit.c.seq > after)
    rows = connection.execute(chosen.order_by(audit.c.seq).limit(limit))
    return [AuditRow(**row._mapping) for row in rows]


def actions(connection: Connection) -> list[str]:
    """Every action that the trail speaks of."""
    found = connection.execute(select(audit.c.action).distinct().order_by(audit.c.action))
    return list(found.scalars())


def cut(connection: Connection, key: bytes, older: float, at: float) -> int:
    """Take lines from the front that are older than a time; how many. The last line stays."""
    last = head(connection).seq
    newest = select(func.max(audit.c.seq)).where(audit.c.at < older, audit.c.seq < last)
    up_to = connection.execute(newest).scalar()
    if up_to is None:
        return 0
    hash = connection.execute(select(audit.c.hash).where(audit.c.seq == up_to)).scalar_one()
    count = connection.execute(
        select(func.count()).select_from(audit).where(audit.c.seq <= up_to)
    ).scalar_one()
    mac = cut_mac(key, up_to, hash, count, at)
    connection.execute(
        insert(audit_cuts).values(up_to=up_to, hash=hash, rows=count, at=at, mac=mac)
    )
    connection.execute(delete(audit).where(audit.c.seq <= up_to))
    return int(count)


def _narrowed(chosen: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.actor:
        chosen = chosen.where(audit.c.actor == wanted.actor)
    if wanted.action:
        chosen = chosen.where(audit.c.action.startswith(wanted.action, autoescape=True))
    if wanted.target:
        chosen = chosen.where(audit.c.target.startswith(wanted.target, autoescape=True))
    if wanted.request:
        chosen = chosen.where(audit.c.request == wanted.request)
    if wanted.since is not None:
        chosen = chosen.where(audit.c.at >= wanted.since)
    if wanted.until is not None:
        chosen = chosen.where(audit.c.at < wanted.until)
    return chosen
