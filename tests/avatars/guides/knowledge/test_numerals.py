"""Numbers, Arabic and Chinese."""

from __future__ import annotations

import pytest

from avatars.guides.knowledge.numerals import chinese_value, numbers


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *(("三千五百", 3500), ("一百二", 120), ("二〇二六", 2026), ("一点五", 1.5), ("十二", 12)),
        *(("两万三千", 23_000), ("一亿", 1e8), ("三百零五", 305), ("万", None), ("二十", 20)),
    ],
)
def test_chinese(words: str, value: float | None) -> None:
    assert chinese_value(words) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        *(("1,200 元", [1200]), ("3.5 t", [3.5]), ("1.2万", [12_000]), ("2 million", [2e6])),
        *(("5至8米", [5, 8]), ("", []), ("没有数", [])),
    ],
)
def test_in_text(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text)] == values
