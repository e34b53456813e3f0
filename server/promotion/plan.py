"""When visits can be booked: the operator's plan, and the slots that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

MOST_DAYS: Final = 62
"""Days of one question about slots."""
_HOUR: Final = 3600.0


class Span(NamedTuple):
    """A span of a day in minutes after midnight, such as 9:00 to 11:30."""

    begins: int
    ends: int


WORKING: Final = (Span(9 * 60, 11 * 60 + 30), Span(13 * 60 + 30, 17 * 60))


def _weekdays() -> Mapping[int, tuple[Span, ...]]:
    return dict.fromkeys(range(5), WORKING)


@dataclass(frozen=True, slots=True)
class Plan:
    """The operator's plan of visits. Weekdays count from Monday, 0.

    ``lead_hours``: how long before its beginning a slot can still be asked for; ``ahead_days``: how
    far ahead. ``holidays_closed``: on days that are no working days nobody receives, whatever the
    weekday; days worked in exchange for a holiday have the hours of the last weekday with any.
    """

    weekdays: Mapping[int, tuple[Span, ...]] = field(default_factory=_weekdays)
    minutes: int = 60
    capacity: int = 2
    lead_hours: int = 24
    ahead_days: int = 30
    closed: frozenset[date] = frozenset()
    holidays_closed: bool = True
    place: Mapping[str, str] = field(default_factory=lambda: {"zh": "", "en": ""})
    """Where one meets; empty: in the park on the web."""
    open: bool = True
    """Whether visits can be booked at all."""


class Slot(NamedTuple):
    """A time that can be booked: Unix seconds, and how many parties it takes."""

    starts: float
    ends: float
    capacity: int


def slots(
    plan: Plan, first: date, days: int, now: float, zone: tzinfo, working: Callable[[date], bool]
) -> Iterator[Slot]:
    """The slots of some days that can be asked for now, in order."""
    if not plan.open:
        return
    earliest = now + plan.lead_hours * _HOUR
    latest = now + plan.ahead_days * 24 * _HOUR
    for ahead in range(min(days, MOST_DAYS, (date.max - first).days + 1)):
        day = first + timedelta(days=ahead)
        for span in hours_of(plan, day, working):
            for starts in _starts(plan, day, span, zone):
                if earliest <= starts <= latest:
                    yield Slot(starts, starts + plan.minutes * 60.0, plan.capacity)


def slot_at(
    plan: Plan, starts: float, now: float, zone: tzinfo, working: Callable[[date], bool]
) -> Slot | None:
    """The slot that begins at a moment, if it can be asked for now."""
    day = datetime.fromtimestamp(starts, zone).date()
    return next(
        (slot for slot in slots(plan, day, 1, now, zone, working) if slot[0] == starts), None
    )


def hours_of(plan: Plan, day: date, working: Callable[[date], bool]) -> tuple[Span, ...]:
    """When somebody receives on a day."""
    if day in plan.closed:
        return ()
    usual = plan.weekdays.get(day.weekday(), ())
    if not plan.holidays_closed:
        return usual
    if not working(day):
        return ()
    return usual or _exchanged(plan, day)


def _exchanged(plan: Plan, day: date) -> tuple[Span, ...]:
    """A working day at a weekend: as on the nearest weekday of the plan."""
    if day.weekday() < 5:
        return ()
    return next((plan.weekdays[each] for each in (4, 3, 2, 1, 0) if plan.weekdays.get(each)), ())


def _starts(plan: Plan, day: date, span: Span, zone: tzinfo) -> Iterator[float]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    for minute in range(span.begins, span.ends - plan.minutes + 1, plan.minutes):
        yield (midnight + timedelta(minutes=minute)).timestamp()
