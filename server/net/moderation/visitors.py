"""Who is here, and what moderators do about it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Actor, Thing
from server.errors import RequestError
from server.net.authors import name_of
from server.net.moderation.bodies import BlockBody, MuteBody, RemoveBody
from server.net.route import Asked
from server.run.moderation.moderation import Verdict
from server.run.moderation.subjects import outranks
from server.run.park import Park
from server.store.moderation_records import Restraint

DAY = 86_400.0
PAGE, MOST = 50, 200


async def get_presence(asked: Asked) -> web.Response:
    """Who is in the halls that the sender looks after."""
    park, actor = asked.park, asked.actor
    halls = [
        {
            "hall": one.hall,
            "name": park.hall(one.hall).editing.layers.published.hall["name"],
            "people": [
                {**asdict(person), "may": _may(park, actor, person.connection, one.hall)}
                for person in one.people
            ],
        }
        for one in park.presence_map()
        if one.hall in park.halls and actor.may("presence.read", Thing(hall=one.hall))
    ]
    total = sum(len(hall["people"]) for hall in halls)
    return web.json_response({"halls": halls, "total": total})


async def post_mute(asked: Asked) -> web.Response:
    """Take somebody's voice."""
    body: MuteBody = asked.body
    verdict = Verdict(body.reason, body.words, body.minutes * 60.0)
    mute = await asked.park.order.moderation.mute(_connection(asked), asked.actor, verdict)
    return web.json_response(restraint_answer(asked.park, mute), status=201)


async def post_unmute(asked: Asked) -> web.Response:
    """Give it back."""
    await asked.park.order.moderation.unmute(_connection(asked), asked.actor)
    return web.Response(status=204)


async def post_remove(asked: Asked) -> web.Response:
    """Ask somebody to leave; they may come back after a while."""
    body: RemoveBody = asked.body
    verdict = Verdict(body.reason, body.words, body.minutes * 60.0)
    removal = await asked.park.order.moderation.remove(_connection(asked), asked.actor, verdict)
    return web.json_response(restraint_answer(asked.park, removal), status=201)


async def post_block(asked: Asked) -> web.Response:
    """Keep somebody out of the park."""
    body: BlockBody = asked.body
    seconds = None if body.days is None else body.days * DAY
    verdict = Verdict(body.reason, body.words, seconds)
    blocks = await asked.park.order.moderation.block(
        _connection(asked), asked.actor, verdict, frozenset(body.by)
    )
    told = [restraint_answer(asked.park, block) for block in blocks]
    return web.json_response({"blocks": told, "next": None}, status=201)


async def get_blocks(asked: Asked) -> web.Response:
    """Mutes, removals and blocks, newest first."""
    limit, before = paging(asked)
    found = await asked.park.archive.moderation.restraints(limit + 1, before)
    page = found[:limit]
    return web.json_response(
        {
            "blocks": [restraint_answer(asked.park, restraint) for restraint in page],
            "next": page[-1].id if len(found) > limit else None,
        }
    )


async def delete_block(asked: Asked) -> web.Response:
    """End one before its time."""
    if not asked.actor.may("visitor.moderate", Thing()):
        raise RequestError("forbidden")
    await asked.park.order.moderation.lift(asked.request.match_info["block"], asked.actor)
    return web.Response(status=204)


def restraint_answer(park: Park, restraint: Restraint) -> dict[str, Any]:
    """A restraint as staff read it."""
    vault = park.vault
    return {
        "id": restraint.id,
        "kind": restraint.kind,
        "by": restraint.by,
        "account": restraint.subject if restraint.by == "account" else "",
        "name": vault.open(restraint.person, restraint.name) or "",
        "reason": restraint.reason,
        "words": vault.open(restraint.person, restraint.words) or "",
        "author": restraint.author,
        "author_name": name_of(park, restraint.author),
        "at": restraint.at,
        "until": restraint.until,
        "lifted": restraint.lifted,
        "lifter_name": name_of(park, restraint.lifter),
        "holds": restraint.holds(park.clock.now()),
    }


def paging(asked: Asked) -> tuple[int, str | None]:
    """How many rows, and before which one; raises RequestError ``invalid``."""
    text = asked.request.query.get("limit", str(PAGE))
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST):
        raise RequestError("invalid", [Finding("/limit", "out_of_range")])
    before = asked.request.query.get("before")
    return int(text), before[:64] if before else None


def _connection(asked: Asked) -> str:
    return asked.request.match_info["connection"]


def _may(park: Park, actor: Actor, connection: str, hall: str) -> bool:
    talk = park.talks.get(connection)
    return (
        talk is not None
        and actor.may("visitor.moderate", Thing(hall=hall))
        and outranks(actor, talk.actor, hall)
    )
