"""Sees to it that every hall follows in the end: at once, after a stop, after a disk was full."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from scenes.findings import SceneError
from server.halls.errors import HallError
from server.log import logger
from server.run.exhibits.house import House
from server.run.exhibits.publish import spread
from server.store.errors import StoreError
from server.store.exhibit_records import StoredExhibit, StoredRevision

log = logger("run")
AGAIN = 60.0
"""Seconds after which halls that could not follow are told again."""
CODED = (HallError, SceneError, StoreError)


class Herald:
    """Tells halls of exhibits that have changed. ``turn`` gives the lock of an exhibit."""

    def __init__(self, house: House, turn: Callable[[str], asyncio.Lock]) -> None:
        self._house = house
        self._turn = turn
        self._again: asyncio.Task[None] | None = None

    async def spread(
        self, state: StoredExhibit, author: str, shown: StoredRevision | None = None
    ) -> None:
        """Tell every hall, by whoever has the exhibit's turn; raises what the first one raised that
        could not follow, which is told again after a while."""
        try:
            await spread(self._house, state, author, shown)
        except CODED:
            if self._again is None or self._again.done():
                self._again = asyncio.get_running_loop().create_task(self._repeat())
            raise

    async def catch_up(self) -> bool:
        """Tell halls what they may have missed; whether all of them follow now."""
        behind = await self._house.archive.exhibits.spreading()
        return all([await self._catch_up(exhibit) for exhibit in behind])

    async def stop(self) -> None:
        """Leave the rest for the next start."""
        task, self._again = self._again, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _catch_up(self, exhibit: str) -> bool:
        try:
            async with self._turn(exhibit):
                state = await self._house.archive.exhibits.get(exhibit)
                await spread(self._house, state, "operator")
        except CODED as error:
            log.error("exhibit_not_spread", exhibit=exhibit, code=error.code)
            return False
        return True

    async def _repeat(self) -> None:
        while True:
            await asyncio.sleep(AGAIN)
            with contextlib.suppress(StoreError):
                if await self.catch_up():
                    return
