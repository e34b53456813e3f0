"""What every HTTP request passes: an id, a language, a role, same-site checks, limits, errors."""

from __future__ import annotations

import hmac
import math
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from server.access.actor import OWNER, Actor
from server.access.household import household
from server.access.limits import Bucket
from server.errors import OURS, RequestError, lang_of, problem
from server.log import logger
from server.net.hosts import is_own
from server.net.peers import is_secure, peer_of
from server.run.park import Park
from server.run.secrets import csrf_token, short_id

log = logger("net")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PARK: Final = web.AppKey("park", Park)
LOCAL: Final = web.AppKey("local", bool)
"""True for the application behind the unix socket: whoever can open it owns the park."""
ROUTE_TABLE: Final = web.AppKey("routes", tuple)
REQUEST_ID: Final = web.RequestKey("id", str)
LANG: Final = web.RequestKey("lang", str)
ACTOR: Final = web.RequestKey("actor", Actor)
"""Who asks; the gate puts it there."""
CSRF_HEADER: Final = "X-CSRF-Token"
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
REQUESTS_PER_SECOND: Final = 50.0
BURST: Final = 400.0
MOST_ADDRESSES: Final = 10_000
RETRY_SECONDS: Final = 2.0
"""When to come back where nothing says when."""

SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' blob: data:; "
        "media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        "script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'self'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), xr-spatial-tracking=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def cookie_name(*, secure: bool) -> str:
    """The session cookie: with the ``__Host-`` prefix (RFC 6265bis) wherever TLS allows it."""
    return "__Host-lingjing" if secure else "lingjing"


def address_of(request: web.Request) -> str:
    """Whose request it is, by address: the peer's, or what a trusted proxy says."""
    trusted = request.app[PARK].settings.trusted_proxies
    return peer_of(request.remote or "", request.headers, trusted)


def secure(request: web.Request) -> bool:
    """Whether the client speaks TLS, to us or to a trusted proxy."""
    trusted = request.app[PARK].settings.trusted_proxies
    remote = request.remote or ""
    return is_secure(remote, request.headers, trusted, secure=request.secure)


def bearer_of(request: web.Request) -> str | None:
    """The secret that a program sent (RFC 6750): a session's, or an API key."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip()[:256] if scheme.lower() == "bearer" else None


def cookie_of(request: web.Request) -> str | None:
    """The session secret that a browser sent by itself, if any."""
    return request.cookies.get(cookie_name(secure=secure(request)))


def session_of(request: web.Request) -> str | None:
    """The secret that a request shows; a program's counts before a browser's cookie."""
    shown = bearer_of(request)
    return cookie_of(request) if shown is None else shown


def same_site(origin: str | None, host: str | None, allowed: tuple[str, ...] = ()) -> bool:
    """True when a request comes from our own pages, or from no page at all (no Origin)."""
    if origin is None or origin in allowed:
        return True
    try:
        site = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    return bool(site) and site == (host or "").lower()


class Limits:
    """One token bucket a household, the least recently seen forgotten first."""

    def __init__(self, rate: float = REQUESTS_PER_SECOND, burst: float = BURST) -> None:
        self._rate, self._burst = rate, burst
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, address: str, now: float, amount: float = 1.0) -> float:
        """Seconds to wait, 0 when the request may pass."""
        address = household(address)
        bucket = self._buckets.setdefault(address, Bucket(self._rate, self._burst))
        self._buckets.move_to_end(address)
        if len(self._buckets) > MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        return 0.0 if bucket.take(now, amount) else bucket.wait(amount)


LIMITS: Final = web.AppKey("limits", Limits)


def actor_of(request: web.Request) -> Actor:
    """Who sent a request, as the policy table knows them."""
    known = request.get(ACTOR)
    if known is None:
        local = request.app.get(LOCAL, False)
        known = OWNER if local else request.app[PARK].sessions.actor(session_of(request))
        if bearer_of(request) is not None and not known.is_known:
            raise RequestError("key_refused")
        request[ACTOR] = known
    return known


def check_csrf(request: web.Request) -> None:
    """Whether a page of ours sent this; raises RequestError ``csrf_refused``.

    Asked of what changes something and comes with a cookie, which a browser sends with the requests
    of other sites too. A program shows its secret by itself, and needs nothing more.
    """
    session = cookie_of(request)
    by_cookie = not request.app.get(LOCAL, False) and bearer_of(request) is None
    if request.method in SAFE_METHODS or not by_cookie or not session:
        return
    if not actor_of(request).is_known:
        return  # a cookie that opens nothing gives nothing away
    shown = request.headers.get(CSRF_HEADER, "").encode("utf-8", "replace")
    if not hmac.compare_digest(csrf_token(session).encode(), shown):
        raise RequestError("csrf_refused")


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The outermost middleware."""
    request[REQUEST_ID] = short_id()
    request[LANG] = lang_of(
        request.headers.get("Accept-Language"), request.app[PARK].settings.language
    )
    try:
        _check(request)
        answer = await handler(request)
    except web.HTTPException as error:
        answer = _from_aiohttp(request, error)
    except OURS as error:
        answer = _error(request, error)
    except ConnectionError:
        raise
    except Exception as error:
        log.exception("request_failed", request_id=request[REQUEST_ID], path=_pattern(request))
        answer = _error(request, error)
    _finish(request, answer)
    return answer


def _pattern(request: web.Request) -> str:
    """The path as a log can take it: of its route, as parts of one may open something."""
    resource = request.match_info.route.resource
    return request.path if resource is None else str(resource.canonical)


def charge(request: web.Request, amount: float) -> None:
    """Count a request against its sender's limit; raises RequestError ``too_many_requests``."""
    app = request.app
    if app.get(LOCAL, False):
        return
    wait = app[LIMITS].take(address_of(request), app[PARK].clock.now(), amount)
    if wait > 0:
        raise RequestError("too_many_requests", wait=wait)


def _check(request: web.Request) -> None:
    park = request.app[PARK]
    if request.app.get(LOCAL, False):
        return
    charge(request, 1.0)
    # Not request.host: without this field that asks a name server, and everybody waits.
    host = request.headers.get("Host", "")
    if not secure(request) and not is_own(host, park.names):
        raise RequestError("host_unknown")
    if request.method not in SAFE_METHODS and not same_site(
        request.headers.get("Origin"), host, park.settings.allowed_origins
    ):
        raise RequestError("origin_refused")


def _from_aiohttp(request: web.Request, error: web.HTTPException) -> web.StreamResponse:
    codes = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
    if error.status < 400:
        return error
    answer = _error(request, RequestError(codes.get(error.status, "bad_request")))
    if "Allow" in error.headers:
        answer.headers["Allow"] = error.headers["Allow"]
    return answer


def _error(request: web.Request, error: Exception) -> web.Response:
    told = problem(error, request[LANG])
    answer = web.json_response(told.body(request[REQUEST_ID]), status=told.status)
    answer.headers["Content-Language"] = request[LANG]
    if told.status in (429, 503):
        wait = getattr(error, "wait", None) or RETRY_SECONDS
        answer.headers["Retry-After"] = str(max(1, math.ceil(wait)))
    return answer


def _finish(request: web.Request, answer: web.StreamResponse) -> None:
    request.app[PARK].figures.http.labels(str(answer.status)).inc()
    if answer.prepared:
        return
    answer.headers["X-Request-Id"] = request[REQUEST_ID]
    answer.headers["Server"] = "lingjing"
    for name, value in SECURITY_HEADERS.items():
        answer.headers.setdefault(name, value)
    if request.path.startswith("/api/"):
        answer.headers.setdefault("Cache-Control", "no-store")
