"""Signing in by every way that shows a secret, and out."""

from __future__ import annotations

import ipaddress

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Actor
from server.errors import RequestError
from server.net.accounts.answers import session_answer
from server.net.accounts.bodies import SignInBody
from server.net.accounts.entering import (
    drop_cookies,
    end_present,
    enter,
    enter_by_link,
    session_of_asker,
)
from server.net.gate import LOCAL, address_of, cookie_of, secure, session_of
from server.net.route import Asked
from server.run.accounts import letters
from server.run.secrets import csrf_token
from server.run.sessions import LINK_SECONDS


def from_this_machine(request: web.Request) -> bool:
    """True for a request over loopback or through the unix socket."""
    try:
        return ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return bool(request.app.get(LOCAL, False))


def is_forwarded(request: web.Request) -> bool:
    """True when a proxy says that it speaks for somebody else."""
    return any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))


async def open_session(asked: Asked, key: str, answer: web.Response) -> tuple[Actor, str]:
    """Turn the secret of a one-time link into a session cookie on this answer.

    Raises RequestError ``link_insecure`` (plain HTTP from another machine), ``link_refused``.
    """
    if not (secure(asked.request) or from_this_machine(asked.request)):
        raise RequestError("link_insecure")
    return await enter_by_link(asked, key, answer)


async def post_session(asked: Asked) -> web.Response:
    """Sign in, by whichever way the body shows."""
    body: SignInBody = asked.body
    address, signing = address_of(asked.request), asked.park.office.signing
    match body:
        case SignInBody(token=str() as token):
            answer = web.Response(content_type="application/json")
            actor, secret = await open_session(asked, token, answer)
            told = web.json_response(session_answer(asked.park, actor, csrf_token(secret)))
            answer.body = told.body
            return answer
        case SignInBody(email=str() as email, password=str() as password):
            return await enter(asked, await signing.by_password(email, password, address))
        case SignInBody(step=str() as step, code=str() as code):
            return await enter(asked, await signing.by_step(step, code, address))
        case SignInBody(address=str() as to, code=str() as code):
            return await enter(asked, await signing.by_code(to, code, address))
    raise RequestError("invalid", [Finding("", "sign_in_way")])


async def post_codes(asked: Asked) -> web.Response:
    """Send a one-time code; the answer is the same whether anybody has the address."""
    office, address = asked.park.office, asked.body.address
    index = asked.park.accounts.index(address)
    code = office.codes.make(index)
    account = asked.park.accounts.find(address)
    if account is not None and account.state != "suspended":
        opened = asked.park.accounts.email if "@" in address else asked.park.accounts.phone
        letter = letters.sign_in_code(opened(account), account.stored.lang, code, account.id)
        office.postbox.post(letter)
    return web.Response(status=204)


async def get_session(asked: Asked) -> web.Response:
    """Who the sender is."""
    return session_of_asker(asked)


async def delete_session(asked: Asked) -> web.Response:
    """Sign out: the session ends for good."""
    shown = session_of(asked.request)
    if shown and shown != cookie_of(asked.request):
        await asked.park.sessions.end(shown)
    await end_present(asked)
    answer = web.Response(status=204)
    drop_cookies(asked, answer)
    return answer


async def post_link(asked: Asked) -> web.Response:
    """Make a one-time operator link."""
    secret = await asked.park.sessions.make_link()
    url = f"{asked.park.address}/operator?key={secret}"
    return web.json_response({"url": url, "seconds": LINK_SECONDS}, status=201)
