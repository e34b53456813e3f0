"""Everything in a text that can be checked, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from avatars.guides.facts.names import names, squeezed
from avatars.guides.facts.plain import plain
from avatars.guides.facts.quantity import Quantity, quantities, without_ordinals
from avatars.guides.facts.units import PER, PER_BEFORE, PER_BEHIND, RENT, UNIT, unit_of
from avatars.guides.facts.when import Found, days, times, with_years

KEPT: Final = 1024
_PHONE: Final = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?(?:1[3-9]\d(?:[- ]?\d{4}){2}|\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}"
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|\d{3,4}-\d{4}(?!\d|年|-))(?![\d.]*\d)"
)
_LETTERED: Final = re.compile(r"(?<![a-z0-9])(?:[a-z]{1,6}-?\d[\da-z]*(?:-\d+[a-z]?)*)(?![a-z0-9])")
_MONEY_LED: Final = re.compile(r"(?:rmb|cny|usd|eur|no)\d")
_SQUARE: Final = re.compile(r"(?:m|km)[23]")
_YEAR_ALONE: Final = re.compile(r"(?:19|20)\d\d")
_UNIT_NEXT: Final = re.compile(rf"\s?(?:{UNIT})")
_UNIT_ANY: Final = re.compile(UNIT)
FREE: Final = (
    (
        "free",
        re.compile(
            r"免费|不收费|无需付费|免收|免交|free of charge|for free|no charge|complimentary"
            r"|(?<!feel )\bfree\b(?! (?:to ask|trade|zone))"
        ),
    ),
    ("rent-free", re.compile(r"免租|免房租|rent[- ]free|rent holiday")),
    (
        "promise",
        re.compile(r"保证|承诺|包批|包过|一定(?:能|可以|会)拿到|guarantee|we promise|promised"),
    ),
)
"""Prices and promises that are said without a number."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says that can be checked; ``units`` and ``pers`` also from headings alone."""

    quantities: tuple[Quantity, ...]
    days: tuple[Found, ...]
    times: tuple[Found, ...]
    phones: frozenset[str]
    names: tuple[str, ...]
    free: frozenset[str]
    units: frozenset[str]
    pers: frozenset[str]
    bare: str
    text: str


@lru_cache(KEPT)
def facts(text: str) -> Facts:
    """Read a text; what was read lately is remembered."""
    whole = plain(text)
    small = without_ordinals(whole.lower())
    rest, phones = _taken(small, list(_PHONE.finditer(small)))
    lettered = [m for m in _LETTERED.finditer(rest) if _is_code(m[0])]
    rest, _ = _taken(rest, lettered)
    found = [each for each in days(rest) if not _is_count(rest, each)]
    found = with_years(found, rest)
    rest = _blank(rest, found)
    clock = list(times(rest))
    rest = _blank(rest, clock)
    return Facts(
        tuple(quantities(rest)),
        tuple(found),
        tuple(clock),
        frozenset(re.sub(r"\D", "", each) for each in phones),
        tuple(dict.fromkeys(names(whole))),
        frozenset(name for name, pattern in FREE if pattern.search(small)),
        frozenset(u.dimension for m in _UNIT_ANY.finditer(small) if (u := unit_of(m[0]))),
        frozenset(PER[m[1]] for p in (PER_BEHIND, PER_BEFORE, RENT) for m in p.finditer(small)),
        squeezed(whole),
        small,
    )


def _is_code(word: str) -> bool:
    return _MONEY_LED.match(word) is None and _SQUARE.fullmatch(word) is None


def _is_count(text: str, found: Found) -> bool:
    """Whether what looks like a year alone has a unit behind it: 2000 people."""
    alone = _YEAR_ALONE.fullmatch(text[found.start : found.end])
    return alone is not None and _UNIT_NEXT.match(text, found.end) is not None


def _taken(text: str, found: list[re.Match[str]]) -> tuple[str, list[str]]:
    for each in found:
        text = text[: each.start()] + "\x00" * len(each[0]) + text[each.end() :]
    return text, [each[0] for each in found]


def _blank(text: str, found: list[Found]) -> str:
    for each in found:
        text = text[: each.start] + "\x00" * (each.end - each.start) + text[each.end :]
    return text
