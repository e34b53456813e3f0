"""Bodies: checked whole, refused in codes, never inflated."""

from __future__ import annotations

import gzip
import io
import json
import re

import pytest
from aiohttp import web

from server.access.actor import ANYBODY
from server.access.policy import POLICY
from server.net.routes import ROUTES
from tests.server.house import House

SCENE = "/api/v1/halls/gallery/scene"


def test_every_route_asks_for_an_action_that_the_table_names() -> None:
    assert {route.action for route in ROUTES} <= set(POLICY)


def named(hole: re.Match[str]) -> str:
    """Something to put into a path: halls are there, numbers are numbers."""
    known = {"hall": "gallery", "version": "1", "number": "1", "table": "exhibits", "kind": "csv"}
    return known.get(hole.group(1), "x")


@pytest.mark.parametrize(
    "route", [r for r in ROUTES if not ANYBODY.may(r.action)], ids=lambda r: r.path + r.method
)
async def test_visitors_are_kept_out_of_what_is_not_theirs(
    house: House, route: web.RouteDef
) -> None:
    path = re.sub(r"\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}", named, route.path)
    async with house.visitor.request(route.method, house.url + path) as answer:
        assert answer.status == 401
        assert (await answer.json())["code"] == "unauthorized"


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "bad_json"),
        (b"\xff", "application/json", 400, "bad_json"),
        (b"[" * 100_000, "application/json", 400, "bad_json"),
        (b'{"ops": [], "ops": 1}', "application/json", 422, "invalid"),
        (b"{}", "text/plain", 415, "unsupported_media"),
        (b'{"ops":[{"op":"set","path":"/hall/capacity","value":NaN}]}', "application/json", 422,
         "patch_invalid"),
        (gzip.compress(b"{}", mtime=0), "application/json", 400, "bad_json"),
    ],
)  # fmt: skip
async def test_bad_bodies(house: House, body: bytes, kind: str, status: int, code: str) -> None:
    headers = {"Content-Type": kind}
    if body[:2] == b"\x1f\x8b":
        headers["Content-Encoding"] = "gzip"
    found, told = await house.own("PATCH", SCENE, data=body, headers=headers)
    assert (found, told["code"]) == (status, code)


async def test_a_body_without_end_is_refused(house: House) -> None:
    body = io.BytesIO(json.dumps({"x": "x" * 5_000_000}).encode())
    headers = {"Content-Type": "application/json"}
    found, told = await house.own("PATCH", SCENE, data=body, headers=headers)
    assert (found, told["code"]) == (413, "too_large")
