"""Webhooks, signed as Standard Webhooks 1.0 has it (standardwebhooks.com).

``webhook-id`` stays the same however often a message is sent, so that a receiver can tell a second
copy; ``webhook-timestamp`` (Unix seconds) is that of the attempt, so that an old copy can be
refused; ``webhook-signature`` is ``v1,`` and the base64 of HMAC-SHA256 (RFC 2104) over
``id.timestamp.body``. While a secret is being changed there are two of them, with a space between:
a receiver takes a message when one of them is right.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from secrets import token_bytes
from typing import Final

from server.outside.delivery import Receipt, UndeliveredError, shown
from server.outside.http import Http

PREFIX: Final = "whsec_"
SECRET_BYTES: Final = 32
GONE: Final = 410
"""What an endpoint answers that wants to hear no more (RFC 9110 section 15.5.11)."""


def new_secret() -> str:
    """A secret for one endpoint."""
    return PREFIX + base64.b64encode(token_bytes(SECRET_BYTES)).decode()


def sign(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """The signature of a message; raises ValueError for what is no secret."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("not a webhook secret") from error
    signed = b".".join((id.encode(), str(timestamp).encode(), body))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


async def call(
    url: str, secrets: Sequence[str], id: str, now: float, body: bytes, http: Http
) -> Receipt:
    """Send a message. Any 2xx answer takes it; 410 says that the endpoint is gone for good.

    It is signed with each of ``secrets``.

    Raises UndeliveredError ``refused``, and what `Http.ask` raises.
    """
    timestamp = int(now)
    headers = {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(sign(each, id, timestamp, body) for each in secrets),
    }
    answer = await http.ask("POST", url, headers, body)
    if not 200 <= answer.status < 300:
        gone = answer.status == GONE
        raise UndeliveredError("refused", answer.text, status=answer.status, final=gone)
    return Receipt(answer.status, shown(answer.text))
