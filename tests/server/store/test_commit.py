"""Races run again or are refused; nothing is lost, or done twice, with a connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from server.store import Archive, StoreError, commit
from server.store.postgres import Postgres
from tests.postgres import Server
from tests.server.store.samples import DOC, patch

COUNTING = "UPDATE meta SET value = (value::int + 1)::text WHERE key = 'count'"


async def _count(connection: AsyncConnection) -> int:
    """Reads, lets others read, and writes what it read and one more."""
    wanted = text("SELECT value::int FROM meta WHERE key = 'count'")
    count = (await connection.execute(wanted)).scalar_one()
    await asyncio.sleep(0)
    more = text("UPDATE meta SET value = :more WHERE key = 'count'")
    await connection.execute(more, {"more": str(count + 1)})
    return int(count)


async def _counter(folder: Path, postgres: Server) -> str:
    url = postgres.park(folder)
    postgres.sql("INSERT INTO meta (key, value) VALUES ('count', '0')", url)
    return url


def _other_program(url: str) -> AsyncEngine:
    """One that writes without asking for the lock."""
    address = url.replace("postgresql://", "postgresql+asyncpg://")
    return create_async_engine(address, isolation_level="SERIALIZABLE")


async def test_two_programs_that_write_lose_nothing(tmp_path: Path, postgres: Server) -> None:
    url = await _counter(tmp_path, postgres)
    engines = [_other_program(url), _other_program(url)]

    async def many(engine: AsyncEngine) -> None:
        for _ in range(10):
            await commit.commit(engine, _count)

    await asyncio.gather(*(many(engine) for engine in engines))
    for engine in engines:
        await engine.dispose()
    assert postgres.sql("SELECT value FROM meta WHERE key = 'count'", url) == "20"


async def test_who_loses_every_race_is_told(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "PAUSE", 0.0)
    url = await _counter(tmp_path, postgres)
    archive = await Archive.open(tmp_path, url)
    tried = 0

    def outrun(connection: Connection) -> None:
        nonlocal tried
        tried += 1
        connection.execute(text("SELECT value FROM meta")).all()
        postgres.sql(COUNTING, url)
        connection.execute(text(COUNTING))

    with pytest.raises(StoreError) as conflict:
        await archive._writer.run(outrun)
    assert (conflict.value.code, tried) == ("archive_conflict", commit.RACES_RUN)
    await archive.set_meta("still", "open")
    await archive.close()


async def test_a_cut_connection_costs_nobody_anything(tmp_path: Path, postgres: Server) -> None:
    """The server was restarted while nobody wrote: the next write and read make new connections."""
    url = postgres.park(tmp_path)
    archive = await Archive.open(tmp_path, url)
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.load_hall("grounds")
    postgres.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid()",
        url,
    )
    assert (await archive.load_hall("grounds")).revision == 0
    await archive.append([patch(1)])
    assert (await archive.load_hall("grounds")).revision == 1
    with pytest.raises(StoreError) as locked:  # the lock was taken again with the connection
        await Archive.open(tmp_path.with_name("other"), url)
    assert locked.value.code == "archive_locked"
    assert (await archive.audit.verify()).is_whole
    await archive.close()


async def test_while_the_server_is_away_callers_are_told_and_later_all_is_there(
    tmp_path: Path, postgres: Server
) -> None:
    archive = await Archive.open(tmp_path, postgres.park(tmp_path))
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1)])
    postgres.stop()
    try:
        writes = [archive.append([patch(number)]) for number in (2, 3)]
        told = await asyncio.gather(*writes, archive.halls(), return_exceptions=True)
        assert [getattr(each, "code", each) for each in told] == ["archive_failed"] * 3
        assert all("@" not in str(each) for each in told)
    finally:
        postgres.start()
    await archive.append([patch(2)])
    hall = await archive.load_hall("grounds")
    assert [each.revision for each in hall.patches] == [1, 2]
    assert (await archive.audit.verify()).is_whole
    await archive.close()


async def test_who_lost_the_lock_to_another_says_so(tmp_path: Path, postgres: Server) -> None:
    url = postgres.park(tmp_path)
    archive = await Archive.open(tmp_path, url)
    postgres.sql(
        "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d "
        "ON d.oid = l.database WHERE locktype = 'advisory' AND datname = current_database()",
        url,
    )
    other = Postgres(tmp_path, url).engine("write")
    async with other.begin():
        with pytest.raises(StoreError) as locked:
            await archive.set_meta("a", 1)
        assert locked.value.code == "archive_locked"
        assert await archive.meta("a") is None
    await other.dispose()
    await archive.set_meta("a", 1)
    await archive.close()


class _Wire:
    """Stands between a park and its server, and can break at a commit: before it, or after."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.breaks_at: str | None = None
        self.broken = 0

    async def pass_on(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        far, on = await asyncio.open_connection("127.0.0.1", self._port)
        ways = [
            asyncio.create_task(self._one_way("commit", near, on)),
            asyncio.create_task(self._one_way("answer", far, back)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        for end in (on, back):
            end.close()

    async def _one_way(
        self, name: str, source: asyncio.StreamReader, target: asyncio.StreamWriter
    ) -> None:
        while data := await source.read(65_536):
            if self.breaks_at == name and b"COMMIT" in data:
                self.breaks_at = None
                self.broken += 1
                return
            target.write(data)
            await target.drain()


@asynccontextmanager
async def _wire(url: str) -> AsyncIterator[tuple[_Wire, str]]:
    port = url.rpartition(":")[2].partition("/")[0]
    wire = _Wire(int(port))
    server = await asyncio.start_server(wire.pass_on, "127.0.0.1", 0)
    try:
        yield wire, url.replace(port, str(server.sockets[0].getsockname()[1]))
    finally:
        server.close()


@pytest.mark.parametrize("moment", ["commit", "answer"])
async def test_an_answer_that_was_lost_is_asked_for(
    tmp_path: Path, postgres: Server, moment: str
) -> None:
    """Each edit is there once and acknowledged, whether its commit came through or not."""
    async with _wire(postgres.park(tmp_path)) as (wire, url):
        archive = await Archive.open(tmp_path, url)
        await archive.create_hall("grounds", DOC, at=1.0)
        wire.breaks_at = moment
        await archive.append([patch(1)])
        assert wire.broken == 1
        await archive.append([patch(2)])
        hall = await archive.load_hall("grounds")
        assert [each.revision for each in hall.patches] == [1, 2]
        assert (await archive.audit.verify()).is_whole
        await archive.close()
