"""One's own account: name, password, sessions. And the first one of a new park."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.access.actor import OWNER, Grant
from server.errors import RequestError
from server.net.accounts.answers import own_account, session_shown
from server.net.accounts.bodies import AccountChange, FirstAccount, PasswordChange, Proof
from server.net.accounts.entering import must_have_account
from server.net.accounts.fields import Fields
from server.net.accounts.proof import is_shown, prove
from server.net.gate import session_of
from server.net.route import Asked
from server.run.accounts.account import Account
from server.run.accounts.accounts import NewAccount


def own(asked: Asked) -> Account:
    """The account of the sender; raises RequestError ``account_none``."""
    return asked.park.accounts.get(must_have_account(asked))


async def get_account(asked: Asked) -> web.Response:
    """One's own account."""
    return web.json_response(own_account(asked.park, own(asked)))


async def post_account(asked: Asked) -> web.Response:
    """Make the first operator's account: whoever holds the machine may, and once."""
    body: FirstAccount = asked.body
    if asked.actor.id != OWNER.id:
        raise RequestError("forbidden")
    fields = Fields(asked)
    name, email = fields.name(body.name), fields.email(body.email)
    password = await fields.password(body.password, body.name, body.email)
    fields.settle()
    grants = frozenset({Grant("operator")})
    new = NewAccount("staff", name, grants, email, "", body.lang, password)
    account = await asked.park.accounts.add(new, OWNER.id, first=True)
    return web.json_response(own_account(asked.park, account), status=201)


async def patch_account(asked: Asked) -> web.Response:
    """Change one's name, language or phone number."""
    body: AccountChange = asked.body
    account, fields, seal = own(asked), Fields(asked), asked.park.vault.seal
    changes: dict[str, Any] = {}
    if body.name is not None:
        changes["name"] = seal(account.id, fields.name(body.name))
    if body.lang is not None:
        changes["lang"] = body.lang
    if body.phone is not None:
        await prove(asked, account, body.proof)  # codes that let in are sent there
        phone = fields.phone(body.phone)
        changes["phone"] = seal(account.id, phone) if phone else ""
        changes["phone_index"] = asked.park.accounts.index(phone) if phone else None
    fields.settle()
    changed = await asked.park.accounts.change(account.id, **changes)
    return web.json_response(own_account(asked.park, changed))


async def put_password(asked: Asked) -> web.Response:
    """Choose a new password: every other session ends."""
    body: PasswordChange = asked.body
    account, office = own(asked), asked.park.office
    if not account.stored.password:
        await prove(asked, account, None)
    elif not await is_shown(asked, account, Proof(password=body.current)):
        raise RequestError("proof_due")
    fields = Fields(asked)
    email = asked.park.accounts.email(account)
    password = await fields.password(body.password, account.name, email)
    fields.settle()
    now = asked.park.clock.now()
    changed = await asked.park.accounts.change(account.id, password=password, password_at=now)
    await asked.park.sessions.end_all(account.id, session_of(asked.request))
    office.postbox.tell(changed, "password")
    return web.json_response(own_account(asked.park, changed))


async def get_sessions(asked: Asked) -> web.Response:
    """One's own sessions."""
    sessions = asked.park.sessions
    present = sessions.session(session_of(asked.request))
    shown = [session_shown(s, present.id if present else "") for s in sessions.of(asked.actor.id)]
    return web.json_response({"sessions": shown})


async def delete_session(asked: Asked) -> web.Response:
    """End one of one's own sessions."""
    id = asked.request.match_info["session"]
    if not await asked.park.sessions.end_one(asked.actor.id, id):
        raise RequestError("session_unknown")
    return web.Response(status=204)


async def delete_sessions(asked: Asked) -> web.Response:
    """End all of one's own sessions but this."""
    ended = await asked.park.sessions.end_all(asked.actor.id, session_of(asked.request))
    return web.json_response({"ended": ended})
