"""Days as people in China count them: working days, months and years, in Beijing's time.

Which days are worked is decided by the State Council a year at a time; chinesecalendar knows those
that were announced. Of other years it is only known that weekends and the holidays with a fixed
date are free (全国年节及纪念日放假办法, 2024): ``is_certain`` tells the two apart.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Final

BEIJING: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has had no summer time since 1991."""
ONE_DAY: Final = timedelta(days=1)
FIXED: Final = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the statutory holidays that no moon moves."""
SATURDAY: Final = 5


@cache
def _announced() -> tuple[frozenset[date], frozenset[date]]:
    """Days off, and weekend days that are worked instead."""
    from chinese_calendar import constants  # type: ignore[import-untyped]

    return frozenset(constants.holidays), frozenset(constants.workdays)


@cache
def known_years() -> frozenset[int]:
    """The years of which the announced calendar is known."""
    return frozenset(day.year for day in _announced()[0])


def is_certain(year: int) -> bool:
    """Whether the working days of a year are known rather than guessed."""
    return year in known_years()


def is_working_day(day: date) -> bool:
    """Whether offices work; in years not yet announced, as far as one can tell."""
    if not is_certain(day.year):
        return day.weekday() < SATURDAY and (day.month, day.day) not in FIXED | {_qingming(day)}
    holidays, workdays = _announced()
    return day in workdays or (day.weekday() < SATURDAY and day not in holidays)


def add_working_days(at: date, days: int) -> date:
    """The n-th working day after a day, which itself does not count (Civil Code, art. 201)."""
    day = at
    while days > 0:
        day += ONE_DAY
        days -= is_working_day(day)
    return day


def add_months(at: date, months: int) -> date:
    """The corresponding day some months on, or the month's last when it has none (art. 202)."""
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return date(year, month + 1, min(at.day, _last_day(year, month + 1)))


def day_of(moment: float) -> date:
    """The day in Beijing at a moment (Unix seconds)."""
    return datetime.fromtimestamp(moment, BEIJING).date()


def end_of(day: date) -> float:
    """Midnight at the end of a day in Beijing (Unix seconds): when a term of days is over."""
    return datetime.combine(day + ONE_DAY, time(), BEIJING).timestamp()


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - ONE_DAY).day


def _qingming(day: date) -> tuple[int, int]:
    """Tomb-Sweeping Day: when the sun stands at 15°, by the usual formula for 2000 to 2099."""
    short = day.year % 100
    return 4, int(short * 0.2422 + 4.81) - short // 4
