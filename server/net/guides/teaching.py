"""What staff send of a document, as the archive keeps it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from avatars.guides.knowledge.plain import document_of
from scenes.findings import Finding
from server.errors import RequestError
from server.net.guides.knowledge_bodies import KnowledgeChange, KnowledgeNew
from server.net.route import Asked
from server.run.guides.library import RECORDS, stored_of
from server.run.guides.reading import ReadText, read_text
from server.run.secrets import short_id
from server.store.guide_records import StoredDocument

FACTS = ("title", "lang", "kind", "visibility", "valid_from", "valid_until", "regions")


class Came(NamedTuple):
    """A file that came: what was read, what it is called, its SHA-256."""

    read: ReadText
    name: str
    sha: str


async def read_upload(asked: Asked, id: str) -> Came:
    """The text of an upload that is whole, which is used up by it.

    Raises UploadError ``upload_unknown``, ``upload_incomplete``, ``upload_in_use``, and what
    reading raises; the upload is gone then too, as nothing else can come of it.
    """
    park = asked.park
    uploads = park.uploads.whole([id], asked.actor.id)
    kept = uploads[0].kept
    # Nobody else takes it up meanwhile, and a restart finds no job that wants it.
    park.uploads.claim(uploads, f"read-{id}")
    try:
        read = await read_text(park.workers, uploads[0].path, kept.name)
        return Came(read, kept.name.replace("\\", "/").rpartition("/")[2][:200], kept.sha256 or "")
    finally:
        await park.uploads.drop(uploads)


async def new_document(asked: Asked, body: KnowledgeNew, came: Came | None) -> StoredDocument:
    """A new document: what the body does not say is found in its text and its file's name."""
    text = came.read.text if came else body.text or ""
    name = came.name if came else f"{body.title or 'text'}.md"
    found = await asyncio.to_thread(document_of, name, text, title=body.title.strip())
    ending = ".csv" if name.lower().endswith(".csv") else ""
    # A name with an ending tells whoever splits it what it is.
    made = stored_of(replace(found, id=f"k_{short_id()}{ending}"), asked.actor.id, 0.0)
    kind: Any = "document" if made.kind in RECORDS else made.kind
    made = replace(made, kind=kind, title=made.title[:200], at=asked.park.clock.now())
    return facts_of(made, body, came)


async def next_version(
    before: StoredDocument, body: KnowledgeChange, came: Came | None
) -> StoredDocument:
    """A document's next version: days that its old text told follow what its new text tells."""
    made = facts_of(before, body, came)
    if made.text == before.text:
        return made
    old, new = await asyncio.to_thread(lambda: (_said(before), _said(made)))
    told = {
        name: value
        for name, value in new.items()
        if name not in body.model_fields_set and getattr(before, name) == old[name]
    }
    return checked(replace(made, **told))


def _said(kept: StoredDocument) -> dict[str, Any]:
    """The days that a text tells of itself."""
    found = stored_of(document_of(kept.source or "text.md", kept.text), "", 0.0)
    return {"valid_from": found.valid_from, "valid_until": found.valid_until}


def facts_of(
    before: StoredDocument, body: KnowledgeNew | KnowledgeChange, came: Came | None
) -> StoredDocument:
    """A document with what a body says of it; raises RequestError ``invalid``.

    Days may be null, which means that there is none; other facts that are null stay.
    """
    told = body.model_dump(include=set(FACTS), exclude_unset=True)
    changes: dict[str, Any] = {
        name: value
        for name, value in told.items()
        if value not in (None, "") or name.startswith("valid_")
    }
    for name in ("valid_from", "valid_until"):
        if isinstance(changes.get(name), date):
            changes[name] = changes[name].isoformat()
    if "regions" in changes:
        changes["regions"] = tuple(dict.fromkeys(changes["regions"]))
    if came is not None:
        changes |= {"text": came.read.text, "pages": came.read.pages, "notes": came.read.notes}
        changes |= {"source": came.name, "sha": came.sha}
    elif body.text is not None:
        changes["text"] = body.text
        if body.text != before.text:
            changes |= {"source": "", "sha": "", "pages": None, "notes": ()}
    return checked(replace(before, **changes))


def checked(made: StoredDocument) -> StoredDocument:
    """A document that can be kept; raises RequestError ``invalid``."""
    if made.valid_from and made.valid_until and made.valid_from > made.valid_until:
        raise RequestError("invalid", [Finding("/valid_until", "out_of_range")])
    if "\0" in made.text:
        raise RequestError("invalid", [Finding("/text", "text_unstorable")])
    return made
