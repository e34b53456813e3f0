"""Exhibits, revisions and places as the API tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from server.errors import words
from server.run.exhibits import Placed, Placement
from server.store.exhibit_records import Publication, StoredExhibit, StoredRevision

Json = dict[str, Any]
NameOf = Callable[[str], str]
"""What an account is called now; empty for whoever has none, or is gone."""

MOST_FINDINGS, MOST_PARTS = 20, 200
"""Findings and parts that a revision lists by itself; its manifest has all of them."""


def exhibit_answer(
    exhibit: StoredExhibit,
    revisions: Sequence[StoredRevision],
    places: Sequence[Placement],
    lang: str,
    name: NameOf,
) -> Json:
    """An exhibit with some of its revisions, newest first, and where it stands."""
    shown = next((r for r in revisions if r.number == exhibit.published), None)
    pictured = shown or (revisions[0] if revisions else None)
    return {
        "id": exhibit.id,
        "title": exhibit.title,
        "card": exhibit.card,
        "published": exhibit.published,
        "latest": exhibit.latest,
        "poster": pictured and _first(pictured.shas("poster")),
        "created": exhibit.created,
        "owner": exhibit.owner,
        "data_class": exhibit.data_class,
        "revisions": [revision_answer(r, exhibit.published, lang, name) for r in revisions],
        "placements": [placement_answer(place) for place in places],
    }


def revision_answer(
    revision: StoredRevision, published: int | None, lang: str, name: NameOf
) -> Json:
    """A revision without the whole of its manifest."""
    originals = revision.shas("listing") or revision.shas("original")
    return {
        "number": revision.number,
        "note": revision.note,
        "author": revision.author,
        "author_name": name(revision.author),
        "at": revision.at,
        "source": revision.source,
        "state": _state(revision, published),
        "model": revision.model,
        "parts": revision.parts[:MOST_PARTS],
        "original": _first(originals),
        "poster": _first(revision.shas("poster")),
        "findings": _findings(revision.findings, lang),
        "blocked": [
            {"level": row["level"], "findings": _findings(row["findings"], lang)}
            for row in revision.blocked
        ],
        "bytes_in": revision.source["bytes"],
        "bytes_l0": revision.model["levels"][0]["bytes"],
    }


def placement_answer(place: Placement) -> Json:
    """Where an exhibit stands."""
    return {
        "hall": place.hall,
        "node": place.node,
        "plinth": place.plinth,
        "fit": place.fit,
        "yaw": round(place.yaw, 6),
        "revision": place.number,
    }


def placed_answer(placed: Placed) -> Json:
    """An exhibit that was just put somewhere."""
    return placed._asdict()


def publication_answer(told: Publication, name: NameOf) -> Json:
    """When somebody had a revision shown."""
    return {
        "revision": told.number,
        "author": told.author,
        "author_name": name(told.author),
        "at": told.at,
        "note": told.note,
    }


def _state(revision: StoredRevision, published: int | None) -> str:
    if revision.number == published:
        return "published"
    return "draft" if revision.published_at is None else "retired"


def _findings(found: Sequence[Mapping[str, Any]], lang: str) -> list[Json]:
    """Findings with their words, in the reader's language."""
    return [
        {
            "pointer": row.get("pointer", ""),
            "code": row["code"],
            "severity": row.get("severity", "warning"),
            "message": row.get("message") or words(row["code"], lang),
        }
        for row in found[:MOST_FINDINGS]
    ]


def _first(shas: Sequence[str]) -> str | None:
    return shas[0] if shas else None
