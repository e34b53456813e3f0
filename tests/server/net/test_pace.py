"""Napping begins with a crowd and ends with it, and the loop goes on all the while."""

from __future__ import annotations

import asyncio

from server.net.live import LiveLimits
from server.net.pace import BUSY, CALM, Pace
from tests.server.net.sockets import BINARY, frame, quay, run


def test_naps_begin_when_busy_and_end_when_calm() -> None:
    async def story() -> None:
        pace = Pace(0.0001)
        told = []
        for rate in (BUSY - 1, BUSY + 1, CALM + 1, BUSY + 1, CALM - 1, BUSY - 1):
            pace.observe(rate)
            told.append(pace.napping)
        assert told == [False, True, True, True, False, False]

    run(story())


def test_without_a_nap_nothing_changes() -> None:
    async def story() -> None:
        pace = Pace(0.0)
        pace.observe(BUSY * 10)
        assert not pace.napping
        pace.stop()

    run(story())


def test_the_loop_works_while_it_naps() -> None:
    async def story() -> None:
        loop = asyncio.get_running_loop()
        pace = Pace(0.0001)
        pace.observe(BUSY + 1)
        done = asyncio.Event()
        loop.call_later(0.002, done.set)
        await done.wait()
        assert await loop.run_in_executor(None, lambda: 7) == 7
        pace.stop()
        assert not pace.napping

    run(story())


def test_a_door_under_load_naps_and_serves() -> None:
    async def story() -> None:
        limits = LiveLimits(sweep_every=0.01, frames_at_once=1e6, frames_per_second=1e6)
        async with quay(limits=limits) as here, here.live() as peer:
            while not here.door.napping:
                peer.send(frame(BINARY, b"\x01" + bytes(12)) * 200)
                await asyncio.sleep(0.001)
            peer.send(frame(BINARY, b"\x81"))
            await here.gate.until("message")

    run(story())
