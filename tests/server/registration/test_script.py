from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.script import folded, is_han, simplified


def test_traditional_and_wide_text_is_made_plain() -> None:
    assert simplified("騰訊ＡＢＣ") == "腾讯ABC"
    assert folded("騰訊 (ＡＢＣ)、臺灣") == "腾讯abc台湾"


@pytest.mark.parametrize(
    ("character", "han"), [("灵", True), ("𠮷", True), ("〇", True), ("A", False)]
)
def test_what_an_ideograph_is(character: str, han: bool) -> None:
    assert is_han(character) is han
    assert not is_han("の") and not is_han("（")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_halves_of_signs_break_nothing() -> None:
    assert simplified("\ud800騰訊") == "?腾讯"
