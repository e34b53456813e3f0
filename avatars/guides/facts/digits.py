"""Numbers as they are written, in Arabic, Chinese or English words, as exact values."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

CHINESE: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7,
    "捌": 8, "玖": 9, "俩": 2, "廿": 20,
}  # fmt: skip
TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS: Final = {"万": 10**4, "亿": 10**8}
_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH: Final = {word: value for value, word in enumerate(_ONES.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
ENGLISH_TIMES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
TIMES: Final = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "k": 1000,
    "万亿": 10**12,
    "hundred": 100,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
}
_C: Final = "".join(dict.fromkeys([*CHINESE, *TENS, *MYRIADS])).replace("千", "")
_KILO: Final = "千(?![瓦牛伏克米帕赫卡])"
"""千 as a number: 千瓦 and its like are units."""
_E: Final = "|".join(sorted({*ENGLISH, *ENGLISH_TIMES}, key=len, reverse=True))
ARABIC: Final = (
    r"(?P<arabic>\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<times>万亿|十万|百万|千万|十亿|百亿|千亿|[百万亿]|{_KILO}"
    r"|(?:hundred|thousand|million|billion|k)(?![a-z])))?"
)
HAN: Final = rf"(?P<han>(?:[{_C}]|{_KILO})+(?:点[{''.join(CHINESE)}]+)?(?:[{''.join(MYRIADS)}])?)"
WORDS: Final = rf"(?P<words>(?<![a-z])(?:{_E})(?:[ -](?:and )?(?:{_E}))*(?![a-z]))"
NUMBER: Final = re.compile(f"{ARABIC}|{HAN}|{WORDS}")


def value_of(found: re.Match[str]) -> Fraction | None:
    """What a match of ``NUMBER`` is worth; None when it is no number after all."""
    if found["arabic"]:
        return Fraction(found["arabic"]) * TIMES.get(found["times"] or "", 1)
    return chinese(found["han"]) if found["han"] else english(found["words"])


def chinese(words: str) -> Fraction | None:
    """三千五百二十 is 3520, 一百二 is 120, 二〇二六 is 2026, 一点二万 is 12000."""
    whole, _, part = words.partition("点")
    if part:
        times = MYRIADS.get(part[-1], 1)
        digits = part.rstrip("".join(MYRIADS))
        head = chinese(whole)
        if head is None or not digits:
            return None
        return (
            head + Fraction(int("".join(str(CHINESE[c]) for c in digits)), 10 ** len(digits))
        ) * times
    if all(c in CHINESE for c in words):
        return Fraction(int("".join(str(CHINESE[c]) for c in words)))
    return _placed(words)


def _placed(words: str) -> Fraction | None:
    total = section = 0
    digit: int | None = None
    last = 1
    for c in words:
        if c in CHINESE:
            digit = CHINESE[c] if digit is None or digit == 0 else digit * 10 + CHINESE[c]
            last = 1 if CHINESE[c] == 0 else last
        elif c in TENS:
            section += (1 if digit is None else digit) * TENS[c]
            last, digit = TENS[c], None
        else:
            section += digit or 0
            if not section and not total:
                return None
            total = (total + section) * MYRIADS[c] if c == "亿" else total + section * MYRIADS[c]
            last, section, digit = MYRIADS[c], 0, None
    tail = 0 if digit is None else digit * (last // 10 if last >= 100 else 1)
    return Fraction(total + section + tail)


def english(words: str) -> Fraction | None:
    """``three thousand five hundred and twenty`` is 3520; a lone ``hundred`` is no number."""
    total = group = 0
    said = False
    for word in re.split(r"[ -]", words):
        if word in ENGLISH:
            group, said = group + ENGLISH[word], True
        elif word == "hundred":
            group *= 100
        elif word in ENGLISH_TIMES:
            total, group = total + group * ENGLISH_TIMES[word], 0
    return Fraction(total + group) if said else None
