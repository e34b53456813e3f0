"""How long each thing may take, and when it is over. Terms end at midnight of their last day.

The review's days are those of the Regulations on Registration of Market Entities (市场主体登记管理
条例, art. 19): at once, else within three working days, and three more when the matter is not
simple, which here means that a flag calls for a manager.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from server.registration.calendar import add_months, add_working_days, day_of, end_of
from server.registration.case import Case
from server.registration.states import Flag

REVIEW_DAYS: Final = 3
EXTRA_DAYS: Final = 3
"""Working days for a review, and more of them when it is flagged."""
DRAFT_DAYS: Final = 60
SILENCE_DAYS: Final = 60
"""Days that changes asked for, and an agreement to accept, are waited for."""
NOTICE_DAYS: Final = 30
"""Days between notice of leaving and being let go."""
HOLD_MONTHS: Final = 2
"""Months that a new firm's name is held while it gets its licence."""
TERM_MONTHS: Final = 12
RENEWAL_DAYS: Final = 60
"""Days before the end of a term from which it can be renewed."""
REMINDERS: Final = (30, 14, 5)
"""Days before an end at which the applicant is reminded."""
FLAGS_FOR_MANAGER: Final[frozenset[Flag]] = frozenset(
    ("duplicate", "region_unlisted", "name_conflict", "restricted")
)


def review_due(now: float, flags: frozenset[Flag]) -> float:
    """When a review that begins now must be done."""
    days = REVIEW_DAYS + (EXTRA_DAYS if flags & FLAGS_FOR_MANAGER else 0)
    return end_of(add_working_days(day_of(now), days))


def promised(case: Case) -> float | None:
    """By when an applicant hears at the latest; None when nothing is reviewed.

    The same for every application: whether a review has the longer time would tell an applicant
    that another firm has the same code, or nearly the same name.
    """
    if case.due is None or case.submitted is None:
        return None
    return review_due(case.submitted, FLAGS_FOR_MANAGER)


def hold_end(now: float) -> float:
    """Until when a name is held from now."""
    return end_of(add_months(day_of(now), HOLD_MONTHS))


def term_end(now: float) -> float:
    """Until when a residency lasts that begins now."""
    return end_of(add_months(day_of(now), TERM_MONTHS))


def next_term_end(end: float) -> float:
    """Until when a residency lasts that is renewed: the next term begins where the last ends."""
    return end_of(add_months(day_of(end - 1), TERM_MONTHS))


def renewal_from(end: float) -> float:
    """From when a term can be renewed that ends then."""
    return reminder_at(end, RENEWAL_DAYS)


def notice_end(now: float) -> float:
    """When a notice of leaving that is given now is over."""
    return end_of(day_of(now) + timedelta(days=NOTICE_DAYS))


def ends_at(case: Case) -> float | None:
    """When the application's state ends by itself; None when it does not."""
    match case.state:
        case "draft":
            return _after(case.begun, DRAFT_DAYS)
        case "changes_requested" | "approved":
            return _after(case.since, SILENCE_DAYS)
        case "awaiting_licence":
            return case.hold_until
        case "active" | "suspended":
            return case.term_until
    return None


def reminder_at(end: float, days: int) -> float:
    """The beginning of the day that lies so many days before the last one."""
    last: date = day_of(end - 1)
    return end_of(last - timedelta(days=days + 1))


def _after(start: float, days: int) -> float:
    return end_of(day_of(start) + timedelta(days=days))
