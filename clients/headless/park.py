"""What a park tells over HTTP: pages of JSON, and assets by their fingerprint."""

from __future__ import annotations

import asyncio
import hashlib
import json
import ssl
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from http.cookies import SimpleCookie
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from clients.headless.addresses import origin
from clients.headless.errors import FetchFailed

LARGEST = 256 * 1024 * 1024


class _Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    content: bytes


class Park:
    """Asks a park's public endpoints.

    ::

        park = Park("http://localhost:8000")
        halls = await park.json("/api/v1/halls")
        gearbox = await park.asset(fetch.asset)
        async with Visitor(park.origin, token=await park.sign_in(link)) as operator: ...
    """

    def __init__(
        self, url: str, *, timeout: float = 30.0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.origin = origin(url)
        self._timeout = timeout
        self._tls = tls

    async def json(self, path: str) -> Any:
        """GET a JSON document; raises FetchFailed."""
        data = await self.read(path)
        try:
            return json.loads(data)
        except ValueError:
            raise FetchFailed("not_json", path) from None

    async def asset(self, asset: str) -> bytes:
        """GET an asset by its SHA-256 and check that it is that; raises FetchFailed."""
        data = await self.read(f"/assets/{asset}")
        if hashlib.sha256(data).hexdigest() != asset:
            raise FetchFailed("hash_differs", asset)
        return data

    async def read(self, path: str) -> bytes:
        """GET a path of this park; raises FetchFailed with the park's own code if it has one."""
        return (await self._ask("GET", path)).content

    async def sign_in(self, link: str) -> str:
        """Turn a one-time operator link, or its key, into a token for ``Visitor``.

        Raises FetchFailed, such as ``link_refused``.
        """
        key = parse_qs(urlsplit(link).query).get("key", [link])[0]
        answer = await self._ask("POST", "/api/v1/session", {"token": key})
        sessions = SimpleCookie(answer.headers.get("Set-Cookie", "")).values()
        token = next((morsel.value for morsel in sessions), "")
        if not token:
            raise FetchFailed("no_session", "the park gave no session")
        return token

    async def _ask(self, method: str, path: str, body: Any = None) -> _Answer:
        answer = await asyncio.to_thread(self._exchange, method, path, body)
        if answer.status >= 300:
            raise FetchFailed(_code_in(answer), path)
        if len(answer.content) > LARGEST:
            raise FetchFailed("too_large", path)
        return answer

    def _exchange(self, method: str, path: str, body: Any) -> _Answer:
        headers = {"Accept-Encoding": "identity"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection = self._connection()
        try:
            connection.request(method, path, json.dumps(body) if body else None, headers)
            answer = connection.getresponse()
            return _Answer(answer.status, answer.headers, answer.read(LARGEST + 1))
        except (OSError, HTTPException) as fault:
            raise FetchFailed("connection_failed", str(fault)) from None
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        place = urlsplit(self.origin)
        host = place.hostname or ""
        if place.scheme == "https":
            return HTTPSConnection(host, place.port, timeout=self._timeout, context=self._tls)
        return HTTPConnection(host, place.port, timeout=self._timeout)


def _code_in(answer: _Answer) -> str:
    """The code of a refusal, or its status when what answered was no park."""
    try:
        return str(json.loads(answer.content)["code"])
    except (ValueError, KeyError, TypeError):
        return f"http_{answer.status}"
