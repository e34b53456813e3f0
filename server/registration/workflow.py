"""The life of an application: what may be done to it, by whom, and what comes of that.

``TABLE`` says everything (``transitions.py``); this asks it. A step changes nothing by itself: it
is a new ``Case``, the effects to perform, and the line for the audit trail.
"""

from __future__ import annotations

from typing import Final

from server.access.actor import Actor, Thing
from server.registration.case import (
    CLOCK,
    Case,
    Entry,
    Given,
    Item,
    Offer,
    Refusal,
    Step,
)
from server.registration.changes import changed
from server.registration.errors import Finding, RegistrationError
from server.registration.guards import GUARDS, Asking, is_own
from server.registration.performing import effects_of
from server.registration.states import VERBS, Verb
from server.registration.transitions import TABLE, Transition

__all__ = [
    "CLOCK",
    "TABLE",
    "Case",
    "Entry",
    "Given",
    "Item",
    "Offer",
    "Refusal",
    "Step",
    "Transition",
    "advance",
    "allowed",
    "is_own",
    "verbs",
]

NOTHING: Final = Given()


def allowed(
    case: Case, actor: Actor, verb: Verb, now: float, given: Given | None = None
) -> list[Refusal]:
    """Why a verb is refused, everything at once; empty when it is not.

    Without ``given`` only that is asked which does not depend on the request: state, role, claim,
    flags, time.
    """
    transition = TABLE.get((case.state, verb))
    if transition is None:
        return [Refusal("wrong_state")]
    if not _may(case, actor, transition):
        return [Refusal("forbidden")]
    asking = Asking(case, actor, now, given or NOTHING)
    guards = [GUARDS[name] for name in transition.guards]
    answers = [g.check(asking) for g in guards if given is not None or not g.needs_given]
    return [refusal for refusal in answers if refusal is not None]


def verbs(case: Case, actor: Actor, now: float, given: Given | None = None) -> list[Offer]:
    """What people can do in this state, and for each why this actor cannot, if so."""
    known = (verb for verb in VERBS if (case.state, verb) in TABLE)
    asked = [verb for verb in known if TABLE[case.state, verb].action]
    return [Offer(verb, tuple(allowed(case, actor, verb, now, given))) for verb in asked]


def advance(case: Case, verb: Verb, actor: Actor, now: float, given: Given = NOTHING) -> Step:
    """Do it. Raises ``RegistrationError`` with the first refusal's code and every cause."""
    refusals = allowed(case, actor, verb, now, given)
    if refusals:
        raise _error(refusals)
    transition = TABLE[case.state, verb]
    after = changed(Asking(case, actor, now, given), verb, transition.target)
    entry = Entry(
        transition.audit, verb, case.state, after.state, actor.id, now, given.reason, given.note
    )
    return Step(after, effects_of(transition, after, given), entry)


def _may(case: Case, actor: Actor, transition: Transition) -> bool:
    if not transition.action:
        return actor == CLOCK
    return actor.may(transition.action, Thing(owner=f"enterprise:{case.id}"))


def _error(refusals: list[Refusal]) -> RegistrationError:
    first, *others = refusals
    findings = [*first.findings]
    for other in others:
        findings += other.findings or (Finding("", other.code),)
    return RegistrationError(first.code, findings)
