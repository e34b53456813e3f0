"""URIs of a glTF file (RFC 3986, glTF 2.0 section 2.8), which may lead nowhere but inside it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

__all__ = ["BadUriError", "Path", "is_data_uri", "read_uri"]

LONGEST = 2048
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
CONTROL = re.compile("[\x00-\x1f\x7f]")


class BadUriError(ValueError):
    """A URI that is not followed; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Path(NamedTuple):
    """A URI as a path inside the upload: with its escapes undone, and as it was written."""

    plain: str
    written: str


def is_data_uri(uri: str) -> bool:
    """Whether the bytes stand in the URI itself."""
    return uri[:5].lower() == "data:"


def read_uri(uri: str) -> Path:
    """The path that a relative URI means; raises BadUriError for all that points elsewhere."""
    if len(uri) > LONGEST:
        raise BadUriError("URI_TOO_LONG")
    if SCHEME.match(uri):
        raise BadUriError("URI_OUTSIDE")
    if ":" in uri.partition("/")[0]:  # what stands before it is no scheme, nor may it be a path
        raise BadUriError("INVALID_URI")
    plain = _unescaped(uri)
    if not plain.strip() or CONTROL.search(plain):
        raise BadUriError("INVALID_URI")
    if plain.startswith(("/", "\\")) or SCHEME.match(plain):
        raise BadUriError("URI_OUTSIDE")
    if "\\" in plain:
        raise BadUriError("URI_BACKSLASH")
    return Path(plain, uri)


def _unescaped(uri: str) -> str:
    try:
        return unquote_to_bytes(uri).decode()
    except UnicodeDecodeError:
        raise BadUriError("INVALID_URI") from None
