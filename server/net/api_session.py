"""Signing in by a one-time operator link, and out."""

from __future__ import annotations

import ipaddress
from typing import Any

from aiohttp import web

from server.access.actor import OWNER, Actor
from server.errors import RequestError
from server.net.gate import LOCAL, cookie_name, session_of
from server.net.route import Asked
from server.run.sessions import LINK_SECONDS


def from_this_machine(request: web.Request) -> bool:
    """True for a request over loopback or through the unix socket."""
    try:
        return ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return bool(request.app.get(LOCAL, False))


def is_forwarded(request: web.Request) -> bool:
    """True when a proxy says that it speaks for somebody else."""
    return any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))


async def open_session(asked: Asked, key: str, answer: web.Response) -> None:
    """Turn the secret of a one-time link into a session cookie on this answer.

    Raises RequestError ``link_insecure`` (plain HTTP from another machine), ``link_refused``.
    """
    request = asked.request
    if not (request.secure or from_this_machine(request)):
        raise RequestError("link_insecure")
    opened = await asked.park.sessions.redeem(key[:256])
    if opened is None:
        raise RequestError("link_refused")
    secret, seconds = opened
    answer.set_cookie(
        cookie_name(secure=request.secure),
        secret,
        max_age=seconds,
        path="/",
        httponly=True,
        secure=request.secure,
        samesite="Strict",
    )


async def post_session(asked: Asked) -> web.Response:
    """Sign in. The link works once."""
    answer = web.json_response(session_answer(OWNER))
    await open_session(asked, asked.body.token, answer)
    return answer


def session_answer(actor: Actor) -> dict[str, Any]:
    """Who somebody is and what they may do, as ``SessionAnswer``."""
    return {
        "id": actor.id,
        "name": actor.name,
        "role": actor.role,
        "may": sorted(actor.actions()),
    }


async def get_session(asked: Asked) -> web.Response:
    """Who the sender is."""
    return web.json_response(session_answer(asked.actor))


async def delete_session(asked: Asked) -> web.Response:
    """Sign out: the session ends for good."""
    session = session_of(asked.request)
    if session:
        await asked.park.sessions.end(session)
    answer = web.Response(status=204)
    answer.del_cookie(cookie_name(secure=asked.request.secure), path="/")
    return answer


async def post_link(asked: Asked) -> web.Response:
    """Make a one-time operator link."""
    secret = await asked.park.sessions.make_link()
    url = f"{asked.park.address}/operator?key={secret}"
    return web.json_response({"url": url, "seconds": LINK_SECONDS}, status=201)
