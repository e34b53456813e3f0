"""The opening handshake of the live socket: everything RFC 6455 section 4.2 asks of a server."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from server.wire.messages import SUBPROTOCOL

VERSION = "13"


class Headers(Protocol):
    """Header fields by name, whatever its case; a name may be there several times."""

    def get(self, key: str, default: str = ..., /) -> str | None:
        """Return the first value of one name."""

    def getall(self, key: str, default: list[str], /) -> list[str]:
        """Return all values of one name."""


class UpgradeInfo(NamedTuple):
    """One request for the live socket."""

    id: str
    path: str
    query: str
    headers: Headers
    address: str
    secure: bool


class Refusal(NamedTuple):
    """Why there is no live socket: an HTTP status, a stable code, and headers for the answer."""

    status: int
    code: str
    headers: Mapping[str, str] = {}


def check_upgrade(request: UpgradeInfo) -> Refusal | None:
    """Return what is wrong with a handshake, or None."""
    headers = request.headers
    if "websocket" not in tokens(headers, "upgrade") or "upgrade" not in tokens(
        headers, "connection"
    ):
        return Refusal(426, "upgrade_required", {"Upgrade": "websocket"})
    if headers.getall("sec-websocket-version", []) != [VERSION]:
        return Refusal(426, "websocket_version", {"Sec-WebSocket-Version": VERSION})
    if len(headers.getall("host", [])) != 1 or not _is_key(headers.getall("sec-websocket-key", [])):
        return Refusal(400, "bad_request")
    if SUBPROTOCOL not in tokens(headers, "sec-websocket-protocol", lower=False):
        return Refusal(400, "subprotocol_required", {"Sec-WebSocket-Protocol": SUBPROTOCOL})
    return None


def tokens(headers: Headers, name: str, *, lower: bool = True) -> list[str]:
    """Return the comma-separated tokens of all fields of this name."""
    found = [token.strip() for value in headers.getall(name, []) for token in value.split(",")]
    return [token.lower() for token in found] if lower else found


def _is_key(values: list[str]) -> bool:
    try:
        return len(values) == 1 and len(base64.b64decode(values[0], validate=True)) == 16
    except (binascii.Error, ValueError):
        return False
