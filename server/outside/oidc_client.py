"""Asks an OpenID provider over HTTP. In `server/outside` only this file speaks HTTP by aiohttp.

Nothing is followed elsewhere, nothing larger than a document of settings or keys is read, and no
answer is waited for longer than a person at a sign-in page would.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote_plus

import aiohttp

PATIENCE: Final = aiohttp.ClientTimeout(total=10.0, sock_connect=5.0)
LARGEST: Final = 512 * 1024
"""Bytes of an answer."""
JSON_ONLY: Final = {"Accept": "application/json"}


class ProviderError(Exception):
    """A provider that cannot be reached, or whose answer makes no sense; the text says which."""


class OidcHttp:
    """The requests that signing in takes; one pool of connections, closed with the park."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def get(self, url: str) -> dict[str, Any]:
        """A JSON object; raises ProviderError."""
        return await self._ask("GET", url, None, None)

    async def post(
        self, url: str, form: Mapping[str, str], basic: tuple[str, str] | None
    ) -> dict[str, Any]:
        """Send a form, with HTTP basic credentials or none; raises ProviderError."""
        return await self._ask("POST", url, form, basic)

    async def close(self) -> None:
        """Let the connections go."""
        if self._session is not None:
            await self._session.close()

    async def _ask(
        self, method: str, url: str, form: Mapping[str, str] | None, basic: tuple[str, str] | None
    ) -> dict[str, Any]:
        # RFC 6749, 2.3.1: id and secret are encoded like a form before they are joined.
        named = aiohttp.encode_basic_auth(*map(quote_plus, basic)) if basic else ""
        auth = {"Authorization": named} if named else {}
        try:
            async with self._pool().request(
                method, url, data=form, headers=JSON_ONLY | auth, allow_redirects=False
            ) as answer:
                raw = await _read(answer)
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise ProviderError(f"{url}: {type(error).__name__} {error}") from error
        return _object(url, status, raw)

    def _pool(self) -> aiohttp.ClientSession:
        """Made when it is first needed: most parks have no provider."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=PATIENCE)
        return self._session


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    raw = bytearray()
    async for piece in answer.content.iter_chunked(65_536):
        raw += piece
        if len(raw) > LARGEST:
            raise ProviderError(f"{answer.url}: the answer is too large")
    return bytes(raw)


def _object(url: str, status: int, raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        found = None
    if status != 200:
        told = found.get("error") if isinstance(found, dict) else ""
        raise ProviderError(f"{url}: status {status} {str(told)[:80]}".rstrip())
    if not isinstance(found, dict):
        raise ProviderError(f"{url}: the answer is no JSON object")
    return found
