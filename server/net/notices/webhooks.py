"""Endpoints of webhooks and robots over HTTP."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.net.route import Asked
from server.run.notices.events import EVENTS
from server.store.notice_records import StoredEndpoint


def endpoint_answer(
    asked: Asked, endpoint: StoredEndpoint, secret: str | None = None
) -> dict[str, Any]:
    """An endpoint as the API tells of it: its address and secret are not among it."""
    names = ("id", "kind", "title", "shown", "events", "state", "author", "at")
    told = {name: getattr(endpoint, name) for name in names}
    until = asked.park.notices.endpoints.older_until(endpoint.id)
    return {**told, "older_until": until, "secret": secret}


def event_answers() -> list[dict[str, Any]]:
    """Every event."""
    return [
        {"name": name, "words": {"zh": row.zh, "en": row.en}, "data": list(row.data)}
        for name, row in EVENTS.items()
    ]


async def get_endpoints(asked: Asked) -> web.Response:
    """Every endpoint, and every event there is."""
    known = asked.park.notices.endpoints.all()
    return web.json_response(
        {"endpoints": [endpoint_answer(asked, each) for each in known], "events": event_answers()}
    )


async def post_endpoint(asked: Asked) -> web.Response:
    """Set one up. Its secret stands in this answer alone."""
    new = asked.body
    made, secret = await asked.park.notices.endpoints.add(
        new.kind, new.title, new.url.strip(), new.secret.strip(), new.events, asked.actor.id
    )
    told = secret if made.kind == "webhook" else None
    headers = {"Location": f"/api/v1/webhooks/{made.id}"}
    return web.json_response(endpoint_answer(asked, made, told), status=201, headers=headers)


async def patch_endpoint(asked: Asked) -> web.Response:
    """Change one, switch it on or off."""
    changes = asked.body.model_dump(exclude_unset=True, exclude_none=True)
    changed = await asked.park.notices.endpoints.change(_id(asked), **changes)
    return web.json_response(endpoint_answer(asked, changed))


async def delete_endpoint(asked: Asked) -> web.Response:
    """Take one away; what was on its way to it is stopped."""
    await asked.park.notices.endpoints.remove(_id(asked))
    return web.Response(status=204)


async def post_secret(asked: Asked) -> web.Response:
    """Give a webhook another secret; the one before it counts for a day."""
    secret = await asked.park.notices.endpoints.rotate(_id(asked))
    changed = asked.park.notices.endpoints.get(_id(asked))
    return web.json_response(endpoint_answer(asked, changed, secret))


async def post_ping(asked: Asked) -> web.Response:
    """Send it a test event."""
    return web.json_response({"id": await asked.park.notices.ping(_id(asked))}, status=202)


def _id(asked: Asked) -> str:
    return asked.request.match_info["endpoint"]
