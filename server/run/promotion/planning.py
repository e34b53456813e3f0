"""The operator's plan of visits: kept as one fact, and checked whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from scenes.findings import Finding
from server.promotion.errors import PromotionError
from server.promotion.plan import Plan, Span

FACT: Final = "visit_plan"
"""Under which the archive remembers it."""
DAY_MINUTES: Final = 24 * 60


def plan_of(told: Any) -> Plan:
    """The plan that was kept; the usual one when none was."""
    if not isinstance(told, Mapping):
        return Plan()
    return Plan(
        weekdays={int(day): _spans(spans) for day, spans in told["weekdays"].items()},
        minutes=told["minutes"],
        capacity=told["capacity"],
        lead_hours=told["lead_hours"],
        ahead_days=told["ahead_days"],
        closed=frozenset(date.fromisoformat(day) for day in told["closed"]),
        holidays_closed=told["holidays_closed"],
        place=dict(told["place"]),
        open=told["open"],
    )


def plan_told(plan: Plan) -> dict[str, Any]:
    """A plan as JSON."""
    return {
        "weekdays": {
            str(day): [[clock(span.begins), clock(span.ends)] for span in spans]
            for day, spans in sorted(plan.weekdays.items())
        },
        "minutes": plan.minutes,
        "capacity": plan.capacity,
        "lead_hours": plan.lead_hours,
        "ahead_days": plan.ahead_days,
        "closed": sorted(day.isoformat() for day in plan.closed),
        "holidays_closed": plan.holidays_closed,
        "place": dict(plan.place),
        "open": plan.open,
    }


def checked(told: Mapping[str, Any]) -> Plan:
    """A plan that somebody sent; raises PromotionError ``plan_invalid`` with every finding."""
    found = [*_hours(told), *_days(told["closed"])]
    if found:
        raise PromotionError("plan_invalid", found)
    return plan_of(told)


def clock(minute: int) -> str:
    """Minutes after midnight as ``HH:MM``; the day's end is 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minutes_of(text: str) -> int | None:
    """``HH:MM`` as minutes after midnight."""
    hour, colon, minute = text.partition(":")
    if not (colon and len(text) == 5 and (hour + minute).isascii() and (hour + minute).isdigit()):
        return None
    found = int(hour) * 60 + int(minute)
    return found if int(minute) < 60 and found <= DAY_MINUTES else None


def _spans(spans: Sequence[Sequence[str]]) -> tuple[Span, ...]:
    return tuple(Span(minutes_of(begins) or 0, minutes_of(ends) or 0) for begins, ends in spans)


def _hours(told: Mapping[str, Any]) -> list[Finding]:
    found = []
    for day, spans in told["weekdays"].items():
        last = 0
        for at, span in enumerate(spans):
            pointer = f"/weekdays/{day}/{at}"
            begins, ends = (minutes_of(each) for each in span)
            if begins is None or ends is None:
                found.append(Finding(pointer, "not_a_clock"))
            elif begins < last or ends - begins < told["minutes"]:
                found.append(Finding(pointer, "span_wrong"))
            last = ends or last
    return found


def _days(closed: Sequence[str]) -> list[Finding]:
    found = []
    for at, day in enumerate(closed):
        try:
            date.fromisoformat(day)
        except ValueError:
            found.append(Finding(f"/closed/{at}", "bad_date"))
    return found
