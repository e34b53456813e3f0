"""Who is on duty when: a weekly plan with holidays, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONE: Final = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Shift:
    """On these days (0 Monday … 6 Sunday), from ``begins`` to ``ends`` (``HH:MM``), these people.

    One that ends at or before its beginning ends on the next day.
    """

    days: tuple[int, ...]
    begins: str
    ends: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """The plan. ``holidays`` are dates (``YYYY-MM-DD``) without duty.

    ``deal``: ``hand`` leaves new items to whoever takes them, ``turn`` gives them to those on duty
    one after the other. ``remind_hours`` before an item is due somebody is reminded.
    """

    zone: str = ZONE
    shifts: tuple[Shift, ...] = ()
    holidays: tuple[str, ...] = ()
    deal: str = "hand"
    remind_hours: float = 2.0

    @classmethod
    def of(cls, told: Any) -> Duty:
        """The plan that was kept as JSON; an empty one of anything else."""
        if not isinstance(told, dict):
            return cls()
        shifts = tuple(
            Shift(tuple(s["days"]), s["begins"], s["ends"], tuple(s["people"]))
            for s in told["shifts"]
        )
        holidays = tuple(told["holidays"])
        return cls(told["zone"], shifts, holidays, told["deal"], float(told["remind_hours"]))

    def told(self) -> dict[str, Any]:
        """The plan as JSON."""
        return {
            "zone": self.zone,
            "shifts": [
                {
                    "days": list(shift.days),
                    "begins": shift.begins,
                    "ends": shift.ends,
                    "people": list(shift.people),
                }
                for shift in self.shifts
            ],
            "holidays": list(self.holidays),
            "deal": self.deal,
            "remind_hours": self.remind_hours,
        }

    def on_duty(self, now: float) -> list[str]:
        """Who is on duty at a moment (Unix seconds), each once, in the plan's order."""
        here = datetime.fromtimestamp(now, zone_of(self.zone))
        found: dict[str, None] = {}
        for shift in self.shifts:
            if self._covers(shift, here):
                found |= dict.fromkeys(shift.people)
        return list(found)

    def _covers(self, shift: Shift, here: datetime) -> bool:
        today, clock = here.toordinal(), here.strftime("%H:%M")
        over_night = shift.ends <= shift.begins
        if over_night:
            since_today = self._works(shift, today) and clock >= shift.begins
            return since_today or (self._works(shift, today - 1) and clock < shift.ends)
        return self._works(shift, today) and shift.begins <= clock < shift.ends

    def _works(self, shift: Shift, ordinal: int) -> bool:
        day = datetime.fromordinal(ordinal)
        return day.weekday() in shift.days and day.strftime("%Y-%m-%d") not in self.holidays


def zone_of(name: str) -> tzinfo:
    """A time zone by its name; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def next_in_turn(people: list[str], last: str) -> str:
    """Whose turn it is after ``last``; empty when nobody is there."""
    if not people:
        return ""
    return people[(people.index(last) + 1) % len(people)] if last in people else people[0]
