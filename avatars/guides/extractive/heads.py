"""The thing that a question asks for by name: what no answer may be silent about."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final

from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.terms import Mark, Terms

RATES: Final = frozenset(
    [
        "annual",
        "monthly",
        "daily",
        "hourly",
        "first_year",
        "one_off",
        "minimum",
        "maximum",
        "fee",
        "amount",
        "permitted",
        "list_all",
        "night",
        "weekday",
        "weekend",
        "holiday",
        "procedure",
        "apply",
        "list_all",
        "move_in",
        "requirement",
        "company",
        "processing_time",
        "travel_time",
        "equipment",
        "payment",
        "price",
        "building",
        "floor_level",
        "unit",
        "address",
        "use",
        "park",
        "lease",
        "policy",
        "validity",
        "version",
        "situation",
        "person",
        "exist",
    ]
)
"""Concepts that say how something is asked for, not what."""
_OPENS: Final = re.compile(
    r"\b(?:what|which)(?:'s| is| are| was| were)?(?: the| a| an| your| its| their| park's| kinds? of| types? of| sorts? of)* "
    r"|\bhow (?:many|much) |\b(?:is|are) there (?:a |an |any |some )?|\b(?:do|does) (?:you|the park|it|the site|\w+) (?:have|offer|provide) (?:a |an |any |some )?"
)
_CLOSES: Final = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "on",
        "to",
        "per",
        "from",
        "with",
        "does",
        "do",
        "did",
        "is",
        "are",
        "was",
        "were",
        "can",
        "could",
        "will",
        "would",
        "should",
        "has",
        "have",
        "by",
        "between",
        "must",
        "may",
        "shall",
        "i",
        "we",
        "you",
        "that",
        "who",
        "which",
        "when",
        "where",
        "near",
        "within",
        "under",
        "over",
        "during",
        "available",
        "allowed",
        "cost",
        "costs",
    ]
)


def head(found: Terms, lang: Lang) -> Mark | None:
    """The mark that names what is asked for; None when the question has no such form."""
    content = [mark for mark in found.marks if _is_content(mark)]
    if not content:
        return None
    return _english(found, content) if lang == "en" else _chinese(found, content)


def _is_content(mark: Mark) -> bool:
    if mark.kind == "word":
        return not mark.keys & lexicon().light
    if mark.kind == "han":
        return len(mark.text) > 1
    if mark.kind == "concept":
        table = lexicon().concepts
        return any(
            not table[key].weak and not table[key].asks and key not in RATES for key in mark.keys
        )
    return False


def _english(found: Terms, content: list[Mark]) -> Mark | None:
    opened = _OPENS.search(found.text)
    if opened is None:
        return None
    last = None
    for mark in found.marks:
        if mark.end <= opened.end():
            continue
        if mark.kind in ("stop", "word") and set(mark.text.split()) & _CLOSES:
            break
        if mark in content:
            last = mark
    return last


_AFTER: Final = re.compile(
    r"(?:的|是|有|能|会|要|到底|大概|一共|总共|分别|方面)*(?:多[少大高宽深长重远久快]|几|什么|啥|怎么|如何|哪|谁|吗|呢|有多|为多少|\?|？|$|。)"
)
_YES_NO: Final = re.compile(
    r"吗\W*$|能不能|可不可以|是否可以|能否|可否|是不是|会不会|要不要|行不行"
)
_HAVING: Final = re.compile(r"有[^吗]{1,12}吗|有没有|有无|是否有|提供[^吗]{1,12}吗|配有|设有")
_HAS: Final = re.compile(r"(?:有没有|有无|有|是否有|提供|配有|设有)$")


def _chinese(found: Terms, content: list[Mark]) -> Mark | None:
    if _YES_NO.search(found.text) and not _HAVING.search(found.text):
        return None
    for mark in reversed(content):
        if _AFTER.match(found.text[mark.end :]):
            return mark
    return next((m for m in content if _HAS.search(found.text[: m.start])), None)


_OWNS: Final = re.compile(r"的(?!话)|有(?:什么|哪些|几|多少)|是(?:什么|多少|谁)|怎么|如何|多少")


def owners(found: Terms, lang: Lang) -> list[Mark]:
    """Marks that name whose the thing is that is asked for: X in "X 的 Y" and "the Y of X"."""
    content = [mark for mark in found.marks if _is_content(mark)]
    if lang == "zh":
        return [mark for mark in content if _OWNS.match(found.text[mark.end :])]
    at = found.text.find(" of ")
    if at < 0:
        return []
    made = []
    for mark in found.marks:
        if mark.start <= at + 3:
            continue
        if mark.kind in ("stop", "word") and set(mark.text.split()) & _CLOSES:
            break
        if mark in content:
            made.append(mark)
    return made
