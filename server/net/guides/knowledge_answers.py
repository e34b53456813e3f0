"""Documents, passages and hits as answers show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from avatars.guides.knowledge.document import Passage
from avatars.guides.knowledge.library import Hit, Library
from server.store.guide_records import StoredDocument, VersionLine

Name = Callable[[str], str]


def passage_counts(library: Library) -> Mapping[str, int]:
    """How many passages each document has in an index."""
    return Counter(passage.document.id for passage in library.passages)


def line(kept: StoredDocument, passages: int, name: Name) -> dict[str, Any]:
    """A document, as ``KnowledgeLine``."""
    return {
        "id": kept.document,
        "version": kept.number,
        "title": kept.title,
        "lang": kept.lang,
        "kind": kept.kind,
        "visibility": kept.visibility,
        "valid_from": kept.valid_from,
        "valid_until": kept.valid_until,
        "regions": list(kept.regions),
        "source": kept.source,
        "characters": len(kept.text),
        "passages": passages,
        "author": kept.author,
        "author_name": name(kept.author),
        "at": kept.at,
    }


def whole_document(kept: StoredDocument, passages: int, name: Name) -> dict[str, Any]:
    """A document with its text, as ``KnowledgeText``."""
    more = {"text": kept.text, "notes": list(kept.notes), "pages": kept.pages}
    return {**line(kept, passages, name), **more}


def version(row: VersionLine, name: Name) -> dict[str, Any]:
    """A version, as ``KnowledgeVersion``."""
    return {
        "number": row.number,
        "title": row.title,
        "at": row.at,
        "author": row.author,
        "author_name": name(row.author),
        "characters": row.characters,
    }


def spans(found: Iterable[Passage]) -> list[dict[str, Any]]:
    """Passages, as ``KnowledgePassage``."""
    return [{"start": p.start, "end": p.end, "headings": list(p.headings)} for p in found]


def hit(found: Hit) -> dict[str, Any]:
    """A hit, as ``HitShown``."""
    passage, document = found.passage, found.passage.document
    return {
        "document": document.id,
        "version": document.version,
        "title": document.title,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "headings": list(passage.headings),
        "score": round(float(found.score), 4),
        "expired": found.expired,
    }
