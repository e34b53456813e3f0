"""Turns the message checker's findings into the wire's codes and JSON pointers."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from server.wire.codes import CodeName
from server.wire.errors import WireError, escape
from server.wire.limits import POINTER_CHARACTERS

PLACE: Final = re.compile(r" - at `\$(?P<path>[A-Za-z0-9_.\[\]]*)`$")
STEP: Final = re.compile(r"[A-Za-z0-9_]+")
FIELD: Final = re.compile(r"field `(?P<name>.*)`$", re.DOTALL)


class Finding(NamedTuple):
    """How the checker begins or contains its words, and the code that this is for us."""

    words: re.Pattern[str]
    code: CodeName


FINDINGS: Final = (
    Finding(re.compile(r"^Object missing required field"), "missing_field"),
    Finding(re.compile(r"^Object contains unknown field"), "unknown_field"),
    Finding(re.compile(r"^Invalid enum value"), "not_a_choice"),
    Finding(re.compile(r"^Invalid value"), "unknown_message"),
    Finding(re.compile(r"^Expected `\w+` of length"), "wrong_length"),
    Finding(re.compile(r"^Expected `\w+` matching regex"), "wrong_form"),
    Finding(re.compile(r"^Expected `\w+` [<>]"), "out_of_range"),
)


def fault_from(words: str) -> WireError:
    """The coded fault behind one finding of msgspec (its ``ValidationError`` in words)."""
    place = PLACE.search(words)
    said = words[: place.start()] if place else words
    code = _code_of(said)
    return WireError(code, _pointer(place["path"] if place else "", _field_in(said, code)))


def _code_of(said: str) -> CodeName:
    return next((found.code for found in FINDINGS if found.words.match(said)), "wrong_type")


def _field_in(said: str, code: CodeName) -> str | None:
    found = FIELD.search(said) if code in ("missing_field", "unknown_field") else None
    return found["name"] if found else None


def _pointer(path: str, field: str | None) -> str:
    steps = [*STEP.findall(path), *([] if field is None else [escape(field)])]
    return "".join(f"/{step}" for step in steps)[:POINTER_CHARACTERS]
