"""Numbers of identity documents: GB 11643-1999, passports, permits. None is ever shown whole.

Eighteen characters: six digits of a region, the date of birth, three of a sequence, and a check
character (ISO 7064, MOD 11-2). Residents of Hong Kong, Macao and Taiwan who live on the mainland
have such numbers too (regions 81, 82, 83), and so have permanent residents from abroad since 2023
(beginning with 9).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from server.registration.regions import PROVINCES
from server.registration.typed import bare

Kind = Literal[
    "resident_id",
    "hmt_residence",
    "hk_macao_permit",
    "taiwan_permit",
    "passport",
    "foreign_resident",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Reason = Literal["ok", "length", "charset", "region", "birth_date", "checksum", "underage"]


class KindWords(NamedTuple):
    """A kind of document in both languages."""

    zh: str
    en: str


WORDS: Final[Mapping[Kind, KindWords]] = {
    "resident_id": KindWords("居民身份证", "Resident identity card"),
    "hmt_residence": KindWords(
        "港澳台居民居住证", "Residence permit for HK, Macao or Taiwan residents"
    ),
    "hk_macao_permit": KindWords(
        "港澳居民来往内地通行证", "Mainland travel permit for HK and Macao residents"
    ),
    "taiwan_permit": KindWords(
        "台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"
    ),
    "passport": KindWords("护照", "Passport"),
    "foreign_resident": KindWords("外国人永久居留身份证", "Foreign permanent resident card"),
}
NUMBERED: Final = frozenset({"resident_id", "hmt_residence"})
"""Kinds whose numbers are made as GB 11643-1999 has it."""
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS: Final = "10X98765432"
OF_AGE: Final = 18
OLDEST: Final = 130
"""Years that nobody has lived; a date before is a mistake."""
SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "hk_macao_permit": re.compile(r"[HM](?:\d{8}|\d{10})", re.ASCII),
    "taiwan_permit": re.compile(r"\d{8}|\d{10}[A-Z]?", re.ASCII),
    "passport": re.compile(r"(?=.*\d)[A-Z0-9]{5,15}", re.ASCII),
    "foreign_resident": re.compile(r"[A-Z]{3}\d{12}|9\d{16}[\dX]", re.ASCII),
}
SHOWN: Final = 4
_NOISE: Final = str.maketrans("", "", "·.()")


def normalised(text: str) -> str:
    """The number in half width and capitals, without spaces, hyphens, dots and brackets."""
    return bare(text[:64]).translate(_NOISE)


def check(text: str, today: date, kind: str = "resident_id") -> Reason:
    """The first thing wrong with a number, or ``ok``. Representatives are of age."""
    number = normalised(text)
    if kind in NUMBERED:
        return _check_numbered(number, today, hmt=kind == "hmt_residence")
    if not number.isascii() or not number.isalnum():
        return "charset"
    if not SHAPES[kind].fullmatch(number):
        return "length"
    if kind == "foreign_resident" and len(number) == 18 and number[17] != check_character(number):
        return "checksum"
    return "ok"


def check_character(number: str) -> str:
    """The check character of the first seventeen digits (ISO 7064, MOD 11-2)."""
    return CHECKS[sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=False)) % 11]


def birth_date(number: str) -> date | None:
    """The date of birth in a number of eighteen characters; None when there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def masked(text: str) -> str:
    """The last characters of a number, four at the most and a quarter of it: never the birthday."""
    number = normalised(text)
    shown = min(SHOWN, len(number) // 4)
    return "*" * (len(number) - shown) + number[len(number) - shown :]


def _check_numbered(number: str, today: date, *, hmt: bool) -> Reason:
    if len(number) != 18:
        return "length"
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return "charset"
    regions = {"81", "82", "83"} if hmt else PROVINCES
    if number[:2] not in regions:
        return "region"
    born = birth_date(number)
    if born is None or not _is_lived(born, today):
        return "birth_date"
    if number[17] != check_character(number):
        return "checksum"
    return "ok" if _age(born, today) >= OF_AGE else "underage"


def _is_lived(born: date, today: date) -> bool:
    return born <= today and _age(born, today) <= OLDEST


def _age(born: date, today: date) -> int:
    """Full years; one is a year older on the birthday, on 1 March when it is 29 February."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
