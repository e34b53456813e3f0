from __future__ import annotations

from datetime import date, datetime

import pytest

from server.registration.calendar import BEIJING, add_working_days, end_of
from server.registration.days_left import LONGEST, days_left, working_days


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING).timestamp()


FRIDAY = at("2025-11-21T12:00:00")


@pytest.mark.parametrize(
    ("last", "left"),
    [
        ("2025-11-26", 3),
        ("2025-11-24", 1),
        ("2025-11-21", 0),
        ("2025-11-20", -1),
        ("2025-11-17", -4),
    ],
)
def test_weekends_do_not_count(last: str, left: int) -> None:
    assert days_left(end_of(date.fromisoformat(last)), FRIDAY) == left


def test_holidays_do_not_count_and_weekends_worked_instead_do() -> None:
    # Eight days off from 1 October 2025; Saturday the 11th is worked.
    assert days_left(end_of(date(2025, 10, 9)), at("2025-09-30T09:00:00")) == 1
    assert working_days(date(2025, 10, 10), date(2025, 10, 11)) == 1


def test_what_was_added_is_left() -> None:
    for days in range(8):
        due = end_of(add_working_days(date(2025, 9, 28), days))
        assert days_left(due, at("2025-09-28T23:59:59")) == days


def test_what_is_far_away_costs_no_more() -> None:
    assert 0 < working_days(date(1990, 1, 1), date(2025, 1, 1)) <= LONGEST
