"""Passkeys over HTTP: making, listing, renaming, removing them, and signing in."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.errors import RequestError
from server.net.accounts.entering import answer_of, must_have_account
from server.net.accounts.fields import Fields
from server.net.accounts.own_address import party_of
from server.net.accounts.proof import prove
from server.net.gate import LANG
from server.net.route import Asked
from server.run.accounts.account import Account
from server.run.accounts.passkeys import Begun
from server.run.secrets import fingerprint
from server.store.identity_records import Passkey


async def get_passkeys(asked: Asked) -> web.Response:
    """One's own passkeys."""
    account = must_have_account(asked)
    kept = await asked.park.ways.passkeys.of(account)
    return web.json_response({"passkeys": [_shown(each) for each in kept]})


async def post_options(asked: Asked) -> web.Response:
    """Begin to make one; who does must be who signed in."""
    account = must_have_account(asked)
    await prove(asked, asked.park.accounts.get(account), asked.body)
    party = await party_of(asked)
    return _begun(await asked.park.ways.passkeys.begin_making(party, account, _who(asked, account)))


async def post_passkey(asked: Asked) -> web.Response:
    """Keep the one that an authenticator made."""
    account, body, ways = must_have_account(asked), asked.body, asked.park.ways
    made = ways.passkeys.made(await party_of(asked), body.id, account, body.credential)
    kept = await ways.passkeys.keep(made, account, body.name)
    await ways.count(account)
    asked.park.office.postbox.tell(asked.park.accounts.get(account), "passkey_on")
    return web.json_response(_shown(kept), status=201)


async def patch_passkey(asked: Asked) -> web.Response:
    """Call one something else."""
    account, id = must_have_account(asked), asked.request.match_info["passkey"]
    await asked.park.ways.passkeys.rename(account, id, asked.body.name)
    kept = await asked.park.ways.passkeys.of(account)
    return web.json_response(_shown(next(each for each in kept if each.credential == id)))


async def delete_passkey(asked: Asked) -> web.Response:
    """Forget one, but not the last way in, nor the last second factor of staff."""
    account_id, id = must_have_account(asked), asked.request.match_info["passkey"]
    ways, account = asked.park.ways, asked.park.accounts.get(account_id)
    kept = await ways.passkeys.of(account_id)
    if not any(each.credential != id for each in kept):
        await _must_have_another_way(asked, account)
    await prove(asked, account, asked.body)
    await ways.passkeys.remove(account_id, id)
    await ways.count(account_id)
    asked.park.office.postbox.tell(account, "passkey_off")
    return web.Response(status=204)


async def _must_have_another_way(asked: Asked, account: Account) -> None:
    due = asked.park.settings.require_second_factor and account.kind == "staff"
    if due and not account.stored.totp:
        raise RequestError("last_second_factor")
    if not account.stored.password and not await asked.park.ways.oidc.linked(account.id):
        raise RequestError("last_credential")


async def post_session_options(asked: Asked) -> web.Response:
    """Begin to sign in."""
    return _begun(asked.park.ways.passkeys.begin_signing(await party_of(asked)))


async def post_session_passkey(asked: Asked) -> web.Response:
    """Sign in by a passkey, which is two factors in one."""
    party, body = await party_of(asked), asked.body
    account = await asked.park.ways.passkeys.account(party, body.id, body.credential)
    return await answer_of(asked, account, "passkey", strong=True)


async def post_invitation_options(asked: Asked) -> web.Response:
    """Begin to accept an invitation with a passkey."""
    secret = asked.request.match_info["secret"]
    await asked.park.office.invitations.find(secret)
    party = await party_of(asked)
    whose = _invited(secret)
    return _begun(await asked.park.ways.passkeys.begin_making(party, whose, asked.body.name))


async def post_invitation_passkey(asked: Asked) -> web.Response:
    """Accept an invitation with the passkey that was made, and sign in."""
    secret, body, park = asked.request.match_info["secret"], asked.body, asked.park
    invitation = await park.office.invitations.find(secret)
    name, email = _checked(asked, invitation.email or body.email)
    made = park.ways.passkeys.made(
        await party_of(asked), body.id, _invited(secret), body.credential
    )
    await park.ways.passkeys.must_be_new(made)
    account = await park.office.invitations.accept(secret, name, email, "", body.lang)
    await park.ways.passkeys.keep(made, account.id, body.passkey_name)
    await park.ways.count(account.id)
    return await answer_of(asked, account.id, "passkey", strong=True)


def _checked(asked: Asked, address: str) -> tuple[str, str]:
    """The name, and the e-mail address if there is one, in the form in which they are kept."""
    fields = Fields(asked)
    name, email = fields.name(asked.body.name), fields.email(address) if address else ""
    fields.settle()
    if email and asked.park.accounts.find(email) is not None:
        raise RequestError("account_exists")
    return name, email


def _invited(secret: str) -> str:
    return f"invitation {fingerprint(secret)}"


def _who(asked: Asked, account: str) -> str:
    known = asked.park.accounts.get(account)
    fallback = "我的账号" if asked.request[LANG] == "zh-CN" else "My account"
    return asked.park.accounts.email(known) or known.name or fallback


def _begun(begun: Begun) -> web.Response:
    return web.json_response({"id": begun.id, "options": begun.options})


def _shown(kept: Passkey) -> dict[str, Any]:
    return {
        "id": kept.credential,
        "name": kept.name,
        "synced": kept.synced,
        "model": kept.model,
        "transports": list(kept.transports),
        "created": kept.created,
        "used": kept.used,
    }
