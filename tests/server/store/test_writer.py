"""Group commit: few transactions, order kept, and each caller its own error."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import Connection, text

from server.store import Archive, StoreError
from server.store.database import create_database, open_engine
from server.store.writer import BATCH, Chain, Writer
from tests.server.store.samples import DOC, patch


async def test_those_who_write_together_share_commits(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    before = archive.commits
    await asyncio.gather(*(archive.append([patch(revision)]) for revision in range(1, 201)))
    assert archive.commits - before <= 2
    kept = (await archive.load_hall("grounds")).patches
    assert [p.revision for p in kept] == list(range(1, 201))


async def test_a_batch_is_bounded(archive: Archive) -> None:
    before = archive.commits
    writes = (archive.set_meta(f"k{n}", n) for n in range(3 * BATCH))
    await asyncio.gather(*writes)
    assert 3 <= archive.commits - before <= 5


async def test_an_error_reaches_its_caller_alone(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    results = await asyncio.gather(
        archive.append([patch(1)]),
        archive.append([patch(1, "nowhere")]),
        archive.append([patch(1)]),
        archive.append([patch(2)]),
        return_exceptions=True,
    )
    codes = [result.code if isinstance(result, StoreError) else result for result in results]
    assert codes == [None, "hall_unknown", "revision_conflict", None]
    assert (await archive.load_hall("grounds")).revision == 2


async def test_nothing_of_a_chain_is_kept_after_a_failure(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    chain = Chain()
    results = await asyncio.gather(
        archive.append([patch(1)], chain),
        archive.append([patch(1)], chain),
        archive.append([patch(2)], chain),
        archive.set_meta("other", 1),
        return_exceptions=True,
    )
    codes = [result.code if isinstance(result, StoreError) else result for result in results]
    assert codes == [None, "revision_conflict", "archive_failed", None]
    with pytest.raises(StoreError):
        await archive.append([patch(3)], chain)
    await archive.append([patch(2)], Chain())
    assert (await archive.load_hall("grounds")).revision == 2


async def test_a_caller_that_gave_up_stops_nobody(archive: Archive) -> None:
    tasks = [asyncio.create_task(archive.set_meta(f"k{n}", n)) for n in range(3)]
    await asyncio.sleep(0)  # all three are waiting now
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert (await archive.meta("k0"), await archive.meta("k2")) == (0, 2)


async def test_a_chain_breaks_where_a_caller_gave_up(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    chain = Chain()
    tasks = [asyncio.create_task(archive.append([patch(n)], chain)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert (await archive.load_hall("grounds")).revision == 1


async def test_closing_commits_what_is_waiting(tmp_path: Path, database: str) -> None:
    archive = await Archive.open(tmp_path / "data", database)
    waiting = asyncio.gather(*(archive.set_meta(f"k{n}", n) for n in range(5)))
    await asyncio.sleep(0)
    await archive.close()
    await waiting
    archive = await Archive.open(tmp_path / "data", database)
    assert [await archive.meta(f"k{n}") for n in range(5)] == [0, 1, 2, 3, 4]
    await archive.close()


async def test_the_databases_own_errors_are_coded(tmp_path: Path) -> None:
    create_database(tmp_path / "park.db")
    engine = open_engine(tmp_path / "park.db", "write")
    writer = Writer(engine)
    with pytest.raises(StoreError) as failed:
        await writer.run(lambda connection: connection.execute(text("SELECT * FROM nothing")))
    assert failed.value.code == "archive_failed"
    with pytest.raises(ZeroDivisionError):
        await writer.run(_divide)
    await writer.close()
    await engine.dispose()


def _divide(connection: Connection) -> NoReturn:
    raise ZeroDivisionError


async def test_a_full_disk_refuses_and_loses_nothing(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path)
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive._writer.run(lambda c: c.exec_driver_sql("PRAGMA max_page_count=60").fetchall())
    big = {"text": "灵" * 400_000}
    results = await asyncio.gather(
        archive.append([patch(1)]), archive.checkpoint("grounds", 1, big), return_exceptions=True
    )
    hall = await archive.load_hall("grounds")
    await archive.close()
    assert results[0] is None
    assert isinstance(results[1], StoreError)
    assert results[1].code == "archive_full"
    assert (hall.doc, hall.revision) == (DOC, 1)
