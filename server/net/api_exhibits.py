"""Trusted GLB files over HTTP: exhibits and grounds. The operator's own files only."""

from __future__ import annotations

from dataclasses import asdict

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.reading import read_body
from server.net.route import Asked
from server.run.exhibits.grounds import Placed, add_exhibit, import_grounds

LONGEST_TITLE = 120


async def _glb(asked: Asked) -> bytes:
    return await read_body(asked.request, asked.park.settings.max_exhibit_bytes)


def _answer(placed: Placed) -> web.Response:
    return web.json_response(asdict(placed), status=201)


async def post_exhibit(asked: Asked) -> web.Response:
    """Put a GLB on a plinth; everyone in the hall sees it at once."""
    query = asked.request.query
    title = query.get("title", "exhibit")
    if not 1 <= len(title) <= LONGEST_TITLE:
        raise RequestError("invalid", [Finding("/title", "wrong_length")])
    hall = asked.park.hall(query.get("hall") or asked.park.first_hall)
    data = await _glb(asked)
    placed = await add_exhibit(asked.park, hall, data, title=title, at=query.get("at"))
    return _answer(placed)


async def put_grounds(asked: Asked) -> web.Response:
    """Make a GLB the ground of a hall."""
    hall = asked.park.hall(asked.hall_id)
    return _answer(await import_grounds(asked.park, hall, await _glb(asked)))
