"""The park's legal documents with every version, as the archive knows them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from functools import partial

from sqlalchemy import Connection, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.exhibit_book import Run
from server.store.schema.site import legal

__all__ = ["LegalBook", "StoredLegal"]


@dataclass(frozen=True, slots=True)
class StoredLegal:
    """One version of a document; one without ``published_at`` is the draft of the next."""

    kind: str
    number: int
    text: dict[str, str]
    note: str
    author: str
    at: float
    published_at: float | None = None


_LEGAL = [legal.c[each.name] for each in fields(StoredLegal)]


class LegalBook:
    """Legal documents. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def versions(self, kind: str) -> list[StoredLegal]:
        """The versions of a document, newest first."""
        return await self._read(partial(versions, kind=kind))

    async def keep(self, draft: StoredLegal) -> StoredLegal:
        """Keep a draft, instead of the one before; it gets the next number."""
        return await self._write(partial(keep, draft=draft))

    async def publish(self, kind: str, note: str, author: str, at: float) -> StoredLegal:
        """Make the draft the version in force; raises `legal_unchanged` when there is none."""
        return await self._write(partial(publish, kind=kind, note=note, author=author, at=at))

    async def drop(self, kind: str) -> None:
        """Throw the draft away."""
        await self._write(partial(drop, kind=kind))


def versions(connection: Connection, kind: str) -> list[StoredLegal]:
    """The versions of a document, newest first."""
    wanted = select(*_LEGAL).where(legal.c.kind == kind).order_by(legal.c.number.desc())
    return [StoredLegal(**row._mapping) for row in connection.execute(wanted)]


def drop(connection: Connection, kind: str) -> None:
    """Throw the draft away."""
    connection.execute(delete(legal).where(legal.c.kind == kind, legal.c.published_at.is_(None)))


def keep(connection: Connection, draft: StoredLegal) -> StoredLegal:
    """Keep a draft, instead of the one before."""
    drop(connection, draft.kind)
    newest = select(func.max(legal.c.number)).where(legal.c.kind == draft.kind)
    number = (connection.execute(newest).scalar() or 0) + 1
    connection.execute(insert(legal).values({**asdict(draft), "number": number}))
    return versions(connection, draft.kind)[0]


def publish(connection: Connection, kind: str, note: str, author: str, at: float) -> StoredLegal:
    """Make the draft the version in force; raises `legal_unchanged` when there is none."""
    values = {"published_at": at, "note": note, "author": author}
    waiting = update(legal).where(legal.c.kind == kind, legal.c.published_at.is_(None))
    if not connection.execute(waiting.values(values)).rowcount:
        raise StoreError("legal_unchanged", f"there is no draft of {kind}")
    return versions(connection, kind)[0]
