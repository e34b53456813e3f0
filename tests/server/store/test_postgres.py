"""A database on a server is private, durable, and only touched when it is a park's."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.store import Archive, StoreError
from server.store.postgres import Postgres
from tests.postgres import Server
from tests.server.store.samples import DOC, patch

THINGS = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


async def _refused(folder: Path, url: str) -> str:
    with pytest.raises(StoreError) as refusal:
        await Archive.open(folder, url)
    return refusal.value.code


async def test_an_empty_database_becomes_a_park(tmp_path: Path, postgres: Server) -> None:
    url = postgres.empty()
    archive = await Archive.open(tmp_path, url)
    await archive.create_hall("grounds", DOC, at=5.0)
    await archive.append([patch(1), patch(3)])
    assert await archive.size() > 1_000_000
    await archive.close()
    archive = await Archive.open(tmp_path, url)
    hall = await archive.load_hall("grounds")
    await archive.close()
    assert (hall.doc, hall.patches, hall.created) == (DOC, [patch(1), patch(3)], 5.0)
    assert not (tmp_path / "park.db").exists()


async def test_connections_are_durable_and_strict(tmp_path: Path, postgres: Server) -> None:
    url = postgres.empty()
    name = url.rpartition("/")[2]
    postgres.sql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    place = Postgres(tmp_path, url)
    names = ("synchronous_commit", "transaction_isolation", "transaction_read_only")
    found = []
    for engine in (place.engine("write"), place.engine("read")):
        async with engine.begin() as connection:
            found.append([(await connection.execute(text(f"SHOW {n}"))).scalar() for n in names])
        await engine.dispose()
    assert found == [["on", "serializable", "off"], ["on", "repeatable read", "on"]]
    postgres.sql(f"ALTER DATABASE {name} SET synchronous_commit = remote_apply")
    engine = place.engine("write")
    async with engine.begin() as connection:
        assert (await connection.execute(text(f"SHOW {names[0]}"))).scalar() == "remote_apply"
    await engine.dispose()


async def test_what_reads_cannot_write(tmp_path: Path, postgres: Server) -> None:
    archive = await Archive.open(tmp_path / "data", postgres.park(tmp_path / "data"))
    with pytest.raises(StoreError, match="read-only"):
        await archive._read(lambda c: c.execute(text("DELETE FROM meta")))
    await archive.close()


async def test_another_programs_database_is_left_alone(tmp_path: Path, postgres: Server) -> None:
    for theirs in (
        "CREATE TABLE theirs (x int)",
        "CREATE VIEW theirs AS SELECT 1",
        "CREATE TABLE alembic_version (version_num varchar(32)); "
        "INSERT INTO alembic_version VALUES ('0001')",
    ):
        url = postgres.empty()
        postgres.sql(theirs, url)
        before = postgres.sql(THINGS, url)
        assert await _refused(tmp_path / "data", url) == "archive_foreign"
        assert postgres.sql(THINGS, url) == before


async def test_a_newer_park_is_left_alone(tmp_path: Path, postgres: Server) -> None:
    folder = tmp_path / "data"
    url = postgres.park(folder)
    postgres.sql("UPDATE alembic_version SET version_num = '9999'", url)
    assert await _refused(folder, url) == "archive_newer"
    assert postgres.sql("SELECT version_num FROM alembic_version", url) == "9999"


async def test_a_database_that_cannot_hold_every_letter_is_refused(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.empty("ENCODING LATIN1 LC_COLLATE 'C' LC_CTYPE 'C'")
    assert await _refused(tmp_path, url) == "archive_unfit"
    assert postgres.sql(THINGS, url) == "0"


async def test_two_servers_cannot_have_one_database(tmp_path: Path, postgres: Server) -> None:
    folder = tmp_path / "data"
    url = postgres.park(folder)
    archive = await Archive.open(folder, url)
    assert await _refused(tmp_path / "other", url) == "archive_locked"
    await archive.set_meta("still", "open")
    await archive.close()
    await (await Archive.open(folder, url)).close()


async def test_a_refused_folder_and_database_are_free_again(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.empty()
    postgres.sql("CREATE TABLE theirs (x int)", url)
    assert await _refused(tmp_path, url) == "archive_foreign"
    postgres.sql("DROP TABLE theirs", url)
    await (await Archive.open(tmp_path, url)).close()


async def test_the_database_refuses_to_change_the_trail(tmp_path: Path, postgres: Server) -> None:
    folder = tmp_path / "data"
    url = postgres.park(folder)
    archive = await Archive.open(folder, url)
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1)])
    await archive.append([patch(2)])
    assert await archive.audit.cut(older=2e12, at=1.0) == 1
    await archive.close()
    for sentence in (
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "DELETE FROM audit_cuts",
        "UPDATE audit_cuts SET up_to = 5",
        "TRUNCATE audit_cuts",
    ):
        with pytest.raises(RuntimeError, match="only ever added to"):
            postgres.sql(sentence, url)


async def test_what_postgresql_cannot_keep_is_refused_to_its_caller_alone(
    tmp_path: Path, postgres: Server
) -> None:
    folder = tmp_path / "data"
    archive = await Archive.open(folder, postgres.park(folder))
    await archive.create_hall("grounds", DOC, at=1.0)
    with pytest.raises(StoreError) as refusal:
        await archive.save_version("grounds", "a\x00b", 1, DOC, "operator", 1.0)
    assert refusal.value.code == "text_unstorable"
    await archive.set_meta("nul", {"in": "JSON \x00 it is escaped"})
    assert await archive.meta("nul") == {"in": "JSON \x00 it is escaped"}
    assert await archive.versions("grounds") == []
    await archive.close()


async def test_numbers_and_texts_may_be_as_long_as_in_the_file(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    large = 2**40
    await archive.append([patch(large)])
    await archive.save_version("grounds", "v" * 500, large, DOC, "operator", 1.0)
    await archive.uploads.forget([str(number) for number in range(1000)])
    with pytest.raises(StoreError) as unknown:
        await archive.version("grounds", large)
    assert unknown.value.code == "version_unknown"
    await archive.create_hall("h" * 200, DOC, at=1.0)
    assert await archive.halls() == ["grounds", "h" * 200]


async def test_an_error_of_the_servers_is_no_error_of_the_next(
    tmp_path: Path, postgres: Server
) -> None:
    folder = tmp_path / "data"
    archive = await Archive.open(folder, postgres.park(folder))
    with pytest.raises(StoreError) as failed:
        await archive._writer.run(lambda c: c.execute(text("SELECT * FROM nothing")))
    assert failed.value.code == "archive_failed"
    assert isinstance(failed.value.__cause__, DBAPIError | None)
    await archive.set_meta("a", 1)
    assert await archive.meta("a") == 1
    await archive.close()


async def test_a_server_that_would_lose_things_is_refused(postgres: Server, tmp_path: Path) -> None:
    postgres.stop()
    postgres.start(fsync="off")
    try:
        with pytest.raises(StoreError, match="fsync") as refusal:
            await Archive.open(tmp_path, postgres.empty())
        assert refusal.value.code == "archive_unfit"
    finally:
        postgres.stop()
        postgres.start()


async def test_a_dump_that_is_restored_is_the_same_park(tmp_path: Path, postgres: Server) -> None:
    url = postgres.park(tmp_path)
    archive = await Archive.open(tmp_path, url)
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1)])
    postgres.dump(url, postgres.folder / "park.dump")  # while it is open
    await archive.close()
    restored = postgres.empty()
    postgres.restore(postgres.folder / "park.dump", restored)
    archive = await Archive.open(tmp_path, restored)
    assert (await archive.load_hall("grounds")).patches == [patch(1)]
    await archive.append([patch(2)])
    assert (await archive.audit.verify()).is_whole
    await archive.close()
    with pytest.raises(RuntimeError, match="only ever added to"):
        postgres.sql("DELETE FROM audit", restored)
