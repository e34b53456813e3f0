"""Data URIs (RFC 2397), decoded as strictly as the validator does."""

from __future__ import annotations

import binascii
import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from scenes.exhibits.gate.uris import BadUriError

__all__ = ["Inline", "read_data_uri"]

HEAD = 1024
"""Characters in which the comma must stand that ends a media type."""
MOST_ESCAPED = 2**20
"""Characters of a body that is not Base64: undoing escapes takes many times their space."""
MEDIA = re.compile(r"[\w!#$&^.+\-%]+/[\w!#$&^.+\-%]+", re.ASCII)
PLAIN = "text/plain"


class Inline(NamedTuple):
    """What stood in a data URI: the media type in lower case, and the bytes."""

    mime: str
    data: memoryview


def read_data_uri(uri: str) -> Inline:
    """Decode a data URI; raises BadUriError with INVALID_URI."""
    comma = uri.find(",", 0, HEAD)
    if comma < 0:
        raise BadUriError("INVALID_URI")
    mime, base64 = _media(uri[5:comma])
    body = uri[comma + 1 :]
    return Inline(mime, memoryview(_base64(body) if base64 else _escaped(body)))


def _media(head: str) -> tuple[str, bool]:
    mime, *parameters = head.split(";")
    base64 = bool(parameters) and parameters[-1] == "base64"
    named = parameters[:-1] if base64 else parameters
    if any("=" not in one for one in named) or (mime and not MEDIA.fullmatch(mime)):
        raise BadUriError("INVALID_URI")
    return mime.lower() or PLAIN, base64


def _escaped(body: str) -> bytes:
    if len(body) > MOST_ESCAPED:
        raise BadUriError("INVALID_URI")
    return unquote_to_bytes(body)


def _base64(body: str) -> bytes:
    """Base64, plain or URL-safe, with its padding (escaped maybe) or without, and nothing else."""
    try:
        text = body.encode("ascii")
        if b"%" in text:
            text = text[:-9] + unquote_to_bytes(text[-9:])
        if b"-" in text or b"_" in text:
            text = text.translate(URL_SAFE)
        padded = text if b"=" in text[-2:] else text + b"=" * (-len(text) % 4)
        data = binascii.a2b_base64(padded, strict_mode=True)
    except (UnicodeEncodeError, binascii.Error):
        raise BadUriError("INVALID_URI") from None
    if len(padded) % 4:
        raise BadUriError("INVALID_URI")
    if binascii.b2a_base64(data[len(data) // 3 * 3 :], newline=False) not in (b"", padded[-4:]):
        raise BadUriError("INVALID_URI")  # bits are set that no byte has
    return data


URL_SAFE = bytes.maketrans(b"-_", b"+/")
