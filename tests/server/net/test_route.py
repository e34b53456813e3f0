"""The route table, row by row: each row says of itself what a person would expect."""

from __future__ import annotations

import inspect
import re

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from server.net.route import Asked, Route
from server.net.routes import API, ROUTES
from tests.server.house import House

ROWS = pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")


@ROWS
def test_a_row_has_a_summary_and_an_asynchronous_handler(route: Route) -> None:
    assert route.summary.strip() and not route.summary.endswith(".")
    assert inspect.iscoroutinefunction(route.handler)


@ROWS
def test_only_what_changes_something_takes_a_body(route: Route) -> None:
    if route.method == "GET":
        assert route.body is None and route.takes is None
    if route.method == "DELETE":  # a proof of who asks may come along, and nothing else
        assert route.takes is None and (route.body is None or route.may_be_empty)
    assert not (route.body and route.takes), "a body is JSON or bytes, never both"


@ROWS
def test_an_answer_without_content_describes_none(route: Route) -> None:
    assert route.status in (200, 201, 202, 204, 303)
    if route.status == 204:
        assert route.answer is None
    if route.path.startswith(API) and route.status != 204 and not route.path.endswith(".json"):
        assert route.answer is not None or route.media != "application/json"


def test_no_two_rows_answer_the_same_request() -> None:
    shapes = [(r.method, re.sub(r"\{[^}]*(\{[^}]*\})?[^}]*\}", "*", r.path)) for r in ROUTES]
    assert len(set(shapes)) == len(shapes)


def test_reading_never_needs_a_right_that_writes() -> None:
    reads = {r.action for r in ROUTES if r.method == "GET"}
    assert {a for a in reads if a.endswith((".edit", ".manage", ".add", ".make"))} == set()


async def test_the_hall_is_the_one_that_the_path_names(house: House) -> None:
    request = make_mocked_request("GET", "/api/v1/halls/gallery", match_info={"hall": "gallery"})
    asked = Asked(request, house.park, ROUTES[0])
    assert asked.hall_id == "gallery"
    assert asked.body is None


async def test_a_row_can_be_looked_at_but_not_changed(house: House) -> None:
    asked = Asked(make_mocked_request("GET", "/"), house.park, ROUTES[0])
    for row, field in ((ROUTES[0], "action"), (asked, "body")):
        with pytest.raises(AttributeError):
            setattr(row, field, "x")
    assert isinstance(asked.request, web.Request)
