"""Whoever watches dialogues is told in order, and cut when they do not keep up."""

from __future__ import annotations

import asyncio

from server.run.guides.feed import MOST_WATCHERS, Event, Feed, Stream


async def all_of(stream: Stream) -> list[str]:
    return [event.name async for event in stream.events(1.0) if event]


async def test_everybody_who_watches_is_told_until_the_end() -> None:
    feed = Feed()
    with feed.watch() as one, feed.watch() as other:
        feed.tell("asked", {"turn": 1})
        feed.tell("said", {})
        feed.close()
        feed.tell("late", {})
        assert await all_of(one) == await all_of(other) == ["asked", "said"]
    assert not feed._streams


async def test_who_is_too_far_behind_is_cut_and_costs_no_more() -> None:
    stream = Stream(most=3)
    for n in range(10):
        stream.put(Event(str(n), {}))
    assert stream.is_over and await all_of(stream) == ["0", "1", "2"]


async def test_while_nothing_comes_that_is_told_too() -> None:
    stream = Stream()
    events = stream.events(0.001)
    assert await anext(events) is None
    stream.put(Event("now", {}))
    async with asyncio.timeout(5):
        while (event := await anext(events)) is None:
            pass
    assert event.name == "now"


def test_there_are_so_many_watchers_and_no_more() -> None:
    feed = Feed()
    for _ in range(MOST_WATCHERS):
        feed._streams.add(Stream())
    assert feed.is_full
