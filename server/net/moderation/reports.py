"""Reports of visitors, for those who deal with them."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.authors import name_of
from server.net.moderation.bodies import Handling
from server.net.moderation.visitors import paging
from server.net.route import Asked
from server.run.moderation.reports import Report
from server.run.park import Park

STATES = {"open": True, "handled": False, "all": None}


async def get_reports(asked: Asked) -> web.Response:
    """Reports of the halls that the sender looks after, newest first."""
    limit, before = paging(asked)
    state = asked.request.query.get("state", "all")
    if state not in STATES:
        raise RequestError("invalid", [Finding("/state", "not_a_choice")])
    found = await asked.park.order.reports.page(asked.actor, limit + 1, before, STATES[state])
    page = found[:limit]
    return web.json_response(
        {
            "reports": [_answer(asked.park, report) for report in page],
            "next": page[-1].stored.id if len(found) > limit else None,
        }
    )


async def post_handling(asked: Asked) -> web.Response:
    """Deal with a report; its reporter is told when still here."""
    body: Handling = asked.body
    report = await asked.park.order.reports.handle(
        asked.request.match_info["report"], asked.actor, body.outcome, body.answer
    )
    return web.json_response(_answer(asked.park, report))


def _answer(park: Park, report: Report) -> dict[str, Any]:
    stored = report.stored
    talk = park.talks.get(stored.connection)
    return {
        "id": stored.id,
        "hall": stored.hall,
        "at": stored.at,
        "reporter": stored.reporter,
        "reporter_name": report.reporter_name,
        "accused": stored.accused,
        "accused_name": report.accused_name,
        "connection": stored.connection,
        "present": talk is not None and talk.visitor is not None,
        "reason": stored.reason,
        "words": report.words,
        "outcome": stored.outcome,
        "answer": stored.answer,
        "handler_name": name_of(park, stored.handler),
        "handled": stored.handled,
    }
