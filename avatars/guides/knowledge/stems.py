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
    "went": "go", "gone": "go", "came": "come", "brought": "bring", "taught": "teach",
    "taken": "take", "took": "take", "given": "give", "gave": "give", "kept": "keep",
    "met": "meet", "sent": "send", "spent": "spend", "lent": "lend",
    "drove": "driv", "driven": "driv", "driving": "driv", "ate": "eat", "eaten": "eat",
    "chose": "choos", "chosen": "choos", "grew": "grow", "grown": "grow", "began": "begin",
    "begun": "begin", "ran": "run", "rode": "ride", "ridden": "ride", "slept": "sleep",
    "wrote": "writ", "written": "writ", "stored": "stor", "men": "man", "women": "woman",
    "mice": "mous", "geese": "goos", "knives": "knif", "halves": "half",
    "shelves": "shelf", "lives": "live", "criteria": "criterion", "analyses": "analysis",
    "laboratories": "laboratory", "factories": "factory", "grey": "gray", "kerb": "curb",
    "aluminium": "aluminum", "cheque": "check", "cheques": "check", "litre": "liter",
    "litres": "liter", "tonne": "ton", "tonnes": "ton", "catalogue": "catalog",
    "neighbour": "neighbor", "neighbours": "neighbor", "neighbouring": "neighbor",
    "favour": "favor", "honour": "honor", "vapour": "vapor", "odour": "odor",
    "defence": "defens", "jewellery": "jewelry", "storeys": "storey", "storey": "storey",
    "deliveries": "deliver", "delivery": "deliver", "delivered": "deliver",
    "employing": "employ", "employed": "employ", "employs": "employ",
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
