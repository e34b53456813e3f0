"""Legal documents over HTTP: what is in force, and the versions as staff write them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from server.errors import RequestError
from server.net.api_exhibits import whole
from server.net.route import Asked
from server.run.site.errors import SiteError
from server.run.site.legal import KINDS, Shown
from server.run.site.markdown import to_html
from server.store.site import StoredLegal


def kind_of(asked: Asked) -> str:
    """The document that the path names; raises SiteError ``document_unknown``."""
    kind = asked.request.match_info["kind"]
    if kind not in KINDS:
        raise SiteError("document_unknown")
    return kind


async def wanted(asked: Asked) -> Shown:
    """The version that a request asks for: ``?version=``, else the one in force.

    Raises SiteError ``document_unknown``.
    """
    kind = kind_of(asked)
    if "version" not in asked.request.query:
        return asked.park.legal.shown(kind)
    number = whole(asked, "version", 0, 10**9, least=0)
    found = await asked.park.legal.version(kind, number)
    if found is None:
        raise SiteError("document_unknown")
    return found


async def get_document(asked: Asked) -> web.Response:
    """A document in force, or an older version of it."""
    shown = await wanted(asked)
    zh, en = KINDS[shown.kind]
    return web.json_response(
        {
            "kind": shown.kind,
            "words": {"zh": zh, "en": en},
            "version": shown.version,
            "at": shown.at,
            "note": shown.note,
            "text": dict(shown.text),
            "html": _html(shown.text),
        }
    )


async def get_versions(asked: Asked) -> web.Response:
    """Every version with the draft, as they were written."""
    return web.json_response(await _versions(asked))


async def put_draft(asked: Asked) -> web.Response:
    """Keep a draft of the next version."""
    await asked.park.legal.draft(kind_of(asked), asked.body.text.model_dump(), asked.actor.id)
    return web.json_response(await _versions(asked))


async def delete_draft(asked: Asked) -> web.Response:
    """Throw the draft away."""
    await asked.park.legal.drop(kind_of(asked))
    return web.Response(status=204)


async def post_publication(asked: Asked) -> web.Response:
    """Put the draft in force."""
    await asked.park.legal.publish(kind_of(asked), asked.body.note, asked.actor.id)
    return web.json_response(await _versions(asked))


async def post_preview(asked: Asked) -> web.Response:
    """A text as it will look, with the park's names put in."""
    text = Shown("privacy", 0, asked.body.text.model_dump(), None)
    return web.json_response(_html(asked.park.legal.filled(text).text))


async def get_diff(asked: Asked) -> web.Response:
    """What differs between two versions; 0 is the text that came with the program."""
    one, other = await _written(asked, "from"), await _written(asked, "to")
    return web.json_response({lang: compared(one[lang], other[lang]) for lang in ("zh", "en")})


def compared(first: str, second: str) -> list[dict[str, str]]:
    """Two texts line by line."""
    lines = difflib.ndiff(first.splitlines(), second.splitlines())
    return [{"sign": line[0], "text": line[2:]} for line in lines if line[0] in " -+"]


async def _written(asked: Asked, name: str) -> Mapping[str, str]:
    number = whole(asked, name, 0, 10**9, least=0)
    if number == 0:
        return asked.park.legal.template(kind_of(asked))
    for each in await asked.park.legal.versions(kind_of(asked)):
        if each.number == number:
            return each.text
    raise RequestError("document_unknown")


async def _versions(asked: Asked) -> dict[str, Any]:
    legal, kind = asked.park.legal, kind_of(asked)
    return {
        "kind": kind,
        "in_force": legal.in_force(kind),
        "template": dict(legal.template(kind)),
        "versions": [_version(each) for each in await legal.versions(kind)],
    }


def _version(stored: StoredLegal) -> dict[str, Any]:
    names = ("number", "text", "note", "author", "at", "published_at")
    return {name: getattr(stored, name) for name in names}


def _html(text: Mapping[str, str]) -> dict[str, str]:
    return {lang: to_html(words) for lang, words in text.items()}
