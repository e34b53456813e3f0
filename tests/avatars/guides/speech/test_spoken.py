from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech import numerals
from avatars.guides.speech.spoken import said


def squeezed(text: str, lang: str) -> str:
    return re.sub(r"\s+", " ", said(text, lang)).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3,520.5㎡", "三千五百二十点五平方米"),
        ("2026年5月1日", "二零二六年五月一日"),
        ("下调20%", "下调百分之二十"),
        ("电话0512-62881234。", "电话零五一二六二八八一二三四。"),
        ("13800138000", "一三八零零一三八零零零"),
        ("¥80/㎡·天", "八十元每平方米每天"),
        ("10-20元", "十至二十元"),
        ("10000003亩", "一千万零三亩"),
        ("2026-05-01", "二零二六年五月一日"),
        ("9:30", "九点三十分"),
        ("１２kW", "十二千瓦"),
        ("5kN/m²", "五千牛每平方米"),
    ],
)
def test_chinese(text: str, words: str) -> None:
    assert squeezed(text, "zh") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3,520 m²", "three thousand five hundred twenty square metres"),
        ("in 2026", "in twenty twenty six"),
        ("20%", "twenty percent"),
        ("$5", "five dollars"),
        ("400-800-1234.", "four zero zero eight zero zero one two three four."),
        ("1.5 t", "one point five tonnes"),
        ("10-20", "ten to twenty"),
        ("9:00", "nine o'clock"),
    ],
)
def test_english(text: str, words: str) -> None:
    assert squeezed(text, "en").replace(" .", ".") == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10, "十"), (15, "十五"), (105, "一百零五"), (110, "一百一十"), (1005, "一千零五"),
        (10_010, "一万零一十"), (120_000, "十二万"), (100_000_001, "一亿零一"),
        (20_500, "二万零五百"),
    ],
)  # fmt: skip
def test_chinese_numbers(value: int, words: str) -> None:
    assert numerals.chinese(value) == words


@given(st.integers(0, 10**12 - 1))
def test_every_number_has_words(value: int) -> None:
    assert not re.search(r"\d", numerals.spoken(str(value), "zh"))
    assert not re.search(r"\d", numerals.spoken(str(value), "en"))


@given(st.text("0123456789.,-%/:年月日元㎡mk ", max_size=30), st.sampled_from(["zh", "en"]))
def test_no_digit_is_left(text: str, lang: str) -> None:
    assert not re.search(r"\d", said(text, lang))
