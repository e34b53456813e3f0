"""Files become exhibits: uploads that are here, or files that come with the request itself."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web
from pydantic import ValidationError

from scenes.findings import Finding
from server.access.actor import Thing
from server.errors import CODES, RequestError
from server.net.api_jobs import shown
from server.net.bodies_jobs import ExhibitNew
from server.net.gate import LANG
from server.net.json_body import findings_of
from server.net.receiving import FORM, receive
from server.net.registration.bounds import check_making
from server.net.route import Asked
from server.run.jobs.job import Job
from server.run.jobs.wish import Wish, may_show

__all__ = ["QUERY", "TAKEN", "begin", "post_exhibits"]

ENDINGS: Final = {"model/gltf-binary": ".glb", "application/zip": ".zip"}
TAKEN: Final = (*ENDINGS, FORM)
"""Bodies that are taken instead of JSON."""
VERDICT_SECONDS: Final = 20.0
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
    body: ExhibitNew = asked.body or _from_query(asked)
    chosen = None if asked.body is None else body.uploads
    usual_name = "upload" + ENDINGS.get(asked.request.content_type, "")
    return await begin(asked, _wish(body, asked.actor.id), chosen, usual_name)


async def begin(
    asked: Asked, wish: Wish, chosen: list[str] | None, usual_name: str = "upload"
) -> web.Response:
    """Begin a job on the uploads that were chosen, or on the files that the request itself brings.

    ``usual_name``: what such a file is called that has no name.
    """
    park = asked.park
    await check_making(asked)
    await check_wish(asked, wish)
    park.workers_wanted()
    if chosen is None:
        uploads = await receive(asked, wish.author, usual_name)
    else:
        uploads = park.uploads.whole(list(dict.fromkeys(chosen)), wish.author)
    try:
        job = await park.jobs.submit(wish, uploads)
    except BaseException:
        if chosen is None:
            await park.uploads.drop(uploads)
        raise
    return await verdict(asked, job)


async def check_wish(asked: Asked, wish: Wish) -> None:
    """See that somebody may do what they wish; raises RequestError."""
    owner, actor = asked.actor.id, asked.actor
    if wish.exhibit is not None:
        held = await asked.park.archive.owners.holding("exhibit", wish.exhibit)
        if held is None or not actor.may("exhibit.read", Thing(held.owner)):
            raise RequestError("exhibit_unknown")
        owner = held.owner
        if not actor.may("exhibit.edit", Thing(owner)):
            raise RequestError("forbidden")
    if not may_show(actor, wish, Thing(owner, wish.hall or "")):
        raise RequestError("forbidden")


async def verdict(asked: Asked, job: Job) -> web.Response:
    """A job's answer: 202 and the job; raises RequestError with every finding when it is no good.

    Waits until it is known whether the files may come in, but not for ever.
    """
    kept = await asked.park.jobs.judged(job, VERDICT_SECONDS)
    if kept.state == "refused":
        code = kept.code if kept.code in CODES else f"{kept.kind}_refused"
        raise RequestError(str(code), [Finding(**finding) for finding in kept.findings])
    if kept.state == "failed":
        raise RequestError(str(kept.code), [Finding(**finding) for finding in kept.findings])
    headers = {"Location": f"/api/v1/jobs/{job.id}"}
    return web.json_response(shown(kept, asked.request[LANG]), status=202, headers=headers)


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
