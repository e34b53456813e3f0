"""Tells webhooks of requests that were answered well."""

from __future__ import annotations

from aiohttp import web

from server.log import logger
from server.net.route import Asked
from server.run.notices.events import AFTER, EVENTS
from server.store.errors import StoreError

log = logger("net")


async def announce(asked: Asked, answer: web.StreamResponse) -> None:
    """Tell of it, when it is an event; that it could not be told fails no request."""
    name = AFTER.get((asked.route.method, asked.route.path))
    if name is None or answer.status >= 400:
        return
    parts = asked.request.match_info
    data = {key: parts[key] for key in EVENTS[name].data if key in parts}
    try:
        await asked.park.notices.event(name, data)
    except StoreError as error:
        log.error("event_untold", name=name, code=error.code)
