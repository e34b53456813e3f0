"""Documents of applications over HTTP: handed in, read, taken back."""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp import web

from scenes.exhibits.pictures import size_of
from server.errors import RequestError
from server.net.originals import attachment
from server.net.privacy.copies import told_first
from server.net.registration.applications import answered, id_of, row_of
from server.net.registration.bodies import PaperNew
from server.net.route import Asked
from server.run.registration.pages import draw_page, page_sizes
from server.store.doing import note
from server.store.registration_records import StoredPaper

PDF: Final = "application/pdf"
LOCKED_UP: Final = {
    "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self'; style-src "
    "'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}
"""Whatever a document holds, nothing in it runs, and no cache keeps it."""


async def post_paper(asked: Asked) -> web.Response:
    """Hand in an upload as a document."""
    body: PaperNew = asked.body
    park, row = asked.park, await row_of(asked)
    (upload,) = park.uploads.whole([body.upload], asked.actor.id)
    documents = park.registry.office.documents
    paper = await documents.add(row, upload, body.kind, asked.actor.id)
    note(after={"document": paper.id, "kind": paper.kind, "sha256": paper.sha256})
    return await answered(asked, await row_of(asked))


async def get_paper(asked: Asked) -> web.Response:
    """A document as it was handed in, to be looked at and never run."""
    paper = await paper_of(asked)
    data = await asked.park.registry.office.documents.read(paper)
    if data is None:
        raise RequestError("document_unknown")
    await told_first(asked)
    name = asked.park.registry.office.documents.label(paper) or paper.kind
    kept = attachment(name)["Content-Disposition"].removeprefix("attachment")
    headers = {**LOCKED_UP, "Content-Disposition": f"inline{kept}"}
    return web.Response(body=data, content_type=paper.media_type, headers=headers)


async def delete_paper(asked: Asked) -> web.Response:
    """Take a document back."""
    await asked.park.registry.office.documents.remove(
        id_of(asked), asked.request.match_info["document"]
    )
    return await answered(asked, await row_of(asked))


async def paper_of(asked: Asked) -> StoredPaper:
    """The document that the path names; raises RequestError ``document_unknown``."""
    wanted = asked.request.match_info["document"]
    for paper in await asked.park.archive.registration.papers(id_of(asked)):
        if paper.id == wanted:
            return paper
    raise RequestError("document_unknown")


async def get_pages(asked: Asked) -> web.Response:
    """How many pages a document has, and how large they are drawn."""
    paper, data = await _read(asked)
    if paper.media_type != PDF:
        width, height = await asyncio.to_thread(size_of, data)
        return web.json_response({"pages": [{"width": width, "height": height}]})
    found = await page_sizes(asked.park.workers, asked.park.settings, data)
    return web.json_response({"pages": [page._asdict() for page in found]})


async def get_page(asked: Asked) -> web.Response:
    """One page as a picture; a picture that was handed in is its own page."""
    paper, data = await _read(asked)
    number, media = int(asked.request.match_info["number"]), paper.media_type
    if paper.media_type == PDF:
        data = await draw_page(asked.park.workers, asked.park.settings, data, number)
        media = "image/webp"
    elif number != 1:
        raise RequestError("document_unknown")
    await told_first(asked)
    return web.Response(body=data, content_type=media, headers=LOCKED_UP)


async def _read(asked: Asked) -> tuple[StoredPaper, bytes]:
    paper = await paper_of(asked)
    data = await asked.park.registry.office.documents.read(paper)
    if data is None:
        raise RequestError("document_unknown")
    return paper, data
