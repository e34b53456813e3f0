"""Notes are written in order, and one that fails keeps nobody from being written."""

from __future__ import annotations

import asyncio

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
