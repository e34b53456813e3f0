"""The applicants' door: a code to an address, and with it an account and a draft."""

from __future__ import annotations

from aiohttp import web

from server.net.accounts.entering import answer_of
from server.net.gate import address_of
from server.net.registration.bodies import SignUp, SignUpCode
from server.net.route import Asked


async def post_code(asked: Asked) -> web.Response:
    """Send a code; the answer is the same whoever has the address."""
    body: SignUpCode = asked.body
    asked.park.registry.signup.send_code(body.address, body.lang)
    return web.Response(status=204)


async def post_account(asked: Asked) -> web.Response:
    """Make the account of an address, or open it; either way one is in and has an application."""
    body: SignUp = asked.body
    entered = await asked.park.registry.signup.enter(
        body.address, body.code, body.name, body.consents, body.lang, address_of(asked.request)
    )
    return await answer_of(asked, entered.account.id, "code", application=entered.application)
