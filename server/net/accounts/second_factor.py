"""One's own authenticator and recovery codes."""

from __future__ import annotations

from aiohttp import web

from server.errors import RequestError
from server.net.accounts.account import own
from server.net.accounts.answers import own_account
from server.net.accounts.proof import prove
from server.net.api_park import park_name
from server.net.gate import LANG
from server.net.route import Asked
from server.outside.qr import svg_qr


async def post_totp(asked: Asked) -> web.Response:
    """Begin to set up an authenticator: nothing changes until a code of it is shown."""
    account = own(asked)
    await prove(asked, account, asked.body)
    name = await park_name(asked.park)
    park = name["en" if asked.request[LANG] == "en" else "zh"]
    secret, uri = asked.park.office.second_factor.begin(account.id, park)
    return web.json_response({"secret": secret, "uri": uri, "qr": svg_qr(uri)})


async def put_totp(asked: Asked) -> web.Response:
    """The authenticator is set up; new recovery codes."""
    codes = await asked.park.office.second_factor.confirm(own(asked).id, asked.body.code)
    return web.json_response({"codes": list(codes)})


async def post_totp_removal(asked: Asked) -> web.Response:
    """Take the authenticator away; staff keep one second factor at least."""
    account, settings = own(asked), asked.park.settings
    if settings.require_second_factor and account.kind == "staff" and not account.passkeys:
        raise RequestError("last_second_factor")
    await prove(asked, account, asked.body)
    await asked.park.office.second_factor.remove(account.id)
    return web.json_response(own_account(asked.park, own(asked)))


async def post_recovery_codes(asked: Asked) -> web.Response:
    """Ten new recovery codes; those before are worth nothing now."""
    account = own(asked)
    if not account.factors:
        raise RequestError("second_factor_due")
    await prove(asked, account, asked.body)
    codes = await asked.park.office.second_factor.new_codes(account.id)
    asked.park.office.postbox.tell(account, "codes")
    return web.json_response({"codes": list(codes)})
