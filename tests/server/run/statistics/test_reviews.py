from __future__ import annotations

from datetime import date, datetime

from server.registration.calendar import BEIJING
from server.run.statistics.reviews import LONGEST, Pace, Review, pace, reviews, working_days
from server.store.registration_reviews import Passed


def at(day: str) -> float:
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=BEIJING).timestamp()


FRIDAY = "2025-11-21"


def test_a_review_goes_from_each_handing_in_to_its_answer() -> None:
    passed = [
        Passed("a", "submit", 1.0),
        Passed("a", "request_changes", 2.0),
        Passed("a", "approve", 3.0),
        Passed("a", "submit", 4.0),
        Passed("b", "approve", 5.0),
        Passed("a", "approve", 6.0),
        Passed("c", "submit", 7.0),
    ]
    expected = [Review(1.0, 2.0, "request_changes"), Review(4.0, 6.0, "approve")]
    assert reviews(passed) == expected


def test_weekends_and_holidays_do_not_count() -> None:
    assert Review(at(FRIDAY), at("2025-11-24"), "approve").days == 1
    assert Review(at(FRIDAY), at(FRIDAY), "approve").days == 0
    # Eight days off from 1 October 2025; Saturday the 11th is worked instead.
    assert working_days(date(2025, 9, 30), date(2025, 10, 9)) == 1
    assert working_days(date(2025, 10, 10), date(2025, 10, 11)) == 1
    assert working_days(date(2025, 10, 2), date(2025, 10, 1)) == 0
    assert working_days(date(1990, 1, 1), date(2025, 1, 1)) <= LONGEST


def test_reviews_are_added_up() -> None:
    ends = ("2025-11-21", "2025-11-24", "2025-11-25", "2025-12-31")
    told = pace(Review(at(FRIDAY), at(end), "approve") for end in ends)
    assert told == Pace(4, 1.5, 3, 1)
    assert pace([]) == Pace(0, None, 0, 0)
