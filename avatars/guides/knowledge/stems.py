"""English words without their endings, so that "leases", "leased" and "leasing" meet."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ODD: Final = {
    "companies": "company", "stories": "storey", "story": "storey", "built": "build",
    "paid": "pay", "held": "hold", "let": "let", "feet": "foot", "metres": "meter",
    "metre": "meter", "centre": "center", "centres": "center", "theatre": "theater",
    "licence": "license", "kilometre": "kilometer", "kilometres": "kilometer", "people": "people",
    "buses": "bus", "opening": "opening", "building": "building", "buildings": "building",
    "children": "child", "sold": "sell", "bought": "buy", "costs": "cost", "charging": "charging",
    "parking": "parking", "meeting": "meeting", "meetings": "meeting", "programme": "program",
    "colour": "color", "labour": "labor", "harbour": "harbor", "fibre": "fiber", "tyre": "tire",
    "organisation": "organization", "dining": "dine", "gas": "gas", "address": "address",
}  # fmt: skip
_VOWELS: Final = frozenset("aeiouy")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The word's stem; ``word`` in small letters."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _ODD:
        return _ODD[word]
    if len(word) < 4 or not word.isascii():
        return word
    return _tidy(_without_tense(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS & set(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest + "e" * (len(rest) == 3)
    return word


def _tidy(word: str) -> str:
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    if word.endswith("isation"):
        word = word[:-7] + "ization"
    if word.endswith("ise") and len(word) > 5:
        word = word[:-3] + "ize"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
