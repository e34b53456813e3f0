"""Server-sent events (WHATWG HTML, section 9.2) that end when nobody reads them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Final

import msgspec
from aiohttp import web

from server.net.route import Asked

LOOK_SECONDS: Final = 0.2
"""How soon it is noticed that a reader has gone."""
PULSE_SECONDS: Final = 15.0
"""How long nothing is said before a comment shows that the line is alive."""
UNREAD_SECONDS: Final = 30.0
"""How long one event may wait for its reader."""
LONGEST_SECONDS: Final = 3600.0
"""After which a stream is ended; a browser's ``EventSource`` begins it anew by itself."""
HEADERS: Final = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class EventStream:
    """An answer that goes on. Nothing here waits for a reader for long."""

    def __init__(self, asked: Asked) -> None:
        self._request = asked.request
        self.answer = web.StreamResponse(headers=HEADERS)

    async def begin(self) -> None:
        """Send the head."""
        await self.answer.prepare(self._request)

    async def send(self, data: Any, event: str = "") -> None:
        """One event, as JSON; raises ConnectionError when its reader is gone or reads nothing."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        await self._write((f"event: {event}\n" if event else "") + f"data: {text}\n\n")

    async def tell(self, message: msgspec.Struct) -> None:
        """One message of the live socket, as JSON under its own name."""
        tag = str(message.__struct_config__.tag)
        await self._write(f"event: {tag}\ndata: {msgspec.json.encode(message).decode()}\n\n")

    async def relay(self, messages: AsyncIterator[msgspec.Struct]) -> None:
        """Tell every message as it comes; raises ConnectionError as soon as its reader is gone."""
        while True:
            coming = asyncio.ensure_future(anext(messages, None))
            await self._while_read(coming)
            message = await coming
            if message is None:
                return
            await self.tell(message)

    async def _while_read(self, coming: asyncio.Future[Any]) -> None:
        """Wait for the next message, for as long as somebody waits for it too."""
        waited = 0.0
        try:
            while not (await asyncio.wait({coming}, timeout=LOOK_SECONDS))[0]:
                if self.is_gone:
                    raise ConnectionResetError("the reader is gone")
                waited += LOOK_SECONDS
                if waited % PULSE_SECONDS < LOOK_SECONDS:
                    await self.pulse()
        except BaseException:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)
            raise

    @property
    def is_gone(self) -> bool:
        """Whether the reader has closed the line; nothing else tells while nothing is written."""
        transport = self._request.transport
        return transport is None or transport.is_closing()

    async def pulse(self) -> None:
        """A comment, by which a proxy sees that the line is in use."""
        await self._write(": \n\n")

    async def _write(self, text: str) -> None:
        try:
            async with asyncio.timeout(UNREAD_SECONDS):
                await self.answer.write(text.encode())
        except TimeoutError:
            raise ConnectionResetError("nobody reads") from None
