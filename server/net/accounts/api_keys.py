"""API keys over HTTP."""

from __future__ import annotations

from aiohttp import web

from server.net.accounts.answers import key_answer
from server.net.accounts.bodies import KeyNew
from server.net.accounts.fields import Fields
from server.net.route import Asked

DAY = 86_400.0


async def get_keys(asked: Asked) -> web.Response:
    """One's own keys; with ``of=all`` everybody's, for whoever may manage them."""
    everybodys = asked.request.query.get("of") == "all" and asked.actor.may("key.manage")
    keys = asked.park.office.keys.of(None if everybodys else asked.actor.id)
    return web.json_response({"keys": [key_answer(asked.park, key) for key in keys]})


async def post_key(asked: Asked) -> web.Response:
    """Make a key for oneself; its secret is shown this once."""
    body: KeyNew = asked.body
    fields = Fields(asked)
    name = fields.name(body.name)
    fields.settle()
    expires = None if body.days is None else asked.park.clock.now() + body.days * DAY
    key, secret = await asked.park.office.keys.make(asked.actor, name, body.scopes, expires)
    answer = {"key": key_answer(asked.park, key), "secret": secret}
    return web.json_response(answer, status=201)


async def delete_key(asked: Asked) -> web.Response:
    """Take a key away: one's own, or anybody's for whoever may manage them."""
    owner = None if asked.actor.may("key.manage") else asked.actor.id
    await asked.park.office.keys.revoke(asked.request.match_info["api_key"], owner)
    return web.Response(status=204)
