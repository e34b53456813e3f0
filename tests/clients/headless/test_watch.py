"""Waiting for conditions, and following what happens."""

from __future__ import annotations

import asyncio
import gc

import pytest

from clients.headless.errors import ConnectionLost
from clients.headless.messages import Gone
from clients.headless.watch import Stream, Watch
from clients.headless.world import World


async def test_a_condition_that_holds_is_not_waited_for() -> None:
    await Watch(World()).until(lambda world: world.total == 0)


async def test_a_condition_is_looked_at_after_every_change() -> None:
    world = World()
    watch = Watch(world)
    waiting = asyncio.ensure_future(watch.until(lambda seen: seen.total == 2))
    await asyncio.sleep(0)
    for total in (1, 2):
        world.total = total
        watch.tell(None)
    await waiting


async def test_the_end_is_told_to_all() -> None:
    watch = Watch(World())
    waiting = asyncio.ensure_future(watch.until(lambda _: False))
    events = watch.events(4)
    await asyncio.sleep(0)
    watch.tell(Gone([], 1))
    watch.end(ConnectionLost("closed"))
    with pytest.raises(ConnectionLost):
        await waiting
    with pytest.raises(ConnectionLost):
        await watch.until(lambda _: False)
    assert [message async for message in events] == [Gone([], 1)]


async def test_a_slow_reader_misses_the_oldest() -> None:
    watch = Watch(World())
    events = watch.events(2)
    for total in range(5):
        watch.tell(Gone([], total))
    assert await anext(events) == Gone([], 3)
    assert await anext(events) == Gone([], 4)


def test_what_is_missed_is_counted() -> None:
    stream = Stream(2)
    for total in range(5):
        stream.put(Gone([], total))
    assert stream.missed == 3


async def test_nothing_is_kept_for_who_no_longer_follows() -> None:
    watch = Watch(World())
    events = watch.events(2)
    assert len(watch._streams) == 1
    del events
    gc.collect()
    assert len(watch._streams) == 0
