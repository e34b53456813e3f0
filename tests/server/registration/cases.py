"""Applications in every state, people of every role, and all that a good request needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from server.access.actor import Actor, Grant
from server.access.roles import ROLES, Role
from server.registration.calendar import BEIJING
from server.registration.case import CLOCK, Case, Given, Item
from server.registration.deadlines import ends_at
from server.registration.states import State, Verb

ID: Final = "e_0123456789abcdef"
NOW: Final = datetime(2026, 6, 1, 10, 30, tzinfo=BEIJING).timestamp()
DAY: Final = 86400.0
CODE: Final = "914403001922038216"


def person(role: Role, name: str = "", *, enterprise: str = "") -> Actor:
    """Somebody with one role."""
    return Actor(name or f"a_{role}", frozenset({Grant(role, enterprise=enterprise)}))


CLERK: Final = person("clerk")
MANAGER: Final = person("manager")
OWNER: Final = person("enterprise_owner", enterprise=ID)
AGENT: Final = person("enterprise_agent", enterprise=ID)
STRANGER: Final = person("enterprise_owner", "a_stranger", enterprise="e_fedcba9876543210")
EVERYBODY: Final = (*map(person, ROLES), OWNER, AGENT, STRANGER, CLOCK)
"""Each role without an enterprise, the firm's own people, another firm's owner, and time."""


def case_in(state: State) -> Case:
    """An application that came to a state as it should: reviewed by the clerk, with a code."""
    reviewed = state not in ("draft", "submitted")
    resident = state in ("active", "suspended", "exiting")
    held = state == "awaiting_licence"
    return Case(
        ID,
        state,
        7,
        submitter="" if state == "draft" else OWNER.id,
        people=frozenset({OWNER.id, AGENT.id}),
        credit_code=CODE,
        is_new_firm=held,
        clerk=CLERK.id if reviewed else "",
        custodian="c_1" if reviewed else "",
        begun=NOW - 20 * DAY,
        since=NOW - DAY,
        submitted=None if state == "draft" else NOW - DAY,
        due=NOW + DAY if state in ("submitted", "in_review") else None,
        hold_until=NOW + 40 * DAY if held else None,
        active_from=NOW - DAY if resident else None,
        term_until=NOW + 300 * DAY if resident else None,
        exit_at=NOW - DAY if state == "exiting" else None,
    )


def ready_for(state: State, verb: Verb) -> tuple[Case, float]:
    """An application in a state, and a time, when the verb's conditions hold."""
    case = case_in(state)
    if verb == "await":
        case = replace(case, is_new_firm=True, credit_code="")
    if verb == "claim":
        case = replace(case, clerk="")
    end = ends_at(case)
    if verb == "renew" and end is not None:
        return case, end - 10 * DAY
    return case, end if verb == "expire" and end is not None else NOW


def good(verb: Verb) -> Given:
    """Everything that a verb needs."""
    return Given(
        reason={"suspend": "fees_unpaid"}.get(verb, "not_authentic"),
        items=(Item("/fields/name", "与执照不一致"),),
        agreement="3",
        in_force="3",
        custodian="c_1",
        seats=1,
        host_open=True,
        emptied=True,
        exported=True,
    )
