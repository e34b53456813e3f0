"""Numbers in a text, Arabic or Chinese, with the unit that follows or the currency before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5,
    "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
SMALL: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE: Final = {"万": 10_000, "亿": 100_000_000}
_CHINESE: Final = "".join(DIGITS) + "".join(SMALL) + "".join(LARGE)
_ARABIC: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER: Final = re.compile(
    rf"(?P<arabic>{_ARABIC})\s?(?P<times>百万|千万|[百千万亿]|million\b|thousand\b|k(?![a-z]))?"
    rf"|(?P<chinese>[{_CHINESE}]{{1,16}}(?:点[{''.join(DIGITS)}]{{1,6}})?)"
)
_TIMES: Final = {
    "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8,
    "million": 1e6, "thousand": 1e3, "k": 1e3,
}  # fmt: skip


class Number(NamedTuple):
    """A number where it stands in a folded text; ``chinese`` when written in ideographs."""

    value: float
    start: int
    end: int
    chinese: bool = False


def numbers(text: str) -> Iterator[Number]:
    """Every number of a folded text, in order."""
    for found in _NUMBER.finditer(text):
        if found["arabic"]:
            value = float(found["arabic"].replace(",", ""))
            value *= _TIMES.get(found["times"] or "", 1.0)
            yield Number(value, *found.span())
        else:
            read = chinese_value(found["chinese"])
            if read is not None:
                yield Number(read, *found.span(), chinese=True)


def chinese_value(words: str) -> float | None:
    """三千五百 is 3500, 一百二 is 120, 二〇二六 is 2026, 一点五 is 1.5; else None."""
    whole, _, part = words.partition("点")
    if part:
        head = chinese_value(whole)
        tail = "".join(str(DIGITS[c]) for c in part)
        return None if head is None else head + float(f"0.{tail}")
    if not whole or whole[0] in LARGE:
        return None
    if all(c in DIGITS for c in whole):
        return float("".join(str(DIGITS[c]) for c in whole))
    return _grouped(whole)


def _grouped(words: str) -> float | None:
    total = section = 0
    digit: int | None = None
    unit = 1
    for c in words:
        if c in DIGITS:
            digit, unit = DIGITS[c], 10 if DIGITS[c] == 0 else unit
        elif c in SMALL:
            unit = SMALL[c]
            section, digit = section + (1 if digit is None else digit) * unit, None
        else:
            unit = LARGE[c]
            section += digit or 0
            total, section, digit = (total + section) * unit, 0, None
    tail = 0 if digit is None else digit * (unit // 10 if unit >= 100 else 1)
    return float(total + section + tail)
