"""What a park tells over HTTP: pages of JSON, and assets by their fingerprint."""

from __future__ import annotations

import asyncio
import hashlib
import json
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from clients.headless.addresses import origin
from clients.headless.errors import FetchFailed

LARGEST = 256 * 1024 * 1024


class Park:
    """Asks a park's public endpoints.

    ::

        park = Park("http://localhost:8000")
        halls = await park.json("/api/v1/halls")
        gearbox = await park.asset(fetch.asset)
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
        """GET a path of this park; raises FetchFailed with the status as its code."""
        return await asyncio.to_thread(self._get, path)

    def _get(self, path: str) -> bytes:
        connection = self._connection()
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            data = answer.read(LARGEST + 1)
        except (OSError, HTTPException) as fault:
            raise FetchFailed("connection_failed", str(fault)) from None
        finally:
            connection.close()
        if answer.status != 200:
            raise FetchFailed(f"http_{answer.status}", path)
        if len(data) > LARGEST:
            raise FetchFailed("too_large", path)
        return data

    def _connection(self) -> HTTPConnection:
        place = urlsplit(self.origin)
        host = place.hostname or ""
        if place.scheme == "https":
            return HTTPSConnection(host, place.port, timeout=self._timeout, context=self._tls)
        return HTTPConnection(host, place.port, timeout=self._timeout)
