"""Writes down what is said, in order and behind the talk: no answer waits for the archive."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from server.log import logger
from server.run.guides.faults import trace

log = logger("guides")
MOST_WAITING: Final = 4000
"""Notes that may wait; when the archive is so far behind, new ones are lost, and a log says so."""


class Scribe:
    """One pen for all dialogues."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Coroutine[Any, Any, Any] | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, on the running loop."""
        self._task = asyncio.create_task(self._run(), name="scribe")

    async def stop(self) -> None:
        """Write what still waits, then end."""
        if self._task is not None:
            self._queue.put_nowait(None)
            await self._task
            self._task = None

    def note(self, work: Coroutine[Any, Any, Any]) -> None:
        """Have something written, after all that was noted before."""
        if self._task is None or self._queue.qsize() >= MOST_WAITING:
            work.close()
            log.error("guide_note_lost")
        else:
            self._queue.put_nowait(work)

    async def written(self) -> None:
        """Wait until all that was noted so far is kept."""
        done = asyncio.Event()
        if self._task is not None:
            # However many wait: this writes nothing, and whoever waits for it must hear of it.
            self._queue.put_nowait(_set(done))
            await done.wait()

    async def _run(self) -> None:
        while (work := await self._queue.get()) is not None:
            try:
                await work
            except Exception as error:  # noqa: BLE001 - those behind it are still written
                log.error("guide_note_failed", error=trace(error))


async def _set(event: asyncio.Event) -> None:
    event.set()
