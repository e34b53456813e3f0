"""Rows that are somebody's, in any table: read for a copy, or taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from server.store.exhibit_book import Run
from server.store.schema import exhibits, media, metadata
from server.store.schema.privacy import transfers


class RowBook:
    """What is written is durable on return."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def of(
        self, person: str, tables: Mapping[str, Sequence[str]]
    ) -> dict[str, list[dict[str, Any]]]:
        """Somebody's rows, by table; ``tables`` says by which columns a row is somebody's."""
        return await self._read(partial(rows_of, person=person, tables=tables))

    async def erase(self, person: str, tables: Mapping[str, Sequence[str]], at: float) -> int:
        """Take somebody's rows away, all or none; how many. What they owned is the park's then."""
        return await self._write(partial(erase, person=person, tables=tables, at=at))

    async def sweep(self, table: str, column: str, before: float) -> int:
        """Take rows away whose time in a column lies before a moment; how many."""
        return await self._write(partial(sweep, table=table, column=column, before=before))


def rows_of(
    connection: Connection, person: str, tables: Mapping[str, Sequence[str]]
) -> dict[str, list[dict[str, Any]]]:
    """Somebody's rows, by table."""
    found = {}
    for name, columns in tables.items():
        table = metadata.tables[name]
        wanted = select(table).where(_is(name, columns, person)).order_by(*table.primary_key)
        rows = connection.execute(wanted)
        found[name] = [dict(row._mapping) for row in rows]
    return found


def erase(
    connection: Connection, person: str, tables: Mapping[str, Sequence[str]], at: float
) -> int:
    """Take somebody's rows away; exhibits and media that they owned belong to the park then."""
    count = 0
    for name, columns in tables.items():
        gone = delete(metadata.tables[name]).where(_is(name, columns, person))
        count += connection.execute(gone).rowcount
    for kind, table in (("exhibit", exhibits), ("media", media)):
        for thing in connection.execute(
            select(table.c.id).where(table.c.owner == person).order_by(table.c.serial)
        ).scalars():
            connection.execute(
                transfers.insert().values(
                    kind=kind, thing=thing, old=person, new="", author="", at=at, note=""
                )
            )
        connection.execute(update(table).where(table.c.owner == person).values(owner=""))
    return count


def sweep(connection: Connection, table: str, column: str, before: float) -> int:
    """Take rows away whose time lies before a moment; rows without a time stay."""
    known = metadata.tables[table]
    return connection.execute(delete(known).where(known.c[column] < before)).rowcount


def _is(table: str, columns: Sequence[str], person: str) -> ColumnElement[bool]:
    return or_(*(metadata.tables[table].c[column] == person for column in columns))
