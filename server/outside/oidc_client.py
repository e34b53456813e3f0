"""Asks the OpenID provider that the operator named: JSON objects, or errors in words."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote_plus, urlencode

from server.outside.delivery import UndeliveredError
from server.outside.http import Http

SECONDS: Final = 10.0
"""No answer is waited for longer than a person at a sign-in page would."""
LARGEST: Final = 512 * 1024
"""Bytes of an answer: no document of settings or keys is larger."""
JSON_ONLY: Final = {"Accept": "application/json"}
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}


class ProviderError(Exception):
    """A provider that cannot be reached, or whose answer makes no sense; the text says which."""


class OidcHttp:
    """The requests that signing in takes. A provider may well be in the park's own network."""

    def __init__(self) -> None:
        self._http = Http(SECONDS, private=True, largest=LARGEST + 1)

    async def get(self, url: str) -> dict[str, Any]:
        """A JSON object; raises ProviderError."""
        return await self._ask("GET", url, {}, None)

    async def post(
        self, url: str, form: Mapping[str, str], basic: tuple[str, str] | None
    ) -> dict[str, Any]:
        """Send a form, with HTTP basic credentials or none; raises ProviderError."""
        headers = FORM | ({"Authorization": _basic(*basic)} if basic else {})
        return await self._ask("POST", url, headers, urlencode(form).encode())

    async def _ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> dict[str, Any]:
        try:
            answer = await self._http.ask(method, url, {**JSON_ONLY, **headers}, body)
        except UndeliveredError as error:
            raise ProviderError(f"{url}: {error}") from error
        if len(answer.body) > LARGEST:
            raise ProviderError(f"{url}: the answer is too large")
        return _object(url, answer.status, answer.body)


def _basic(id: str, secret: str) -> str:
    """HTTP basic credentials; both are encoded like a form first (RFC 6749, 2.3.1)."""
    pair = f"{quote_plus(id)}:{quote_plus(secret)}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


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
