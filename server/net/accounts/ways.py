"""Which ways in a park has, for the page at which one signs in."""

from __future__ import annotations

from aiohttp import web

from server.errors import RequestError
from server.net.accounts.own_address import party_of
from server.net.route import Asked


async def get_ways(asked: Asked) -> web.Response:
    """Nothing here tells who has an account."""
    settings, oidc = asked.park.settings, asked.park.ways.oidc
    codes = settings.mail != "off" or settings.sms != "off"
    answer = {
        "passkey": await _has_passkeys(asked),
        "oidc": oidc.name if oidc.issuer else None,
        "codes": codes,
    }
    return web.json_response(answer)


async def _has_passkeys(asked: Asked) -> bool:
    """Not at an IP address."""
    try:
        await party_of(asked)
    except RequestError:
        return False
    return True
