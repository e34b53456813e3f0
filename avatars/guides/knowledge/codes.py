"""What numbers and letters name in a park: buildings, floors, halls, lines, phases, years.

Each becomes one code, however it is written: 二楼, 2F and "the second floor" are all ``floor:2``.
"""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from avatars.guides.knowledge.numerals import DIGITS, chinese_value

_N: Final = rf"(?:\d{{1,4}}|[{''.join(DIGITS)}十百]{{1,5}})"
_ORDINALS: Final = {
    w: n
    for n, w in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
_CARDINALS: Final = {
    w: n
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
_O: Final = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_C: Final = rf"(?:\d{{1,4}}|{'|'.join(_CARDINALS)})"
_ID: Final = r"[a-z]{1,3}-?\d{1,4}[a-z]?|\d{1,3}[a-z]|[a-z]"
_HOUSE: Final = "栋|幢|座|号楼|号院|号厂房|楼栋"
_EN_HOUSE: Final = "building|tower|block|bldg|plant|workshop|factory building|warehouse"


class Code(NamedTuple):
    """A code where it stands: ``kind`` and ``value``, such as ``floor`` and ``2``."""

    kind: str
    value: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """Kind and value in one word."""
        return f"{self.kind}:{self.value}"


_PATTERNS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("year", r"(?<!\d)(?P<v>(?:19|20)\d\d)(?=年|年度|\b(?![\d.:]))(?!\s?(?:元|㎡|平|m\b|m2|kva|kw|人|个|吨|yuan|rmb|sqm|square))\s?年?度?"),
        ("year", r"(?P<v>二[〇零][一二三四五六七八九〇零]{2})年"),
        ("nth", rf"第(?P<v>{_N})年|(?P<v2>{_O}) year|(?P<n>首年|头一年|次年)"),
        ("quarter", r"第?(?P<v>[一二三四1-4])季度|\bq(?P<v2>[1-4])\b"),
        ("floor", rf"地下(?P<u>{_N})(?:层|楼)|(?:负|-)(?P<u2>{_N})(?:层|楼)|\bbasement (?:level )?(?P<u3>{_C})\b|\bb(?P<u4>[1-5])层"),
        ("floor", rf"第?(?P<v>{_N})(?:层楼|楼层|层(?!高)|楼(?!宇|栋|盘)|f\b)|\b(?P<v2>{_O}) (?:floor|storey|story|level)\b|\b(?:floor|level) (?P<v3>{_C})\b"),
        ("floor", r"(?P<g>首层|底层|\bground floor\b)"),
        ("floor", r"(?:楼层|所在层|层|\bfloor|\blevel)(?:[(（][^)）]*[)）])?[:：]\s*(?P<v>\d{1,2})(?![\d.])"),
        ("house", r"(?:楼栋|楼号|栋号|楼座|建筑|\bbuilding|\bblock|\btower)(?: no\.?)?[:：]\s*(?P<v>[a-z]?-?\d{1,3}|[a-z])(?![\w.])"),
        ("line", rf"(?P<v>{_N}|s\d{{1,2}})号线|\b(?:metro |subway )?line (?P<v2>s?{_C})\b"),
        ("bus", r"(?P<v>[a-z]?\d{1,3})路(?:公交|车)?|\bbus(?: route| no\.?| line)? (?P<v2>[a-z]?\d{1,4})\b|\broute (?P<v3>[a-z]?\d{1,4})\b"),
        ("gate", rf"(?P<v>{_N})号(?:大?门|出入口|口)|\b(?:gate|exit|entrance) (?P<v2>{_C}|[a-z]\b)"),
        ("gate", r"(?P<d>[东南西北]{1,2})(?:大?门)|\b(?P<d2>east|south|west|north)(?:ern)? (?:gate|entrance)\b"),
        ("hall", rf"(?P<v>{_N})号?(?:展厅|展馆|馆)|\b(?:exhibition )?hall (?P<v2>{_C}|[a-z]\b)|(?P<v3>[a-z])\s?(?:展厅|展馆|馆)"),
        ("booth", r"(?P<v>[a-z]?\d{1,4})号?展位|\bbooth (?:no\.? ?)?(?P<v2>[a-z]?-?\d{1,4})\b"),
        ("phase", rf"第?(?P<v>{_N})期(?!间|限|内)|\bphase (?P<v2>{_C}|i{{1,3}}\b|iv\b)|\b(?P<v3>i{{1,3}}|iv)\s?期"),
        ("room", r"(?P<v>\d{3,4})(?:室|房间|房|会议室)|\b(?:room|suite) (?P<v2>[a-z]?-?\d{2,4})\b"),
        ("stage", rf"(?P<v>{_N})号(?:摄影|演播|直播)?(?:棚|厅|库(?!位)|舱|窑|码头|泊位|机库)|\b(?:stage|studio|hangar|bay|berth) (?P<v2>{_C}|[a-z]\b)"),
        ("lot", rf"(?P<v>{_N})号(?:地块|宗地)|\b(?:lot|plot|parcel) (?P<v2>{_C}|[a-z]\d*)\b"),
        ("zone", rf"(?P<v>[a-z]\d?)\s?(?:区(?!域|别)|片区|地块|组团)|\b(?:zone|area|district) (?P<v2>[a-z]\d?|{_C})\b"),
        ("house", rf"(?<![a-z])(?P<v>{_ID})\s?(?:{_HOUSE}|楼(?!层)|厂房|仓库)|(?P<v2>{_N})\s?(?:号?(?:{_HOUSE})|#\s?楼?|号厂房|号仓库?|号车间)|\b(?:{_EN_HOUSE}) (?:no\.? ?)?(?P<v3>(?:{_ID})\b|{_C}\b)|\b(?P<v4>[a-z]-?\d{{1,3}}) (?:{_EN_HOUSE})\b|\bno\.? ?(?P<v5>\d{{1,3}}) (?:{_EN_HOUSE})\b"),
        ("article", rf"第(?P<v>{_N})[条章款]|\b(?:article|clause|chapter) (?P<v2>\d{{1,3}})\b"),
        ("id", r"(?<![a-z\d])(?P<v>[a-z]{1,6}-?\d{1,6}[a-z]{0,3}(?:-\d{1,5})?)(?![a-z\d])"),
        ("id", r"(?<![a-z\d])(?P<v>[a-z]{1,6}-\d{0,4}[a-z]\d{0,4})(?![a-z\d])"),
    )
)  # fmt: skip
_NOT_AN_ID: Final = re.compile(
    r"(?:co2|h2o|m2|m3|km2|pm2|24h|7x24|iso\d*|gb\d*|en\d*|gb-\d+|mp3|mp4|a4|t\d|k\d+)$"
)
_EN_MARKS: Final = {"east": "东", "south": "南", "west": "西", "north": "北"}
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def codes(text: str) -> Iterator[Code]:
    """The codes of a folded text; where two overlap, the kind that is named first wins."""
    taken = bytearray(len(text))
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            group = next((k for k, v in found.groupdict().items() if v), "")
            value = _value(group, found[group]) if group else ""
            if not value or any(taken[start:end]) or (kind == "id" and _NOT_AN_ID.match(value)):
                continue
            taken[start:end] = b"\x01" * (end - start)
            yield Code(*_same(kind, value), start, end)


def _same(kind: str, value: str) -> tuple[str, str]:
    """Letters with digits name a thing by themselves: B1, B1栋 and Building B1 are one."""
    alone = kind in ("house", "booth", "zone", "room") and value[0].isalpha() and len(value) > 1
    return ("id" if alone else kind), value


def _value(group: str, raw: str) -> str:
    if group.startswith("g"):
        return "1"
    if group.startswith("n"):
        return "2" if raw == "次年" else "1"
    if group.startswith("d"):
        return _EN_MARKS.get(raw, raw)
    value = raw.replace("-", "")
    if value in _ORDINALS or value in _CARDINALS:
        value = str(_ORDINALS.get(value) or _CARDINALS[value])
    elif value[:1].isdigit() and value[-2:] in ("st", "nd", "rd", "th"):
        value = value[:-2]
    elif value in _ROMAN and group in ("v2", "v3"):
        value = _ROMAN[value]
    elif not value.isascii():
        read = chinese_value(value)
        value = "" if read is None else f"{read:.0f}"
    return f"-{value}" if group.startswith("u") else value


def families(key: str) -> frozenset[str]:
    """The kinds of codes that are told apart from a code: B1, 1 号楼 and A 区 are buildings alike."""
    kind = key.partition(":")[0]
    houses = frozenset({"house", "id"})
    return houses if kind in houses else frozenset({kind})


_FROM: Final = re.compile(
    rf"(?P<a>{_N})(?:层|楼|f)\s?(?:及|或)?以上|(?P<b>{_O}|{_C}) floors? and (?:above|up)|(?:above|from) the (?P<c>{_O}) floor(?: up)?"
)
_SPAN: Final = re.compile(
    rf"(?P<a>{_N})\s?(?:层|楼|f)?\s?(?:-|~|至|到)\s?(?P<b>{_N})\s?(?:层|楼|f\b)|floors? (?P<c>{_C})\s?(?:-|to|and)\s?(?P<d>{_C})"
)
_HIGHEST: Final = 200


@lru_cache(maxsize=8192)
def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    found = [(_floor(m["a"] or m["b"] or m["c"]), _HIGHEST) for m in _FROM.finditer(text)]
    found += [(_floor(m["a"] or m["c"]), _floor(m["b"] or m["d"])) for m in _SPAN.finditer(text)]
    return tuple(found)


def _floor(raw: str) -> int:
    value = _value("v", raw)
    return int(value) if value.isdigit() else 0


def is_in_range(key: str, text: str) -> bool:
    """Whether a folded text speaks of floors among which a floor is: 二层以上, 3–5F."""
    kind, _, value = key.partition(":")
    if kind != "floor" or not value.isdigit():
        return False
    return any(first and first <= int(value) <= last for first, last in _ranges(text))
