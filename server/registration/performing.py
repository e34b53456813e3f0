"""The effects that the table names, as values: who is told what, by when, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from server.registration.calendar import day_of
from server.registration.case import Case, Given
from server.registration.deadlines import promised
from server.registration.effects import (
    DEADLINE,
    REVIEW,
    Await,
    Effect,
    EffectName,
    Event,
    FreeSpace,
    HideBooth,
    IssueCertificate,
    LeaseBooth,
    LeaseSpace,
    RestoreCertificate,
    RevokeCertificate,
    Settle,
    ShowBooth,
    SuspendCertificate,
    Tell,
)
from server.registration.transitions import Transition

Maker = Callable[[Case, Given], tuple[Effect, ...]]


def effects_of(transition: Transition, after: Case, given: Given) -> tuple[Effect, ...]:
    """What is to be done once the step is kept, in this order."""
    done = [effect for name in transition.effects for effect in MAKERS[name](after, given)]
    if transition.told:
        done.append(Tell("applicant", transition.told, words_of(after, given)))
    if transition.event:
        done.append(Event(transition.event))
    return tuple(done)


def words_of(case: Case, given: Given) -> dict[str, str]:
    """What a notice may tell an applicant of a step: ids, codes and days, never persons."""
    days = {
        "due": promised(case),
        "hold": case.hold_until,
        "term": case.term_until,
        "exit": case.exit_at,
    }
    told = {name: day_of(at - 1).isoformat() for name, at in days.items() if at is not None}
    reason = {"reason": given.reason} if given.reason else {}
    return {"application": case.id, **reason, **told}


MAKERS: Final[Mapping[EffectName, Maker]] = {
    "lease_space": lambda case, given: (LeaseSpace(),),
    "lease_booth": lambda case, given: (LeaseBooth(),),
    "free_space": lambda case, given: (FreeSpace(),),
    "show_booth": lambda case, given: (ShowBooth(),),
    "hide_booth": lambda case, given: (HideBooth(),),
    "issue_certificate": lambda case, given: (IssueCertificate(case.term_until or 0.0),),
    "suspend_certificate": lambda case, given: (SuspendCertificate(given.reason),),
    "restore_certificate": lambda case, given: (RestoreCertificate(),),
    "revoke_certificate": lambda case, given: (RevokeCertificate(given.reason or "left"),),
    "await_review": lambda case, given: (Await(REVIEW, case.due),),
    "await_closing": lambda case, given: (Await(DEADLINE, case.exit_at),),
    "settle_review": lambda case, given: (Settle(REVIEW), Settle(DEADLINE)),
    "settle_closing": lambda case, given: (Settle(DEADLINE),),
}
