"""Dialogues over HTTP, as staff read them: each reading is kept in the audit trail."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.guides.knowledge import choice
from server.net.guides.lessons import citation
from server.net.route import Asked
from server.run.guides.records import ReadTurn
from server.run.site.duty import zone_of
from server.store.guide_records import StoredDialogue

STATES: Final = ("answered", "unknown", "handed", "down", "up")
DAY: Final = 86_400.0


async def get_dialogues(asked: Asked) -> web.Response:
    """Dialogues, newest first."""
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    found = await asked.park.archive.dialogues.page(
        limit + 1, asked.request.query.get("before"), **_where(asked)
    )
    return web.json_response(
        {
            "dialogues": [line(asked, each) for each in found[:limit]],
            "next": found[limit - 1].id if len(found) > limit else None,
        }
    )


def _where(asked: Asked) -> dict[str, Any]:
    query = asked.request.query
    where: dict[str, Any] = {
        name: query[name][:64] for name in ("persona", "hall", "lang") if query.get(name)
    }
    if state := choice(asked, "state", STATES):
        where["state"] = state
    if day := query.get("day"):
        begins = moment_of(asked, day, "/day")
        where |= {"since": begins.timestamp()}
        where |= {"until": (begins + timedelta(days=1)).timestamp()}
    return where


def moment_of(asked: Asked, day: str, pointer: str) -> datetime:
    """When a day (YYYY-MM-DD) begins in the park; raises RequestError ``invalid``."""
    try:
        when = date.fromisoformat(day[:10])
    except ValueError:
        raise RequestError("invalid", [Finding(pointer, "out_of_range")]) from None
    return datetime(when.year, when.month, when.day, tzinfo=zone_of(asked.park.inbox.duty.zone))


async def get_dialogue(asked: Asked) -> web.Response:
    """One dialogue with everything said in it."""
    read = await asked.park.guides.records.open(asked.request.match_info["dialogue"])
    stored = read.stored
    expires = stored.last + asked.park.settings.guide_days * DAY
    said = [turn(each) for each in read.turns]
    return web.json_response({**line(asked, stored), "expires": expires, "said": said})


async def delete_dialogue(asked: Asked) -> web.Response:
    """Delete a dialogue for good, as its visitor asked."""
    id = asked.request.match_info["dialogue"]
    await asked.park.archive.dialogues.get(id)
    going = asked.park.guides.dialogues.get(id)
    if going is not None:
        await asked.park.guides.forget(going)
    await asked.park.guides.records.forget(id)
    return web.Response(status=204)


def line(asked: Asked, stored: StoredDialogue) -> dict[str, Any]:
    """A dialogue, as ``DialogueLine``."""
    park = asked.park
    name = park.accounts.name_of(stored.officer) if stored.officer else ""
    return {
        "id": stored.id,
        "persona": stored.persona,
        "hall": stored.hall,
        "guide": stored.guide,
        "lang": stored.lang,
        "began": stored.began,
        "last": stored.last,
        "turns": stored.turns,
        "unknown": stored.unknown,
        "rating": stored.rating,
        "handed": stored.handed,
        "live": park.guides.dialogues.get(stored.id) is not None,
        "taken_by": stored.officer,
        "taken_name": name,
        "first": park.guides.records.first(stored),
    }


def turn(read: ReadTurn) -> dict[str, Any]:
    """A question with its answer, as ``TurnShown``."""
    stored = read.stored
    return {
        "turn": stored.turn,
        "at": stored.at,
        "question": read.question,
        "lang": stored.lang,
        "why": stored.why,
        "brain": stored.brain,
        "ms": stored.ms,
        "heard": read.heard,
        "rating": stored.rating,
        "words": read.words,
        "clauses": [
            {
                "text": clause.text,
                "lang": clause.lang,
                "kind": clause.kind,
                "by": clause.by,
                "citations": [citation(each) for each in clause.citations],
            }
            for clause in read.clauses
        ],
    }
