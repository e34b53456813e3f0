"""A crowd of wandering visitors in one process."""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Final

from clients.headless.bots.names import body_of, name_of
from clients.headless.bots.wanderer import Deeds, Wanderer
from clients.headless.errors import LingjingError
from clients.headless.visitor import Visitor

ARRIVAL: Final = 0.05
"""Seconds between two arrivals."""


@dataclass(slots=True)
class Tally:
    """How a crowd fared: who came in, how far they walked, what they did, why some left early."""

    entered: int = 0
    metres: float = 0.0
    deeds: Deeds = field(default_factory=Deeds)
    faults: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Wandering visitors of one park. The same seed makes the same choices."""

    url: str
    count: int
    hall: str = "grounds"
    seed: int = 1
    tls: ssl.SSLContext | None = None

    async def run(self, stop: asyncio.Event, seconds: float | None = None) -> Tally:
        """Wander until ``stop`` is set, the time is over or nobody is left."""
        tally = Tally()
        visits = asyncio.create_task(self._visits(tally))
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait((visits, stopped), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        visits.cancel()
        with suppress(asyncio.CancelledError):
            await visits
        return tally

    async def _visits(self, tally: Tally) -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(self.count):
                group.create_task(self._one(number, tally))

    async def _one(self, number: int, tally: Tally) -> None:
        await asyncio.sleep(number * ARRIVAL)
        rng = Random(f"{self.seed}-{number}")
        name, lang = name_of(number)
        visitor = Visitor(self.url, name=name, lang=lang, body=body_of(rng), tls=self.tls)
        try:
            async with visitor:
                await visitor.join(self.hall)
                tally.entered += 1
                await Wanderer(visitor, rng, tally.deeds).live()
        except LingjingError as fault:
            tally.faults[fault.code] += 1
        finally:
            tally.metres += visitor.gait.walked
