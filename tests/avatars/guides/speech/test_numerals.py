from __future__ import annotations

import pytest

from avatars.guides.speech.numerals import digits, english, spoken, year


@pytest.mark.parametrize(
    ("value", "words"),
    [(2026, "twenty twenty six"), (2000, "two thousand"), (1905, "nineteen oh five"),
     (1900, "nineteen hundred")],
)  # fmt: skip
def test_years(value: int, words: str) -> None:
    assert year(value) == words


def test_numbers() -> None:
    assert spoken("3.14", "zh") == "三点一四" and spoken("0.5", "en") == "zero point five"
    assert english(1_000_001) == "one million one" and english(115) == "one hundred fifteen"
    assert digits("105", "zh") == "一零五" and spoken("1" * 20, "zh") == "一" * 20
