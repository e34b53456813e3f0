"""``Upload-Metadata`` of tus 1.0.0: keys with values in base64, separated by commas."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from server.errors import RequestError

__all__ = ["decode"]

KEY: Final = re.compile(r"[\x21-\x2b\x2d-\x7e]+")
MOST_KEYS: Final = 32
LONGEST: Final = 4096
"""Characters of the whole field."""


def decode(field: str) -> dict[str, str]:
    """The pairs of a header field; a key alone has an empty value.

    Raises RequestError ``upload_metadata`` for what the protocol does not know.
    """
    pairs: dict[str, str] = {}
    parts = field.split(",") if field.strip() else []
    if len(field) > LONGEST or len(parts) > MOST_KEYS:
        raise RequestError("upload_metadata")
    for part in parts:
        key, _, value = part.strip().partition(" ")
        if not KEY.fullmatch(key) or key in pairs:
            raise RequestError("upload_metadata")
        pairs[key] = _text(value.strip())
    return pairs


def _text(value: str) -> str:
    try:
        return base64.b64decode(value, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise RequestError("upload_metadata") from None
