"""Notes are written in order, and one that fails keeps nobody from being written."""

from __future__ import annotations

import asyncio

import pytest

from server.run.guides.scribe import Scribe


async def test_notes_are_written_in_order_whatever_goes_wrong() -> None:
    written: list[int] = []

    async def write(n: int) -> None:
        await asyncio.sleep(0)
        if n == 1:
            raise OSError
        written.append(n)

    scribe = Scribe()
    scribe.start()
    for n in range(4):
        scribe.note(write(n))
    await scribe.written()
    assert written == [0, 2, 3]
    scribe.note(write(4))
    await scribe.stop()
    assert written == [0, 2, 3, 4]
    scribe.note(write(5))
    assert written[-1] == 4


async def test_who_waits_for_a_full_pen_or_for_none_is_not_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.run.guides.scribe.MOST_WAITING", 1)
    open_, scribe = asyncio.Event(), Scribe()

    async def write() -> None:
        await open_.wait()

    scribe.start()
    for _ in range(4):
        scribe.note(write())
    waiting = asyncio.ensure_future(scribe.written())
    open_.set()
    async with asyncio.timeout(5):
        await waiting
        await scribe.stop()
        await scribe.written()
