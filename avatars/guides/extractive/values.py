"""Kinds of values that a sentence may hold: money, times, phones, areas, loads, places."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.codes import codes
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.numerals import numbers

_N: Final = r"(?:\d[\d,.]*|[一二两三四五六七八九十百千半几]+)\s*"
_W: Final = r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred))?(?: and a half)?|half(?: an?)?|an?[- ]half)[- ]"
"""A number in English words, with what parts it from its unit."""
_OFTEN: Final = r"\b(?:half[- ]?yearly|half[- ]hourly|hourly|daily|nightly|weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually|(?:once|twice) (?:an?|every|each|per) (?:hour|day|week|month|quarter|year))\b"
"""How often, in one word: no ``every`` is written."""
_RULES: Final[Mapping[str, re.Pattern[str]]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "money": rf"[¥￥$€£]\s?\d|{_N}[百千万亿]*\s*(?:元|块|角|人民币|美元|欧元)|\b(?:rmb|cny|usd|eur|gbp|hkd|yuan)\b|(?:rmb|cny|usd|eur|gbp|hkd)\s?\d|\d\s?(?:yuan|rmb|cny|usd|eur|gbp|hkd)\b|英镑|港[元币]|\d\s?pence\b|{_N}(?:million |thousand )?(?:dollars?|euros?)|免费|不收费|免收|不另收|自理|已包含|包含在|另计|押[一二三]|实报实销|included|(?<!rent[- ])\bfree\b(?! trade|way)|no charge|元/|万元|面议",
        "phone": r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d.])0\d{2,3}[-) ]{0,2}\d{3,4}[- ]?\d{4}|(?<![\d.])\(0\d{2,4}\)[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)|(?<![\d.-])0\d{2,4}[- ]\d{3,4}[- ]\d{3,4}(?![\d-])|400[- ]?\d{3,4}[- ]?\d{3,4}|800[- ]?\d{3}[- ]?\d{4}|\+\d{1,3}[- ]?(?:\(0?\d{0,4}\)[- ]?)?\d[\d -]{5,}\d|分机\s?\d+|ext(?:ension|\.)?\s?\d+|(?:电话|热线|拨打|拨|dial|call|phone|tel)\D{0,8}\d{3,12}",
        "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        "url": r"https?://|www\.|[a-z0-9-]+\.(?:com|cn|org|net|park|io|example)\b",
        "time": r"\d{1,2}\s*[:：]\s*\d{2}|(?:上午|下午|早上|晚上|中午|凌晨|早|晚)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[点时](?!间)|24\s*小时|二十四小时|全天|\d\s*[ap]\.?m\b|noon|midnight|24[/ -]?(?:7|hours?)|round the clock|o'clock",
        "date": r"\d{4}\s*年|\d{1,2}\s*月|\d{4}[-/.]\d{1,2}|\d{1,2}\s*[日号](?!楼|线|门|馆)|(?:周|星期|礼拜)[一二三四五六日天末]|每[天日周月年]|节假日|工作日|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|(?:19|20)\d\d\b|every (?:day|week|month|year)|weekdays?|季度|每两周|每半[年月]|每隔|quarter|"
        + _OFTEN,
        "span": rf"{_N}(?:个)?(?:分钟|分|小时|天|日|周|个月|月|年|工作日|星期|季度)|{_N}[- ]?(?:working |business |calendar )?(?:minutes?|mins?|hours?|days?|weeks?|months?|years?)|当日|当天|即时|立即|same day|immediately|半[年天]|半个?(?:小时|钟头|月)|{_N}个?钟头|{_W}(?:working |business |calendar )?(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?)\b",
        "often": r"每隔?[一二两三四五六七八九十半\d]*个?(?:天|日|周|月|年|季度?|小时|分钟|班|星期|学期)|[\d一二两三四五六七八九十]\s*次|按[年季月周天日]|\bevery\b|"
        + _OFTEN,
        "distance": rf"{_N}(?:公里|千米|米|里|km|m\b|站)|{_N}(?:分钟|小时)|{_N}(?:kilomet|met(?:er|re)s?|miles?|minutes?|minute|stops?)|{_W}(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|minutes?|hours?)\b",
        "percent": r"\d\s*%|百分之|[\d一二三四五六七八九]\s*[成折]|per ?cent|percentage|个百分点|千分之|‰",
        "area": rf"{_N}[万亿]?\s*(?:㎡|m2|m²|平方|平米|平|亩|公顷|sqm|sq\.? ?m|square|acres?|hectares?|mu\b)|㎡|平方米",
        "load": rf"{_N}(?:kg|千克|公斤|吨|t\b|t/|kn|千牛|tonnes?|tons?)|(?:kn|kg|t|吨|公斤|千克)\s?/\s?(?:㎡|m2|m²|平)|kn/|t/㎡|tonnes? per",
        "weight": rf"{_N}(?:kg|千克|公斤|吨|t\b|克|g\b|tonnes?|tons?|kilogram)",
        "power": rf"{_N}[万]?\s*(?:kva|mva|kw|mw|gw|千瓦|兆瓦|千伏安|安|a\b|v\b|伏|kv|kwh|w\b|瓦|kilowatt|megawatt|amps?|volts?)|kva|kw\b|千伏安",
        "length": rf"{_N}(?:米|m\b|cm|mm|厘米|毫米|公分|met(?:er|re)s?|feet|ft)|[(（]m[)）]|[(（]米[)）]",
        "people": rf"{_N}[万余多]*\s*(?:人|名|位|座|席|个座位|people|persons?|seats?|employees?|staff|guests?|attendees?|visitors?|delegates?|workers?|engineers?)",
        "speed": r"km/h|m/s|m/min|r/min|rpm|公里每小时|千米每小时|米每秒|转每分|公里/小时|转/分|kilomet\w+ (?:an|per) hour|每小时\s*\d+\s*公里|mph|knots",
        "heat": r"℃|°c|摄氏度|度|degrees",
        "fine": r"[µμ]m\b|微米|±|毫米|\bmm\b|arcsec",
        "data": r"\d\s*(?:gb|tb|mb|kb|兆|g\b|mbps|gbps|mbit|gbit)",
        "firms": rf"{_N}[万余多]*\s*(?:家|户)|{_N}(?:companies|firms|tenants|enterprises|businesses)",
        "count": r"[一二两三四五六七八九十百]\s*[个家部台栋间座辆张种项条名处层所套]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        "place": r"位于|坐落|设在|设于|地址|在[^,，。]{0,16}(?:楼|层|侧|旁|栋|座|区|厅|门|口|内|面|对面|中心|广场)|\d+号|[路街道大]\d|located|situated|next to|opposite|beside|\bnear\b|ground floor|\bstreet\b|\broad\b|\bavenue\b|address|in the|at the|on the|[东西南北]侧|[东西南北]门|一侧|大厅|入口|出口",
        "who": r"(?:先生|女士|经理|主任|总监|部|中心|公司|集团|委员会|管委会|办公室|小组|团队|院|局|厂|所|人员|前台|董事长|博士|教授)|\b(?:mr|ms|mrs|dr)\b|team|department|office|company|committee|centre|center|manager|director|ltd|co\.",
    }.items()
}
STRICT: Final = frozenset(
    {"phone", "email", "url", "time", "percent", "money", "distance", "span", "number", "date"}
)
"""Kinds that a sentence must hold when they are asked for."""
TELLING: Final = {
    "time": 0.9, "phone": 0.9, "email": 0.9, "url": 0.9, "load": 0.85, "power": 0.8, "area": 0.85,
    "percent": 0.4, "date": 0.45, "span": 0.45, "distance": 0.7, "money": 0.4, "weight": 0.4,
    "people": 0.45, "length": 0.4, "firms": 0.8, "fine": 0.7, "data": 0.5, "speed": 0.7, "heat": 0.8, "place": 0.7,
}  # fmt: skip
"""How far a value of a kind speaks for a concept of that kind that is not named."""


@lru_cache(maxsize=32_768)
def kinds(text: str) -> frozenset[str]:
    """The kinds of values in a text; ``number`` when it has any that names nothing."""
    plain = folded(text)
    found = {kind for kind, rule in _RULES.items() if rule.search(plain)}
    named = [(code.start, code.end) for code in codes(plain)]
    if any(not any(a <= n.start < b for a, b in named) for n in numbers(plain)):
        found.add("number")
    if any(code.kind in _PLACES for code in codes(plain)):
        found.add("place")
    return frozenset(found)


_PLACES: Final = frozenset(
    ["floor", "house", "id", "hall", "booth", "room", "zone", "gate", "lot", "line"]
)
_NO_COUNT: Final = re.compile(
    r"[¥￥$€]\s?\d[\d,. ]*|\d[\d,. ]*\s*[万亿]?(?:元|块|角|%|yuan|rmb|kwh|千瓦|kw|kva|℃|km|公里|㎡|平方|米|m\b|kg|吨|折|小时|分钟|天|个月|年|月|日|hours?|minutes?|days?|months?|years?|a\.m|p\.m)"
    r"|\d{1,2}[:：]\d{2}|\d{3,4}-\d{7,8}|\d{4}-\d{1,2}(?:-\d{1,2})?"
)


@lru_cache(maxsize=32_768)
def counts_things(text: str) -> bool:
    """Whether a text has a number that is no price, time, share or measure."""
    plain = folded(text)
    named = [(code.start, code.end) for code in codes(plain)]
    other = [found.span() for found in _NO_COUNT.finditer(plain)]
    return any(
        not any(a <= n.start < b for a, b in (*named, *other)) for n in numbers(plain)
    ) or bool(_RULES["count"].search(plain))
