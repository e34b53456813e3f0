"""The aiohttp application: the route table behind the gate."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from aiohttp import web
from pydantic import BaseModel, ValidationError

from scenes.findings import Finding
from server.access.policy import allows
from server.errors import RequestError
from server.net.gate import LIMITS, LOCAL, PARK, ROUTE_TABLE, Limits, charge, gate, role_of
from server.net.reading import read_body
from server.net.route import Asked, Route
from server.net.routes import ROUTES
from server.run.park import Park

BODY_BYTES = 4_000_000
"""The largest JSON body."""
BODY_SECONDS = 30.0
"""Within which a JSON body must have come."""


def make_application(park: Park, *, local: bool) -> web.Application:
    """The application; ``local`` for the one behind the unix socket, where all is allowed."""
    app = web.Application(middlewares=[gate], client_max_size=BODY_BYTES)
    app[LIMITS] = Limits()
    app[PARK] = park
    app[LOCAL] = local
    app[ROUTE_TABLE] = ROUTES
    for route in ROUTES:
        guarded = _guarded(route)
        if route.method == "GET":
            app.router.add_get(route.path, guarded, allow_head=True)
        else:
            app.router.add_route(route.method, route.path, guarded)
    return app


def _guarded(route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        role = role_of(request)
        if not allows(role, route.action):
            raise RequestError("unauthorized" if role == "visitor" else "forbidden")
        if route.cost > 1.0:
            charge(request, route.cost - 1.0)
        body = None if route.body is None else await _body(request, route.body)
        return await route.handler(Asked(request, request.app[PARK], route, body))

    return handle


async def _body(request: web.Request, model: type[BaseModel]) -> BaseModel:
    if request.content_type != "application/json":
        raise RequestError("unsupported_media")
    raw = await read_body(request, BODY_BYTES, BODY_SECONDS)
    try:
        return model.model_validate(json.loads(raw))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            raise RequestError("invalid", _findings(error)) from None
        raise RequestError("bad_json") from None


def _findings(error: ValidationError) -> list[Finding]:
    """Every error of a body, in our codes."""
    known = {
        "missing": "missing",
        "extra_forbidden": "unknown_property",
        "literal_error": "not_a_choice",
        "string_pattern_mismatch": "bad_id",
        "string_type": "not_a_string",
        "string_too_long": "wrong_length",
        "string_too_short": "wrong_length",
        "too_long": "wrong_length",
        "too_short": "wrong_length",
        "int_type": "not_an_integer",
        "int_parsing": "not_an_integer",
        "int_from_float": "not_an_integer",
        "list_type": "not_a_list",
        "dict_type": "not_an_object",
        "model_type": "not_an_object",
    }
    return [
        Finding(
            "/" + "/".join(str(part) for part in found["loc"]),
            known.get(found["type"], "out_of_range"),
            "error",
            found["msg"][:200],
        )
        for found in error.errors(include_url=False, include_input=False)
    ]
