"""Text as it is said: numbers, units and signs become words, what is silent goes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from avatars.guides.speech import numerals

UNITS: Final[tuple[tuple[str, str, str], ...]] = (
    ("kN/m2", "千牛每平方米", "kilonewtons per square metre"),
    ("kg/m2", "千克每平方米", "kilograms per square metre"),
    ("km/h", "公里每小时", "kilometres per hour"),
    ("m3/h", "立方米每小时", "cubic metres per hour"),
    ("m/s", "米每秒", "metres per second"), ("kWh", "千瓦时", "kilowatt hours"),
    ("kVA", "千伏安", "kilovolt amperes"), ("MVA", "兆伏安", "megavolt amperes"),
    ("kW", "千瓦", "kilowatts"), ("MW", "兆瓦", "megawatts"), ("kV", "千伏", "kilovolts"),
    ("kN", "千牛", "kilonewtons"), ("MPa", "兆帕", "megapascals"), ("GHz", "吉赫", "gigahertz"),
    ("Hz", "赫兹", "hertz"), ("km2", "平方公里", "square kilometres"),
    ("m2", "平方米", "square metres"),
    ("m3", "立方米", "cubic metres"), ("km", "公里", "kilometres"), ("cm", "厘米", "centimetres"),
    ("mm", "毫米", "millimetres"), ("kg", "千克", "kilograms"), ("℃", "摄氏度", "degrees Celsius"),
    ("°C", "摄氏度", "degrees Celsius"), ("dB", "分贝", "decibels"), ("mu", "亩", "mu"),
    ("V", "伏", "volts"), ("W", "瓦", "watts"), ("m", "米", "metres"), ("t", "吨", "tonnes"),
)  # fmt: skip
"""Units behind a number, longer ones first; ``m2`` stands for m² and ㎡ too."""
_UNITS: Final = {unit: (zh, en) for unit, zh, en in UNITS}
_NUMBER: Final = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT: Final = re.compile(
    rf"({_NUMBER})\s*({'|'.join(re.escape(u) for u, _, _ in UNITS)})(?![A-Za-z0-9])"
)
_MONEY: Final = re.compile(rf"(¥|￥|\$|€|RMB\s?|CNY\s?)({_NUMBER})(\s?(?:万|亿|million|billion))?")
_MONEYS: Final = {"$": ("美元", "dollars"), "€": ("欧元", "euros")}
_PERCENT: Final = re.compile(rf"({_NUMBER})\s*%")
_RANGE: Final = re.compile(r"(?<=[\d%])\s*[-–—~～]\s*(?=\d)")
_PHONE: Final = re.compile(
    r"(?<![\d.])(?:\d{3,4}-\d{3,4}[- ]\d{4}|"
    r"0\d{2,3}-\d{7,8}|\d{3}-\d{4}|1[3-9]\d{9}|0\d{9,11})(?!\d|\.\d)"
)
"""Telephone numbers as they are written in China, and codes as long."""
_AREA: Final = re.compile(r"/\s*(m2|m3|kW|kWh|km)(?![A-Za-z0-9])")
_DOT: Final = re.compile(r"·(?=[天日月年])")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?=\s?年)")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)")
_ENGLISH_YEAR: Final = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]*\d)(?!\s?%)")
_PLAIN: Final = re.compile(_NUMBER)
_MARK: Final = re.compile(r"\[\d{1,3}\]")
_LINK: Final = re.compile(r"https?://\S+")
_PER: Final = re.compile(r"/(?=[一-鿿])")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
SIGNS: Final[dict[str, tuple[str, str]]] = {
    "&": ("和", " and "),
    "+": ("加", " plus "),
    "×": ("乘", " by "),
    "=": ("等于", " equals "),
    "±": ("正负", " plus or minus "),
    "≥": ("不小于", " at least "),
    "≤": ("不大于", " at most "),
    "°": ("度", " degrees "),
    "/": ("每", " per "),
}


def said(text: str, lang: str) -> str:
    """What is said of a caption in ``zh`` or ``en``: words and punctuation, no digit left."""
    out = _plainly(text)
    zh = lang == "zh"
    out = _PHONE.sub(lambda m: _one_by_one(m, lang), out)
    out = _ISO.sub(lambda m: _day(m, zh), out)
    out = _CLOCK.sub(lambda m: _time(m, zh), out)
    out = _MONEY.sub(lambda m: _money(m, zh), out)
    out = _RANGE.sub("至" if zh else " to ", out)
    out = _PERCENT.sub(lambda m: f"百分之{m[1]}" if zh else f"{m[1]} percent", out)
    out = _UNIT.sub(lambda m: m[1] + _UNITS[m[2]][0] if zh else f"{m[1]} {_UNITS[m[2]][1]}", out)
    out = _AREA.sub(lambda m: f"每{_UNITS[m[1]][0]}" if zh else f" per {_UNITS[m[1]][1]}", out)
    out = _DOT.sub("每" if zh else " per ", out)
    out = _YEAR.sub(lambda m: numerals.digits(m[1], "zh"), out)
    if not zh:
        out = _ENGLISH_YEAR.sub(lambda m: numerals.year(int(m[1])), out)
    out = _PER.sub("每", out)
    out = _PLAIN.sub(lambda m: _aloud(m[0], lang), out)
    words = "".join(SIGNS[c][0 if zh else 1] if c in SIGNS else c for c in out)
    return re.sub(r" {2,}", " ", words)


def _plainly(text: str) -> str:
    """One way of writing: full-width letters and digits, squares, without marks and links."""
    text = text.replace("㎡", "m2").replace("²", "2").replace("³", "3").replace("㎥", "m3")
    narrow = (unicodedata.normalize("NFKC", c) if "０" <= c <= "ｚ" else c for c in text)
    return _LINK.sub(" ", _MARK.sub("", "".join(narrow)))


def _one_by_one(found: re.Match[str], lang: str) -> str:
    parts = re.split(r"[- ]", found[0])
    return (" " if lang == "en" else "").join(numerals.digits(part, lang) for part in parts)


def _day(found: re.Match[str], zh: bool) -> str:
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if zh or not 1 <= month <= 12:
        return f"{found[1]}年{month}月{day}日"
    return f"{_MONTHS[month - 1]} {day}, {numerals.year(year)}"


def _time(found: re.Match[str], zh: bool) -> str:
    hour, minute = int(found[1]), int(found[2])
    if zh:
        return f"{hour}点" + (f"{minute}分" if minute else "")
    return f"{hour} {minute}" if minute else f"{hour} o'clock"


def _money(found: re.Match[str], zh: bool) -> str:
    name = _MONEYS.get(found[1], ("元", "yuan"))[0 if zh else 1]
    return f"{found[2]}{found[3] or ''}{name}" if zh else f"{found[2]}{found[3] or ''} {name}"


def _aloud(number: str, lang: str) -> str:
    spoken = numerals.spoken(number.replace(",", ""), lang)
    return spoken if lang == "zh" else f" {spoken} "
