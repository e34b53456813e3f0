"""A crowd comes in, wanders, and leaves when it is told to."""

from __future__ import annotations

import asyncio

from clients.headless.bots import Crowd
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark


async def test_everyone_comes_in_and_leaves_when_told() -> None:
    async with ScriptedPark() as park:
        stop = asyncio.Event()
        visit = asyncio.create_task(Crowd(park.url, 3).run(stop))
        await park.until(lambda: len(park.heard(m.Join)) == 3)
        await park.until(lambda: park.poses)
        stop.set()
        tally = await visit
        await park.until(lambda: not park.sockets)
    assert tally.entered == 3
    assert not tally.faults
    assert {auth.name for auth in park.heard(m.Auth)} == {"王晓明", "李静", "Emma"}


async def test_the_time_can_be_bounded() -> None:
    async with ScriptedPark() as park:
        tally = await Crowd(park.url, 1).run(asyncio.Event(), seconds=0.2)
    assert tally.entered == 1


async def test_a_park_that_is_closed_is_told_in_codes() -> None:
    tally = await Crowd("http://127.0.0.1:9", 2).run(asyncio.Event())
    assert (tally.entered, tally.faults) == (0, {"connection_failed": 2})


async def test_a_refused_hall_is_told_in_codes() -> None:
    async with ScriptedPark() as park:
        park.answers[m.Join] = lambda _: [m.Error("hall_full", "", [], "r")]
        tally = await Crowd(park.url, 1).run(asyncio.Event())
    assert tally.faults == {"hall_full": 1}
