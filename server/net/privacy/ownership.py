"""Whose exhibits and media are: shown, passed on, classed, taken along."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.exhibit_answers import publication_answer
from server.net.privacy.copies import Member, as_json, send_zip
from server.net.route import Asked
from server.net.things import named_in
from server.store.owners import Kind, Transfer

MOST_REVISIONS = 10_000


async def get_ownership(asked: Asked) -> web.Response:
    """Whose it is, and how it passed on."""
    return web.json_response(await _told(asked, *_named(asked)))


async def post_transfer(asked: Asked) -> web.Response:
    """Give it to somebody else."""
    kind, thing = _named(asked)
    to = asked.body.to
    if to.startswith("a_") and asked.park.accounts.actor(to) is None:
        raise RequestError("invalid", [Finding("/to", "owner_unknown")])
    passed = Transfer("", to, asked.actor.id, asked.park.clock.now(), asked.body.note)
    await asked.park.archive.owners.transfer(kind, thing, passed)
    return web.json_response(await _told(asked, kind, thing))


async def put_data_class(asked: Asked) -> web.Response:
    """Say of which class its data is."""
    kind, thing = _named(asked)
    await asked.park.archive.owners.reclass(kind, thing, asked.body.data_class)
    return web.json_response(await _told(asked, kind, thing))


async def get_exhibit_export(asked: Asked) -> web.StreamResponse:
    """Originals, manifests, card and history of an exhibit, as a zip."""
    exhibit = asked.request.match_info["exhibit"]
    book, blobs = asked.park.archive.exhibits, asked.park.blobs
    state = await book.get(exhibit)
    revisions = await book.history(exhibit, MOST_REVISIONS)
    published = await book.published(exhibit, MOST_REVISIONS)
    name = asked.park.accounts.name_of
    history = {
        "exhibit": exhibit,
        "created": state.created,
        "published": state.published,
        **await _told(asked, "exhibit", exhibit),
        "revisions": [_revision(r) for r in revisions],
        "publications": [publication_answer(each, name) for each in published],
    }
    members: list[Member] = [("card.json", as_json(state.card)), ("history.json", as_json(history))]
    for revision in revisions:
        folder = f"revisions/{revision.number}"
        manifest = await book.manifest(exhibit, revision.number)
        members.append((f"{folder}/manifest.json", as_json(manifest)))
        members += [
            (f"{folder}/original/{file.name}", blobs.path(file.sha))
            for file in revision.files
            if file.role == "original" and blobs.has(file.sha)
        ]
    return await send_zip(asked, f"{exhibit}.zip", members)


async def get_media_export(asked: Asked) -> web.StreamResponse:
    """The original of a medium and what is known of it, as a zip."""
    id = asked.request.match_info["media"]
    media, blobs = await asked.park.archive.media.get(id), asked.park.blobs
    about = {**asdict(media), **await _told(asked, "media", id)}
    members: list[Member] = [("media.json", as_json(about))]
    members += [
        (f"{file.role}/{file.name}", blobs.path(file.sha))
        for file in media.files
        if file.role in ("original", "film") and blobs.has(file.sha)
    ]
    return await send_zip(asked, f"{id}.zip", members)


def _revision(revision: Any) -> dict[str, Any]:
    return {
        "number": revision.number,
        "note": revision.note,
        "author": revision.author,
        "at": revision.at,
        "source": revision.source,
        "files": [asdict(file) for file in revision.files],
    }


def _named(asked: Asked) -> tuple[Kind, str]:
    named = named_in(asked.request.match_info)
    assert named is not None, "a route of owned things names one"
    return named[0].kind, named[1]


async def _told(asked: Asked, kind: Kind, thing: str) -> dict[str, Any]:
    book = asked.park.archive.owners
    held = await book.holding(kind, thing)
    if held is None:
        raise RequestError(f"{kind}_unknown")
    passed = await book.transfers_of(kind, thing)
    return {
        "owner": held.owner,
        "name": asked.park.accounts.name_of(held.owner),
        "data_class": held.data_class,
        "transfers": [each._asdict() for each in passed],
    }
