"""Staff speak to a visitor's page between two questions, by a stream that the page opens."""

from __future__ import annotations

import asyncio

from aiohttp import web

from server.errors import RequestError
from server.net.guides.event_stream import LONGEST_SECONDS, EventStream
from server.net.guides.own import live_of
from server.net.route import Asked
from server.run.guides.private import awaits_staff


async def get_own_events(asked: Asked) -> web.StreamResponse:
    """Tell what staff say as they say it, until the talk is over or given back to the AI.

    Without content (204) when no member of staff was called: an ``EventSource`` then asks no more.
    """
    private, dialogue = asked.park.guides.private, live_of(asked)
    if not awaits_staff(dialogue) or asked.request.method == "HEAD":
        return web.Response(status=204)
    if private.between.is_full:
        raise RequestError("too_many_requests")
    heard = private.listen(dialogue)
    stream = EventStream(asked)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            await stream.begin()
            await stream.relay(heard)
    except (ConnectionError, TimeoutError):
        pass  # whoever listened has gone, or begins anew
    finally:
        await heard.aclose()
    return stream.answer
