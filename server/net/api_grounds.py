"""A hall's own ground over HTTP: a model straight from the operator, past the same gate."""

from __future__ import annotations

from dataclasses import asdict

from aiohttp import web

from server.errors import RequestError
from server.net.reading import pieces
from server.net.route import Asked
from server.run.exhibits import import_grounds

NAME = "grounds.glb"
WORK = "work"
"""The folder of quarantine for what is being made; a start clears it."""


async def put_grounds(asked: Asked) -> web.Response:
    """Make a GLB the ground of a hall."""
    park, hall, author = asked.park, asked.park.hall(asked.hall_id), asked.actor.id
    length, most = asked.request.content_length or 0, park.settings.max_exhibit_bytes
    if length > most:
        raise RequestError("too_large")
    park.workers_wanted()
    upload = await park.uploads.receive(author, NAME, pieces(asked.request), length or most)
    try:
        folder = upload.path.parent / WORK / f"grounds-{upload.id}"
        ground = await import_grounds(park, hall, NAME, upload.path, folder, author)
    finally:
        await park.uploads.drop([upload])
    return web.json_response(asdict(ground), status=201)
