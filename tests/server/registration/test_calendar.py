"""Working days and terms: the announced calendar, guesses beyond it, leap days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.calendar import (
    BEIJING,
    add_months,
    add_working_days,
    day_of,
    end_of,
    is_certain,
    is_working_day,
    known_years,
)

DAYS = st.dates(date(2005, 1, 1), date(2040, 12, 31))
FREE = 11
"""Days in a row that offices are closed at the very most, with room to spare."""


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 4), True),
        (date(2026, 2, 17), False),
        (date(2026, 2, 14), True),
        (date(2026, 10, 1), False),
        (date(2026, 6, 1), True),
        (date(2026, 6, 6), False),
        (date(2025, 9, 28), True),
        (date(2031, 1, 1), False),
        (date(2031, 5, 2), False),
        (date(2031, 10, 3), False),
        (date(2031, 10, 6), True),
        (date(2031, 4, 5), False),
        (date(2032, 4, 4), False),
        (date(2031, 11, 15), False),
        (date(2031, 11, 17), True),
        (date(1999, 10, 1), False),
    ],
)
def test_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_what_is_known_and_what_is_guessed() -> None:
    assert {2024, 2025, 2026} <= known_years()
    assert is_certain(2026) and not is_certain(1999) and not is_certain(2999)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 6, 1), 3, date(2026, 6, 4)),
        (date(2026, 6, 5), 3, date(2026, 6, 10)),
        (date(2026, 6, 6), 1, date(2026, 6, 8)),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 12, 30), 3, date(2027, 1, 5)),
        (date(2026, 6, 1), 0, date(2026, 6, 1)),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: date, days: int, end: date) -> None:
    assert add_working_days(start, days) == end


@given(DAYS, st.integers(1, 30))
def test_so_many_working_days_lie_between(start: date, days: int) -> None:
    end = add_working_days(start, days)
    between = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    assert sum(map(is_working_day, between)) == days and is_working_day(end)


@given(DAYS)
def test_offices_are_never_closed_for_long(day: date) -> None:
    assert any(is_working_day(day + timedelta(n)) for n in range(FREE))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 20), 12, date(2027, 11, 20)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_months_end_on_the_corresponding_day(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_a_day_is_beijings() -> None:
    late = datetime(2026, 6, 1, 23, 59, 59, tzinfo=BEIJING).timestamp()
    assert day_of(late) == date(2026, 6, 1) and day_of(late + 1) == date(2026, 6, 2)
    assert end_of(date(2026, 6, 1)) == late + 1


@given(DAYS)
def test_a_day_ends_where_the_next_begins(day: date) -> None:
    assert day_of(end_of(day)) == day + timedelta(1) and day_of(end_of(day) - 1) == day
