from __future__ import annotations

from dataclasses import replace

from server.access.actor import OWNER as OPERATOR
from server.registration.case import Given
from server.registration.guards import GUARDS, Asking, is_manager, is_own
from tests.server.registration.cases import (
    AGENT,
    CLERK,
    MANAGER,
    NOW,
    OWNER,
    STRANGER,
    case_in,
    good,
)


def test_who_decides_what_a_clerk_does_not() -> None:
    assert is_manager(MANAGER) and is_manager(OPERATOR)
    assert not is_manager(CLERK) and not is_manager(OWNER)


def test_whose_an_application_is() -> None:
    case = case_in("in_review")
    assert is_own(case, OWNER) and is_own(case, AGENT)
    assert not is_own(case, CLERK) and not is_own(case, STRANGER)
    assert is_own(replace(case, submitter=CLERK.id), CLERK)
    assert is_own(replace(case, hands=frozenset({CLERK.id})), CLERK)
    assert not is_own(replace(case, id=""), CLERK)


def test_guards_that_need_no_request_do_not_look_at_one() -> None:
    case = case_in("in_review")
    for guard in GUARDS.values():
        if not guard.needs_given:
            asked = Asking(case, CLERK, NOW, Given())
            assert guard.check(asked) == guard.check(asked._replace(given=good("approve")))
