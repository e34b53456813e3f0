"""The HTTP interface as OpenAPI 3.1, printed from the route table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from server.access.policy import POLICY
from server.net.bodies import ErrorAnswer
from server.net.gate import ROUTE_TABLE
from server.net.route import Asked, Route
from server.version import VERSION

NUMBERS = frozenset({"version", "number"})
BYTES = {"type": "string", "format": "binary"}
REFS = "#/components/schemas/{model}"


def describe(routes: Iterable[Route]) -> dict[str, Any]:
    """The whole document."""
    routes = list(routes)
    named = Counter(route.handler.__name__ + _suffix(route.path) for route in routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(_plain(route.path), {})[route.method.lower()] = _operation(route, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Lingjing 灵境",
            "version": VERSION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "description": "A virtual industrial park: halls, scenes, exhibits. "
            "The live socket is described in asyncapi.json and PROTOCOL.md.",
        },
        "paths": paths,
        "components": {
            "schemas": _schemas(routes),
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "__Host-lingjing",
                    "description": "A browser's session. What changes something carries the "
                    "csrf of GET /api/v1/session in the header X-CSRF-Token.",
                },
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An API key (lj_…) or a session's secret.",
                },
            },
        },
    }


def _plain(path: str) -> str:
    return re.sub(r"\{(\w+):(?:[^{}]|\{[^{}]*\})*\}", r"{\1}", path)


def _schemas(routes: Iterable[Route]) -> dict[str, Any]:
    models: dict[str, type[BaseModel]] = {"ErrorAnswer": ErrorAnswer}
    for route in routes:
        models |= {m.__name__: m for m in (route.body, route.answer) if m is not None}
    _, found = models_json_schema(
        [(model, "validation") for model in models.values()], ref_template=REFS
    )
    schemas: dict[str, Any] = found["$defs"]
    return schemas


def _operation(route: Route, named: Mapping[str, int]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": _name(route, named),
        "parameters": [*_path_parameters(route.path), *_query_parameters(route)],
        "responses": {str(route.status): _answer(route), "default": _error()},
        "x-action": route.action,
    }
    if "visitor" not in POLICY.get(route.action, {}):
        operation["security"] = [{"session": []}, {"key": []}]
    if route.body is not None:
        schema = {"$ref": REFS.format(model=route.body.__name__)}
        files = {media: {"schema": BYTES} for media in route.also}
        operation["requestBody"] = {
            "required": not route.may_be_empty,
            "content": {"application/json": {"schema": schema}, **files},
        }
    elif route.takes is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {route.takes: {"schema": BYTES}},
        }
    return operation


def _name(route: Route, named: Mapping[str, int]) -> str:
    """What a route is called: its handler, and where several are called so, its first word."""
    name = route.handler.__name__ + _suffix(route.path)
    words = _plain(route.path).removeprefix("/api/v1").strip("/").split("/")
    return name if named[name] == 1 else f"{name}_{words[0]}"


def _suffix(path: str) -> str:
    return "_start" if path in ("/", "/desk") else ""


def _path_parameters(path: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if name in NUMBERS else "string"},
        }
        for name in re.findall(r"\{(\w+)", path)
    ]


def _query_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "description": words, "schema": {"type": "string"}}
        for name, words in route.query.items()
    ]


def _answer(route: Route) -> dict[str, Any]:
    if route.status == 204:
        return {"description": "Done"}
    schema: dict[str, Any] = {}
    if route.answer is not None:
        schema = {"$ref": REFS.format(model=route.answer.__name__)}
    return {"description": route.summary, "content": {route.media: {"schema": schema}}}


def _error() -> dict[str, Any]:
    schema = {"$ref": REFS.format(model="ErrorAnswer")}
    return {"description": "Refused", "content": {"application/json": {"schema": schema}}}


async def get_openapi(asked: Asked) -> web.Response:
    """This description."""
    routes: tuple[Route, ...] = asked.request.app[ROUTE_TABLE]
    return web.json_response(describe(routes))
