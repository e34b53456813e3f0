"""What staff see and do about personal data: the register, requests, retention, keys."""

from __future__ import annotations

from aiohttp import web

from server.net.privacy.copies import send_copy
from server.net.privacy.own import is_account, request_told
from server.net.route import Asked
from server.run.privacy.purposes import PURPOSES
from server.run.privacy.register import BASES, OUTSIDE, REGISTER


async def get_register(asked: Asked) -> web.Response:
    """Every table that tells of people, and why."""
    tables = [
        {
            "table": name,
            "purpose": entry.purpose._asdict(),
            "basis": BASES[entry.basis]._asdict(),
            "kept": entry.kept._asdict(),
            "erased": entry.erase,
            "sealed": list(entry.sealed),
            "plain": [*entry.plain, *entry.person],
        }
        for name, entry in REGISTER.items()
    ]
    outside = [words._asdict() for words in OUTSIDE]
    people = len(asked.park.accounts)
    return web.json_response({"tables": tables, "outside": outside, "people": people})


async def get_retention(asked: Asked) -> web.Response:
    """How long what is kept, and what the last round took away."""
    retention = asked.park.privacy.retention
    last = await retention.last() or {}
    taken = last.get("taken", {})
    rules = [
        {
            "table": rule.table,
            "words": rule.words._asdict(),
            "days": rule.days,
            "taken": taken.get(f"{rule.table}.{rule.column}", 0),
        }
        for rule in (*retention.rules, retention.audit_rule)
    ]
    return web.json_response({"rules": rules, "at": last.get("at")})


async def post_round(asked: Asked) -> web.Response:
    """Take away now what is over."""
    await asked.park.privacy.enforce()
    await asked.park.privacy.retention.round()
    return await get_retention(asked)


async def get_requests(asked: Asked) -> web.Response:
    """What people have asked about their data, the most urgent first."""
    found = await asked.park.archive.privacy.requests()
    return web.json_response({"requests": [request_told(asked, each) for each in found]})


async def post_answer(asked: Asked) -> web.Response:
    """Close a request."""
    id, by = asked.request.match_info["request"], asked.actor.id
    ended = await asked.park.privacy.answer(id, asked.body.state, by)
    return web.json_response(request_told(asked, ended))


async def get_consent_counts(asked: Asked) -> web.Response:
    """How many agree to what."""
    counts = await asked.park.archive.privacy.consent_counts()
    purposes = [
        {
            "purpose": name,
            "words": known.words._asdict(),
            "apart": known.apart,
            "standing": counts.get(name, (0, 0))[0],
            "withdrawn": counts.get(name, (0, 0))[1],
        }
        for name, known in PURPOSES.items()
    ]
    return web.json_response({"purposes": purposes})


async def get_person_export(asked: Asked) -> web.StreamResponse:
    """Everything that is known of somebody, to answer their request."""
    return await send_copy(asked, asked.request.match_info["person"])


async def delete_person(asked: Asked) -> web.Response:
    """Delete somebody for good, to answer their request."""
    await asked.park.privacy.erase(asked.request.match_info["person"], asked.actor.id)
    return web.Response(status=204)


async def get_vault(asked: Asked) -> web.Response:
    """How many people have keys."""
    vault = asked.park.vault
    # Invitations and receivers of notices have keys too, which go without anybody's wish.
    erased = sum(1 for person in vault.destroyed() if is_account(person))
    return web.json_response({"people": len(vault), "destroyed": erased})


async def post_rotation(asked: Asked) -> web.Response:
    """Wrap every key by a new master key."""
    asked.park.vault.rotate()
    return await get_vault(asked)
