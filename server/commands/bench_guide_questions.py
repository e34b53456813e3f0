"""Questions that a guide is judged by: what each file of them holds, read strictly."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, get_args

from avatars.guides.brain import Exchange
from avatars.guides.knowledge.document import Lang

Kind = Literal[
    "plain", "paraphrase", "follow_up", "number", "unanswerable", "expired", "cross_language",
    "list", "vague", "action",
]  # fmt: skip
KINDS: Final[tuple[str, ...]] = get_args(Kind)
TODAY: Final = date(2026, 12, 1)
"""The day on which questions are asked that name none: judging must not change with the clock."""


class QuestionsError(Exception):
    """A file of questions is not one; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with what a good answer holds.

    Any one of ``sources`` is right. Each of ``facts`` must be said, in any one of its wordings.
    ``actions`` are names that must be called.
    """

    id: str
    q: str
    lang: Lang
    kind: Kind
    sources: frozenset[str] = frozenset()
    facts: tuple[tuple[str, ...], ...] = ()
    answerable: bool = True
    history: tuple[Exchange, ...] = ()
    today: date = TODAY
    actions: frozenset[str] = frozenset()


def read(text: str) -> list[Judged]:
    """The questions of a file, one JSON object a line; raises QuestionsError."""
    found = [_read(number, line) for number, line in _lines(text)]
    if not found:
        raise QuestionsError("there is no question in it")
    if len({each.id for each in found}) < len(found):
        raise QuestionsError("two questions have the same id")
    return found


def folded(text: str) -> str:
    """Text without the differences that nobody hears: width, case, spaces, marks of thousands."""
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in wide if not sign.isspace() and sign != ",")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((i, line) for i, line in enumerate(text.splitlines(), 1) if line.strip())


def _read(number: int, line: str) -> Judged:
    try:
        return _judged(json.loads(line))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise QuestionsError(f"line {number}: {type(error).__name__}: {error}") from error


def _judged(row: Mapping[str, Any]) -> Judged:
    return Judged(
        id=str(row["id"]),
        q=str(row["q"]),
        lang=_one_of(row["lang"], get_args(Lang)),
        kind=_one_of(row["kind"], KINDS),
        sources=frozenset(map(str, row.get("sources", ()))),
        facts=tuple(_wordings(each) for each in row.get("facts", ())),
        answerable=bool(row["answerable"]),
        history=tuple(Exchange(each["q"], each["a"]) for each in row.get("history", ())),
        today=date.fromisoformat(row["today"]) if "today" in row else TODAY,
        actions=frozenset(map(str, row.get("actions", ()))),
    )


def _wordings(fact: object) -> tuple[str, ...]:
    return tuple(map(str, fact)) if isinstance(fact, list) else (str(fact),)


def _one_of(value: object, values: tuple[str, ...]) -> Any:
    if value not in values:
        raise ValueError(f"{value!r} is none of {', '.join(values)}")
    return value
