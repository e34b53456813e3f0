"""Images, films and documents over HTTP, and the boards that show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from aiohttp import web
from pydantic import ValidationError

from server.access.actor import Thing
from server.access.reach import owners_within
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, tenant_in, whole
from server.net.api_uploads import begin
from server.net.bodies import Localised
from server.net.bodies_media import MediaNew
from server.net.json_body import findings_of
from server.net.originals import original_answer
from server.net.receiving import FORM
from server.net.route import Asked
from server.run.jobs.wish import Wish
from server.run.media import Hung
from server.store.media_records import StoredMedia

TAKEN: Final = (
    *("image/png", "image/jpeg", "image/webp", "video/mp4", "video/webm", "application/pdf"),
    FORM,
)
"""Bodies that are taken instead of JSON."""
QUERY: Final = {
    "name": "the file's name, for a body that is a file",
    "title": "what it is called",
}


async def post_media(asked: Asked) -> web.Response:
    """Take in a file. Answers when it is known whether it may come in, or after 20 s."""
    body: MediaNew = asked.body or _from_query(asked)
    title = body.title.model_dump() if body.title else None
    wish = Wish(asked.actor.id, title, kind="media")
    return await begin(asked, wish, None if asked.body is None else [body.upload])


async def get_all_media(asked: Asked) -> web.Response:
    """Media, newest first, a page at a time."""
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    owners = owners_within(asked.actor, asked.route.action)
    before = asked.request.query.get("before")
    found = await asked.park.archive.media.page(limit + 1, before, owners)
    page = found[:limit]
    boards, name = asked.park.media.boards(), asked.park.accounts.name_of
    return web.json_response(
        {
            "media": [media_answer(each, boards, name) for each in page],
            "next": page[-1].id if len(found) > limit else None,
        }
    )


async def get_media(asked: Asked) -> web.Response:
    """One of them."""
    return _one(asked, await asked.park.archive.media.get(_id(asked)))


async def patch_media(asked: Asked) -> web.Response:
    """Call it something else, on every board too."""
    title, author = asked.body.title.model_dump(), asked.actor.id
    return _one(asked, await asked.park.media.rename(_id(asked), title, author=author))


async def delete_media(asked: Asked) -> web.Response:
    """Forget it; ``?shown=remove`` clears the boards that show it first."""
    shown = asked.request.query.get("shown") == "remove"
    await asked.park.media.delete(_id(asked), author=asked.actor.id, shown=shown)
    return web.Response(status=204)


async def get_media_original(asked: Asked) -> web.StreamResponse:
    """What was uploaded, byte for byte, as an attachment."""
    media = await asked.park.archive.media.get(_id(asked))
    came = next(file for file in media.files if file.role in ("original", "film"))
    return original_answer(asked, came.sha, came.name)


async def post_board(asked: Asked) -> web.Response:
    """Hang a new board that shows it."""
    wanted = asked.body
    hung = await asked.park.media.hang(
        _id(asked),
        asked.park.hall(wanted.hall),
        wanted.translation,
        yaw=wanted.yaw,
        width=wanted.width,
        author=asked.actor.id,
        booth=wanted.booth,
        tenant=tenant_in(asked, wanted.hall),
    )
    return web.json_response(hung._asdict(), status=201)


async def put_board(asked: Asked) -> web.Response:
    """Have a board that hangs show something else, or nothing."""
    hall, node = asked.park.hall(asked.hall_id), asked.request.match_info["node"]
    await _check_own(asked, asked.body.media)
    author, tenant = asked.actor.id, tenant_in(asked, hall.id)
    hung = await asked.park.media.show(hall, node, asked.body.media, author=author, tenant=tenant)
    return web.json_response(hung._asdict())


async def delete_board(asked: Asked) -> web.Response:
    """Take a board out of a hall."""
    hall, node = asked.park.hall(asked.hall_id), asked.request.match_info["node"]
    tenant = tenant_in(asked, hall.id)
    await asked.park.media.take_down(hall, node, author=asked.actor.id, tenant=tenant)
    return web.Response(status=204)


def media_answer(
    media: StoredMedia, boards: list[Hung], name: Callable[[str], str]
) -> dict[str, Any]:
    """Media as the API tells of it."""
    return {
        "id": media.id,
        "kind": media.kind,
        "title": media.title,
        "author": media.author,
        "author_name": name(media.author),
        "owner": media.owner,
        "data_class": media.data_class,
        "at": media.at,
        "source": media.source,
        **media.shown,
        "boards": [board._asdict() for board in boards if board.media == media.id],
    }


def _one(asked: Asked, media: StoredMedia) -> web.Response:
    return web.json_response(
        media_answer(media, asked.park.media.boards(media.id), asked.park.accounts.name_of)
    )


async def _check_own(asked: Asked, media: str | None) -> None:
    """See that somebody may use what a body names; raises RequestError ``media_unknown``."""
    if media is None:
        return
    held = await asked.park.archive.owners.holding("media", media)
    thing = None if held is None else Thing(held.owner, asked.hall_id)
    if thing is None or not asked.actor.may(asked.route.action, thing):
        raise RequestError("media_unknown")


def _id(asked: Asked) -> str:
    return asked.request.match_info["media"]


def _from_query(asked: Asked) -> MediaNew:
    """The same words from the address; raises RequestError ``invalid`` with every finding."""
    title = asked.request.query.get("title")
    try:
        both = Localised(zh=title, en=title) if title else None
    except ValidationError as error:
        raise RequestError("invalid", findings_of(error)) from None
    return MediaNew(upload="-", title=both)
