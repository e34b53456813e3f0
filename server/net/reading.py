"""Bodies come whole, within a size and in time, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from aiohttp import web

from server.errors import RequestError

STALL_SECONDS: Final = 30.0
"""How long nothing of a body may come."""
WINDOW_SECONDS: Final = 60.0
LEAST_BYTES: Final = 16 * 1024
"""What must come of a long body in each window: no network that people use is slower."""


async def read_body(request: web.Request, most: int, seconds: float | None = None) -> bytes:
    """The body, within ``seconds`` in all if these are given.

    Raises RequestError ``too_large``, ``body_late``.
    """
    if (request.content_length or 0) > most:
        raise RequestError("too_large")
    data = bytearray()
    try:
        async with asyncio.timeout(seconds):
            while piece := await _next_piece(request):
                data += piece
                if len(data) > most:
                    raise RequestError("too_large")
    except TimeoutError:
        raise RequestError("body_late") from None
    return bytes(data)


async def _next_piece(request: web.Request) -> bytes:
    async with asyncio.timeout(STALL_SECONDS):
        return await request.content.readany()


async def pieces(request: web.Request) -> AsyncIterator[bytes]:
    """A body of any length as it comes; raises RequestError ``body_late`` when it hardly does."""
    loop = asyncio.get_running_loop()
    window, heard = loop.time(), 0
    try:
        while piece := await _next_piece(request):
            heard += len(piece)
            yield piece
            if loop.time() - window > WINDOW_SECONDS:
                if heard < LEAST_BYTES:
                    raise RequestError("body_late")
                window, heard = loop.time(), 0
    except TimeoutError:
        raise RequestError("body_late") from None
