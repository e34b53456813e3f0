"""How long the registry desk takes to answer, in working days.

A review begins when an application is handed in and ends with the answer: approved, rejected, or
changes asked for. Whoever hands in again begins another.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from server.registration.calendar import day_of
from server.registration.days_left import working_days
from server.registration.deadlines import EXTRA_DAYS, REVIEW_DAYS
from server.store.registration_reviews import HANDED_IN, Passed


class Review(NamedTuple):
    """One review: when it began, when it was answered (Unix seconds), by which verb."""

    begun: float
    ended: float
    verb: str

    @property
    def days(self) -> int:
        """Working days that it took; 0 for an answer on the same day."""
        return working_days(day_of(self.begun), day_of(self.ended))


class Pace(NamedTuple):
    """Reviews added up. ``median`` is in working days, None without any; ``kept`` were answered
    within what is promised to simple applications, ``late`` took longer than any may."""

    reviews: int
    median: float | None
    kept: int
    late: int


def reviews(passed: Iterable[Passed]) -> list[Review]:
    """Each handing in with its answer; those still open are left out."""
    found, open_since = list[Review](), dict[str, float]()
    for application, verb, at in passed:
        if verb == HANDED_IN:
            open_since[application] = at
        elif application in open_since:
            found.append(Review(open_since.pop(application), at, verb))
    return found


def pace(found: Iterable[Review]) -> Pace:
    """Reviews added up."""
    days = sorted(review.days for review in found)
    return Pace(
        len(days),
        float(median(days)) if days else None,
        sum(each <= REVIEW_DAYS for each in days),
        sum(each > REVIEW_DAYS + EXTRA_DAYS for each in days),
    )
