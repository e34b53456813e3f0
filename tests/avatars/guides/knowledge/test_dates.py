"""Dates in a text."""

from __future__ import annotations

from datetime import date

import pytest

from avatars.guides.knowledge.dates import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年1月1日", date(2025, 1, 1), date(2025, 1, 1)),
        ("2025-06-30", date(2025, 6, 30), date(2025, 6, 30)),
        ("2024 年 2 月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026年底", date(2026, 1, 1), date(2026, 12, 31)),
        ("30 june 2025", date(2025, 6, 30), date(2025, 6, 30)),
        ("march 1, 2027", date(2027, 3, 1), date(2027, 3, 1)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_days(text: str, first: date, last: date) -> None:
    (found,) = days(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["2025年13月1日", "2025-02-30", "no date", "12345678"])
def test_no_days(text: str) -> None:
    assert list(days(text)) == []
