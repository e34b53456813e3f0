"""How many working days are left until something is due: what a clerk reads first of a queue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from server.registration.calendar import day_of, is_working_day

LONGEST: Final = 400
"""Days that are counted one by one; what is farther away is as far as this."""


def working_days(since: date, until: date) -> int:
    """Working days after one day, up to and with another; 0 when it is not later."""
    span = min((until - since).days, LONGEST)
    return sum(is_working_day(since + timedelta(days=n)) for n in range(1, span + 1))


def days_left(due: float, now: float) -> int:
    """Working days until a term is over that ends at ``due`` (Unix seconds; terms end at midnight,
    so that the day before is their last): 0 on that day, below 0 once it has passed."""
    last, today = day_of(due - 1), day_of(now)
    return working_days(today, last) if last >= today else -working_days(last, today)
