"""Poses are sent as often as they change, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from clients.headless.addresses import live_url
from clients.headless.gait import Gait
from clients.headless.messages import Auth
from clients.headless.mirror import Mirror
from clients.headless.pacer import Pacer
from clients.headless.pose import decode_pose
from clients.headless.session import Session
from tests.clients.headless.scripted import ScriptedPark


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


@pytest.fixture
async def pacer(park: ScriptedPark) -> AsyncIterator[Pacer]:
    session = Session(live_url(park.url), Auth(1), timeout=5.0, tls=None, patience=None)
    gait = Gait()
    mirror = Mirror(session, gait)
    await session.start(mirror)
    mirror.world.hall, mirror.world.tick = "grounds", 100
    made = Pacer(session, mirror.world, gait)
    running = asyncio.create_task(made.run())
    yield made
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await session.close()
    mirror.close()


async def test_arrival_is_told_and_seen(park: ScriptedPark, pacer: Pacer) -> None:
    assert await pacer.walk([(0.0, 0.0, -0.5)], 10.0)
    await park.until(lambda: abs(decode_pose(park.poses[-1]).position[2] + 0.5) < 0.001)


async def test_an_interrupted_walk_is_told_so(pacer: Pacer) -> None:
    walk = asyncio.ensure_future(pacer.walk([(0.0, 0.0, -500.0)], 1.0))
    await asyncio.sleep(0)
    pacer.interrupt()
    assert await walk is False
