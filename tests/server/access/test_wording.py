"""Refused words are found however they are dressed up, and innocent ones are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.refused import REFUSED
from server.access.wording import WordList, words_in

LIST = WordList(["网络赌博", "rape", "fuck"])


@pytest.mark.parametrize(
    "text",
    [
        *("这里有网络赌博", "网 络 赌 博", "网-络*赌.博", "网\u200b络\u2060赌博"),
        *("FUCK", "ｆｕｃｋ", "f u c k", "f.u.c.k!", "fu\u0301ck", "well, Rape is"),
        *("f\u00adu\u00adc\u00adk", "𝒇𝒖𝒄𝒌"),
    ],
)  # fmt: skip
def test_a_refused_word_is_found(text: str) -> None:
    assert LIST.found(text)


@pytest.mark.parametrize("text", ["grape juice", "drapery", "网络安全", "Scunthorpe", "", "王 工"])
def test_an_innocent_text_passes(text: str) -> None:
    assert LIST.found(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text: str) -> None:
    WordList(REFUSED).found(text)


@given(st.sampled_from(REFUSED), st.text("·.-_* \u200b\u2060", min_size=0, max_size=3))
def test_every_built_in_word_is_found_with_anything_between(word: str, between: str) -> None:
    assert WordList(REFUSED).found(between.join(word))


def test_a_list_is_one_word_a_line() -> None:
    assert words_in("# ours\n赌博 # why\n\n  spam  \n") == ["赌博", "spam"]
    assert len(WordList(["a", "赌博", "…", ""])) == 2
