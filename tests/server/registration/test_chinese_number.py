from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.chinese_number import DIGITS, MYRIADS, TENS, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105)),
        *(("一千二百三十四万五千六百七十八", 12_345_678), ("一亿两千万", 120_000_000)),
        *(("壹佰贰拾叁万", 1_230_000), ("三万亿", 3 * 10**12), ("一万二千亿", 12_000 * 10**8)),
        *(("", None), ("万", None), ("一二", None), ("元", None)),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert value_of(text) == value


@given(st.text("".join((*DIGITS, *TENS, *MYRIADS)), max_size=40))
def test_any_row_of_numerals_gets_an_answer(text: str) -> None:
    found = value_of(text)
    assert found is None or found >= 0
