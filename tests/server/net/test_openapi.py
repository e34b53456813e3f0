"""The printed description: complete, and true."""

from __future__ import annotations

from typing import Any

from server.net.openapi import describe
from server.net.routes import ROUTES
from tests.server.house import House


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if "$ref" in value else []
        return own + [r for part in value.values() for r in _references(part)]
    if isinstance(value, list):
        return [r for part in value for r in _references(part)]
    return []


def test_every_route_is_described_once() -> None:
    document = describe(ROUTES)
    described = [
        (method, path) for path, methods in document["paths"].items() for method in methods
    ]
    assert len(described) == len(ROUTES) == len(set(described))
    names = [o["operationId"] for m in document["paths"].values() for o in m.values()]
    assert len(names) == len(set(names))


def test_every_reference_leads_somewhere() -> None:
    document = describe(ROUTES)
    schemas = document["components"]["schemas"]
    assert {r.rsplit("/", 1)[1] for r in _references(document)} <= schemas.keys()


def test_paths_are_plain_templates() -> None:
    for path in describe(ROUTES)["paths"]:
        assert ":" not in path and path.count("{") == path.count("}")


async def test_it_is_served(house: House) -> None:
    status, document = await house.get("/api/v1/openapi.json")
    assert status == 200 and document["openapi"].startswith("3.1")
