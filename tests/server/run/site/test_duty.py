"""Who is on duty when, holidays and nights among it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.site.duty import Duty, Shift, next_in_turn, zone_of

DAY = Shift((0, 1, 2, 3, 4), "09:00", "18:00", ("a", "b"))
NIGHT = Shift((4,), "22:00", "06:00", ("c",))
PLAN = Duty(shifts=(DAY, NIGHT), holidays=("2026-10-01",))


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).timestamp()


@pytest.mark.parametrize(
    ("moment", "people"),
    [
        ("2026-09-28T09:00", ["a", "b"]),
        ("2026-09-28T18:00", []),
        ("2026-09-27T10:00", []),
        ("2026-10-01T10:00", []),
        ("2026-10-02T23:00", ["c"]),
        ("2026-10-03T05:59", ["c"]),
        ("2026-10-03T06:00", []),
    ],
)
def test_people_are_on_duty_as_planned(moment: str, people: list[str]) -> None:
    assert PLAN.on_duty(at(moment)) == people


def test_a_plan_is_kept_as_it_was() -> None:
    assert Duty.of(PLAN.told()) == PLAN
    assert Duty.of(None) == Duty()


@given(st.lists(st.sampled_from("abcd"), unique=True), st.sampled_from("abcdx"))
def test_everybody_gets_a_turn(people: list[str], last: str) -> None:
    seen = []
    for _ in people:
        last = next_in_turn(people, last)
        seen.append(last)
    assert sorted(seen) == sorted(people)


def test_an_unknown_zone_is_utc() -> None:
    assert str(zone_of("Nowhere/Land")) == "UTC"
    assert next_in_turn([], "a") == ""
