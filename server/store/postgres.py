"""The records on a PostgreSQL server: looked at before they are touched, opened durably."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from server.store import migrate
from server.store.errors import StoreError
from server.store.failures import coded
from server.store.postgres_connection import connect, shown
from server.store.postgres_mark import agree, comment, mark_in, new_mark
from server.store.reader import Reader, driven_reader

OLDEST: Final = 130_000
"""The oldest server that is served by its makers, as it counts its versions."""
READERS: Final = 5
Mode = Literal["write", "read"]
Level = Literal["SERIALIZABLE", "REPEATABLE READ"]
_LOOK: Final = text("""
SELECT current_setting('server_version_num')::int AS version,
       current_setting('server_encoding') AS encoding,
       current_setting('fsync') = 'on' AS fsync,
       current_setting('full_page_writes') = 'on' AS pages,
       pg_is_in_recovery() AS copy,
       current_schema() AS schema,
       obj_description(to_regclass('alembic_version'), 'pg_class') AS said,
       (SELECT count(*) FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
         AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
           AND d.objid = c.oid AND d.deptype = 'e')) AS things
""")
_UNFIT: Final = {
    "copy": ("只读的备库", "a standby, which may only be read"),
    "schema": ("没有可用的 schema", "no schema that tables could be made in"),
    "version": ("版本低于 13", "older than version 13"),
    "encoding": ("数据库编码不是 UTF8", "the database's encoding is not UTF8"),
    "fsync": ("fsync = off，断电会丢失数据", "fsync = off: a power cut would lose what was kept"),
    "pages": ("full_page_writes = off", "full_page_writes = off: a power cut would damage it"),
}
"""Why a server, or a database, cannot hold a park."""


class Postgres:
    """A database of a server, named by an address; the folder holds the rest of the park."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self._url = url
        self._mark = ""

    async def prepare(self, writing: AsyncEngine) -> None:
        """Take the lock, look at what is there, and leave alone what is not ours."""
        found, stands_at = await self._look(writing)
        migrate.refuse_newer(stands_at)
        self._mark = await asyncio.to_thread(agree, self.folder, mark_in(found.said))

    async def prepare_empty(self, writing: AsyncEngine) -> str:
        """As `prepare`, for records that come from elsewhere; the mark that it will carry."""
        found, _ = await self._look(writing)
        if found.things:
            raise StoreError("archive_foreign", f"{shown(self._url)} 不是空的 / is not empty")
        self._mark = new_mark()
        return self._mark

    async def _look(self, writing: AsyncEngine) -> tuple[Any, str | None]:
        try:
            async with writing.connect() as connection:
                found = (await connection.execute(_LOOK)).one()
                self._refuse_unfit(found)
                return found, await self._recognised(connection, found)
        except DBAPIError as error:
            raise coded(error) from error

    def _refuse_unfit(self, found: Any) -> None:
        faults = {
            "copy": found.copy,
            "schema": found.schema is None,
            "version": found.version < OLDEST,
            "encoding": found.encoding != "UTF8",
            "fsync": not found.fsync,
            "pages": not found.pages,
        }
        for fault in (name for name, is_so in faults.items() if is_so):
            zh, en = _UNFIT[fault]
            raise StoreError("archive_unfit", f"{shown(self._url)}：{zh} / {en}")

    async def _recognised(self, connection: Any, found: Any) -> str | None:
        """The step at which a park's tables stand; None when nothing is there at all."""
        if not found.things:
            return None
        if mark_in(found.said) is None:
            raise StoreError(
                "archive_foreign",
                f"{shown(self._url)} holds other things than a park's; it was left alone",
            )
        number = await connection.execute(text("SELECT version_num FROM alembic_version"))
        return str(number.scalar_one())

    def engine(self, mode: Mode) -> AsyncEngine:
        """One connection that writes and holds the lock, or a few that may only read.

        A park has one writer, yet two programs would be safe too: transactions that write are
        serializable, and those that could not both be are refused as ``archive_conflict``.
        """
        if mode == "write":
            return self._engine(mode, "SERIALIZABLE", pool_size=1, max_overflow=0)
        return self._engine(mode, "REPEATABLE READ", pool_size=READERS, max_overflow=0)

    def _engine(self, mode: Mode, level: Level, **pool: Any) -> AsyncEngine:
        return create_async_engine(
            "postgresql+asyncpg://",
            async_creator=partial(connect, self._url, mode),
            isolation_level=level,
            **pool,
        )

    def claim(self, connection: Connection) -> None:
        """Have the database say whose it is; a dump takes that along."""
        said = comment(self._mark)
        connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{said}'")

    def reader(self) -> AbstractContextManager[Reader]:
        """One with an event loop in its thread."""
        return driven_reader(self._engine("read", "REPEATABLE READ", poolclass=NullPool))

    async def size(self, reading: AsyncEngine) -> int:
        """The whole database."""
        async with reading.connect() as connection:
            found = await connection.execute(text("SELECT pg_database_size(current_database())"))
            return int(found.scalar_one())
