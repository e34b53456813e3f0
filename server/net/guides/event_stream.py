"""Server-sent events (WHATWG HTML, section 9.2) that end when nobody reads them."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final

import msgspec
from aiohttp import web

from server.net.route import Asked

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

    async def pulse(self) -> None:
        """A comment, by which a proxy sees that the line is in use."""
        await self._write(": \n\n")

    async def _write(self, text: str) -> None:
        try:
            async with asyncio.timeout(UNREAD_SECONDS):
                await self.answer.write(text.encode())
        except TimeoutError:
            raise ConnectionResetError("nobody reads") from None
