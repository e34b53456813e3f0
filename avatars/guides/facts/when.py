"""Days and times of day in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from avatars.guides.facts.digits import chinese

_D: Final = r"[\d〇○零一二三四五六七八九十]"
_MONTHS: Final = {
    name: n
    for n, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sept sep", "october oct", "november nov"),
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_CHINESE: Final = re.compile(
    rf"(?:(?P<y>{_D}{{4}}|\d{{2}}(?=年\d))年(?:度)?)(?:\s?(?P<m>{_D}{{1,3}})\s?月(?:份)?(?:\s?(?P<d>{_D}{{1,3}})\s?[日号])?)?"
    rf"|(?P<m2>{_D}{{1,3}})\s?月(?:份)?(?:\s?(?P<d2>{_D}{{1,3}})\s?[日号])"
    rf"|(?<![个\d])(?P<m3>{_D}{{1,3}})月(?:份|底|初|中旬|上旬|下旬)?(?![\d租])"
)
_ISO: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?![\d])"
)
_ENGLISH: Final = re.compile(
    rf"(?<![a-z])(?P<m>{_MONTH})\b\.? {{1,4}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)"
    rf"(?:,? (?P<y>\d{{4}})\b)?"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})\b\.?"
    rf"(?:,? (?P<y2>\d{{4}})\b)?"
    rf"|(?<![a-z])(?P<m3>{_MONTH})\b,? (?P<y3>\d{{4}})\b"
    r"|(?<![\d.,a-z-])(?P<y4>(?:19|20)\d\d)(?!\d|\.\d|[a-z/]|-\d)(?!\s?(?:%|[a-z]*2\b|元|yuan|rmb|sq|m\b|people))"
)
_CLOCK: Final = re.compile(
    rf"(?P<half>上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚)?\s?(?:(?P<h>\d{{1,2}})[::](?P<min>\d{{2}})(?![\d:])"
    rf"|(?P<h2>{_D}{{1,3}})\s?[点时](?!间|候|长|代|[\d一二三四五六七八九]+[万元%倍])(?:(?P<min2>{_D}{{1,3}})\s?分?|(?P<h5>半))?钟?)"
    r"(?:\s?(?P<ap>[ap]\.?m\b\.?))?"
    r"|(?<![\d.])(?P<h3>\d{1,2})\s?(?P<ap3>[ap]\.?m\b\.?)|(?P<noon>\bnoon\b|\bmidnight\b)"
)


class Day(NamedTuple):
    """A day, month or year; what is not said is 0."""

    year: int
    month: int
    day: int

    def says(self, other: Day) -> bool:
        """Whether all that ``other`` says is what this says."""
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True) if theirs)


class Found(NamedTuple):
    """A day, or a time of day in minutes, with its span."""

    day: Day | None
    minutes: int | None
    start: int
    end: int


def days(text: str) -> Iterator[Found]:
    """Every day that a plain text in small letters names, in order of form."""
    for pattern in (_CHINESE, _ISO, _ENGLISH):
        for found in pattern.finditer(text):
            day = _day(found)
            if day is not None:
                yield Found(day, None, *found.span())


def times(text: str) -> Iterator[Found]:
    """Every time of day; 下午5点, 5 pm and 17:00 are one."""
    for found in _CLOCK.finditer(text):
        minutes = _minutes(found)
        if minutes is not None:
            yield Found(None, minutes, *found.span())


def with_years(found: list[Found], text: str) -> list[Found]:
    """Days, and those again that follow a day of a named year within a span (1月1日至12月31日)."""
    more: list[Found] = []
    ordered = sorted(found, key=lambda each: each.start)
    for before, after in pairwise(ordered):
        a, b = before.day, after.day
        between = text[before.end : after.start]
        if (
            a
            and b
            and a.year
            and not b.year
            and re.fullmatch(r"\s*(?:起)?\s*(?:至|到|-|to|until)\s*", between)
        ):
            more.append(after._replace(day=b._replace(year=a.year)))
            month = b.month or a.month
            more.append(after._replace(day=Day(a.year, month, b.day)))
    return [*found, *more]


def _day(found: re.Match[str]) -> Day | None:
    parts = {name[0]: text for name, text in found.groupdict().items() if text}
    year, month, day = (_number(parts.get(name, "")) for name in "ymd")
    year = year + 2000 if 0 < year < 100 else year
    fine = month <= 12 and day <= 31 and (not year or 1800 <= year <= 2300)
    return Day(year, month, day) if fine and (year or month) else None


def _number(text: str) -> int:
    if not text:
        return 0
    if text in _MONTHS:
        return _MONTHS[text]
    if text.isdigit() and text.isascii():
        return int(text)
    read = None if any(c.isascii() for c in text) else chinese(text)
    return 10_000 if read is None else int(read)


def _minutes(found: re.Match[str]) -> int | None:
    if found["noon"]:
        return 720 if found["noon"] == "noon" else 0
    hour = _number(found["h"] or found["h2"] or found["h3"] or "")
    minute = 30 if found["h5"] else _number(found["min"] or found["min2"] or "")
    late = (found["half"] or "") in ("下午", "傍晚", "晚上", "晚")
    letter = (found["ap"] or found["ap3"] or " ")[0]
    if (late or letter == "p") and hour < 12:
        hour += 12
    if letter == "a" and hour == 12:
        hour = 0
    return hour * 60 + minute if hour <= 24 and minute < 60 else None
