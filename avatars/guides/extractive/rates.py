"""Prices by another measure: what an hour costs is not told by what a kilowatt-hour does."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded

_MEASURES: Final = {
    "minute": r"分钟|minutes?|min\b",
    "hour": r"小时|钟头|hours?|h\b",
    "half_day": r"半天|half[- ]day",
    "day": r"天|日|days?|24 ?hours",
    "night": r"晚|夜|nights?",
    "week": r"周|星期|weeks?",
    "month": r"月|months?",
    "quarter": r"季度?|quarters?",
    "year": r"年|years?",
    "time": r"次|趟|trips?|visits?|rides?|times?",
    "person": r"人|位|persons?|heads?|people",
    "vehicle": r"辆|车次|cars?|vehicles?|trucks?",
    "tonne": r"吨|tonnes?|tons?|t\b",
    "kilogram": r"公斤|千克|kg|kilogram\w*",
    "pallet": r"托盘?|板|pallets?",
    "box": r"箱|标箱|柜|containers?|boxe?s?",
    "piece": r"件|台|套|只|个(?![小月星半])|张|份|杯|瓶|pieces?|units?|cups?|copy|copies",
    "room": r"间|rooms?",
    "batch": r"批次?|batch(?:es)?|lots?",
    "cage": r"笼|cages?",
    "cubic": r"立方米?|方|m3|m³|cubic met\w+",
    "kwh": r"度|千瓦时|kwh|kilowatt[- ]hours?",
    "desk": r"工位|desks?|seats?|beds?|床",
}
_AREA: Final = re.compile(r"(?:每|[/／]|per |a )\s*(?:㎡|平方米|平米|平|m2|m²|square met|sqm)")
_ONE: Final = "|".join(f"(?P<{name}>{words})" for name, words in _MEASURES.items())
_SAID: Final = re.compile(
    rf"(?:每一?个?|元\s*一个?|元[/／]个?|[/／]个?|\b(?:per|a|an|each|every|one) )\s*(?:{_ONE})"
)
_PASSES: Final = {
    "month": re.compile("月卡|包月|月租|monthly"),
    "day": re.compile("日票|日租|daily"),
    "year": re.compile("年卡|年费|annual"),
    "hour": re.compile("hourly|时租"),
}
_ASKED: Final = re.compile(
    rf"(?:[每一]个?|\b(?:per|a|an|each|every) )(?:{_ONE})(?=[\W的要收得]{{0,3}}(?:$|多少|几[元块]|什么价|怎么收))"
)
_ASKED_AFTER: Final = re.compile(rf"(?:多少钱|几块钱?|多少元|几元|什么价)\s*(?:每|一)个?(?:{_ONE})")
_PRICED: Final = re.compile(r"多少|几[元块]|价|how much|price|cost|rate|fee|charge|pay")
_CAPPED: Final = re.compile(
    r"补|奖|券|最[高多低少]|封顶|上限|免|grant|bonus|reward|subsid|at most|maximum|cap\b|free"
)
"""Of grants, and of what one pays at most, one is told by whatever measure there is."""


def _measures(rule: re.Pattern[str], plain: str) -> frozenset[str]:
    return frozenset(found.lastgroup or "" for found in rule.finditer(plain))


@lru_cache(maxsize=32_768)
def differ(question: str, said: str) -> bool:
    """Whether a price is asked by one measure and told by others alone.

    A record that tells prices by area holds for any span, and one that names no measure may.
    """
    one = folded(question)
    if not _PRICED.search(one) or _CAPPED.search(one):
        return False
    asked = _measures(_ASKED, one) | _measures(_ASKED_AFTER, one)
    two = _part(one, folded(said)) if asked else ""
    if not asked or _AREA.search(two) or not _MONEY.search(two):
        return False
    told = _measures(_SAID, two) | {name for name, rule in _PASSES.items() if rule.search(two)}
    return bool(told) and not asked & told


_LONGEST: Final = re.compile("[\u4e00-\u9fff]{4}")
_COMMA: Final = re.compile("[，,；;。]")


def _part(question: str, said: str) -> str:
    """The part of a sentence that names what is priced, when a question names it in four signs."""
    parts = _COMMA.split(said)
    for at in range(len(question) - 3):
        name = question[at : at + 4]
        named = [part for part in parts if name in part]
        if named and _LONGEST.fullmatch(name) and any("元" in part for part in named):
            return "，".join(named)
    return said


_MONEY: Final = re.compile(r"元|块|yuan|rmb|cny|[¥$€]")
