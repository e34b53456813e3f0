"""How numbers are said, in Chinese and in English."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
PLACES: Final = ("", "十", "百", "千")
MYRIADS: Final = ("", "万", "亿", "万亿")
ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS: Final = (
    *("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
THOUSANDS: Final = ("", "thousand", "million", "billion", "trillion")
LONGEST: Final = 12
"""Digits beyond which a number is read digit by digit."""


def digits(text: str, lang: str) -> str:
    """Digits one after the other, as telephone numbers and years are said."""
    if lang == "zh":
        return "".join(DIGITS[int(d)] for d in text)
    return " ".join(ONES[int(d)] for d in text)


def spoken(number: str, lang: str) -> str:
    """A number of ASCII digits, perhaps with a point, in words."""
    whole, _, part = number.partition(".")
    whole = whole.lstrip("0") or "0"
    if len(whole) > LONGEST:
        said = digits(whole, lang)
    else:
        said = chinese(int(whole)) if lang == "zh" else english(int(whole))
    if not part:
        return said
    return f"{said}{'点' if lang == 'zh' else ' point '}{digits(part, lang)}"


def chinese(value: int) -> str:
    """3520 is 三千五百二十; below 10**16."""
    if value == 0:
        return "零"
    groups: list[str] = []
    place, gap = 0, False
    while value:
        value, group = divmod(value, 10_000)
        if group:
            said = _group(group) + MYRIADS[place]
            groups.insert(0, said + ("零" if gap and groups else ""))
            gap = group < 1000
        else:
            gap = gap or bool(groups)
        place += 1
    said = "".join(groups)
    return said[1:] if said.startswith("一十") else said


def _group(value: int) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return said


def english(value: int) -> str:
    """3520 is three thousand five hundred twenty; below 10**15."""
    if value < 100:
        return _small(value)
    words: list[str] = []
    place = 0
    while value:
        value, group = divmod(value, 1000)
        if group:
            words.insert(0, f"{_hundreds(group)} {THOUSANDS[place]}".strip())
        place += 1
    return " ".join(words)


def year(value: int) -> str:
    """2026 is twenty twenty-six."""
    high, low = divmod(value, 100)
    if low == 0 and high % 10 == 0:
        return english(value)
    if low == 0:
        return f"{_small(high)} hundred"
    return f"{_small(high)} {'oh ' if low < 10 else ''}{_small(low)}"


def _hundreds(value: int) -> str:
    high, low = divmod(value, 100)
    said = [f"{ONES[high]} hundred"] if high else []
    return " ".join([*said, *([_small(low)] if low else [])])


def _small(value: int) -> str:
    if value < 20:
        return ONES[value]
    ten, one = divmod(value, 10)
    return f"{TENS[ten]} {ONES[one]}" if one else TENS[ten]
