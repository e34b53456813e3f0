"""Half of a park is never opened with the half of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.store import Archive, StoreError
from server.store.postgres_mark import MARKER, agree, comment, mark_in, mark_of
from tests.postgres import Server


def code_of(folder: Path, known: str | None) -> str:
    with pytest.raises(StoreError) as refusal:
        agree(folder, known)
    assert " / " in refusal.value.message
    return refusal.value.code


def begun(folder: Path) -> Path:
    """A folder in which an archive has been open."""
    (folder / "secrets").mkdir(parents=True)
    (folder / "secrets" / "audit.key").write_bytes(b"k")
    return folder


def test_a_mark_is_said_and_read() -> None:
    assert mark_in(comment("0" * 32)) == "0" * 32
    assert mark_in(None) is None
    assert mark_in("Alembic's own") is None


def test_a_new_pair_gets_a_mark_that_stays(tmp_path: Path) -> None:
    mark = agree(tmp_path, None)
    assert (mark_of(tmp_path), agree(tmp_path, mark)) == (mark, mark)
    assert (tmp_path / MARKER).stat().st_mode & 0o777 == 0o600


def test_a_first_start_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    assert agree(tmp_path, None) == agree(tmp_path, None)


def test_halves_of_two_parks_are_refused(tmp_path: Path) -> None:
    mark = agree(begun(tmp_path / "a"), None)
    assert code_of(tmp_path / "a", "f" * 32) == "archive_elsewhere"
    assert code_of(tmp_path / "a", None) == "archive_elsewhere", "an empty database, files in use"
    assert code_of(tmp_path / "new", mark) == "archive_elsewhere"


async def test_a_folder_with_a_file_of_records_takes_no_server(
    tmp_path: Path, postgres: Server
) -> None:
    await (await Archive.open(tmp_path)).close()
    url = postgres.empty()
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path, url)
    assert refusal.value.code == "archive_elsewhere"
    assert postgres.sql("SELECT count(*) FROM pg_class WHERE relname = 'halls'", url) == "0"


async def test_a_folder_whose_records_lie_on_a_server_makes_no_file(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.park(tmp_path)
    await (await Archive.open(tmp_path, url)).close()
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path)
    assert refusal.value.code == "archive_elsewhere"
    assert not (tmp_path / "park.db").exists()
    postgres.sql("COMMENT ON TABLE alembic_version IS 'Lingjing park " + "e" * 32 + "'", url)
    with pytest.raises(StoreError) as refusal:
        await Archive.open(tmp_path, url)
    assert refusal.value.code == "archive_elsewhere"
