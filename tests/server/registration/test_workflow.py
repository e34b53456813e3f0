"""The workflow's table, walked cell by cell: every state, verb and person, and every refusal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.access.actor import Actor, Grant, Thing
from server.registration import effects
from server.registration.calendar import add_months, day_of, end_of
from server.registration.case import CLOCK, Case, Given, Item
from server.registration.deadlines import renewal_from
from server.registration.errors import Finding, RegistrationError
from server.registration.guards import GUARDS
from server.registration.schedule import due
from server.registration.states import ENDS, FLAGS, LIVE, RESIDENT, STATES, VERBS, State, Verb
from server.registration.transitions import GUARDS as NAMES
from server.registration.transitions import TABLE, GuardName
from server.registration.workflow import advance, allowed, verbs
from tests.server.registration.cases import (
    AGENT,
    CLERK,
    DAY,
    EVERYBODY,
    ID,
    MANAGER,
    NOW,
    OWNER,
    STRANGER,
    good,
    person,
    ready_for,
)

CELLS = [(state, verb) for state in STATES for verb in VERBS]


def refusal(case: Case, verb: Verb, actor: Actor, now: float, given: Given) -> RegistrationError:
    with pytest.raises(RegistrationError) as caught:
        advance(case, verb, actor, now, given)
    return caught.value


def actor_for(state: State, verb: Verb) -> Actor:
    """Somebody whom the table lets do it."""
    action = TABLE[state, verb].action
    if not action:
        return CLOCK
    return next(who for who in (CLERK, MANAGER, OWNER) if who.may(action, own()))


def own() -> Thing:
    return Thing(owner=f"enterprise:{ID}")


@pytest.mark.parametrize(("state", "verb"), CELLS)
@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda who: who.id)
def test_every_cell_for_everybody(state: State, verb: Verb, actor: Actor) -> None:
    case, now = ready_for(state, verb)
    cell = TABLE.get((state, verb))
    if verb in ("request_changes", "approve", "release") and actor.may("application.review"):
        case = replace(case, clerk=actor.id)
    if cell is None:
        assert refusal(case, verb, actor, now, good(verb)).code == "wrong_state"
    elif actor != CLOCK if not cell.action else not actor.may(cell.action, own()):
        assert refusal(case, verb, actor, now, good(verb)).code == "forbidden"
    else:
        case = replace(case, clerk="" if verb == "claim" else actor.id)
        step = advance(case, verb, actor, now, good(verb))
        assert (step.case.state, step.case.version) == (cell.target, case.version + 1)
        assert (step.entry.audit, step.entry.by, step.entry.at) == (cell.audit, actor.id, now)
        assert (step.entry.source, step.entry.target) == (state, cell.target)


def test_the_table_is_the_one_that_was_agreed() -> None:
    main = ("draft", "submitted", "in_review", "approved", "active", "exiting", "closed")
    ways = ("submit", "claim", "approve", "activate", "exit", "close")
    for source, verb, target in zip(main, ways, main[1:], strict=False):
        assert TABLE[source, verb].target == target  # type: ignore[index]
    assert TABLE["in_review", "request_changes"].target == "changes_requested"
    assert TABLE["changes_requested", "submit"].target == "in_review"
    assert TABLE["approved", "await"].target == "awaiting_licence"
    assert TABLE["active", "suspend"].target == "suspended"
    assert TABLE["suspended", "restore"].target == "active"
    assert {t.target for t in TABLE.values() if t.target in ENDS} == ENDS
    assert {t.verb for t in TABLE.values()} == set(VERBS)
    assert {name for t in TABLE.values() for name in t.guards} == set(NAMES) == set(GUARDS)


def test_nothing_leads_out_of_an_end_and_everything_leads_to_one() -> None:
    assert not [cell for cell in TABLE if cell[0] in ENDS]
    reached: set[State] = set(ENDS)
    for _ in STATES:
        reached |= {source for (source, _), t in TABLE.items() if t.target in reached}
    assert reached == set(STATES)


def test_every_state_is_reached_from_a_draft() -> None:
    reached: set[State] = {"draft"}
    for _ in STATES:
        reached |= {t.target for (source, _), t in TABLE.items() if source in reached}
    assert reached == set(STATES)


def test_the_sets_of_states_fit() -> None:
    assert RESIDENT < LIVE and not LIVE & ENDS and "draft" not in LIVE
    assert set(FLAGS) == {
        *("expiring", "overdue", "duplicate", "region_unlisted", "name_conflict", "restricted")
    }


BREAKING: dict[GuardName, tuple[dict[str, object], dict[str, object], str]] = {
    "no_errors": ({}, {"missing": (Finding("/fields/name", "missing"),)}, "application_invalid"),
    "asked_answered": ({"asked": ("/fields/name",)}, {"changed": frozenset()}, "changes_open"),
    "free_claim": ({"clerk": "a_somebody"}, {}, "claimed_by_another"),
    "not_own": ({"submitter": "self"}, {}, "own_application"),
    "own_claim": ({"clerk": "a_somebody"}, {}, "claimed_by_another"),
    "whole_list": ({}, {"items": ()}, "changes_missing"),
    "asked_once": ({"rounds": 1}, {}, "changes_asked"),
    "manager_when_flagged": ({"flags": frozenset({"duplicate"})}, {}, "needs_manager"),
    "custodian_named": ({"custodian": ""}, {"custodian": ""}, "custodian_missing"),
    "seats_free": ({}, {"seats": 0}, "no_seat"),
    "one_residency": ({}, {"resident": True}, "already_resident"),
    "without_licence": ({"credit_code": "914403001922038216"}, {}, "licence_there"),
    "with_licence": ({"credit_code": ""}, {}, "licence_missing"),
    "agreement_accepted": ({}, {"agreement": ""}, "agreement_missing"),
    "term_ending": ({"term_until": NOW + 400 * DAY}, {}, "renewal_early"),
    "host_open": ({}, {"host_open": False}, "custodian_closed"),
    "boothless": ({}, {"has_booth": True}, "booth_there"),
    "reason_given": ({}, {"reason": "because"}, "reason_unknown"),
    "notice_over": ({"exit_at": NOW + DAY}, {}, "notice_running"),
    "space_emptied": ({}, {"emptied": False}, "space_not_empty"),
    "copy_delivered": ({}, {"exported": False}, "copy_not_delivered"),
    "time_is_up": ({}, {}, "not_yet"),
}
GUARDED = [(*cell, name) for cell, t in TABLE.items() for name in t.guards]


@pytest.mark.parametrize(("state", "verb", "guard"), GUARDED)
def test_every_refusal_of_every_cell(state: State, verb: Verb, guard: GuardName) -> None:
    case, now = ready_for(state, verb)
    actor = actor_for(state, verb)
    about_case, about_given, code = BREAKING[guard]
    case = replace(case, **about_case)  # type: ignore[arg-type]
    if guard == "not_own":
        case = replace(case, submitter=actor.id)
    if guard == "time_is_up":
        now -= 1
    given = replace(good(verb), **about_given)  # type: ignore[arg-type]
    refused = allowed(case, actor, verb, now, given)
    assert code in [each.code for each in refused]
    error = refusal(case, verb, actor, now, given)
    assert error.code == refused[0].code


@pytest.mark.parametrize("guard", NAMES)
def test_every_guard_has_words_and_a_refusal(guard: GuardName) -> None:
    assert GUARDS[guard].zh and GUARDS[guard].en and BREAKING[guard][2]


REVIEWS = ("claim", "release", "request_changes", "approve", "await", "reject")
JUDGED = [cell for cell in TABLE if cell[1] in (*REVIEWS, "suspend", "restore", "close")]


@pytest.mark.parametrize(("state", "verb"), JUDGED)
@pytest.mark.parametrize("role", ["clerk", "manager", "operator"])
def test_nobody_judges_their_own(state: State, verb: Verb, role: str) -> None:
    case, now = ready_for(state, verb)
    someone = person(role, "a_someone")  # type: ignore[arg-type]
    if not someone.may(TABLE[state, verb].action, own()):
        return
    member = Actor("a_someone", someone.grants | {Grant("enterprise_agent", enterprise=ID)})
    of_firm = replace(case, people=case.people | {"a_someone"}, clerk="")
    for mine, actor in (
        (replace(case, submitter="a_someone", clerk=""), someone),
        (of_firm, someone),
        (replace(case, clerk=""), member),
    ):
        assert "own_application" in [each.code for each in allowed(mine, actor, verb, now)]


def test_a_flagged_application_is_a_managers() -> None:
    case, now = ready_for("in_review", "approve")
    for flag in FLAGS:
        flagged = replace(case, flags=frozenset({flag}))
        refused = [each.code for each in allowed(flagged, CLERK, "approve", now, good("approve"))]
        assert refused == ([] if flag in ("overdue", "expiring") else ["needs_manager"])
        assert advance(flagged, "approve", MANAGER, now, good("approve")).case.state == "approved"


def test_a_manager_takes_over_and_a_clerk_does_not() -> None:
    case, now = ready_for("in_review", "claim")
    taken = replace(case, clerk=CLERK.id)
    assert refusal(taken, "claim", CLERK, now, Given()).code == "claimed_already"
    assert refusal(taken, "claim", person("clerk", "a_other"), now, Given()).code == (
        "claimed_by_another"
    )
    assert advance(taken, "claim", MANAGER, now).case.clerk == MANAGER.id


def test_every_cause_is_told_at_once() -> None:
    case, now = ready_for("in_review", "approve")
    found = (
        Finding("/fields/name", "name_not_han"),
        Finding("/fields/scope", "scope_flagged", "warning"),
    )
    given = Given(findings=found, missing=(Finding("/documents/licence", "document_missing"),))
    error = refusal(replace(case, custodian=""), "approve", CLERK, now, given)
    assert error.code == "application_invalid"
    assert [(each.pointer, each.code) for each in error.findings] == [
        ("/fields/name", "name_not_han"),
        ("/documents/licence", "document_missing"),
        ("/custodian", "custodian_missing"),
        ("/custodian", "no_seat"),
    ]


def test_warnings_alone_stop_nothing() -> None:
    case, now = ready_for("draft", "submit")
    given = Given(findings=(Finding("/fields/scope", "scope_flagged", "warning"),))
    assert advance(case, "submit", OWNER, now, given).case.state == "submitted"


def test_changes_are_asked_for_once_and_whole() -> None:
    case, now = ready_for("in_review", "request_changes")
    asked = Given(items=(Item("/fields/name", "请核对"), Item("/documents/licence", "不清晰")))
    waiting = advance(case, "request_changes", CLERK, now, asked).case
    assert waiting.asked == ("/fields/name", "/documents/licence") and waiting.rounds == 1
    half = Given(changed=frozenset({"/fields/name", "/fields/phone"}))
    error = refusal(waiting, "submit", OWNER, now, half)
    assert [each.pointer for each in error.findings] == ["/documents/licence"]
    back = advance(waiting, "submit", OWNER, now, replace(half, note="执照清晰")).case
    assert back.state == "in_review" and back.clerk == CLERK.id
    new = Given(items=(Item("/fields/phone", "无法接通"), Item("/fields/scope", "太长")))
    error = refusal(back, "request_changes", CLERK, now, new)
    assert (error.code, [each.pointer for each in error.findings]) == (
        "changes_asked",
        ["/items/1"],
    )
    again = Given(items=(Item("/fields/phone", "无法接通"),))
    assert advance(back, "request_changes", CLERK, now, again).case.rounds == 2


def test_an_empty_item_is_no_list() -> None:
    case, now = ready_for("in_review", "request_changes")
    given = Given(items=(Item("/fields/name", "请核对"), Item("/fields/scope", " ")))
    error = refusal(case, "request_changes", CLERK, now, given)
    assert [each.pointer for each in error.findings] == ["/items/1"]


def test_an_older_agreement_is_not_the_one_in_force() -> None:
    case, now = ready_for("approved", "activate")
    given = replace(good("activate"), agreement="2")
    assert refusal(case, "activate", OWNER, now, given).code == "agreement_stale"
    assert refusal(
        case, "activate", OWNER, now, replace(given, in_force="", agreement="")
    ).code == ("agreement_missing")


def test_codes_of_others_than_businesses_are_no_licence() -> None:
    case, now = ready_for("approved", "activate")
    court = replace(case, credit_code="11100000000013127D")
    assert refusal(court, "activate", OWNER, now, good("activate")).code == "licence_missing"


@pytest.mark.parametrize("actor", [OWNER, AGENT, CLERK, MANAGER, STRANGER], ids=lambda who: who.id)
@pytest.mark.parametrize("state", STATES)
def test_what_is_offered_can_be_done(state: State, actor: Actor) -> None:
    case, now = ready_for(state, "submit")
    offers = verbs(case, actor, now)
    assert [each.verb for each in offers] == [
        verb for verb in VERBS if (state, verb) in TABLE and verb != "expire"
    ]
    for each in offers:
        if not each.allowed:
            assert (
                refusal(case, each.verb, actor, now, good(each.verb)).code == each.refusals[0].code
            )


def test_a_company_moves_in_and_out() -> None:
    case, now = ready_for("approved", "activate")
    step = advance(case, "activate", OWNER, now, good("activate"))
    kinds = [type(each).__name__ for each in step.effects]
    assert kinds == ["LeaseSpace", "IssueCertificate", "ShowBooth", "Tell", "Event"]
    assert effects.Event("company.activated") in step.effects
    suspended = advance(step.case, "suspend", MANAGER, now, good("suspend"))
    assert effects.HideBooth() in suspended.effects and suspended.case.hidden
    assert effects.SuspendCertificate("fees_unpaid") in suspended.effects
    restored = advance(suspended.case, "restore", MANAGER, now)
    assert effects.ShowBooth() in restored.effects and not restored.case.hidden
    leaving = advance(restored.case, "exit", OWNER, now).case
    assert leaving.exit_at is not None and not leaving.hidden
    closed = advance(leaving, "close", CLERK, leaving.exit_at, good("close"))
    assert {effects.FreeSpace(), effects.HideBooth()} < {
        each for each in closed.effects if not isinstance(each, effects.Tell)
    }
    assert closed.case.state == "closed" and closed.case.ended == leaving.exit_at


def test_a_term_is_renewed_from_its_old_end() -> None:
    case, now = ready_for("active", "renew")
    end = case.term_until or 0.0
    told = frozenset({f"active:30:{end:.0f}", f"active:14:{end:.0f}", "draft:5:1"})
    near = replace(case, told=told, flags=frozenset({"expiring", "duplicate"}))
    step = advance(near, "renew", OWNER, now, good("renew"))
    assert step.case.term_until == end_of(add_months(day_of(end - 1), 12))
    assert sorted(step.case.told) == ["draft:5:1"]
    assert sorted(step.case.flags) == ["duplicate"]
    assert step.case.since == near.since and step.case.agreement == "3"
    assert effects.IssueCertificate(step.case.term_until) in step.effects
    assert effects.Event("company.renewed") in step.effects
    assert refusal(step.case, "renew", OWNER, now, good("renew")).code == "renewal_early"
    assert due(step.case, now) == [] and due(step.case, end + DAY) == []
    (reminder,) = due(step.case, step.case.term_until - 20 * DAY)
    assert reminder.flag == "expiring"


def test_a_term_is_renewed_in_its_last_sixty_days_alone() -> None:
    case, _ = ready_for("active", "renew")
    begins = renewal_from(case.term_until or 0.0)
    assert refusal(case, "renew", OWNER, begins - 1, good("renew")).code == "renewal_early"
    assert advance(case, "renew", OWNER, begins, good("renew")).case.state == "active"
    older = replace(good("renew"), agreement="2")
    assert refusal(case, "renew", OWNER, begins, older).code == "agreement_stale"


def test_a_term_that_ends_hides_the_booth_and_gives_notice() -> None:
    case, now = ready_for("active", "expire")
    step = advance(case, "expire", CLOCK, now)
    assert step.case.state == "exiting" and step.case.hidden
    assert step.case.exit_at is not None and step.case.exit_at > now
