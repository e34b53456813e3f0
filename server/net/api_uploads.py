"""Files become exhibits: uploads that are here, or files that come with the request itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final

from aiohttp import BodyPartReader, web
from pydantic import ValidationError

from scenes.findings import Finding
from server.errors import CODES, RequestError
from server.net.api_jobs import shown
from server.net.bodies_jobs import ExhibitNew
from server.net.gate import LANG, role_of
from server.net.json_body import findings_of
from server.net.reading import STALL_SECONDS, pieces
from server.net.route import Asked
from server.run.jobs import Wish
from server.run.uploads import Upload
from server.store.jobs import StoredJob

__all__ = ["QUERY", "TAKEN", "post_exhibits"]

FORM: Final = "multipart/form-data"
ENDINGS: Final = {"model/gltf-binary": ".glb", "application/zip": ".zip"}
TAKEN: Final = (*ENDINGS, FORM)
"""Bodies that are taken instead of JSON."""
VERDICT_SECONDS: Final = 20.0
LONGEST_NAME: Final = 1024
MOST_FILES: Final = 1000
QUERY: Final = {
    "name": "the file's name, for a body that is a file",
    "title": "what it is called",
    "exhibit": "the exhibit that gets a new revision; none: a new one is made",
    "hall": "the hall to put it in",
    "at": "a plinth's id; none: the first free one",
    "publish": "whether visitors see it at once: true or false",
    "note": "what is new in it",
}
"""The words of the JSON body, for bodies that are files."""


async def post_exhibits(asked: Asked) -> web.Response:
    """Make an exhibit. Answers when it is known whether the files may come in, or after 20 s."""
    park, owner = asked.park, role_of(asked.request)
    body: ExhibitNew = asked.body or _from_query(asked)
    park.workers_wanted()
    if asked.body is None:
        uploads = await _receive(asked, owner)
    else:
        uploads = park.uploads.whole(list(dict.fromkeys(body.uploads)), owner)
    try:
        job = await park.jobs.submit(_wish(body, owner), uploads)
    except BaseException:
        if asked.body is None:
            await park.uploads.drop(uploads)
        raise
    kept = await park.jobs.judged(job, VERDICT_SECONDS)
    if kept.state == "refused":
        raise _refusal(kept)
    headers = {"Location": f"/api/v1/jobs/{job.id}"}
    return web.json_response(shown(kept, asked.request[LANG]), status=202, headers=headers)


def _refusal(job: StoredJob) -> RequestError:
    code = job.code if job.code in CODES else "exhibit_refused"
    return RequestError(str(code), [Finding(**finding) for finding in job.findings])


def _wish(body: ExhibitNew, author: str) -> Wish:
    return Wish(
        author=author,
        title=body.title.model_dump() if body.title else None,
        exhibit=body.exhibit,
        hall=body.hall,
        at=body.at,
        publish=body.publish,
        note=body.note,
    )


def _from_query(asked: Asked) -> ExhibitNew:
    """The same words from the address; raises RequestError ``invalid`` with every finding."""
    query = asked.request.query
    given: dict[str, Any] = {word: query[word] for word in QUERY if query.get(word)}
    given.pop("name", None)
    if "title" in given:
        given["title"] = dict.fromkeys(("zh", "en"), given["title"])
    try:
        return ExhibitNew.model_validate({**given, "uploads": ["-"]})
    except ValidationError as error:
        raise RequestError("invalid", findings_of(error)) from None


async def _receive(asked: Asked, owner: str) -> list[Upload]:
    request = asked.request
    if request.content_type == FORM:
        return await _receive_parts(asked, owner)
    most = asked.park.settings.max_exhibit_bytes
    if (request.content_length or 0) > most:
        raise RequestError("too_large")
    name = request.query.get("name", "upload" + ENDINGS[request.content_type])[:LONGEST_NAME]
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
