"""The file is private, durable, and only touched when it is a park's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from server.store import Archive, StoreError
from server.store.database import create_database, open_engine
from server.store.embedded import DATABASE


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    archive = await Archive.open(folder)
    await archive.set_meta("a", 1)
    assert _mode(folder) == 0o700
    assert {(path.name, _mode(path)) for path in folder.iterdir()} == {
        ("secrets", 0o700),
        *((name, 0o600) for name in ("park.db", "park.db-wal", "park.db-shm", "park.lock")),
    }
    assert {_mode(path) for path in (folder / "secrets").iterdir()} == {0o600}
    await archive.close()


@pytest.mark.parametrize("mode", ["write", "read"])
async def test_connections_are_durable_and_strict(tmp_path: Path, mode: str) -> None:
    await (await Archive.open(tmp_path)).close()
    engine = open_engine(tmp_path / DATABASE, "write" if mode == "write" else "read")
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "query_only")
    async with engine.begin() as connection:
        found = [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in names]
    await engine.dispose()
    assert found == ["wal", 2, 1, 5000, int(mode == "read")]


async def _refused(folder: Path) -> str:
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(StoreError) as refusal:
        await Archive.open(folder)
    assert (folder / DATABASE).read_bytes() == before
    return refusal.value.code


@pytest.mark.parametrize("content", [b"", b"hello", bytes(4096), b"SQLite format 3\x00" * 50])
async def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    assert await _refused(tmp_path) == "archive_foreign"


async def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("CREATE TABLE theirs (x)")
    assert await _refused(tmp_path) == "archive_foreign"


async def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    await (await Archive.open(tmp_path)).close()
    path = tmp_path / DATABASE
    data = bytearray(path.read_bytes())
    data[4096 : 3 * 4096] = b"\xff" * (2 * 4096)
    path.write_bytes(data)
    assert await _refused(tmp_path) == "archive_corrupt"


async def test_a_cut_off_archive_is_refused(tmp_path: Path) -> None:
    await (await Archive.open(tmp_path)).close()
    path = tmp_path / DATABASE
    path.write_bytes(path.read_bytes()[:5000])
    assert await _refused(tmp_path) == "archive_corrupt"


async def test_a_log_without_its_database_is_not_replayed(tmp_path: Path) -> None:
    (tmp_path / f"{DATABASE}-wal").write_bytes(b"rest of a database")
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path)
    assert refusal.value.code == "archive_corrupt"
    assert not (tmp_path / DATABASE).exists()


async def test_what_an_interrupted_first_start_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / f"{DATABASE}.new").write_bytes(b"half")
    (tmp_path / f"{DATABASE}.new-wal").write_bytes(b"half")
    archive = await Archive.open(tmp_path)
    assert await archive.halls() == []
    await archive.close()


async def test_a_refused_folder_is_free_again(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"hello")
    await _refused(tmp_path)
    (tmp_path / DATABASE).unlink()
    await (await Archive.open(tmp_path)).close()


async def test_a_folder_that_cannot_be_made_is_told_about(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path / "file" / "data")
    assert refusal.value.code == "archive_failed"


async def test_a_database_that_cannot_be_written_is_told_about(tmp_path: Path) -> None:
    create_database(tmp_path / DATABASE)
    (tmp_path / f"{DATABASE}-journal").mkdir()
    (tmp_path / f"{DATABASE}-wal").mkdir()
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path)
    assert refusal.value.code in ("archive_failed", "archive_corrupt")
