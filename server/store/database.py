"""The database file: made, recognised before it is touched, and opened with durable settings."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from server.store.errors import StoreError
from server.store.files import move_into_place, sync_file

APPLICATION_ID = 0x4C4A5041
"""Written into the header of every park's database, so that a foreign one is known by its bytes."""

_MAGIC = b"SQLite format 3\x00"
_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
)


def create_database(path: Path) -> None:
    """Make an empty park database under a temporary name, then give it its own.

    Raises `archive_corrupt` when only the log of a database is there: it would be replayed into
    the new one.
    """
    if _log(path).exists():
        raise StoreError("archive_corrupt", f"{path} is missing, but its log is there")
    temporary = path.with_name(path.name + ".new")
    for leftover in (temporary, _log(temporary)):
        leftover.unlink(missing_ok=True)
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
    sync_file(temporary)
    move_into_place(temporary, path)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def recognise(path: Path) -> None:
    """Read the header alone; raise `archive_foreign` unless it is a park's."""
    with path.open("rb") as file:
        header = file.read(100)
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError("archive_foreign", f"{path} is not a park's database; it was left alone")


def inspect(path: Path) -> str | None:
    """Check the pages without writing and return the migration the file stands at."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            if found[0] != "ok":
                raise StoreError("archive_corrupt", f"{path} is damaged: {found[0]}")
            return _migration(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError("archive_corrupt", f"{path} is damaged: {error}") from error


def _migration(connection: sqlite3.Connection) -> str | None:
    tables = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(tables).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def open_engine(path: Path, mode: Literal["write", "read"]) -> AsyncEngine:
    """An engine on the file: one connection that writes, or a few that may only read."""
    url = URL.create("sqlite+aiosqlite", database=str(path))
    size = 1 if mode == "write" else 3
    engine = create_async_engine(url, pool_size=size, max_overflow=0, pool_timeout=30)
    _settle(engine.sync_engine, mode)
    return engine


def open_reader(path: Path) -> Engine:
    """An engine on the file for code that runs in a thread of its own; it may only read."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    _settle(engine, "read")
    return engine


def _settle(engine: Engine, mode: Literal["write", "read"]) -> None:
    """Have every connection durable, strict, and in transactions that begin when we say so."""
    begin = "BEGIN IMMEDIATE" if mode == "write" else "BEGIN"

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # or the driver begins transactions of its own
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        if mode == "read":
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
