"""What waits for somebody's work: drafts, files that failed, levels held back."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Text, and_, func, select, type_coerce

from server.store.schema import exhibits, jobs, revisions

SHOWN = 6
"""Of each kind, the newest that are told; the rest are counted."""
FAILED = ("failed", "refused")


class Waiting(NamedTuple):
    """One thing that waits: what it is called, since when (Unix time), and why."""

    id: str
    title: dict[str, str]
    at: float
    code: str = ""


class Pile(NamedTuple):
    """The newest of one kind, and how many there are."""

    number: int
    items: tuple[Waiting, ...]


class Awaiting(NamedTuple):
    """Everything that waits, by kind."""

    drafts: Pile
    newer: Pile
    blocked: Pile
    failed: Pile


def awaiting(connection: Connection, since: float) -> Awaiting:
    """What waits for work; of failed files, those that came after ``since`` (Unix time)."""
    never = exhibits.c.published.is_(None)
    return Awaiting(
        _pile(connection, _exhibits(never)),
        _pile(connection, _exhibits(exhibits.c.latest > exhibits.c.published)),
        _pile(connection, _exhibits(type_coerce(revisions.c.blocked, Text) != "[]")),
        _failed(connection, since),
    )


def _exhibits(where: Any) -> Select[Any]:
    newest = and_(revisions.c.exhibit == exhibits.c.id, revisions.c.number == exhibits.c.latest)
    wanted = select(exhibits.c.id, exhibits.c.card, revisions.c.at)
    return wanted.join(revisions, newest).where(where)


def _pile(connection: Connection, wanted: Select[Any]) -> Pile:
    rows = connection.execute(wanted.order_by(revisions.c.at.desc()).limit(SHOWN)).all()
    return Pile(_count(connection, wanted), tuple(Waiting(r.id, _title(r), r.at) for r in rows))


def _title(row: Any) -> dict[str, str]:
    title: dict[str, str] = row.card.get("title") or {"zh": row.id, "en": row.id}
    return title


def _failed(connection: Connection, since: float) -> Pile:
    wanted = select(jobs.c.id, jobs.c.source, jobs.c.at, jobs.c.code).where(
        jobs.c.state.in_(FAILED), jobs.c.at >= since
    )
    rows = connection.execute(wanted.order_by(jobs.c.serial.desc()).limit(SHOWN)).all()
    items = tuple(Waiting(r.id, _named(r.source["name"]), r.at, r.code or "") for r in rows)
    return Pile(_count(connection, wanted), items)


def _named(name: str) -> dict[str, str]:
    return {"zh": name, "en": name}


def _count(connection: Connection, wanted: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
