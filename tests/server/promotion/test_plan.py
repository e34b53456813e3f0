"""Slots are within the plan's hours, on days when somebody receives, neither too soon nor late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from server.promotion.plan import Plan, Span, hours_of, slot_at, slots
from server.registration.calendar import is_working_day

ZONE = timezone(timedelta(hours=8))
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 20, 9, tzinfo=ZONE).timestamp()


def clock(starts: float) -> str:
    return datetime.fromtimestamp(starts, ZONE).strftime("%m-%d %H:%M")


def test_a_working_day_has_the_slots_of_its_hours() -> None:
    found = [clock(slot.starts) for slot in slots(Plan(), MONDAY, 1, NOW, ZONE, is_working_day)]
    hours = ["09:00", "10:00", "13:30", "14:30", "15:30"]
    assert found == [f"11-23 {hour}" for hour in hours]


def test_holidays_and_closed_days_have_none_and_exchanged_days_do() -> None:
    spring = date(2026, 2, 17)
    assert not is_working_day(spring)
    assert hours_of(Plan(), spring, is_working_day) == ()
    exchanged = date(2026, 2, 14)
    assert exchanged.weekday() == 5 and is_working_day(exchanged)
    assert hours_of(Plan(), exchanged, is_working_day) == Plan().weekdays[4]
    assert hours_of(Plan(holidays_closed=False), spring, is_working_day) == Plan().weekdays[1]
    assert hours_of(Plan(closed=frozenset({MONDAY})), MONDAY, is_working_day) == ()


def test_too_soon_and_too_far_ahead_are_left_out() -> None:
    soon = Plan(lead_hours=24 * 4, ahead_days=5)
    days = {clock(s.starts)[:5] for s in slots(soon, date(2026, 11, 20), 30, NOW, ZONE, always)}
    assert days == {"11-24", "11-25"}
    assert list(slots(replace(soon, open=False), MONDAY, 9, NOW, ZONE, always)) == []


def always(day: date) -> bool:
    return True


@given(
    begins=st.integers(0, 1380), length=st.integers(0, 600), minutes=st.integers(10, 240),
    days=st.integers(1, 10),
)  # fmt: skip
def test_slots_lie_within_hours_and_never_overlap(
    begins: int, length: int, minutes: int, days: int
) -> None:
    span = Span(begins, min(1440, begins + length))
    plan = Plan(dict.fromkeys(range(7), (span,)), minutes=minutes, lead_hours=0)
    found = list(slots(plan, MONDAY, days, NOW, ZONE, always))
    assert len(found) == days * ((span.ends - span.begins) // minutes)
    for slot in found:
        here = datetime.fromtimestamp(slot.starts, ZONE)
        assert span.begins <= here.hour * 60 + here.minute <= span.ends - minutes
        assert slot_at(plan, slot.starts, NOW, ZONE, always) == slot
    assert all(first.ends <= second.starts for first, second in pairwise(found))


def test_days_end_with_the_calendar() -> None:
    for first in (date.min, date.max):
        assert list(slots(Plan(), first, 62, NOW, ZONE, is_working_day)) == []
