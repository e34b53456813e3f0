from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration import deadlines as d
from server.registration.calendar import BEIJING, day_of
from server.registration.states import STATES
from server.registration.transitions import TABLE
from tests.server.registration.cases import case_in

MOMENTS = st.floats(1.2e9, 2.5e9)


def at(*when: int) -> float:
    return datetime(*when, tzinfo=BEIJING).timestamp()  # type: ignore[misc,arg-type]


def test_a_review_takes_three_working_days_and_three_more_when_flagged() -> None:
    friday = at(2026, 6, 5, 16)
    assert d.review_due(friday, frozenset()) == at(2026, 6, 11)
    assert d.review_due(friday, frozenset({"duplicate"})) == at(2026, 6, 16)
    assert d.review_due(friday, frozenset({"overdue"})) == at(2026, 6, 11)


def test_terms_end_at_midnight_of_their_last_day() -> None:
    now = at(2026, 12, 31, 9)
    assert d.hold_end(now) == at(2027, 3, 1)
    assert d.term_end(now) == at(2028, 1, 1)
    assert d.notice_end(now) == at(2027, 1, 31)
    assert d.term_end(at(2028, 2, 29, 12)) == at(2029, 3, 1)


def test_a_reminder_comes_at_the_beginning_of_its_day() -> None:
    end = at(2026, 12, 31)
    assert day_of(d.reminder_at(end, 5)) == date(2026, 12, 25)
    assert d.reminder_at(end, 5) == at(2026, 12, 25)


@pytest.mark.parametrize("state", STATES)
def test_states_that_end_by_themselves(state: str) -> None:
    case = case_in(state)  # type: ignore[arg-type]
    end = d.ends_at(case)
    by_time = {source for (source, verb) in TABLE if verb == "expire"}
    assert (end is not None) == (state in by_time)
    assert end is None or end > case.since


@given(MOMENTS)
def test_every_deadline_lies_after_its_start(now: float) -> None:
    ends = (d.hold_end(now), d.term_end(now), d.notice_end(now), d.review_due(now, frozenset()))
    assert all(end > now for end in ends)
    assert d.review_due(now, frozenset({"restricted"})) > d.review_due(now, frozenset())
