"""What a thread reads is of one moment, whatever is written meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from server.store import Archive, StoreError
from server.store.facts import fact
from server.store.places import Place, place_of
from tests.postgres import Server


def _value(connection: Connection) -> object:
    return fact(connection, "a")


async def test_a_thread_sees_one_moment(archive: Archive) -> None:
    place = archive._place
    await archive.set_meta("a", 1)
    loop = asyncio.get_running_loop()

    def look() -> list[object]:
        with place.reader() as reader:
            before = reader.run(_value)
            asyncio.run_coroutine_threadsafe(archive.set_meta("a", 2), loop).result()
            return [before, reader.run(_value)]

    assert await asyncio.to_thread(look) == [1, 1]
    assert await asyncio.to_thread(_once, place) == 2


def _once(place: Place) -> object:
    with place.reader() as reader:
        return reader.run(_value)


def _spoil(place: Place) -> None:
    with place.reader() as reader:
        reader.run(lambda connection: connection.execute(text("DELETE FROM meta")))


def test_it_changes_nothing_and_says_what_is_wrong(tmp_path: Path, postgres: Server) -> None:
    place = place_of(tmp_path, postgres.park(tmp_path))
    with pytest.raises(StoreError, match="read-only"):
        _spoil(place)
    with pytest.raises(StoreError) as away:
        _once(place_of(tmp_path, "postgresql://a@127.0.0.1:1/b"))
    assert away.value.code == "archive_failed"
