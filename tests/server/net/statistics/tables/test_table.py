"""A table asks the list that it is of as the same person would, and walks its pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from server.net.routes import ROUTES
from server.net.statistics.tables.registry import TABLES
from tests.server.house import House


@contextmanager
def pages_of(size: int, rows: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("server.net.statistics.tables.table.PAGE", size)
        patched.setattr("server.net.statistics.tables.table.MOST_ROWS", rows)
        yield


def test_every_table_is_of_a_list_that_the_api_has() -> None:
    known = {route.path: route for route in ROUTES if route.method == "GET"}
    for table in TABLES.values():
        route = known[f"/api/v1{table.source}"]
        assert route.answer is not None and table.rows in route.answer.model_fields
        assert (table.cursor in route.query) == table.paged or table.name == "jobs"


async def test_filters_are_those_of_the_list(house: House) -> None:
    await house.own("POST", "/api/v1/halls", json={"id": "annex"})
    path = "/api/v1/tables/audit.csv?action=hall.manage&lang=en"
    _, data = await house.own("GET", path)
    lines = data.decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and "hall.manage" in lines[1]


async def test_a_file_has_an_end(house: House) -> None:
    for number in range(6):
        await house.own("POST", "/api/v1/halls", json={"id": f"annex-{number}"})
    with pages_of(2, 4):
        _, data = await house.own("GET", "/api/v1/tables/audit.csv")
    assert len(data.decode("utf-8-sig").splitlines()) == 5


async def test_what_the_list_refuses_is_refused(house: House) -> None:
    status, told = await house.own("GET", "/api/v1/tables/audit.csv?since=never")
    assert (status, told["code"]) == (422, "invalid")
