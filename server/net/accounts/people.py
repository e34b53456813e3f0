"""People over HTTP: who has an account, what they may do, and the end of it."""

from __future__ import annotations

from aiohttp import web

from server.errors import RequestError
from server.net.accounts.answers import grants_meant, person, session_shown
from server.net.accounts.bodies import PersonChange
from server.net.accounts.fields import Fields
from server.net.accounts.recovery import PAGE
from server.net.route import Asked
from server.run.accounts.account import Account
from server.run.accounts.letters import recovery
from server.run.accounts.recovery import LINK_SECONDS
from server.store.doing import note


def _named(asked: Asked) -> Account:
    return asked.park.accounts.get(asked.request.match_info["person"])


async def get_people(asked: Asked) -> web.Response:
    """Accounts; with ``email``, the one that has this address."""
    accounts, query = asked.park.accounts, asked.request.query
    found = list(accounts)
    if "email" in query:
        one = accounts.find(query["email"])
        found = [one] if one else []
    kind = query.get("kind")
    shown = [person(asked.park, a, asked.actor) for a in found if kind in (None, a.kind)]
    return web.json_response({"people": shown})


async def get_person(asked: Asked) -> web.Response:
    """One account."""
    return web.json_response(person(asked.park, _named(asked), asked.actor))


async def patch_person(asked: Asked) -> web.Response:
    """Change somebody's name, roles or state."""
    body: PersonChange = asked.body
    account, office, fields = _named(asked), asked.park.office, Fields(asked)
    name = fields.name(body.name) if body.name is not None else None
    fields.grants(body.grants or ())
    fields.settle()
    note(before=_rights(account))
    if body.grants is not None:
        await office.regrant(asked.actor, account.id, grants_meant(body.grants))
    if body.state is not None and body.state != account.state:
        await office.set_state(asked.actor, account.id, body.state)
    if name is not None:
        await office.rename(asked.actor, account.id, name)
    return web.json_response(person(asked.park, _named(asked), asked.actor))


async def delete_person(asked: Asked) -> web.Response:
    """Take an account away, with everything that opens doors in its name."""
    account = _named(asked)
    note(before=_rights(account))
    await asked.park.office.remove(asked.actor, account.id)
    await asked.park.privacy.erase(account.id, asked.actor.id)
    return web.Response(status=204)


async def get_person_sessions(asked: Asked) -> web.Response:
    """Somebody's living sessions."""
    sessions = asked.park.sessions.of(_named(asked).id)
    return web.json_response({"sessions": [session_shown(s, "") for s in sessions]})


async def delete_person_sessions(asked: Asked) -> web.Response:
    """Sign somebody out everywhere; with ``session``, of that one alone."""
    account, id = _named(asked), asked.request.query.get("session")
    asked.park.office.must_handle(asked.actor, account)
    if id is None:
        return web.json_response({"ended": await asked.park.sessions.end_all(account.id)})
    if not await asked.park.sessions.end_one(account.id, id):
        raise RequestError("session_unknown")
    return web.json_response({"ended": 1})


async def post_recover(asked: Asked) -> web.Response:
    """Take somebody's password and second factors away, and give them a link for new ones."""
    office, account = asked.park.office, _named(asked)
    account, secret = await office.recovery.reset(asked.actor, account.id)
    url, to = asked.park.address + PAGE + secret, asked.park.accounts.email(account)
    if to:
        office.postbox.post(recovery(to, account.stored.lang, url, account.id))
    answer = {"url": url, "seconds": int(LINK_SECONDS), "sent": bool(to)}
    return web.json_response(answer, status=201)


def _rights(account: Account) -> dict[str, object]:
    grants = [[g.role, g.hall, g.enterprise] for g in sorted(account.grants)]
    return {"state": account.state, "grants": grants}
