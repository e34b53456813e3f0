"""What waits for a human, as the archive knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, insert, select, update

from server.store.errors import StoreError
from server.store.exhibit_book import Run
from server.store.schema.site import inbox

__all__ = ["InboxBook", "ItemState", "StoredItem"]

ItemState = Literal["waiting", "taken", "done"]


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One thing that waits for a human.

    ``ref`` names what it is about, ``assignee`` an account, empty for nobody; ``notes`` are
    ``{author, at, text}``; ``warned`` is when somebody was reminded of ``due``. Times are Unix
    times in seconds.
    """

    id: str
    kind: str
    ref: str
    title: dict[str, str]
    link: str
    due: float | None
    state: ItemState
    assignee: str
    at: float
    notes: list[dict[str, Any]] = field(default_factory=list)
    ended: float | None = None
    warned: float | None = None


_ITEM = [inbox.c[each.name] for each in fields(StoredItem)]


class InboxBook:
    """The staff inbox. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def put(self, item: StoredItem) -> StoredItem:
        """Put something in; what is open already about the same thing gets its words and date."""
        return await self._write(partial(put, item=item))

    async def get(self, id: str) -> StoredItem:
        """One of them; raises `item_unknown`."""
        return await self._read(partial(one, id=id))

    async def page(
        self, limit: int = 100, before: str | None = None, **where: str
    ) -> list[StoredItem]:
        """Items: what has a date first, by date; what is done, newest first."""
        return await self._read(partial(listed, limit=limit, before=before, where=where))

    async def counts(self) -> dict[str, int]:
        """How many are in each state."""
        return await self._read(counts)

    async def change(self, id: str, changes: Mapping[str, Any]) -> StoredItem:
        """Change columns; raises `item_unknown`."""
        return await self._write(partial(change, id=id, changes=dict(changes)))

    async def note(self, id: str, note: Mapping[str, Any]) -> StoredItem:
        """Add a note; raises `item_unknown`."""
        return await self._write(partial(add_note, id=id, note=dict(note)))

    async def close(self, kind: str, ref: str, at: float) -> list[str]:
        """Note as done whatever is open about a thing; which these were."""
        return await self._write(partial(close, kind=kind, ref=ref, at=at))

    async def to_warn(self, until: float) -> list[StoredItem]:
        """What is open, due before a moment, and nobody was reminded of."""
        return await self._read(partial(to_warn, until=until))


def put(connection: Connection, item: StoredItem) -> StoredItem:
    """Put something in, or renew what is open about the same thing."""
    about = select(inbox.c.id).where(*_open(item.kind, item.ref))
    known = connection.execute(about).scalar()
    if known is None:
        connection.execute(insert(inbox).values(asdict(item)))
        return one(connection, item.id)
    return change(connection, known, {"title": item.title, "due": item.due, "link": item.link})


def _open(kind: str, ref: str) -> tuple[Any, ...]:
    return inbox.c.kind == kind, inbox.c.ref == ref, inbox.c.state != "done"


def one(connection: Connection, id: str) -> StoredItem:
    """One of them; raises `item_unknown`."""
    row = connection.execute(select(*_ITEM).where(inbox.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("item_unknown", f"there is no item {id}")
    return StoredItem(**row._mapping)


def listed(
    connection: Connection, limit: int, before: str | None, where: Mapping[str, str]
) -> list[StoredItem]:
    """Items, newest first; ``where`` names columns and values, ``state=open`` all but done."""
    wanted = select(*_ITEM).order_by(inbox.c.serial.desc()).limit(limit)
    for column, value in where.items():
        wanted = _narrowed(wanted, column, value)
    if before is not None:
        older = select(inbox.c.serial).where(inbox.c.id == before).scalar_subquery()
        wanted = wanted.where(inbox.c.serial < older)
    return [StoredItem(**row._mapping) for row in connection.execute(wanted)]


def _narrowed(wanted: Select[Any], column: str, value: str) -> Select[Any]:
    if (column, value) == ("state", "open"):
        return wanted.where(inbox.c.state != "done")
    return wanted.where(inbox.c[column] == value)


def counts(connection: Connection) -> dict[str, int]:
    """How many are in each state."""
    wanted = select(inbox.c.state, func.count().label("number")).group_by(inbox.c.state)
    return {row.state: row.number for row in connection.execute(wanted)}


def change(connection: Connection, id: str, changes: Mapping[str, Any]) -> StoredItem:
    """Change columns; raises `item_unknown`."""
    connection.execute(update(inbox).where(inbox.c.id == id).values(**changes))
    return one(connection, id)


def add_note(connection: Connection, id: str, note: dict[str, Any]) -> StoredItem:
    """Add a note; raises `item_unknown`."""
    return change(connection, id, {"notes": [*one(connection, id).notes, note]})


def close(connection: Connection, kind: str, ref: str, at: float) -> list[str]:
    """Note as done whatever is open about a thing."""
    ids = list(
        connection.execute(
            select(inbox.c.id).where(*_open(kind, ref)).order_by(inbox.c.serial)
        ).scalars()
    )
    connection.execute(update(inbox).where(inbox.c.id.in_(ids)).values(state="done", ended=at))
    return ids


def to_warn(connection: Connection, until: float) -> list[StoredItem]:
    """What is open, due before a moment, and nobody was reminded of."""
    wanted = select(*_ITEM).where(
        inbox.c.state != "done", inbox.c.due <= until, inbox.c.warned.is_(None)
    )
    wanted = wanted.order_by(inbox.c.serial)
    return [StoredItem(**row._mapping) for row in connection.execute(wanted)]
