"""A hall's past over HTTP: its edits, its versions, and what differs between any two states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from aiohttp import web

from scenes.compose import Aside
from scenes.findings import Finding
from scenes.meanwhile import Edit, overlaps
from scenes.operations import Operation
from scenes.state import SceneState
from server.errors import RequestError, lang_of, words
from server.halls.hall import Hall
from server.net.authors import name_of
from server.net.comparison import comparison, touched
from server.net.route import Asked
from server.run.park import Park
from server.store.errors import StoreError
from server.store.records import StoredPatch, StoredVersion

Json = dict[str, Any]
PAGE, MOST = 30, 100
"""Edits of a page of the history when nobody says, and at most."""


class _Side(NamedTuple):
    """One state of a hall, and what it is called."""

    told: Json
    state: SceneState


def version_answer(park: Park, version: StoredVersion) -> Json:
    """A version without its document."""
    return {
        "number": version.number,
        "name": version.name,
        "revision": version.revision,
        "author": version.author,
        "author_name": name_of(park, version.author),
        "at": version.at,
    }


async def get_version(asked: Asked) -> web.Response:
    """One version, whole."""
    hall = asked.park.hall(asked.hall_id)
    version, document = await _version(asked.park, hall, _number(asked))
    return web.json_response({**version_answer(asked.park, version), **document})


async def get_version_comparison(asked: Asked) -> web.Response:
    """What led from a version to another one, or to what is published or drafted now."""
    hall = asked.park.hall(asked.hall_id)
    before = await _side(asked, hall, str(_number(asked)))
    after = await _side(asked, hall, asked.request.query.get("with", "published"))
    told = comparison(before.state, after.state)
    return web.json_response({"before": before.told, "after": after.told, **told})


async def get_draft_comparison(asked: Asked) -> web.Response:
    """What publishing the draft would change, who made it, and what it would replace."""
    park, hall = asked.park, asked.park.hall(asked.hall_id)
    # Both at one moment, before anything is awaited.
    before, after, layers = _published(hall), _draft(hall), hall.editing.layers
    number, aside = layers.draft_number, layers.told.aside
    standing = {edit.number for edit in layers.kept_draft.standing}
    log = (await park.archive.load_hall(hall.id)).draft
    stored = [patch for patch in log if patch.revision in standing]
    met = overlaps(_edits(stored), await _since(park, hall, stored))
    return web.json_response(
        {
            "before": before.told,
            "after": after.told,
            "number": number,
            "drafters": _drafters(park, stored),
            "overlaps": [
                {**overlap._asdict(), "author_name": name_of(park, overlap.author)}
                for overlap in met
            ],
            "aside": [_aside(asked, one, after.state) for one in aside],
            **comparison(before.state, after.state),
        }
    )


def _aside(asked: Asked, one: Aside, state: SceneState) -> Json:
    """An edit that is kept but not in force, and why."""
    edit, lang = one.edit, lang_of(asked.request.headers.get("Accept-Language"))
    return {
        "number": edit.number,
        "author": edit.author,
        "author_name": name_of(asked.park, edit.author),
        "code": one.code,
        "message": words(one.code, lang),
        "touched": touched(edit.ops, (), state.nodes)[1],
    }


async def get_history(asked: Asked) -> web.Response:
    """Published edits, newest first."""
    park, hall = asked.park, asked.park.hall(asked.hall_id)
    limit = _whole(asked, "limit", 1, MOST) or PAGE
    before = _whole(asked, "before", 0, 2**53)
    patches = await park.archive.history(hall.id, limit + 1, before)
    page, nodes = patches[:limit], hall.editing.layers.published.nodes
    return web.json_response(
        {
            "edits": [_edit(park, patch, nodes) for patch in page],
            "next": page[-1].revision if len(patches) > limit else None,
        }
    )


def _edit(park: Park, patch: StoredPatch, nodes: Any) -> Json:
    count, first = touched(patch.ops, patch.inverse, nodes)
    return {
        "revision": patch.revision,
        "author": patch.author,
        "author_name": name_of(park, patch.author),
        "at": patch.at,
        "note": patch.note or "",
        "ops": len(patch.ops),
        "nodes": count,
        "touched": first,
    }


async def _side(asked: Asked, hall: Hall, which: str) -> _Side:
    """A version by its number, ``published`` or ``draft``."""
    if which == "published":
        return _published(hall)
    if which == "draft":
        return _draft(hall)
    if not (which.isascii() and which.isdigit() and len(which) < 10):
        raise RequestError(
            "invalid", [Finding("/with", "not_a_choice", "error", "published, draft")]
        )
    version, document = await _version(asked.park, hall, int(which))
    answer = version_answer(asked.park, version)
    told = {"kind": "version", "version": answer, "revision": version.revision}
    return _Side(told, SceneState.load(document))


def _published(hall: Hall) -> _Side:
    layers = hall.editing.layers
    told = {"kind": "published", "version": None, "revision": layers.revision}
    return _Side(told, layers.published)


def _draft(hall: Hall) -> _Side:
    layers = hall.editing.layers
    told = {"kind": "draft", "version": None, "revision": layers.revision}
    return _Side(told, layers.draft_state)


async def _version(park: Park, hall: Hall, number: int) -> tuple[StoredVersion, Json]:
    document = await park.archive.version(hall.id, number)
    for version in await park.archive.versions(hall.id):
        if version.number == number:
            return version, document
    raise StoreError("version_unknown", f"hall {hall.id} has no version {number}")


def _edits(patches: Sequence[StoredPatch]) -> list[Edit]:
    return [Edit(patch.author, patch.at, _ops(patch)) for patch in patches]


def _ops(patch: StoredPatch) -> Sequence[Operation]:
    return patch.ops


async def _since(park: Park, hall: Hall, draft: Sequence[StoredPatch]) -> list[Edit]:
    """What was published since the draft was begun."""
    if not draft:
        return []
    begun = min(patch.at for patch in draft)
    return _edits([p for p in await park.archive.history(hall.id, 400) if p.at > begun])


def _drafters(park: Park, draft: Sequence[StoredPatch]) -> list[Json]:
    edits = Counter(patch.author for patch in draft)
    latest = {patch.author: patch.at for patch in draft}
    return [
        {"author": author, "author_name": name_of(park, author), "edits": count,
         "at": latest[author]}
        for author, count in edits.most_common()
    ]  # fmt: skip


def _number(asked: Asked) -> int:
    return int(asked.request.match_info["version"])


def _whole(asked: Asked, name: str, low: int, high: int) -> int | None:
    """A whole number of the query, or None when it is missing."""
    text = asked.request.query.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 16:
        raise RequestError("invalid", [Finding(f"/{name}", "not_an_integer")])
    if not low <= int(text) <= high:
        raise RequestError(
            "invalid", [Finding(f"/{name}", "out_of_range", "error", f"{low}..{high}")]
        )
    return int(text)
