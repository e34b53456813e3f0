"""What time does to an application: reminders, late reviews, and ends.

``due`` tells what is to be done now, and nothing twice: each thing has a name, the names of what
was told are kept with the case (``told``), and a new deadline has new names. After a long sleep
only the nearest reminder is sent; the earlier ones count as told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from server.registration.calendar import day_of
from server.registration.case import Case, Given
from server.registration.deadlines import REMINDERS, ends_at, reminder_at
from server.registration.effects import DEADLINE, Await, Effect, Event, Tell
from server.registration.performing import words_of
from server.registration.states import RESIDENT, Flag, Verb

NEAR: Final = max(REMINDERS)


@dataclass(frozen=True, slots=True)
class Timed:
    """Something whose time has come.

    With a ``verb``, the clock takes that step (``workflow.advance(case, verb, CLOCK, now)``).
    Otherwise ``noted(case, timed)`` is the case to keep, and ``effects`` are to be performed.
    """

    name: str
    at: float
    verb: Verb | None = None
    flag: Flag | None = None
    told: frozenset[str] = frozenset()
    effects: tuple[Effect, ...] = ()


def due(case: Case, now: float) -> list[Timed]:
    """Everything whose time has come, each at most once; an end stands alone."""
    end = ends_at(case)
    if end is not None and now >= end:
        return [Timed(f"expire:{end:.0f}", end, verb="expire")]
    found = [_reminder(case, end, now) if end is not None else None, _late(case, now)]
    found.append(_notice_over(case, now))
    return [each for each in found if each is not None and each.name not in case.told]


def next_at(case: Case, now: float) -> float | None:
    """When to look again; None when nothing more comes by itself."""
    end = ends_at(case)
    reminders = [] if end is None else [reminder_at(end, days) for days in REMINDERS]
    moments = [end, case.due if _is_reviewed(case) else None, *reminders]
    moments.append(case.exit_at if case.state == "exiting" else None)
    return min((at for at in moments if at is not None and at > now), default=None)


def noted(case: Case, timed: Timed) -> Case:
    """The case after something was told that is no step: its names, its flag, a new version."""
    flags = case.flags | {timed.flag} if timed.flag else case.flags
    told = case.told | timed.told | {timed.name}
    return replace(case, flags=flags, told=told, version=case.version + 1)


def _reminder(case: Case, end: float, now: float) -> Timed | None:
    passed = [days for days in REMINDERS if now >= reminder_at(end, days)]
    started = case.active_from if case.state in RESIDENT else max(case.since, case.begun)
    worth = [days for days in passed if started is None or reminder_at(end, days) > started]
    if not worth:
        return None
    days = min(worth)
    names = frozenset(_name(case, end, each) for each in passed)
    flag: Flag | None = "expiring" if case.state in RESIDENT else None
    words = {**words_of(case, Given()), "days": str(days), "state": case.state}
    tell = Tell("applicant", "deadline_near", words)
    at = reminder_at(end, days)
    return Timed(_name(case, end, days), at, flag=flag, told=names, effects=(tell,))


def _late(case: Case, now: float) -> Timed | None:
    if not _is_reviewed(case) or case.due is None or now < case.due:
        return None
    words = {**words_of(case, Given()), "due": day_of(case.due - 1).isoformat()}
    tell, waits = Tell("managers", "review_overdue", words), Await(DEADLINE, case.due)
    event = Event("application.overdue")
    name = f"overdue:{case.due:.0f}"
    return Timed(name, case.due, flag="overdue", effects=(tell, waits, event))


def _notice_over(case: Case, now: float) -> Timed | None:
    if case.state != "exiting" or case.exit_at is None or now < case.exit_at:
        return None
    words = words_of(case, Given())
    tell, waits = Tell("clerks", "notice_over", words), Await(DEADLINE, case.exit_at)
    return Timed(f"notice_over:{case.exit_at:.0f}", case.exit_at, effects=(tell, waits))


def _is_reviewed(case: Case) -> bool:
    return case.state in ("submitted", "in_review")


def _name(case: Case, end: float, days: int) -> str:
    return f"{case.state}:{days}:{end:.0f}"
