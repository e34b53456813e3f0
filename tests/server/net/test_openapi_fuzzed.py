"""Every operation that ``/api/v1/openapi.json`` describes, asked with what it describes and less.

Whatever comes in, the answer is one of ours: no 5xx but a coded one that says so on purpose, and
every refusal in the one shape that errors have.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import aiohttp
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, openapi, serializer
from schemathesis.core import NotSet
from schemathesis.core.result import Ok

from server.net.openapi import describe
from server.net.routes import ROUTES
from tests.server.house import House, open_house

T = TypeVar("T")


def raw(context: object, value: object) -> bytes:
    """Bodies that are bytes go as they are."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


for media in {media for route in ROUTES for media in (route.takes, *route.also) if media}:
    serializer(media)(raw)

EACH = 25
SECONDS = 60.0
ON_PURPOSE = frozenset({"hall_full", "starting", "client_missing"})
"""Codes of answers above 499 that are no fault of the server's."""
KNOWN = {"hall": "gallery", "node": "fox", "version": "1", "number": "1"}
SCHEMA = openapi.from_dict(describe(ROUTES))
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)]


class Host:
    """A park on a loop of its own in another thread, so that a test need not be a coroutine."""

    def __init__(self, data: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._stack = AsyncExitStack()
        self.house: House = self.run(self._stack.enter_async_context(open_house(data)))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(SECONDS)

    def close(self) -> None:
        self.run(self._stack.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS)
        self._loop.close()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = Host(tmp_path_factory.mktemp("park") / "data")
    yield host
    host.close()


async def send(
    session: aiohttp.ClientSession, site: str, path: str, case: Case[Any]
) -> tuple[int, bytes]:
    """One request, as the case says it."""
    body = None if isinstance(case.body, NotSet) else case.body
    headers = {**plain(case.headers), "Origin": site}
    query = {str(key): str(value) for key, value in (case.query or {}).items()}
    if body is not None:
        headers["Content-Type"] = case.media_type or "application/json"
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
    async with session.request(
        case.method, site + path, params=query, headers=headers, data=body, allow_redirects=False
    ) as answer:
        return answer.status, await answer.read()


def plain(fields: Any) -> dict[str, str]:
    """Header fields that HTTP can carry."""
    fine = ((str(k), str(v)) for k, v in (fields or {}).items())
    return {k: v for k, v in fine if v.isascii() and v.isprintable() and k.isascii()}


def path_of(case: Case[Any], known: bool) -> str:
    """The path: with what the park has, or with what nobody has heard of."""
    given_ = dict(case.path_parameters or {})
    values = {**given_, **KNOWN} if known else given_
    return case.path.format(**{name: quote(str(value), safe="") for name, value in values.items()})


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_nothing_that_is_asked_breaks_the_server(host: Host, operation: Any) -> None:
    @settings(max_examples=EACH, phases=[Phase.generate], database=None, derandomize=True)
    @given(operation.as_strategy(), st.booleans(), st.booleans())
    def ask(case: Case[Any], known: bool, owner: bool) -> None:
        house = host.house
        session = house.owner if owner else house.visitor
        site = "http://localhost" if owner else house.url
        status, body = host.run(send(session, site, path_of(case, known), case))
        if body.startswith(b"<!doctype html>"):  # pages tell people of errors, in words
            assert status < 500
        elif status >= 400 and case.method.upper() != "HEAD":
            told = json.loads(body)
            assert set(told) == {"code", "message", "details", "request_id"}
            assert status < 500 or told["code"] in ON_PURPOSE, told

    ask()
