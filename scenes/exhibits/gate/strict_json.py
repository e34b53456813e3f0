"""Strict JSON (RFC 8259, glTF 2.0 section 2.7.1): UTF-8 without a mark, no name twice, no NaN.

The standard library's parser is fast but believes everything; so the text is looked over first,
for nesting and for what it would take in memory, and the parser is told what to refuse.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NamedTuple, NoReturn

import numpy as np

from scenes.exhibits.gate.json_objects import Pairs, RefusedError
from scenes.exhibits.gate.json_scan import scan_json
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.tables import Json
from scenes.exhibits.policy import Policy

__all__ = ["parse_json"]

BOM = b"\xef\xbb\xbf"
MOST_MEMORY = 256 * 2**20
"""Bytes that a document may take as Python objects, its text as a string included."""
ESCAPED_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
DIGITS = 308
"""Digits that any double holds."""
ASTRAL = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
"""A character beyond the sixteen-bit ones: one of them makes CPython take four bytes for each."""
FIRST_ASTRAL = 0xF0
LARGE = 8 * 2**20
MOST_ASTRAL = 20_000


class _Text(NamedTuple):
    """Text that may be parsed; `huge`: a number in it may be beyond a double."""

    data: memoryview
    huge: bool


def parse_json(data: bytes | memoryview, policy: Policy, report: Report) -> Json | None:
    """The object that a JSON text is; None when it is refused, which the report then says."""
    try:
        text = _looked_over(data, policy)
        pairs = Pairs(mends=ESCAPED_SURROGATE.search(text.data) is not None)
        value = _parse(text, pairs)
    except RefusedError as error:
        report.error(error.code, "", error.about)
        return None
    for name in sorted(pairs.odd):
        report.warning("ODD_NAME", "", name)
    return value


def _looked_over(data: bytes | memoryview, policy: Policy) -> _Text:
    """The text, when it is worth giving to a parser."""
    if len(data) > policy.max_json_bytes:
        raise RefusedError("JSON_TOO_LARGE", str(len(data)))
    text = memoryview(data)
    if text[:3] == BOM:
        raise RefusedError("INVALID_JSON", "byte order mark")
    scan = scan_json(text)
    if scan.depth > policy.max_json_depth:
        raise RefusedError("JSON_TOO_DEEP", str(scan.depth))
    if scan.memory + len(text) > MOST_MEMORY:
        raise RefusedError("JSON_TOO_COMPLEX", "")
    return _Text(text, scan.huge)


def _parse(text: _Text, pairs: Pairs) -> Json:
    try:
        value = _values(text, pairs)
    except UnicodeDecodeError as error:
        raise RefusedError("INVALID_JSON", f"UTF-8, byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise RefusedError("INVALID_JSON", str(error)) from None
    except RecursionError:  # an operator allows more levels than Python does
        raise RefusedError("JSON_TOO_DEEP", "") from None
    if not isinstance(value, dict):
        raise RefusedError("TYPE_MISMATCH", _kind(value))
    return value


def _kind(value: Any) -> str:
    """What JSON calls a value that is no object."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "number"


def _values(text: _Text, pairs: Pairs) -> Any:
    plain = _decoded(text.data)
    if not text.huge:
        return json.loads(plain, object_pairs_hook=pairs, parse_constant=_constant)
    return json.loads(
        plain,
        object_pairs_hook=pairs,
        parse_constant=_constant,
        parse_int=_int,
        parse_float=_float,
    )


def _decoded(text: memoryview) -> str:
    """The text in at most two bytes a character where it is large."""
    if len(text) > LARGE:
        found = int(np.count_nonzero(np.frombuffer(text, np.uint8) >= FIRST_ASTRAL))
        if found > MOST_ASTRAL:
            raise RefusedError("JSON_TOO_COMPLEX", "")
        if found:
            return ASTRAL.sub(_escaped, text).decode()
    return str(text, "utf-8")


def _escaped(match: re.Match[bytes]) -> bytes:
    above = ord(match[0].decode()) - 0x10000
    return f"\\u{0xD800 + (above >> 10):04x}\\u{0xDC00 + (above & 0x3FF):04x}".encode()


def _constant(name: str) -> NoReturn:
    raise RefusedError("INVALID_JSON", name)


def _int(token: str) -> int:
    if len(token) > DIGITS:
        raise RefusedError("NUMBER_TOO_LARGE", token)
    return int(token)


def _float(token: str) -> float:
    value = float(token)
    if not math.isfinite(value):
        raise RefusedError("NUMBER_TOO_LARGE", token)
    return value
