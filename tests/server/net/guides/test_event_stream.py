"""Events over HTTP: in one shape, and over as soon as nobody reads."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any, cast

import aiohttp
from aiohttp import web

from server.net.guides.event_stream import EventStream
from server.net.route import Asked
from server.wire import messages as wire
from tests.server.until import until


class Said:
    """What is told, and whether it was told to its end."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.ended = self.gone = False
        self.more = asyncio.Event()

    async def all(self) -> AsyncIterator[Any]:
        try:
            for word in self.words:
                yield wire.Hushed(1, word)
            await self.more.wait()
        finally:
            self.ended = True

    async def answer(self, request: web.Request) -> web.StreamResponse:
        stream = EventStream(Asked(request, cast(Any, None), cast(Any, None)))
        await stream.begin()
        await stream.pulse()
        await stream.send({"zh": "租金"}, "words")
        with contextlib.suppress(ConnectionError):
            await stream.relay(self.all())
            return stream.answer
        self.gone = True
        return stream.answer


@contextlib.asynccontextmanager
async def served(said: Said) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/", said.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def test_events_come_in_the_shape_that_browsers_read() -> None:
    said = Said("甲", "b")
    said.more.set()
    async with served(said) as url, aiohttp.ClientSession() as reader, reader.get(url) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        told = await answer.text()
    assert told == (
        ': \n\nevent: words\ndata: {"zh":"租金"}\n\n'
        'event: hushed\ndata: {"t":"hushed","turn":1,"guide":"甲"}\n\n'
        'event: hushed\ndata: {"t":"hushed","turn":1,"guide":"b"}\n\n'
    )
    assert said.ended and not said.gone


async def test_who_goes_away_while_nothing_is_said_is_missed_at_once() -> None:
    said = Said("a")
    async with served(said) as url, aiohttp.ClientSession() as reader:
        async with reader.get(url) as answer:
            await answer.content.readline()
        answer.close()
        await until(lambda: said.gone)
        assert said.ended
