from __future__ import annotations

from dataclasses import replace

from server.registration.case import CLOCK, Given
from server.registration.changes import changed
from server.registration.guards import Asking
from tests.server.registration.cases import CLERK, MANAGER, NOW, OWNER, case_in, good


def test_handing_in_sets_who_when_and_what_to_look_at() -> None:
    given = Given(flags=frozenset({"duplicate", "overdue"}), changed=frozenset({"/fields/name"}))
    case = changed(Asking(case_in("draft"), OWNER, NOW, given), "submit", "submitted")
    assert (case.submitter, case.submitted, case.clerk) == (OWNER.id, NOW, "")
    assert case.flags == {"duplicate"} and case.reopened == {"/fields/name"}
    assert case.due is not None and case.due > NOW


def test_whoever_filled_it_in_or_handed_it_in_stays_on_record() -> None:
    begun = replace(case_in("draft"), submitter=CLERK.id)
    case = changed(Asking(begun, OWNER, NOW, Given()), "submit", "submitted")
    assert case.submitter == OWNER.id and case.hands == {CLERK.id, OWNER.id}
    again = changed(Asking(case, MANAGER, NOW, Given()), "submit", "in_review")
    assert again.hands == {CLERK.id, OWNER.id, MANAGER.id}


def test_taking_over_keeps_the_time_of_the_state() -> None:
    before = replace(case_in("in_review"), flags=frozenset({"overdue"}))
    case = changed(Asking(before, MANAGER, NOW, Given()), "claim", "in_review")
    assert case.since == before.since and case.clerk == MANAGER.id and case.flags == {"overdue"}


def test_a_decision_ends_what_was_late() -> None:
    before = replace(case_in("in_review"), flags=frozenset({"overdue", "restricted"}))
    case = changed(Asking(before, CLERK, NOW, good("reject")), "reject", "rejected")
    assert case.flags == {"restricted"} and case.due is None and case.ended == NOW


def test_a_company_whose_term_is_over_is_hidden_and_others_just_end() -> None:
    active = changed(Asking(case_in("active"), CLOCK, NOW, Given()), "expire", "exiting")
    draft = changed(Asking(case_in("draft"), CLOCK, NOW, Given()), "expire", "expired")
    assert active.hidden and active.exit_at and not draft.hidden and draft.ended == NOW
