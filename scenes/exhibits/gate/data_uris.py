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
ESCAPED_PADDING = len("%3D%3D")
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
    data = _base64(uri, comma + 1) if base64 else _escaped(uri[comma + 1 :])
    return Inline(mime, memoryview(data))


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


def _base64(uri: str, start: int) -> bytes:
    """Base64, plain or URL-safe, with its padding (escaped maybe) or without, and nothing else.

    It may be most of the upload, so it is copied as seldom as can be.
    """
    try:
        text = memoryview(_plain(uri.encode("ascii"), start))[start:]
        left = len(text) % 4
        whole, rest = text[: len(text) - left], bytes(text[len(text) - left :])
        if left and (b"=" in rest or bytes(whole[-1:]) == b"="):
            raise BadUriError("INVALID_URI")
        data = binascii.a2b_base64(whole, strict_mode=True)
        if left:
            data += binascii.a2b_base64(rest.ljust(4, b"="), strict_mode=True)
    except (UnicodeEncodeError, binascii.Error):
        raise BadUriError("INVALID_URI") from None
    last = binascii.b2a_base64(data[len(data) // 3 * 3 :], newline=False)
    if last not in (b"", rest.ljust(4, b"=") if left else bytes(whole[-4:])):
        raise BadUriError("INVALID_URI")  # bits are set that no byte has
    return data


def _plain(text: bytes, start: int) -> bytes:
    """The same with the letters of plain Base64, and its padding not escaped."""
    if text.find(b"%", start) >= 0:
        text = text[:-ESCAPED_PADDING] + unquote_to_bytes(text[-ESCAPED_PADDING:])
    if text.find(b"-", start) >= 0 or text.find(b"_", start) >= 0:
        text = text.translate(URL_SAFE)
    return text


URL_SAFE = bytes.maketrans(b"-_", b"+/")
