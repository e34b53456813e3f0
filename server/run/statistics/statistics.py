"""Samples who agreed to be counted once a second, and keeps the sums once a minute."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Hashable, Iterator
from typing import Final, Protocol

import numpy as np

from server.halls.hall import Hall
from server.log import logger
from server.run.clock import Clock
from server.run.statistics.looking import NOTHING, looked_at
from server.run.statistics.sights import Sights, sights_of
from server.run.statistics.squares import size_of, square_of
from server.run.statistics.tally import Moment, Tally
from server.settings import Settings
from server.store.archive import Archive
from server.store.errors import StoreError
from server.store.statistics_records import DAY

log = logger("run")
SAMPLE_SECONDS: Final = 1.0
KEEP_SAMPLES: Final = 60
"""Samples after which the sums are written down; a crash loses no more than these."""
FORGET_SAMPLES: Final = 3600
"""Samples after which sums whose time is over are taken away."""
LONGEST_SAMPLE: Final = 5.0
"""Seconds that one sample counts for at most, when the machine was asleep or overloaded."""


class House(Protocol):
    """What is sampled."""

    archive: Archive
    clock: Clock
    settings: Settings
    halls: dict[str, Hall]


class Statistics:
    """The park's counting of visits. Nothing here, nor in what it keeps, names a person."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._tally = Tally()
        self._sights: dict[str, tuple[object, Sights]] = {}
        self._task: asyncio.Task[None] | None = None
        self._sampled_at: float | None = None

    def start(self) -> None:
        """Begin to sample, on the running loop."""
        self._task = asyncio.create_task(self._run(), name="statistics")

    async def stop(self) -> None:
        """End, and keep what was counted; a second call does nothing."""
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await self.keep()

    async def _run(self) -> None:
        samples = 0
        while True:
            await asyncio.sleep(SAMPLE_SECONDS)
            try:
                self.sample(self._house.clock.now())
                if samples % FORGET_SAMPLES == 0:
                    await self.forget()
                samples += 1
                if samples % KEEP_SAMPLES == 0:
                    await self.keep()
            except Exception:  # counting must never be what stops a park
                log.exception("sample_failed")

    def sample(self, now: float) -> None:
        """Look once at everybody who agreed."""
        last, self._sampled_at = self._sampled_at, now
        seconds = SAMPLE_SECONDS if last is None else min(max(now - last, 0.0), LONGEST_SAMPLE)
        for hall in self._house.halls.values():
            size = size_of(hall.editing.layers.published.hall["bounds"])
            people = self._moments(hall, size)
            self._tally.count(hall.id, size, people, now, seconds)
        self._tally.keep_only(self._house.halls)
        gone = self._sights.keys() - self._house.halls.keys()
        for hall_id in gone:
            del self._sights[hall_id]

    async def keep(self) -> None:
        """Write down the sums; those that could not be written are tried again next time."""
        sums = self._tally.take()
        if not any(sums):
            return
        try:
            await self._house.archive.statistics.add(sums)
        except StoreError as error:
            self._tally.give_back(sums)
            log.error("statistics_not_kept", code=error.code)

    async def forget(self) -> int:
        """Take away sums that have been kept long enough; how many rows there were."""
        before = self._house.clock.now() - self._house.settings.statistics_days * DAY
        return await self._house.archive.statistics.forget(before)

    def _moments(self, hall: Hall, size: float) -> Iterator[tuple[Hashable, Moment]]:
        """Everybody in a hall who agreed and is seen, with what they do."""
        for room in hall.audience.rooms:
            people = [one for one in room.visitors() if one.measure and not one.hidden]
            if not people:
                continue
            sights = self._sights_of(hall)
            where, facing = room.table.looks(np.array([one.slot for one in people], np.intp))
            squares = square_of(where, size).tolist()
            looks = looked_at(where, facing, sights).tolist()
            for person, (x, z), look in zip(people, squares, looks, strict=True):
                yield person, _moment((x, z), look, sights)

    def _sights_of(self, hall: Hall) -> Sights:
        """The exhibits of a hall, worked out again when its scene has changed."""
        state = hall.editing.layers.published
        known = self._sights.get(hall.id)
        if known is None or known[0] is not state:
            known = self._sights[hall.id] = (state, sights_of(state))
        return known[1]


def _moment(square: tuple[int, int], look: int, sights: Sights) -> Moment:
    if look == NOTHING:
        return Moment(square)
    return Moment(square, sights.nodes[look], sights.exhibits[look])


__all__ = ["Statistics"]
