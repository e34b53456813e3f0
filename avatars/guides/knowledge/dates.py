"""Days and months in a text, in Chinese and English, each with the days that it may mean."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from avatars.guides.knowledge.numerals import chinese_value

MONTHS: Final = {
    name: n
    for n, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_M: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_Y: Final = r"(?:19|20)\d\d"
_H: Final = "〇零一二三四五六七八九十"
DAY: Final = (
    rf"(?:{_Y}\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*[日号]?)?底?|二[〇零][{_H}]{{2}}年[{_H}]{{1,2}}月(?:[{_H}]{{1,3}}日)?"
    rf"|{_Y}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{_Y}[-/.]\d{{1,2}}(?![\d/.-])|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_M})\.?,? {_Y}"
    rf"|(?:{_M})\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_Y}|(?:{_M})\.? {_Y}|{_Y}\s*年底?(?:末)?)"
)
"""A day, a month or a year of a folded text."""
_DAY: Final = re.compile(rf"(?<!\d){DAY}(?!\d)")


class Day(NamedTuple):
    """A date where it stands: the first and the last day that it may mean."""

    first: date
    last: date
    start: int
    end: int


def days(text: str) -> Iterator[Day]:
    """Every date of a folded text that has a year, in order."""
    for found in _DAY.finditer(text):
        read = day_of(found[0])
        if read is not None:
            yield Day(*read, *found.span())


def day_of(words: str) -> tuple[date, date] | None:
    """The first and last day that one date means; None when there is no such day."""
    if words.startswith("二"):
        words = re.sub(rf"[{_H}]+", lambda found: f"{chinese_value(found[0]) or 0:.0f}", words)
    month = next((MONTHS[w] for w in re.findall(r"[a-z]+", words) if w in MONTHS), None)
    figures = [int(n) for n in re.findall(r"\d+", words)]
    year = next((n for n in figures if n > 1900), 0)
    rest = [n for n in figures if n != year]
    if month is None:
        month, rest = (rest[0], rest[1:]) if rest else (None, [])
    return _days(year, month, rest[0] if rest else None)


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
