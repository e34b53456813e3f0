"""Pairing a headset over HTTP (RFC 8628)."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from server.access.actor import OWNER
from server.access.household import household
from server.net.accounts.answers import session_answer
from server.net.accounts.entering import answer_of, end_present, set_cookies
from server.net.accounts.own_address import own_address
from server.net.gate import address_of
from server.net.route import Asked
from server.outside.qr import rows_qr
from server.run.accounts.pairing import Pairing, shown
from server.run.secrets import csrf_token

BY: Final = "pairing"


async def post_pairing(asked: Asked) -> web.Response:
    """A headset begins: what it is to show, and the secret by which it asks."""
    park, request = asked.park, asked.request
    agent = request.headers.get("User-Agent", "")[:200]
    secret, pairing = park.ways.pairings.begin(agent, household(address_of(request)))
    place = f"{own_address(asked)}/pair"
    whole = f"{place}?code={shown(pairing.code)}"
    answer = {
        "device_code": secret,
        "user_code": shown(pairing.code),
        "verification_uri": place,
        "verification_uri_complete": whole,
        "expires_in": int(pairing.expires - pairing.begun),
        "interval": int(pairing.interval),
        "qr": list(rows_qr(whole)),
    }
    return web.json_response(answer, status=201)


async def post_token(asked: Asked) -> web.Response:
    """The headset asks whether somebody said yes; then it is signed in."""
    pairing = asked.park.ways.pairings.ask(asked.body.device_code)
    if pairing.account == OWNER.id:
        return await _as_owner(asked)
    return await answer_of(asked, pairing.account, BY, strong=True)


async def get_pairing(asked: Asked) -> web.Response:
    """Which headset a code belongs to."""
    pairing = asked.park.ways.pairings.look(asked.request.match_info["code"], asked.actor.id)
    return web.json_response(_shown(asked, pairing))


async def post_decision(asked: Asked) -> web.Response:
    """Let it in as oneself, or turn it away."""
    code, approve = asked.request.match_info["code"], asked.body.approve
    pairing = asked.park.ways.pairings.decide(code, asked.actor.id, approve=approve)
    return web.json_response(_shown(asked, pairing))


async def get_pair_page(asked: Asked) -> web.Response:
    """The short address that a headset shows leads to the page of the desk."""
    # As it came: decoded, a line break in it would stand in the header.
    query = asked.request.rel_url.raw_query_string
    return web.Response(status=303, headers={"Location": f"/desk/pair{query and '?' + query}"})


async def _as_owner(asked: Asked) -> web.Response:
    """Whoever confirmed came by the operator's link and has no account."""
    sessions, request = asked.park.sessions, asked.request
    agent, address = request.headers.get("User-Agent", ""), address_of(request)
    secret, seconds = await sessions.open(OWNER.id, BY, agent, address)
    await end_present(asked)
    told = session_answer(asked.park, sessions.actor(secret), csrf_token(secret))
    answer = web.json_response(told)
    set_cookies(asked, answer, secret, seconds)
    return answer


def _shown(asked: Asked, pairing: Pairing) -> dict[str, Any]:
    near = household(address_of(asked.request)) == pairing.address
    return {
        "user_code": shown(pairing.code),
        "device": pairing.agent,
        "asked": pairing.begun,
        "expires": pairing.expires,
        "near": near,
    }
