"""Registered capital: what people write of an amount of money, in whole fen.

Numbers with a unit (100万, 1.5亿元), with commas (1,000,000.00元), in Chinese (壹佰万元整). A text
without a unit is in yuan; a whole number, as programs send, is in fen already.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from server.registration.chinese_number import value_of
from server.registration.errors import Finding

POINTER: Final = "/fields/capital"
LEAST: Final = 100
"""One yuan, in fen."""
MOST: Final = 10**14
"""A trillion yuan, in fen: no firm has as much."""
LONGEST: Final = 60
UNITS: Final = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7}
_UNITS: Final = {
    **UNITS,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_AMOUNT: Final = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[十百千万亿]{0,2})",
    re.ASCII,
)
_CHINESE: Final = re.compile(
    r"[零〇一二三四五六七八九两十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟億萬貳參陸]+"
)
_OURS: Final = re.compile(r"^(?:人民币|rmb|cny|¥|￥)|(?:人民币|rmb|cny)$")
_OTHER: Final = re.compile(r"美元|港元|港币|欧元|英镑|日元|usd|hkd|eur|gbp|jpy|twd|台币|[$€£]")
_YUAN: Final = re.compile(r"(?:元|圆|圓|块)?(?:整|正)?$")


def parse(value: object) -> int | Finding:
    """The amount in fen, or what is wrong with it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _bounded(Decimal(value))
    if not isinstance(value, str):
        return Finding(POINTER, "capital_unclear")
    return _parse(value)


def _parse(text: str) -> int | Finding:
    if len(text) > LONGEST:
        return Finding(POINTER, "capital_unclear")
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("，", ",")
    if _OTHER.search(plain):
        return Finding(POINTER, "capital_currency")
    bare = _OURS.sub("", _YUAN.sub("", _OURS.sub("", plain)))
    amount = _amount(bare)
    return Finding(POINTER, "capital_unclear") if amount is None else _bounded(amount * 100)


def _amount(text: str) -> Decimal | None:
    """Yuan, in figures with a unit or in Chinese numerals."""
    if found := _AMOUNT.fullmatch(text):
        unit = _UNITS.get(found["unit"])
        return None if unit is None else Decimal(found["number"].replace(",", "")) * unit
    if _CHINESE.fullmatch(text):
        value = value_of(text)
        return None if value is None else Decimal(value)
    return None


def _bounded(fen: Decimal) -> int | Finding:
    if fen != fen.to_integral_value():
        return Finding(POINTER, "capital_unclear")
    if not LEAST <= fen <= MOST:
        return Finding(POINTER, "capital_bounds")
    return int(fen)
