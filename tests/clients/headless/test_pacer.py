"""Poses are sent as often as they change, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from clients.headless.addresses import live_url
from clients.headless.errors import ConnectionLost
from clients.headless.gait import Gait
from clients.headless.messages import Auth
from clients.headless.mirror import Mirror
from clients.headless.pacer import Pacer
from clients.headless.pose import Hand, decode_pose
from clients.headless.session import Session
from tests.clients.headless.scripted import ScriptedPark


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


@pytest.fixture
def gait() -> Gait:
    return Gait()


@pytest.fixture
async def pacer(park: ScriptedPark, gait: Gait) -> AsyncIterator[Pacer]:
    session = Session(live_url(park.url), Auth(1), timeout=5.0, tls=None, patience=None)
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


async def test_a_walker_who_is_put_elsewhere_has_not_arrived(pacer: Pacer, gait: Gait) -> None:
    walk = asyncio.ensure_future(pacer.walk([(0.0, 0.0, -500.0)], 1.0))
    await asyncio.sleep(0)
    gait.place((5.0, 0.0, 5.0), 0.0)
    assert await walk is False


async def test_the_end_of_the_session_is_told(park: ScriptedPark, pacer: Pacer) -> None:
    walk = asyncio.ensure_future(pacer.walk([(0.0, 0.0, -500.0)], 1.0))
    await park.until(lambda: park.poses)
    await park.close(4007)
    with pytest.raises(ConnectionLost, match="connection_replaced"):
        await walk


async def test_hands_are_shown(park: ScriptedPark, pacer: Pacer, gait: Gait) -> None:
    gait.left = Hand((-0.2, -0.4, -0.3))
    pacer.stir()
    await park.until(lambda: park.poses and len(park.poses[-1]) == 30)
    seen = decode_pose(park.poses[-1])
    assert seen.left is not None
    assert seen.left.position == pytest.approx((-0.2, -0.4, -0.3), abs=0.001)
    assert seen.right is None


async def test_an_interrupted_walk_is_told_so(pacer: Pacer) -> None:
    walk = asyncio.ensure_future(pacer.walk([(0.0, 0.0, -500.0)], 1.0))
    await asyncio.sleep(0)
    pacer.interrupt()
    assert await walk is False
