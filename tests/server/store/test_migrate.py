"""Every older archive can be brought to today's tables, and a newer one is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import Archive, StoreError
from server.store.database import create_database, open_engine
from server.store.migrate import known_revisions, refuse_newer, upgrade
from server.store.schema import metadata


def _differences(connection: Connection) -> object:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, metadata)


@pytest.mark.parametrize("start", known_revisions())
async def test_each_revision_leads_to_the_tables_of_the_code(tmp_path: Path, start: str) -> None:
    create_database(tmp_path / "park.db")
    engine = open_engine(tmp_path / "park.db", "write")
    async with engine.begin() as connection:
        await connection.run_sync(upgrade, start)
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


async def _upgrade_and_fail(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        raise ZeroDivisionError


async def test_a_failed_step_leaves_no_table(tmp_path: Path) -> None:
    create_database(tmp_path / "park.db")
    engine = open_engine(tmp_path / "park.db", "write")
    with pytest.raises(ZeroDivisionError):
        await _upgrade_and_fail(engine)
    await engine.dispose()
    with closing(sqlite3.connect(tmp_path / "park.db")) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


async def test_a_newer_archive_is_refused_and_unchanged(tmp_path: Path) -> None:
    await (await Archive.open(tmp_path)).close()
    path = tmp_path / "park.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError) as newer:
        await Archive.open(tmp_path)
    assert newer.value.code == "archive_newer"
    assert path.read_bytes() == before


def test_known_revisions_and_an_empty_database_are_welcome() -> None:
    for revision in (None, *known_revisions()):
        refuse_newer(revision)
