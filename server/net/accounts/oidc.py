"""Signing in through the organisation's provider, over HTTP.

The provider sends the browser back to a page of the desk, which hands the code on from there: so
the request that signs in comes from our own page, and every cookie can be strict.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from server.access.actor import Grant
from server.access.naming import clean_name
from server.access.roles import STAFF
from server.net.accounts.entering import answer_of, must_have_account, session_of_asker
from server.net.accounts.own_address import own_address
from server.net.accounts.proof import prove
from server.net.gate import LANG, secure
from server.net.route import Asked
from server.run.accounts.accounts import NewAccount
from server.run.accounts.errors import AccountError
from server.run.accounts.oidc import ERRAND_SECONDS, Proven, Wish
from server.store.accounts_records import Kind

RETURN: Final = "/desk/oidc"
BY: Final = "oidc"
NAMELESS: Final = {"zh-CN": "新同事", "en": "New colleague"}


def _cookie(asked: Asked) -> str:
    return "__Host-lingjing-oidc" if secure(asked.request) else "lingjing-oidc"


async def post_begin(asked: Asked) -> web.Response:
    """Where to go, and a cookie that only this browser has."""
    body, subject = asked.body, ""
    if body.purpose == "link":
        subject = must_have_account(asked)
        await prove(asked, asked.park.accounts.get(subject), body.proof)
    elif body.purpose == "invitation":
        await asked.park.office.invitations.find(body.invitation)
        subject = body.invitation
    wish = Wish(body.purpose, subject)
    sent = await asked.park.ways.oidc.begin(own_address(asked) + RETURN, wish)
    answer = web.json_response({"url": sent.url})
    answer.set_cookie(
        _cookie(asked),
        sent.binding,
        max_age=int(ERRAND_SECONDS),
        path="/",
        httponly=True,
        secure=secure(asked.request),
        samesite="Strict",
    )
    return answer


async def post_return(asked: Asked) -> web.Response:
    """The browser is back: sign in, link one's account, or accept the invitation."""
    body, oidc = asked.body, asked.park.ways.oidc
    if body.error or not body.code:
        oidc.give_up(body.state)
        raise AccountError("oidc_refused")
    binding = asked.request.cookies.get(_cookie(asked), "")
    proven = await oidc.finish(body.code, body.state, binding, body.iss)
    answer = await (_link if proven.wish.purpose == "link" else _enter)(asked, proven)
    answer.del_cookie(_cookie(asked), path="/")
    return answer


async def get_linked(asked: Asked) -> web.Response:
    """Whether one's account is linked."""
    account, oidc = must_have_account(asked), asked.park.ways.oidc
    linked = any(known.issuer == oidc.issuer for known in await oidc.linked(account))
    return web.json_response({"name": oidc.name if oidc.issuer else None, "linked": linked})


async def delete_linked(asked: Asked) -> web.Response:
    """Unlink it, but not when it is the only way in."""
    account_id, ways = must_have_account(asked), asked.park.ways
    account = asked.park.accounts.get(account_id)
    if not account.stored.password and not await ways.passkeys.of(account_id):
        raise AccountError("last_credential")
    await ways.oidc.unlink(account_id)
    return web.Response(status=204)


async def _link(asked: Asked, proven: Proven) -> web.Response:
    """Whoever went there must still be signed in here."""
    if asked.actor.id != proven.wish.subject:
        raise AccountError("oidc_expired")
    await asked.park.ways.oidc.link(proven, proven.wish.subject)
    return session_of_asker(asked)


async def _enter(asked: Asked, proven: Proven) -> web.Response:
    """Into one's account, an old or a new one; what the claims say of roles is in force then."""
    oidc = asked.park.ways.oidc
    known = await oidc.account(proven)
    if known is None:
        invited = proven.wish.purpose == "invitation"
        known = await (_invited(asked, proven) if invited else _new(asked, proven))
        await oidc.link(proven, known)
    await _follow_claims(asked, proven, known)
    return await answer_of(asked, known, BY, strong=proven.is_strong)


async def _invited(asked: Asked, proven: Proven) -> str:
    office, secret = asked.park.office, proven.wish.subject
    invitation = await office.invitations.find(secret)
    name = _name(asked, proven, invitation.name)
    lang = asked.request[LANG]
    return (await office.invitations.accept(secret, name, invitation.email, "", lang)).id


async def _new(asked: Asked, proven: Proven) -> str:
    oidc = asked.park.ways.oidc
    if not oidc.allows_new:
        raise AccountError("oidc_unknown")
    roles = oidc.roles.roles_in(proven.claims)
    kind: Kind = "staff" if roles & STAFF else "guest"
    grants = frozenset(Grant(role) for role in roles) or frozenset({Grant("investor")})
    email = proven.email if not asked.park.accounts.find(proven.email) else ""
    new = NewAccount(kind, _name(asked, proven), grants, email, "", asked.request[LANG])
    return (await asked.park.accounts.add(new, BY)).id


async def _follow_claims(asked: Asked, proven: Proven, account: str) -> None:
    oidc, accounts = asked.park.ways.oidc, asked.park.accounts
    if not oidc.roles.managed:
        return
    try:
        before = accounts.get(account).grants
    except AccountError as error:
        raise AccountError("oidc_unknown") from error
    after = oidc.roles.grants(proven.claims, before)
    if after != before:
        await accounts.regrant(account, after, BY)


def _name(asked: Asked, proven: Proven, known: str = "") -> str:
    return clean_name(known or proven.name) or NAMELESS[asked.request[LANG]]
