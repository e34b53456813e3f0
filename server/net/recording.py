"""Puts every change that comes over HTTP, and every reading of personal data, in the audit trail.

Handlers do nothing for it: while one runs, what it does is the act under way
(`server/store/doing.py`), and the archive keeps the act with what is written first. Who wants to
say more calls `note`. An act that wrote nothing is kept before its answer goes out; so is a refusal
that is worth a line.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

from aiohttp import web

from server.access.actor import ANYBODY
from server.errors import problem
from server.net.gate import LOCAL, REQUEST_ID, SAFE_METHODS, Limits, address_of
from server.net.redaction import redacted
from server.net.route import Asked, Route
from server.run.privacy.vault import Vault
from server.store.doing import Doing, doing
from server.store.errors import StoreError
from server.store.privacy_records import NetworkEventKind

Answer = Callable[[], Awaitable[web.StreamResponse]]
QUIET: Final = frozenset(
    {
        # A piece of a file: the upload's beginning and what is made of it have lines of their own.
        ("PATCH", "/api/v1/uploads/{upload}"),
        # Lasts for a minute and gives no right that its holder has not got.
        ("POST", "/api/v1/halls/{hall}/tickets"),
        # What is said to guides is kept with the dialogue, sealed, for as long as it lasts.
        ("POST", "/api/v1/dialogues/own/{token}/questions"),
        ("DELETE", "/api/v1/dialogues/own/{token}/questions"),
        ("POST", "/api/v1/guides/transcriptions"),
    }
)
"""Routes that change something and leave no line, each for a reason."""
SIGNING_IN: Final = frozenset({"session.open", "pairing.begin", "pairing.confirm"})
"""Actions whose refusals are worth a line, whoever asked."""
UNJUDGED: Final = frozenset(
    {
        *("invalid", "bad_json", "bad_request", "unsupported_media", "too_large", "body_late"),
        *("too_many_requests", "too_many_attempts", "too_many_codes", "pairing_full"),
        *("authorization_pending", "slow_down", "expired_token"),
    }
)
"""Refusals that judged nobody: what made no sense, came too soon, or only asked again."""
STRANGERS_PER_SECOND, STRANGERS_AT_ONCE = 1 / 60, 60.0
"""Lines that one household of strangers leaves for what changed nothing: the trail is kept for
years, and nobody without an account shall fill it."""
STRANGERS: Final = web.AppKey("lines_of_strangers", Limits)
UNTOLD: Final = frozenset({"token", "secret", "code", "ticket", "step", "key"})
"""Parts of a path that open something."""
_PARTS: Final = re.compile(r"\{(\w+)")


def is_recorded(route: Route) -> bool:
    """Whether requests of this route are kept in the trail."""
    changes = route.method not in SAFE_METHODS and (route.method, route.path) not in QUIET
    return changes or route.personal


async def recorded(asked: Asked, answer: Answer) -> web.StreamResponse:
    """Answer a request; what it did is in the trail before the answer goes out."""
    act = act_of(asked)
    with doing(act):
        try:
            given = await answer()
        except Exception as error:
            await _note_refusal(asked, act, error)
            raise
        if given.status < 400 and not act.written and _has_room(asked, act.actor):
            _place(asked, act)
            await asked.park.archive.audit.append(act)
    _note_network(asked, act, "")
    return given


def act_of(asked: Asked) -> Doing:
    """What a request asks for, as the trail tells it."""
    request, actor = asked.request, asked.actor
    local = request.app.get(LOCAL, False)
    return Doing(
        actor=actor.id,
        role=actor.role,
        action=asked.route.action,
        target=target_of(asked.route, request.match_info),
        request_id=request[REQUEST_ID],
        address=None if local else _sealed(asked.park.vault, actor.id, address_of(request)),
        how="command" if local else "http",
        deferred=asked.route.action in SIGNING_IN,
    )


def _place(asked: Asked, act: Doing) -> None:
    """Whoever has signed in by this has an address too."""
    if act.address is None and act.how == "http":
        act.address = _sealed(asked.park.vault, act.actor, address_of(asked.request))


def target_of(route: Route, parts: Any) -> str:
    """What the path names, ``exhibit/fox/hall/main``; without names, its last word."""
    names = _PARTS.findall(route.path)
    if not names:
        return route.path.rstrip("/").rpartition("/")[2]
    return "/".join(f"{n}/{'…' if n in UNTOLD else str(parts.get(n, ''))[:128]}" for n in names)


def said(route: Route, body: Any) -> Any:
    """A body as the trail keeps it."""
    if body is None:
        return None
    return redacted(route.action, body.model_dump(mode="json", exclude_unset=True))


def _sealed(vault: Vault, person: str, address: str) -> str | None:
    """The address, readable as long as the person's key is there; nothing of who has none."""
    if not address or not person.startswith("a_"):
        return None
    try:
        return vault.seal(person, address)
    except StoreError:
        return None


async def _note_refusal(asked: Asked, act: Doing, error: Exception) -> None:
    code = problem(error, "en").code
    forbidden = code in ("forbidden", "csrf_refused") and asked.actor.is_known
    signing_in = asked.route.action in SIGNING_IN and _is_judged(asked, code)
    if signing_in:
        _note_network(asked, act, code)
    if act.written or forbidden or signing_in:
        ended = replace(act, outcome=code, before=None, after=None, written=False)
        await asked.park.archive.audit.append(ended)


def _is_judged(asked: Asked, code: str) -> bool:
    """Whether somebody who wanted in was turned away, and it is not too often told already."""
    return code not in UNJUDGED and _has_room(asked, asked.actor.id)


def _has_room(asked: Asked, actor: str) -> bool:
    """Whether an act that changed nothing gets a line: of strangers, so many and no more."""
    app = asked.request.app
    if actor != ANYBODY.id or app.get(LOCAL, False):
        return True
    return app[STRANGERS].take(address_of(asked.request), asked.park.clock.now()) <= 0


def lines_of_strangers() -> Limits:
    """A new count of the lines that strangers left."""
    return Limits(STRANGERS_PER_SECOND, STRANGERS_AT_ONCE)


def _note_network(asked: Asked, act: Doing, code: str) -> None:
    """Sign-ins and sign-outs are network events too."""
    if asked.route.action not in ("session.open", "session.close") or asked.request.app.get(LOCAL):
        return
    closing = asked.route.action == "session.close"
    event: NetworkEventKind = "sign_in_refused" if code else "sign_out" if closing else "sign_in"
    asked.park.network.note(event, act.actor, address_of(asked.request), code)
