"""Blobs that nothing refers to any more are taken away: what was published long ago and replaced,
what an exhibit that was deleted leaves, what a broken job had stored already.

A blob stays as long as any record speaks of it: a hall's scene, its history, its draft, a named
version, a revision of an exhibit, whatever tables there are; or an edit that is on its way to the
archive; or somebody who has stored it and is about to name it (`Blobs.holding`).
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from server.halls.hall import Hall
from server.log import logger
from server.run.exhibits.house import House
from server.store.errors import StoreError

log = logger("run")
GRACE = 3600.0
"""Seconds for which a blob stays though nothing refers to it."""
SETTLING = 600.0
"""Seconds for which a park is left alone after it has started."""
COLLECTED = "collected"
"""The archive remembers when it was done last."""
SHARDS = 256
_ADDRESS = re.compile(r"[0-9a-f]{64}")


class Collected(NamedTuple):
    """What was taken away, or would be: blobs and their bytes; and how many blobs were kept."""

    blobs: int
    bytes: int
    kept: int


async def collect(house: House, *, grace: float = GRACE, dry: bool = False) -> Collected:
    """Take away what nothing refers to; raises StoreError ``collecting`` when somebody does so.

    Works through the store a shard at a time, and others go on meanwhile.
    """
    with house.blobs.collecting():
        # Edits on their way first: what they speak of is in the archive afterwards, or was before.
        alive = set(underway(house.halls.values()))
        alive |= await house.archive.addresses()
        total = Collected(0, 0, 0)
        for shard in range(SHARDS):
            total = _sum(total, await _shard(house, shard, alive, grace, dry))
    if total.blobs and not dry:
        log.info("blobs_collected", blobs=total.blobs, bytes=total.bytes, kept=total.kept)
    return total


async def _shard(house: House, shard: int, alive: set[str], grace: float, dry: bool) -> Collected:
    every = await house.blobs.old(shard, 0.0)
    old = every if not grace else await house.blobs.old(shard, grace)
    doomed = dict(pair for pair in old if pair[0] not in alive and not house.blobs.spared(pair[0]))
    freed = sum(doomed.values())
    if doomed and not dry:
        taken = await house.archive.forget_assets(doomed, house.blobs.spared)
        freed = await house.blobs.discard(taken)
        doomed = {sha: doomed[sha] for sha in taken}
    return Collected(len(doomed), freed, len(every) - len(doomed))


def underway(halls: Iterable[Hall]) -> Iterator[str]:
    """Addresses in edits that halls have prepared and the archive may not have yet."""
    for hall in halls:
        layers = hall.editing.layers
        for change in layers.waiting():
            yield from addresses_in([change.ops, change.inverse])
        yield from addresses_in([line.ops for line in layers.draft.log])


def addresses_in(value: Any) -> Iterator[str]:
    """Every content address in a JSON value, however deep."""
    waiting = [value]
    while waiting:
        at = waiting.pop()
        if isinstance(at, dict):
            waiting.extend(at.values())
        elif isinstance(at, list):
            waiting.extend(at)
        elif isinstance(at, str) and _ADDRESS.fullmatch(at):
            yield at


class Caretaker:
    """Collects now and then, also in a park that is restarted every day."""

    def __init__(self, house: House, hours: float) -> None:
        self._house = house
        self._seconds = hours * 3600
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; a rhythm of 0 hours means never."""
        if self._seconds > 0:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """End; what is being collected is left for another time."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _run(self) -> None:
        while True:
            try:
                await asyncio.sleep(await self.rest())
                await collect(self._house)
                await self._house.archive.set_meta(COLLECTED, self._house.clock.now())
            except (StoreError, OSError) as error:
                log.warning("collecting_failed", error=str(error))
                await asyncio.sleep(self._seconds)

    async def rest(self) -> float:
        """Seconds until it is time again; some in any case, as a start has enough to do."""
        last = await self._house.archive.meta(COLLECTED)
        due = self._seconds - (self._house.clock.now() - last) if last else 0.0
        return min(max(due, SETTLING), self._seconds)


def _sum(a: Collected, b: Collected) -> Collected:
    return Collected(a.blobs + b.blobs, a.bytes + b.bytes, a.kept + b.kept)
