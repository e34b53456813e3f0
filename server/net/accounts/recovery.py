"""A lost password over HTTP."""

from __future__ import annotations

from aiohttp import web

from server.net.accounts.entering import answer_of
from server.net.accounts.fields import Fields
from server.net.route import Asked
from server.run.accounts.addresses import hint_of

PAGE = "/desk/recovery/"
"""Where a link leads; the secret follows."""


async def post_recovery(asked: Asked) -> web.Response:
    """Have a link sent; the answer is the same for an address that nobody has."""
    asked.park.office.recovery.ask(asked.body.email, asked.park.address + PAGE)
    return web.Response(status=204)


async def get_recovery(asked: Asked) -> web.Response:
    """Whether a link still works."""
    account = await asked.park.office.recovery.whose(asked.request.match_info["token"])
    email = asked.park.accounts.email(account)
    return web.json_response({"hint": hint_of(email) if email else account.name})


async def post_new_password(asked: Asked) -> web.Response:
    """Choose a new password by the link, and sign in by it."""
    office, token = asked.park.office, asked.request.match_info["token"]
    account = await office.recovery.whose(token)
    fields = Fields(asked)
    email = asked.park.accounts.email(account)
    password = await fields.password(asked.body.password, account.name, email)
    fields.settle()
    account = await office.recovery.finish(token, password)
    return await answer_of(asked, account.id, "recovery")
