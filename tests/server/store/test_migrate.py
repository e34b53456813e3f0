"""Every older archive can be brought to today's tables, and a newer one is left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import (
    Connection,
    Constraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import Archive, StoreError
from server.store.database import create_database, open_engine
from server.store.migrate import known_revisions, refuse_newer, upgrade
from server.store.postgres import Postgres
from server.store.schema import metadata
from tests.postgres import Server


def _differences(connection: Connection) -> object:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, metadata)


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """On an empty database of each kind. Every step must run on both, and lead to one schema."""
    if request.param == "sqlite":
        create_database(tmp_path / "park.db")
        opened = open_engine(tmp_path / "park.db", "write")
    else:
        server: Server = request.getfixturevalue("postgres")
        opened = Postgres(tmp_path, server.empty()).engine("write")
    yield opened
    await opened.dispose()


@pytest.mark.parametrize("start", known_revisions())
async def test_each_revision_leads_to_the_tables_of_the_code(
    engine: AsyncEngine, start: str
) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(upgrade, start)
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        assert await connection.run_sync(_differences) == []


async def test_every_table_and_index_has_the_name_that_the_code_gives_it(
    engine: AsyncEngine,
) -> None:
    """A later step takes them away by these names, on either database."""
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        found = await connection.run_sync(_names)
    assert found == {
        table.name: {str(index.name) for index in table.indexes}
        | {str(key.name) for key in _keys(table)}
        for table in metadata.tables.values()
    }


def _names(connection: Connection) -> dict[str, set[str]]:
    looked = inspect(connection)
    tables = set(looked.get_table_names()) - {"alembic_version"}
    return {
        table: {str(index["name"]) for index in looked.get_indexes(table)}
        | {str(key["name"]) for key in looked.get_unique_constraints(table)}
        | {str(looked.get_pk_constraint(table)["name"])}
        for table in tables
    }


def _keys(table: Table) -> list[Constraint]:
    kinds = (PrimaryKeyConstraint, UniqueConstraint)
    return [each for each in table.constraints if isinstance(each, kinds)]


async def _upgrade_and_fail(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        raise ZeroDivisionError


async def test_a_failed_step_leaves_no_table(engine: AsyncEngine) -> None:
    with pytest.raises(ZeroDivisionError):
        await _upgrade_and_fail(engine)
    async with engine.begin() as connection:
        assert await connection.run_sync(lambda c: inspect(c).get_table_names()) == []


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
