"""What a park tells over HTTP: pages of JSON, assets by their fingerprint, exhibits."""

from __future__ import annotations

import asyncio
import hashlib
import json
import ssl
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from clients.headless.addresses import origin
from clients.headless.bundle import files_of
from clients.headless.errors import FetchFailed
from clients.headless.exhibits import Exhibits
from clients.headless.uploads import Job, Progress, Uploads

LARGEST = 256 * 1024 * 1024


class _Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    content: bytes


class Park:
    """Asks a park over HTTP; with a ``token``, as who it belongs to.

    ::

        park = Park("http://localhost:8000")
        halls = await park.json("/api/v1/halls")
        gearbox = await park.asset(fetch.asset)
        async with Visitor(park.origin, token=await park.sign_in(link)) as operator: ...
        staff = Park(park.origin, token=token)
        await staff.exhibits.publish("gearbox", 2)
        await staff.add_exhibit("pump.gltf", hall="exhibition")
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        timeout: float = 30.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.origin = origin(url)
        self.exhibits = Exhibits(self.ask)
        self._token = token
        self._timeout = timeout
        self._tls = tls

    async def json(self, path: str) -> Any:
        """GET a JSON document; raises FetchFailed."""
        return await self.ask("GET", path)

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Send a request with a body of JSON; the JSON that comes back, or None.

        Raises FetchFailed with the park's own code and details when it says no.
        """
        data = (await self._ask(method, path, body)).content
        try:
            return json.loads(data) if data else None
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
        lines = answer.headers.get_all("Set-Cookie", [])
        kept = [morsel for line in lines for morsel in SimpleCookie(line).values()]
        token = next((morsel.value for morsel in kept if morsel["httponly"]), "")
        if not token:
            raise FetchFailed("no_session", "the park gave no session")
        return token

    async def add_exhibit(
        self,
        path: Path | str,
        *,
        on_progress: Callable[[Progress], None] = lambda progress: None,
        on_job: Callable[[Job], None] = lambda job: None,
        **words: Any,
    ) -> Job:
        """Send a model with the files it names, in pieces, and have an exhibit made of it.

        The job when it is over. ``words``: ``title``, ``exhibit``, ``hall``, ``at``, ``publish``,
        ``note``. ``on_progress`` and ``on_job`` are called in another thread. Raises FetchFailed
        with the park's findings, OSError for a file that cannot be read.
        """
        sender = Uploads(self.connection, self.credentials)
        files = await asyncio.to_thread(files_of, Path(path))
        return await asyncio.to_thread(
            lambda: sender.add(files, on_progress=on_progress, on_job=on_job, **words)
        )

    @property
    def credentials(self) -> dict[str, str]:
        """The header that says who asks; nothing without a token."""
        if self._token is None:
            return {}
        return {"Authorization": f"Bearer {self._token}"}

    async def _ask(self, method: str, path: str, body: Any = None) -> _Answer:
        answer = await asyncio.to_thread(self._exchange, method, path, body)
        if answer.status >= 300:
            raise _refusal(answer, path)
        if len(answer.content) > LARGEST:
            raise FetchFailed("too_large", path)
        return answer

    def _exchange(self, method: str, path: str, body: Any) -> _Answer:
        headers = {"Accept-Encoding": "identity", **self.credentials}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = None if body is None else json.dumps(body)
        connection = self.connection()
        try:
            connection.request(method, path, data, headers)
            answer = connection.getresponse()
            return _Answer(answer.status, answer.headers, answer.read(LARGEST + 1))
        except (OSError, HTTPException) as fault:
            raise FetchFailed("connection_failed", str(fault)) from None
        finally:
            connection.close()

    def connection(self) -> HTTPConnection:
        """A connection to this park that is not open yet."""
        place = urlsplit(self.origin)
        host = place.hostname or ""
        if place.scheme == "https":
            return HTTPSConnection(host, place.port, timeout=self._timeout, context=self._tls)
        return HTTPConnection(host, place.port, timeout=self._timeout)


def _refusal(answer: _Answer, path: str) -> FetchFailed:
    """A refusal in the park's words, or its status when what answered was no park."""
    try:
        told = json.loads(answer.content)
        return FetchFailed(str(told["code"]), path, list(told.get("details", ())))
    except (ValueError, KeyError, TypeError):
        return FetchFailed(f"http_{answer.status}", path)
