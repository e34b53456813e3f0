"""Whole numbers written in Chinese, plainly (一百万) or as on cheques (壹佰万)."""

from __future__ import annotations

from typing import Final

DIGITS: Final = {
    **{each: n for n, each in enumerate("零一二三四五六七八九")},
    **{each: n for n, each in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "貳": 2,
    "參": 3,
    "陸": 6,
}
TENS: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


def value_of(text: str) -> int | None:
    """The number; None when the characters make none. 十 alone is ten, 万亿 a million million."""
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in TENS:
            section += (digit or 1) * TENS[character]
            digit = 0
        elif character in MYRIADS:
            unit, section, digit = MYRIADS[character], section + digit, 0
            if not section + total:
                return None
            total = (total + section) * unit if total and total < unit else total + section * unit
            section = 0
        else:
            return None
    return total + section + digit if text else None
