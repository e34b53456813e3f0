"""The same request twice, done once: ``Idempotency-Key`` (draft-ietf-httpapi-idempotency-key).

What was done under a key is answered again for a day, to the same sender, for the same address and
body. An answer is kept sealed; one that opens a session is not kept at all. Of two requests with
one key at the same moment the second is told to wait.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from pydantic import BaseModel

from server.access.actor import ANYBODY
from server.access.household import household
from server.errors import RequestError
from server.net.gate import LOCAL, address_of
from server.net.route import Asked
from server.store.doing import note
from server.store.errors import StoreError
from server.store.idempotency import LONGEST_SECONDS, StoredAnswer

HEADER: Final = "Idempotency-Key"
LONGEST: Final = 128
AREAS: Final = tuple(
    f"/api/v1/{area}" for area in ("applications", "leads", "bookings", "units", "registration")
)
"""Addresses whose POSTs are taken once."""
ENTERING: Final = frozenset({"session.open", "application.identity"})
"""Actions whose answers hold what lets one in (codes work once by themselves), or a person's
identity number: a copy under another's key would outlive the deletion of that person."""
KEY: Final = "park:answers"
"""Whose key seals answers to those who have no account."""
JSON: Final = "application/json"
BUSY: Final = web.AppKey("idempotent_busy", set)

Answer = Callable[[], Awaitable[web.StreamResponse]]


async def once(asked: Asked, body: bytes, answer: Answer) -> web.StreamResponse:
    """The answer to a request, or the first answer to the same one.

    Raises RequestError ``idempotency_key``, ``idempotency_mismatch``, ``idempotency_busy``.
    """
    key = asked.request.headers.get(HEADER)
    if key is None or not _is_kept(asked):
        return await answer()
    if not (1 <= len(key) <= LONGEST and key.isascii() and key.isprintable()):
        raise RequestError("idempotency_key")
    place = (_sender(asked), asked.request.path[:200], key)
    busy = asked.request.app[BUSY]
    if place in busy:
        raise RequestError("idempotency_busy")
    busy.add(place)
    try:
        return await _once(asked, place, hashlib.sha256(body).hexdigest(), answer)
    finally:
        busy.discard(place)


def said_bytes(body: BaseModel | None) -> bytes:
    """What a checked body says, the same for the same words in any order."""
    if body is None:
        return b""
    told = body.model_dump(mode="json", exclude_unset=True)
    return json.dumps(told, sort_keys=True, ensure_ascii=True).encode()


async def _once(
    asked: Asked, place: tuple[str, str, str], body: str, answer: Answer
) -> web.StreamResponse:
    book, park = asked.park.archive.registration, asked.park
    known = await book.answer(*place)
    now = park.clock.now()
    if known is not None and known.at > now - LONGEST_SECONDS:
        if known.body != body:
            raise RequestError("idempotency_mismatch")
        note(after={"again": True})
        return _again(asked, known)
    given = await answer()
    if isinstance(given, web.Response) and given.status < 300 and given.content_type in _KEPT:
        person = asked.actor.id if asked.actor.id.startswith("a_") else KEY
        data = given.body if isinstance(given.body, bytes) else b""
        try:
            sealed = park.vault.seal(person, data.decode())
        except StoreError:  # deleted meanwhile, by this very request
            return given
        await book.keep_answer(StoredAnswer(*place, body, given.status, person, sealed, now))
    return given


_KEPT: Final = frozenset({JSON, "application/octet-stream"})
"""Media types of answers that are kept; the second is that of an empty one."""


def _again(asked: Asked, known: StoredAnswer) -> web.Response:
    text = asked.park.vault.open(known.person, known.answer) or ""
    headers = {"Idempotency-Replayed": "true"}
    if not text:
        return web.Response(status=known.status, headers=headers)
    return web.Response(text=text, status=known.status, content_type=JSON, headers=headers)


def _is_kept(asked: Asked) -> bool:
    route = asked.route
    return route.method == "POST" and route.path.startswith(AREAS) and route.action not in ENTERING


def _sender(asked: Asked) -> str:
    """Who asks; of those without an account, from which household."""
    if asked.actor.id != ANYBODY.id or asked.request.app.get(LOCAL, False):
        return asked.actor.id
    return f"v_{asked.park.vault.index(f'household:{household(address_of(asked.request))}')}"
