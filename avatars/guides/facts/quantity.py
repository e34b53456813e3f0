"""Quantities in a text: exact values with units, and what a price is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from avatars.guides.facts.digits import MYRIADS, NUMBER, TENS, chinese, value_of
from avatars.guides.facts.units import PER, PER_BEFORE, PER_BEHIND, RENT, UNIT, Unit, unit_of

MONEY: Final = frozenset({"CNY", "USD", "EUR", "HKD", "JPY"})
_NOT: Final = r"(?!人民|分之|[立为员本功果交熟长都品门委津然体性面向案式前])"
_UNIT: Final = re.compile(rf"\s?(?:多|余|来)?\s?({UNIT}){_NOT}")
_AHEAD: Final = re.compile(r"(¥|us\$|hk\$|\$|€|rmb|cny|usd|eur|人民币)\s?$")
_FRACTION: Final = re.compile(
    r"(?P<b>[百千万]|[\d一二两三四五六七八九十]+)分之(?P<a>[\d.]+|[零一二两三四五六七八九十百点]+)"
    r"|(?<![\d/])(?P<a2>[1-9]\d?)/(?P<b2>[1-9]\d?)(?![\d/])"
)
_RATIO: Final = re.compile(r"(?<![\d:.])(?P<a>\d{1,4})\s?:\s?(?P<b>\d{1,5})(?![\d:])")
_HALF: Final = re.compile(
    r"(?P<price>半价|对折|half[ -]price|half the (?:price|rent|fee))"
    r"|(?P<part>一半|\bhalf\b(?! an? (?:hour|day|year)))"
    r"|半(?P<han>个?(?:小时|月|天|年))|\bhalf an? (?P<word>hour|day|year)"
)
_HALVES: Final = {
    **dict.fromkeys(("小时", "hour"), ("s", 1800)),
    **dict.fromkeys(("天", "day"), ("s", 43_200)),
    **dict.fromkeys(("年", "year"), ("month", 6)),
    "月": ("halfmonth", 1),
}
_AND_HALF: Final = re.compile(r"(?:个)?半(?=个|年|月|天|小时|\b|$|[，。,.])")
_ORDINAL: Final = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NTH: Final = re.compile(
    rf"\b({'|'.join(_ORDINALS)})(?=[ -](?:floor|line|phase|year|month|building|hall))"
)
_TO: Final = re.compile(r"\s?(?:-|至|到|to|and|或|、|,|or)\s?")
_SAID: Final = re.compile(r"(?:第|共|约|达|近|有|为|是|超|至|到|[:：])\s?$")


class Quantity(NamedTuple):
    """A value in its unit's base; ``raw`` as it is written. ``per``: what it is for (day, m2 …).

    ``weak``: a numeral that is more likely a word (三维, 十分), of no account in a claim.
    """

    value: Fraction
    raw: Fraction
    unit: Unit | None
    per: frozenset[str]
    start: int
    end: int
    weak: bool = False

    @property
    def dimension(self) -> str:
        """What is measured; empty for a bare number."""
        return self.unit.dimension if self.unit else ""

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money, or a part of one."""
        return self.dimension in MONEY or self.dimension == "off"


def without_ordinals(text: str) -> str:
    """``3rd floor`` and ``third floor`` as ``3 floor``, at the same length."""
    text = _ORDINAL.sub(lambda m: m[1].rjust(len(m[0])), text)
    return _NTH.sub(lambda m: str(_ORDINALS.index(m[1]) + 1).rjust(len(m[0])), text)


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a plain text in small letters, in order; ranges share their unit."""
    found: list[Quantity] = []
    rest = text
    for special in (_fractions, _ratios, _halves):
        for each in special(rest):
            found.append(each)
            rest = rest[: each.start] + "\x00" * (each.end - each.start) + rest[each.end :]
    found += _plain(rest)
    return _shared(sorted(found, key=lambda each: each.start), text)


def _fractions(text: str) -> Iterator[Quantity]:
    for found in _FRACTION.finditer(text):
        above, below = _read(found["a"] or found["a2"]), _read(found["b"] or found["b2"])
        if above is not None and below:
            yield _part(above / below, "%", found)


def _ratios(text: str) -> Iterator[Quantity]:
    """1:10 of a model; times of day are gone from the text by then."""
    for found in _RATIO.finditer(text):
        if int(found["b"]):
            yield _part(Fraction(int(found["a"]), int(found["b"])), "ratio", found)


def _read(text: str) -> Fraction | None:
    if text in TENS or text in MYRIADS:
        return Fraction({**TENS, **MYRIADS}[text])
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return Fraction(text)
    return None if any(c.isascii() for c in text) else chinese(text)


def _halves(text: str) -> Iterator[Quantity]:
    for found in _HALF.finditer(text):
        if found["price"]:
            yield _part(Fraction(1, 2), "off", found)
        elif found["part"]:
            yield _part(Fraction(1, 2), "%", found)
        else:
            dimension, size = _HALVES[(found["han"] or found["word"]).removeprefix("个")]
            yield _part(Fraction(size), dimension, found)


def _part(value: Fraction, dimension: str, found: re.Match[str]) -> Quantity:
    return Quantity(value, value, Unit(dimension), frozenset(), *found.span())


def _plain(text: str) -> Iterator[Quantity]:
    taken = 0
    for found in NUMBER.finditer(text):
        value = value_of(found)
        if value is None or found.start() < taken:
            continue
        start, end = found.span()
        unit = _UNIT.match(text, end)
        measured = unit_of(unit[1]) if unit else None
        half = _AND_HALF.match(text, end if not unit else unit.end(1))
        if unit and measured:
            end = unit.end()
        if half and measured:
            value, end = value + Fraction(1, 2), half.end()
        ahead = _AHEAD.search(text, 0, start)
        if ahead and (measured is None or measured.dimension not in MONEY):
            if measured and measured.dimension not in ("%", "off"):
                end = found.end()
            measured, start = unit_of(ahead[1]), ahead.start()
        if measured and measured.dimension == "off" and value > 10:
            value /= 10
        size = measured.size if measured else Fraction(1)
        weak = _is_weak(found, text, measured)
        per, taken = _per(text, start, end)
        yield Quantity(value * size, value, measured, per, start, end, weak)


def _is_weak(found: re.Match[str], text: str, unit: Unit | None) -> bool:
    """Whether a numeral counts for nothing by itself: 一个, 十分, one of us."""
    word = found["han"] or found["words"]
    if not word:
        return False
    counted = unit is None or unit.dimension in ("#thing", "#people", "#firm", "#time", "#room")
    if word in ("一", "one"):
        return counted and not text[: found.start()].endswith("第")
    if unit is not None:
        return False
    if found["words"]:
        return False
    named = all(c in TENS or c in MYRIADS for c in word) or word in ("万一", "一一", "零一")
    return named or (len(word) == 1 and _SAID.search(text, 0, found.start()) is None)


def _per(text: str, start: int, end: int) -> tuple[frozenset[str], int]:
    """What stands behind or before a price: 80元/㎡·天, 每平方米每天80元, and its end."""
    found: set[str] = set()
    while behind := PER_BEHIND.match(text, end):
        found.add(PER[behind[1]])
        end = behind.end()
    before = text[max(0, start - 14) : start]
    clause = re.split(r"[，。；,;.\d]", before)[-1]
    found.update(PER[each[1]] for each in PER_BEFORE.finditer(clause))
    found.update(PER[each[1]] for each in RENT.finditer(clause))
    if rent := re.search(r"\b(dai|month|year|annual)ly? (?:rent|fee)\D{0,6}$", clause):
        found.add({"dai": "day", "annual": "year"}.get(rent[1], rent[1]))
    return frozenset(found), end


def _shared(found: list[Quantity], text: str) -> list[Quantity]:
    """In 10-20元 and 三至五年 the first has the unit of the second."""
    done = list(found)
    for at in range(len(done) - 2, -1, -1):
        one, two = done[at], done[at + 1]
        if one.unit is None and two.unit is not None and _TO.fullmatch(text[one.end : two.start]):
            size = two.unit.size
            done[at] = one._replace(value=one.raw * size, unit=two.unit, per=two.per, weak=False)
    return done
