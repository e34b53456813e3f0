from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.visemes import LEAST_MS, duration, marks


def shapes(text: str, lang: str = "zh") -> list[str]:
    return [shape for _, shape, weight in marks(text, lang) if weight >= 0.45]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("啊", ["aa"]),
        ("我", ["ou", "oh"]),
        ("爱", ["aa", "ih"]),
        ("鱼", ["ou"]),
        ("北", ["ee", "ih"]),
        ("诗", ["ih"]),
        ("银行", ["ih", "aa"]),
    ],
)
def test_chinese_by_pinyin(text: str, heard: list[str]) -> None:
    assert list(dict.fromkeys(shapes(text))) == list(dict.fromkeys(heard))


@pytest.mark.parametrize(
    ("word", "heard"),
    [("see", "ih"), ("food", "ou"), ("car", "aa"), ("bed", "ee"), ("saw", "oh"), ("rate", "ee")],
)
def test_english_by_letters(word: str, heard: str) -> None:
    assert shapes(word, "en")[0] == heard


def test_lips_meet_for_b_p_m() -> None:
    for text, lang in (("妈妈", "zh"), ("park map", "en")):
        assert any(s == "sil" and at < duration(text, lang) for at, s, _ in marks(text, lang))
    assert marks("爸", "zh")[0][1] == "sil"


def test_numbers_are_said_in_the_language_of_the_clause() -> None:
    assert marks("3520㎡", "zh") == marks("三千五百二十平方米", "zh")
    assert marks("20%", "en") == marks("twenty percent", "en")
    assert duration("一共3520元", "zh") > duration("一共5元", "zh")


def test_marks_of_source_are_not_said() -> None:
    assert marks("租金80元[1][12]。", "zh") == marks("租金80元。", "zh")


def test_marks_stretch_to_the_real_length() -> None:
    own = marks("欢迎来到灵境", "zh")
    twice = marks("欢迎来到灵境", "zh", 2 * duration("欢迎来到灵境", "zh"))
    assert [mark[1:] for mark in twice] == [mark[1:] for mark in own]
    assert all(abs(late[0] - 2 * early[0]) <= 1 for early, late in zip(own, twice, strict=True))


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(["zh", "en"]),
    st.none() | st.integers(0, 60_000),
)
def test_marks_of_anything_are_in_order_and_end_shut(text: str, lang: str, ms: int | None) -> None:
    found = marks(text, lang, ms)
    assert found == marks(text, lang, ms)
    assert all(a[0] < b[0] and a[1:] != b[1:] for a, b in pairwise(found))
    assert found[-1][1:] == ("sil", 0.0) and found[0][0] >= 0
    assert all(0 <= weight <= 1 for _, _, weight in found)
    assert duration(text, lang) >= LEAST_MS
