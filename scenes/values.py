"""Checkers for JSON values: small functions that are combined into the property table.

A checker takes a value and the JSON pointer where it stands, and yields findings. Numbers must be
finite; strings and lists are bounded, so that no patch can grow a scene without limit.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scenes.findings import Finding
from scenes.shapes import shape_of, shaped, shaped_as

LARGEST = sys.float_info.max
Checker = Callable[[Any, str], Iterator[Finding]]


def is_number(value: Any) -> bool:
    """A finite int or float (JSON's number; booleans are none)."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    # An int may be larger than any float, which isfinite would not take.
    return -LARGEST <= value <= LARGEST


def number(low: float, high: float) -> Checker:
    """A finite number within ``low..high``."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not is_number(value):
            yield Finding(at, "not_a_number")
        elif not low <= value <= high:
            yield Finding(at, "out_of_range", "error", f"{low}..{high}")

    return shaped(check, "number", min=low, max=high)


def integer(low: int, high: int) -> Checker:
    """A whole number within ``low..high``; 3.0 counts, as other encoders write it so."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not is_number(value) or value != int(value):
            yield Finding(at, "not_an_integer")
        elif not low <= value <= high:
            yield Finding(at, "out_of_range", "error", f"{low}..{high}")

    return shaped(check, "integer", min=low, max=high)


def vector(size: int, low: float, high: float) -> Checker:
    """A list of ``size`` numbers, each within ``low..high``."""
    return array(number(low, high), size, size)


def unit_quaternion(value: Any, at: str) -> Iterator[Finding]:
    """A rotation ``[x, y, z, w]`` of length 1 within 1 % (glTF 2.0, node.rotation)."""
    if not isinstance(value, list) or len(value) != 4 or not all(map(is_number, value)):
        yield Finding(at, "not_a_quaternion")
    elif abs(math.hypot(*value) - 1.0) > 0.01:
        yield Finding(at, "not_a_unit_quaternion")


def boolean(value: Any, at: str) -> Iterator[Finding]:
    """True or false."""
    if not isinstance(value, bool):
        yield Finding(at, "not_a_boolean")


def text(longest: int, shortest: int = 0) -> Checker:
    """A string of bounded length, in characters."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, str):
            yield Finding(at, "not_a_string")
        elif not shortest <= len(value) <= longest:
            yield Finding(at, "wrong_length", "error", f"{shortest}..{longest}")
        elif not _is_unicode(value):
            yield Finding(at, "text_invalid")

    return shaped(check, "text", min=shortest, max=longest)


def _is_unicode(value: str) -> bool:
    """False for half a surrogate pair, which JSON can write and UTF-8 cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def matching(pattern: re.Pattern[str], code: str) -> Checker:
    """A string that matches ``pattern`` whole."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            yield Finding(at, code)

    named = {} if code == "bad_id" else {"code": code}
    return shaped(check, "match", pattern=pattern.pattern, **named)


def choice(*values: str) -> Checker:
    """One of these strings."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, str) or value not in values:
            yield Finding(at, "not_a_choice", "error", ", ".join(values))

    return shaped(check, "choice", values=list(values))


def nullable(checker: Checker) -> Checker:
    """Null, or what ``checker`` takes."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if value is not None:
            yield from checker(value, at)

    return shaped_as(check, {**shape_of(checker), "nullable": True})


def array(checker: Checker, shortest: int, longest: int) -> Checker:
    """A list of bounded length whose every element passes ``checker``."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, list):
            yield Finding(at, "not_a_list")
        elif not shortest <= len(value) <= longest:
            yield Finding(at, "wrong_length", "error", f"{shortest}..{longest}")
        else:
            for index, element in enumerate(value):
                yield from checker(element, f"{at}/{index}")

    return shaped(check, "list", of=shape_of(checker), min=shortest, max=longest)


def record(
    required: Mapping[str, Checker], optional: Mapping[str, Checker] | None = None
) -> Checker:
    """An object with exactly these keys; ``optional`` ones may be missing."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield Finding(at, "not_an_object")
            return
        for key in required:
            if key not in value:
                yield Finding(f"{at}/{key}", "missing")
        for key, element in value.items():
            checker = known.get(key) if isinstance(key, str) else None
            if checker is None:
                yield Finding(f"{at}/{str(key)[:64]}", "unknown_property")
            else:
                yield from checker(element, f"{at}/{key}")

    fields = {key: shape_of(checker) for key, checker in known.items()}
    return shaped(check, "record", fields=fields, needs=list(required))


def mapping(key: re.Pattern[str], checker: Checker, largest: int) -> Checker:
    """An object of up to ``largest`` free keys that match ``key``."""

    def check(value: Any, at: str) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield Finding(at, "not_an_object")
        elif len(value) > largest:
            yield Finding(at, "wrong_length", "error", f"0..{largest}")
        else:
            for name, element in value.items():
                if not isinstance(name, str) or not key.fullmatch(name):
                    yield Finding(f"{at}/{str(name)[:64]}", "unknown_property")
                else:
                    yield from checker(element, f"{at}/{name}")

    return shaped(check, "map", of=shape_of(checker), max=largest)


def localised(longest: int) -> Checker:
    """Text in both languages: ``{"zh": …, "en": …}``."""
    return record({"zh": text(longest), "en": text(longest)})


shaped(unit_quaternion, "quaternion")
shaped(boolean, "boolean")
