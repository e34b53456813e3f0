"""The aiohttp application: the route table behind the gate."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web

from server.errors import RequestError
from server.net import tus
from server.net.gate import LIMITS, LOCAL, PARK, ROUTE_TABLE, Limits, charge, check_csrf, gate
from server.net.idempotency import BUSY, once, said_bytes
from server.net.json_body import BODY_BYTES, read_json
from server.net.recording import STRANGERS, is_recorded, lines_of_strangers, recorded, said
from server.net.route import Asked, Route
from server.net.routes import ROUTES
from server.net.site.after import announce
from server.net.site.review import review
from server.net.things import refusal, thing_of
from server.run.park import Park
from server.store.doing import note


def make_application(park: Park, *, local: bool) -> web.Application:
    """The application; ``local`` for the one behind the unix socket, where all is allowed."""
    app = web.Application(middlewares=[gate], client_max_size=BODY_BYTES)
    app[LIMITS] = Limits()
    app[STRANGERS] = lines_of_strangers()
    app[PARK] = park
    app[LOCAL] = local
    app[ROUTE_TABLE] = ROUTES
    app[BUSY] = set()
    app.on_response_prepare.append(tus.sign)
    for route in ROUTES:
        guarded = _guarded(route)
        if route.method == "GET":
            app.router.add_get(route.path, guarded, allow_head=True)
        else:
            app.router.add_route(route.method, route.path, guarded)
    return app


def _guarded(route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        asked = Asked(request, request.app[PARK], route)
        if is_recorded(route):
            return await recorded(asked, lambda: _answered(asked))
        return await _answered(asked)

    return handle


async def _answered(asked: Asked) -> web.StreamResponse:
    route, request = asked.route, asked.request
    if not asked.actor.may(route.action):
        raise RequestError(_denied(asked))
    if not _named_by_body(route):
        await _check(asked)
    if route.csrf:
        check_csrf(request)
    if route.cost > 1.0:
        charge(request, route.cost - 1.0)
    is_json = route.body is not None and request.content_type not in route.also
    if route.may_be_empty and not request.can_read_body:
        is_json = False
    body = await read_json(request, route.body) if route.body and is_json else None
    asked = replace(asked, body=body)
    if _named_by_body(route):
        await _check(asked)
    note(after=said(route, body))
    await review(asked, body)
    answer = await once(asked, said_bytes(body), lambda: route.handler(asked))
    await announce(asked, answer)
    return answer


def _denied(asked: Asked) -> str:
    """Why somebody may not do this to anything; staff without a second factor hear what to do."""
    if not asked.actor.is_known:
        return "unauthorized"
    account = asked.park.accounts.actor(asked.actor.id)
    bare = account is not None and account.only is not None
    return "second_factor_due" if bare else "forbidden"


async def _check(asked: Asked) -> None:
    thing = await thing_of(asked)
    if not asked.actor.may(asked.route.action, thing):
        raise refusal(asked, thing)


def _named_by_body(route: Route) -> bool:
    """Whether the hall that somebody acts in is named by the body, and must have been read."""
    return route.body is not None and "hall" in route.body.model_fields
