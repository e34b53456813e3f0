"""What time does: reminders once each, late reviews, ends; and any life of an application."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from server.registration.calendar import BEIJING
from server.registration.case import CLOCK, Case, Given, Item
from server.registration.deadlines import ends_at
from server.registration.effects import Await, Event, Tell
from server.registration.errors import RegistrationError
from server.registration.schedule import Timed, due, next_at, noted
from server.registration.states import ENDS, FLAGS, STATES, VERBS, State, Verb
from server.registration.transitions import TABLE
from server.registration.workflow import advance, allowed
from tests.server.registration.cases import (
    AGENT,
    CLERK,
    CODE,
    DAY,
    ID,
    MANAGER,
    NOW,
    OWNER,
    STRANGER,
    case_in,
    good,
)


def at(*when: int) -> float:
    return datetime(*when, tzinfo=BEIJING).timestamp()  # type: ignore[misc,arg-type]


def pass_time(case: Case, now: float) -> tuple[Case, list[Timed]]:
    """Do everything whose time has come, as the house's scheduler does."""
    done = []
    for timed in due(case, now):
        done.append(timed)
        case = advance(case, timed.verb, CLOCK, now).case if timed.verb else noted(case, timed)
    return case, done


def told(done: list[Timed]) -> list[str]:
    return [
        e.data["days"] for t in done for e in t.effects if isinstance(e, Tell) and "days" in e.data
    ]


def test_reminders_come_thirty_fourteen_and_five_days_before_each_once() -> None:
    case = replace(case_in("active"), active_from=at(2026, 1, 1), term_until=at(2027, 1, 1))
    heard: list[str] = []
    for day in range(1, 32):
        case, done = pass_time(case, at(2026, 12, day, 8) if day > 1 else at(2026, 12, 1))
        heard += told(done)
    assert heard == ["30", "14", "5"]
    assert case.flags == {"expiring"}


def test_after_a_long_sleep_the_nearest_reminder_alone_is_sent() -> None:
    case = replace(case_in("active"), active_from=at(2026, 1, 1), term_until=at(2027, 1, 1))
    case, done = pass_time(case, at(2026, 12, 28))
    assert told(done) == ["5"]
    assert pass_time(case, at(2026, 12, 29))[1] == []


def test_a_new_term_has_new_reminders() -> None:
    case = replace(case_in("active"), active_from=at(2026, 1, 1), term_until=at(2027, 1, 1))
    case, _ = pass_time(case, at(2026, 12, 28))
    longer = replace(case, term_until=at(2028, 1, 1))
    assert told(pass_time(longer, at(2027, 12, 3))[1]) == ["30"]


def test_a_draft_is_kept_for_sixty_days() -> None:
    case = Case(ID, begun=at(2026, 6, 1, 15), since=at(2026, 6, 1, 15))
    assert ends_at(case) == at(2026, 8, 1)
    assert due(case, at(2026, 6, 30)) == []
    kept, done = pass_time(case, at(2026, 7, 3))
    assert told(done) == ["30"] and kept.flags == frozenset() and kept.state == "draft"
    assert pass_time(kept, at(2026, 8, 1) - 1)[0].state == "draft"
    assert pass_time(kept, at(2026, 8, 1))[0].state == "expired"


def test_a_hold_ends_after_two_months() -> None:
    case = replace(case_in("approved"), is_new_firm=True, credit_code="", since=at(2026, 12, 31))
    case = advance(case, "await", CLERK, at(2026, 12, 31, 9)).case
    assert case.hold_until == at(2027, 3, 1)
    assert pass_time(case, at(2027, 2, 28, 23))[0].state == "awaiting_licence"
    assert pass_time(case, at(2027, 3, 1))[0].state == "expired"


def test_a_term_that_ends_leads_to_leaving_and_a_notice_to_the_desk() -> None:
    case, done = pass_time(case_in("active"), NOW + 400 * DAY)
    assert case.state == "exiting" and [each.verb for each in done] == ["expire"]
    assert case.exit_at is not None
    assert due(case, case.exit_at - 1) == []
    (timed,) = due(case, case.exit_at)
    assert [type(each) for each in timed.effects] == [Tell, Await]
    assert due(noted(case, timed), case.exit_at + DAY) == []


def test_a_late_review_is_told_once_and_flagged_until_it_is_done() -> None:
    case = replace(case_in("in_review"), due=NOW + DAY)
    assert due(case, NOW + DAY - 1) == []
    case, done = pass_time(case, NOW + DAY)
    assert case.flags == {"overdue"} and Event("application.overdue") in done[0].effects
    assert pass_time(case, NOW + 3 * DAY)[1] == []
    after = advance(case, "release", CLERK, NOW + 3 * DAY).case
    assert after.flags == {"overdue"}
    done_with = advance(case, "approve", CLERK, NOW + 3 * DAY, good("approve")).case
    assert done_with.flags == frozenset()


def test_when_to_look_again() -> None:
    case = replace(case_in("active"), active_from=at(2026, 1, 1), term_until=at(2027, 1, 1))
    assert next_at(case, at(2026, 6, 1)) == at(2026, 12, 1)
    assert next_at(case, at(2026, 12, 1)) == at(2026, 12, 17)
    assert next_at(case, at(2026, 12, 27)) == at(2027, 1, 1)
    assert next_at(case_in("in_review"), NOW) == NOW + DAY
    assert next_at(case_in("closed"), NOW) is None
    leaving = replace(case_in("exiting"), exit_at=NOW + DAY)
    assert next_at(leaving, NOW) == NOW + DAY


PEOPLE = (OWNER, AGENT, CLERK, MANAGER, STRANGER, CLOCK)


class AnyLife(RuleBasedStateMachine):
    """An application in the hands of everybody, in any order, while time goes by."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.case = Case(ID, begun=NOW, since=NOW, people=frozenset({OWNER.id, AGENT.id}))
        self.heard: Counter[str] = Counter()
        self.ended: Case | None = None

    @initialize(state=st.sampled_from(STATES))
    def begin_anywhere(self, state: State) -> None:
        residents = ("active", "suspended", "exiting")
        agreement = "3" if state in residents else ""
        ended = NOW if state in ENDS else None
        hidden = state == "suspended"
        self.case = replace(case_in(state), agreement=agreement, ended=ended, hidden=hidden)

    @rule(
        verb=st.sampled_from(VERBS),
        actor=st.sampled_from(PEOPLE),
        whole=st.booleans(),
        flags=st.frozensets(st.sampled_from(FLAGS), max_size=2),
    )
    def act(self, verb: Verb, actor: object, whole: bool, flags: frozenset[object]) -> None:
        given = replace(good(verb), flags=flags, changed=frozenset({"/fields/name"}))  # type: ignore[arg-type]
        given = given if whole else Given(items=(Item("/fields/scope", "x"),))
        before = self.case
        try:
            step = advance(before, verb, actor, self.now, given)  # type: ignore[arg-type]
        except RegistrationError as error:
            assert error.code and self.case is before
            return
        assert step.case.state == TABLE[before.state, verb].target
        assert step.case.version == before.version + 1
        self.case = step.case
        if before.state != step.case.state:
            assert step.case.since == self.now

    @rule(choice=st.integers(0, 1000))
    def go_on(self, choice: int) -> None:
        """Whoever may do something does it, so that lives go far."""
        can = [
            (verb, actor)
            for verb in VERBS
            for actor in PEOPLE
            if not allowed(self.case, actor, verb, self.now, good(verb))
            and verb not in ("withdraw", "reject")
        ]
        if can:
            verb, actor = can[choice % len(can)]
            self.case = advance(self.case, verb, actor, self.now, good(verb)).case

    @rule(days=st.floats(0.01, 50))
    def wait(self, days: float) -> None:
        self.now += days * DAY
        while True:
            found = due(self.case, self.now)
            self.case, done = pass_time(self.case, self.now)
            self.heard.update(timed.name for timed in done)
            if not found:
                break

    @rule()
    def licence_comes(self) -> None:
        if self.case.state in ("draft", "awaiting_licence"):
            self.case = replace(self.case, credit_code=CODE)

    @rule(new=st.booleans())
    def case_is(self, new: bool) -> None:
        if self.case.state == "draft":
            self.case = replace(self.case, is_new_firm=new, credit_code="" if new else CODE)

    @invariant()
    def it_stands_on_the_table(self) -> None:
        assert self.case.state in STATES
        assert self.case.flags <= set(FLAGS)

    @invariant()
    def ends_are_ends(self) -> None:
        if self.ended is not None:
            assert self.case == self.ended
        elif self.case.state in ENDS:
            assert self.case.ended is not None
            assert next_at(self.case, self.now) is None and due(self.case, self.now) == []
            self.ended = self.case

    @invariant()
    def deadlines_lie_after_their_start(self) -> None:
        case = self.case
        for start, end in (
            (case.submitted, case.due),
            (case.active_from, case.term_until),
            (case.begun, ends_at(case)),
        ):
            assert start is None or end is None or end > start

    @invariant()
    def nothing_is_told_twice(self) -> None:
        assert all(count == 1 for count in self.heard.values())

    @invariant()
    def nobody_reviewed_their_own(self) -> None:
        assert self.case.clerk not in self.case.people or not self.case.clerk

    @invariant()
    def who_is_active_has_all_it_takes(self) -> None:
        if self.case.state == "active":
            assert self.case.credit_code and self.case.agreement and self.case.custodian
            assert self.case.term_until is not None and not self.case.hidden


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(max_examples=60, stateful_step_count=40)
