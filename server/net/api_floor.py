"""A walkable floor that is being drawn, looked at before anybody walks on it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any

from aiohttp import web
from pydantic import BaseModel, Field

from scenes.properties import check_walk
from scenes.walk import WalkMap
from server.errors import lang_of, told_of
from server.net.bodies import ErrorDetail, Strict
from server.net.route import Asked

Coordinate = Annotated[float, Field(ge=-8000, le=8000, allow_inf_nan=False)]
Place = tuple[Coordinate, Coordinate, Coordinate]


class FloorDrawn(Strict):
    """A floor as ``/hall/walk`` has it; with both places, a way between them is looked for."""

    walk: dict[str, Any]
    start: Place | None = None
    goal: Place | None = None


class FloorAnswer(BaseModel):
    """What is wrong with the floor (pointers into ``walk``), and the way; null when none."""

    findings: list[ErrorDetail]
    points: list[tuple[float, float, float]] | None


async def post_floor(asked: Asked) -> web.Response:
    """Look at a floor, and for a way on it; nothing is changed."""
    asked.park.hall(asked.hall_id)
    lang = lang_of(asked.request.headers.get("Accept-Language"))
    body = asked.body
    # Large floors take a while: not on the loop that everybody shares.
    findings, points = await asyncio.to_thread(_look, body.walk, body.start, body.goal)
    return web.json_response(
        {"findings": [told_of(finding, lang) for finding in findings], "points": points}
    )


def _look(walk: dict[str, Any], start: Place | None, goal: Place | None) -> Any:
    findings = list(check_walk(walk, "/walk"))
    if findings or start is None or goal is None:
        return findings, None
    found: Sequence[Any] | None = WalkMap({"links": [], **walk}).path(start, goal)
    return findings, found
