from __future__ import annotations

from datetime import datetime

from server.registration.calendar import BEIJING
from server.run.statistics.reviews import Pace, Review, pace, reviews
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
    # Eight days off from 1 October 2025.
    assert Review(at("2025-09-30"), at("2025-10-09"), "reject").days == 1


def test_reviews_are_added_up() -> None:
    ends = ("2025-11-21", "2025-11-24", "2025-11-25", "2025-12-31")
    told = pace(Review(at(FRIDAY), at(end), "approve") for end in ends)
    assert told == Pace(4, 1.5, 3, 1)
    assert pace([]) == Pace(0, None, 0, 0)
