"""Documents over HTTP: taught, changed, taken away and had back, looked through."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from aiohttp import web

from avatars.guides.knowledge.split import passages
from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.guides.knowledge_answers import (
    hit,
    line,
    passage_counts,
    spans,
    version,
    whole_document,
)
from server.net.guides.knowledge_bodies import KnowledgeChange, KnowledgeNew
from server.net.guides.teaching import new_document, next_version, read_upload
from server.net.route import Asked
from server.run.guides.errors import GuideError
from server.run.guides.house import today
from server.run.guides.library import RECORDS, document_of_stored
from server.run.guides.standing import STANDINGS, standing
from server.store.doing import note
from server.store.guide_records import StoredDocument

FILTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": ("document", "policy", "exhibit", "company", "unit", "park"),
    "lang": ("zh", "en"),
    "visibility": ("public", "investors", "staff"),
    "state": STANDINGS,
}
AUDIENCES: Final = FILTERS["visibility"]
LONGEST_QUERY: Final = 500
MOST_HITS: Final = 20


async def get_knowledge(asked: Asked) -> web.Response:
    """Documents, the latest changed first; records of the park are among them."""
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    where = {name: choice(asked, name, among) for name, among in FILTERS.items()}
    words = tuple(asked.request.query.get("q", "")[:LONGEST_QUERY].casefold().split())
    found = await asyncio.to_thread(
        _fitting, asked.park.guides.library.all(), where, words, today(asked.park)
    )
    page = _after(found, asked.request.query.get("before"))[: limit + 1]
    counts, name = passage_counts(asked.park.guides.library.now), asked.park.accounts.name_of
    return web.json_response(
        {
            "documents": [line(each, counts.get(each.document, 0), name) for each in page[:limit]],
            "next": page[limit - 1].document if len(page) > limit else None,
        }
    )


def choice(asked: Asked, name: str, among: tuple[str, ...]) -> str:
    """One of some words from the query, or none; raises RequestError ``invalid``."""
    value = asked.request.query.get(name, "")[:64]
    if value and value not in among:
        raise RequestError("invalid", [Finding(f"/{name}", "not_a_choice")])
    return value


def _fitting(
    documents: list[StoredDocument], where: Mapping[str, str], words: Sequence[str], day: date
) -> list[StoredDocument]:
    """Those that are asked for, the latest changed first; all of their text is looked through."""
    found = [each for each in documents if _fits(each, where, words, day)]
    return sorted(found, key=lambda each: (-each.at, each.document))


def _fits(kept: StoredDocument, where: Mapping[str, str], words: Sequence[str], day: date) -> bool:
    for name in ("kind", "lang", "visibility"):
        if where[name] and getattr(kept, name) != where[name]:
            return False
    if where["state"] and standing(kept, day) != where["state"]:
        return False
    said = f"{kept.title}\n{kept.source}\n{kept.text}".casefold() if words else ""
    return all(word in said for word in words)


def _after(found: list[StoredDocument], id: str | None) -> list[StoredDocument]:
    place = next((n for n, each in enumerate(found) if each.document == id), -1)
    return found[place + 1 :]


async def post_knowledge(asked: Asked) -> web.Response:
    """Teach a document; the index has it within a moment."""
    body: KnowledgeNew = asked.body
    if (body.text is None) == (body.upload is None):
        raise RequestError("invalid", [Finding("/text", "text_or_upload")])
    read = await read_upload(asked, body.upload) if body.upload else None
    made = await new_document(asked, body, read)
    kept = await asked.park.guides.library.keep(made)
    note(target=f"knowledge/{kept.document}")
    return web.json_response(_shown(asked, kept), status=201)


async def get_knowledge_document(asked: Asked) -> web.Response:
    """A document as it is now, or one of its versions."""
    return web.json_response(_shown(asked, await _document(asked)))


async def patch_knowledge_document(asked: Asked) -> web.Response:
    """Keep the next version of a document, or bring an earlier one back."""
    body: KnowledgeChange = asked.body
    before = await _editable(asked, body.restore)
    author, now = asked.actor.id, asked.park.clock.now()
    if body.restore is not None:
        made = replace(before, author=author, at=now)
    else:
        if body.text is not None and body.upload is not None:
            raise RequestError("invalid", [Finding("/text", "text_or_upload")])
        read = await read_upload(asked, body.upload) if body.upload else None
        made = await next_version(replace(before, author=author, at=now), body, read)
    kept = await asked.park.guides.library.keep(made, body.version)
    note(target=f"knowledge/{kept.document}", after={"version": kept.number})
    return web.json_response(_shown(asked, kept))


async def delete_knowledge_document(asked: Asked) -> web.Response:
    """Take a document away; for a month ``restore`` brings it back."""
    await _editable(asked, None)
    base = whole(asked, "version", 0, 10**9) or None
    await asked.park.guides.library.remove(_id(asked), base)
    note(target=f"knowledge/{_id(asked)}")
    return web.Response(status=204)


async def get_knowledge_versions(asked: Asked) -> web.Response:
    """A document's versions, newest first; also of one that was taken away."""
    rows = await asked.park.archive.knowledge.history(_id(asked))
    name = asked.park.accounts.name_of
    return web.json_response({"versions": [version(row, name) for row in rows]})


async def get_knowledge_passages(asked: Asked) -> web.Response:
    """How a document is cut into the pieces that are found."""
    document = document_of_stored(await _document(asked))
    found = await asyncio.to_thread(passages, document)
    return web.json_response({"passages": spans(found)})


async def get_knowledge_search(asked: Asked) -> web.Response:
    """What a guide would find for a question, with scores."""
    query = asked.request.query.get("q", "")[:LONGEST_QUERY]
    audience: Any = choice(asked, "audience", AUDIENCES) or "public"
    document = asked.request.query.get("document", "")
    only = frozenset({document} if document else ())
    limit = whole(asked, "limit", 8, MOST_HITS)
    library = await asked.park.guides.library.settled()
    day = today(asked.park)
    found = library.search(query, today=day, audience=audience, only=only, k=limit)
    return web.json_response({"hits": [hit(each) for each in found]})


def _id(asked: Asked) -> str:
    return asked.request.match_info["document"][:160]


async def _document(asked: Asked) -> StoredDocument:
    """The document or version that is asked for; raises StoreError ``document_unknown``."""
    number = whole(asked, "version", 0, 10**9, least=0)
    known = asked.park.guides.library.get(_id(asked)) if not number else None
    return known or await asked.park.archive.knowledge.get(_id(asked), number or None)


async def _editable(asked: Asked, number: int | None) -> StoredDocument:
    """A document that staff write, as it is now or was; raises GuideError ``document_record``."""
    found: StoredDocument = await asked.park.archive.knowledge.get(_id(asked), number)
    if found.kind in RECORDS:
        raise GuideError("document_record")
    return found


def _shown(asked: Asked, kept: StoredDocument) -> dict[str, Any]:
    count = passage_counts(asked.park.guides.library.now).get(kept.document, 0)
    return whole_document(kept, count, asked.park.accounts.name_of)
