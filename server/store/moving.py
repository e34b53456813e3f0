"""Moves a park's records from the file of its folder to a PostgreSQL database, row by row.

Until the last moment the file is what counts: whatever fails before leaves the park as it was. Then
the folder gets the mark of the database, and the file another name.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import migrate
from server.store.archive import Archive
from server.store.embedded import Embedded
from server.store.errors import StoreError
from server.store.failures import coded
from server.store.lock import FolderLock
from server.store.postgres import Postgres
from server.store.postgres_mark import note
from server.store.reader import Reader
from server.store.schema import Json, metadata

MOVED: Final = "park.db.moved"
"""What the file is called afterwards."""
PIECE: Final = 500


async def move(folder: Path, database: str) -> int:
    """Move the records; how many rows. No server may be running, the database must be empty.

    Raises StoreError: ``archive_unknown`` when there is no file, and what opening either does.
    """
    source, target = Embedded(folder), Postgres(folder, database)
    if not source.path.is_file():
        raise StoreError("archive_unknown", f"{folder}: 没有 park.db / there is no park.db")
    await (await Archive.open(folder)).close()  # brings its tables up to date, empties its log
    lock = FolderLock(folder)
    lock.acquire()
    try:
        return await _moved(source, target)
    except DBAPIError as error:
        raise coded(error) from error
    finally:
        lock.release()


async def _moved(source: Embedded, target: Postgres) -> int:
    writing = target.engine("write")
    try:
        mark = await target.prepare_empty(writing)
        count = await _copied(source, target, writing)
        await asyncio.to_thread(note, source.folder, mark)
        source.path.rename(source.path.with_name(MOVED))
    finally:
        await writing.dispose()
    return count


async def _copied(source: Embedded, target: Postgres, writing: AsyncEngine) -> int:
    """All rows in one transaction: the database is as it was, or has them all."""
    with source.reader() as reader:
        async with writing.begin() as connection:
            await connection.run_sync(migrate.upgrade)
            await connection.run_sync(target.claim)
            work = partial(_fill, reader=reader)
            return sum([await connection.run_sync(work, table) for table in metadata.sorted_tables])


def _fill(connection: Connection, table: Table, reader: Reader) -> int:
    bare, count = _bare(table), 0
    for rows in _pieces(reader, bare):
        connection.execute(insert(bare), rows)
        count += len(rows)
    if "serial" in table.c and count:
        last = f"(SELECT max(serial) FROM {table.name})"
        sequence = f"pg_get_serial_sequence('{table.name}', 'serial')"
        connection.exec_driver_sql(f"SELECT setval({sequence}, {last})")
    return count


def _bare(table: Table) -> sa.TableClause:
    """A table whose JSON is text, so that it arrives letter for letter."""
    columns = [sa.column(c.name, sa.Text if isinstance(c.type, Json) else c.type) for c in table.c]
    return sa.table(table.name, *columns)


def _pieces(reader: Reader, bare: sa.TableClause) -> Iterator[list[dict[str, Any]]]:
    wanted = select(bare).execution_options(yield_per=PIECE)
    found = reader.run(lambda connection: connection.execute(wanted))
    for rows in found.partitions():
        yield [dict(row._mapping) for row in rows]
