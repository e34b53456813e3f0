"""Numbers that tell one thing from another: a ten-metre chamber is no three-metre chamber."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.numerals import numbers
from avatars.guides.knowledge.stems import stem

_CARDINALS: Final = {
    w: float(n)
    for n, w in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        1,
    )
}
_WORDED: Final = re.compile(rf"\b({'|'.join(_CARDINALS)})[- ]")
_NEXT_EN: Final = re.compile(r"[- ]?([a-z]{3,})")
_NEXT_ZH: Final = re.compile("[\u4e00-\u9fff]{3,6}")
_UNITS: Final = frozenset(
    stem(w)
    for w in [
        "metre",
        "meter",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "kilometre",
        "km",
        "yuan",
        "rmb",
        "percent",
        "tonne",
        "ton",
        "kilogram",
        "square",
        "people",
        "person",
        "employee",
        "working",
        "business",
        "million",
        "thousand",
        "storey",
        "floor",
        "degree",
        "time",
        "stop",
        "mile",
        "or",
        "and",
        "to",
        "in",
        "of",
        "at",
        "for",
        "the",
        "per",
        "from",
        "is",
        "are",
        "that",
    ]
)
SHARED: Final = 3
"""Ideographs after a number by which two Chinese phrases are about the same thing."""


@lru_cache(maxsize=32_768)
def counted(text: str) -> frozenset[tuple[float, str]]:
    """Each number of a text with the words that it counts."""
    plain = folded(text)
    found = set()
    for number in numbers(plain):
        if number.start and (
            plain[number.start - 1].isascii() and plain[number.start - 1] not in " ,;:(|"
        ):
            continue
        found |= {(number.value, words) for words in _after(plain, number.end)}
    for match in _WORDED.finditer(plain):
        value = _CARDINALS[match[1]]
        found |= {(value, words) for words in _after(plain, match.end() - 1)}
    return frozenset(found)


def _after(plain: str, at: int) -> list[str]:
    if han := _NEXT_ZH.match(plain, at):
        return [han[0]]
    if word := _NEXT_EN.match(plain, at):
        root = stem(word[1])
        if root not in _UNITS:
            return [root]
        thing = _NEXT_EN.match(plain, word.end()) if word[0][0] == "-" else None
        return [f"{root} {stem(thing[1])}"] if thing else []
    return []


_SEATS: Final = re.compile(r"(\d+)\s*人(?:间|房|桌|座|的?(?:会议室|教室|包间|包厢|培训室))")
_PEOPLE: Final = re.compile(r"(\d+)\s*人")


def differ(question: str, answer: str) -> bool:
    """Whether an answer counts something otherwise than the question does, and never alike."""
    wanted = _SEATS.search(folded(question))
    if wanted is not None:
        seats = set(_PEOPLE.findall(folded(answer)))
        if seats and wanted[1] not in seats:
            return True
    asked, said = counted(question), counted(answer)
    for value, words in asked:
        alike = {other for other, each in said if _same(words, each)}
        if alike and value not in alike:
            return True
    return False


def _same(one: str, two: str) -> bool:
    return one == two if one.isascii() else one[:SHARED] == two[:SHARED]
