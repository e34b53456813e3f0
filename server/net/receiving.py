"""Files that come in the body of a request, streamed into quarantine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final

from aiohttp import BodyPartReader

from server.errors import RequestError
from server.net.reading import STALL_SECONDS, pieces
from server.net.route import Asked
from server.run.uploads.upload import Upload

__all__ = ["FORM", "receive"]

FORM: Final = "multipart/form-data"
LONGEST_NAME: Final = 1024
MOST_FILES: Final = 1000


async def receive(asked: Asked, owner: str, usual_name: str) -> list[Upload]:
    """Every file of a request's body, in quarantine: the body itself, or the parts of a form.

    ``usual_name``: what a body is called that has no ``?name=``. Raises RequestError ``too_large``,
    ``too_many_files``, ``bad_request``, ``body_late``; UploadError.
    """
    request = asked.request
    if request.content_type == FORM:
        return await _receive_parts(asked, owner)
    most = asked.park.settings.max_exhibit_bytes
    if (request.content_length or 0) > most:
        raise RequestError("too_large")
    name = request.query.get("name", usual_name)[:LONGEST_NAME]
    body = pieces(request)
    return [await asked.park.uploads.receive(owner, name, body, request.content_length or most)]


async def _receive_parts(asked: Asked, owner: str) -> list[Upload]:
    """Every file of a form, each by its name; what came is dropped when one of them fails."""
    uploads: list[Upload] = []
    left = asked.park.settings.max_exhibit_bytes
    if (asked.request.content_length or 0) > left + 2**20:
        raise RequestError("too_large")
    try:
        reader = await asked.request.multipart()
        while part := await _in_time(reader.next()):
            if not isinstance(part, BodyPartReader):
                raise RequestError("bad_request")
            if part.filename is None:
                await part.release()
                continue
            if len(uploads) >= MOST_FILES:
                raise RequestError("too_many_files")
            name = part.filename[:LONGEST_NAME]
            uploads.append(await asked.park.uploads.receive(owner, name, _pieces(part), left))
            left -= uploads[-1].kept.bytes
    except ValueError:
        await asked.park.uploads.drop(uploads)
        raise RequestError("bad_request") from None
    except BaseException:
        await asked.park.uploads.drop(uploads)
        raise
    return uploads


async def _pieces(part: BodyPartReader) -> AsyncIterator[bytes]:
    while piece := await _in_time(part.read_chunk(2**16)):
        yield piece


async def _in_time(step: Any) -> Any:
    try:
        async with asyncio.timeout(STALL_SECONDS):
            return await step
    except TimeoutError:
        raise RequestError("body_late") from None
