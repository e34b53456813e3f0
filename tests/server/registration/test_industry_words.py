from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.industry_words import WORDS, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灵境科技", ("灵境", "科技")),
        ("灵境网络信息技术", ("灵境", "网络信息技术")),
        ("灵境", ("灵境", "")),
        ("科技信息", ("", "科技信息")),
        ("境科技", ("境", "科技")),
        ("海通信科技", ("海通信", "科技")),
        ("", ("", "")),
    ],
)
def test_a_trade_name_and_its_business(text: str, expected: tuple[str, str]) -> None:
    assert split(text) == expected


@given(st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=4))
def test_known_words_are_all_business(words: list[str]) -> None:
    assert split("龘靐" + "".join(words)) == ("龘靐", "".join(words))


@given(st.text(max_size=60))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split(text)) == text
