from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.run.guides.breaker import FAILURES, FIRST_REST, LONGEST_REST, WITHIN, Breaker


def test_it_opens_after_some_failures_and_lets_one_try() -> None:
    breaker = Breaker()
    for _ in range(FAILURES):
        assert breaker.may_ask(0)
        breaker.failed(0, "late")
    assert not breaker.may_ask(FIRST_REST - 1) and not breaker.is_healthy(1)
    assert breaker.may_ask(FIRST_REST)
    assert not breaker.may_ask(FIRST_REST), "one at a time"
    breaker.failed(FIRST_REST, "late")
    assert not breaker.may_ask(FIRST_REST * 2.5), "it rests longer each time"
    assert breaker.may_ask(FIRST_REST * 3)
    breaker.went_well(FIRST_REST * 3)
    assert breaker.may_ask(FIRST_REST * 3) and breaker.failures == 0


def test_failures_far_apart_are_forgiven() -> None:
    breaker = Breaker()
    for n in range(10):
        breaker.failed(n * (WITHIN + 1), "cut")
        assert breaker.may_ask(n * (WITHIN + 1))


def test_being_asked_to_wait_opens_at_once() -> None:
    breaker = Breaker()
    breaker.failed(0, "busy: 429", 90)
    assert not breaker.may_ask(89) and breaker.may_ask(90)


def test_who_is_called_off_leaves_the_try_to_others() -> None:
    breaker = Breaker()
    breaker.failed(0, "busy", 30)
    assert breaker.may_ask(30) and not breaker.may_ask(31)
    breaker.given_up()
    assert breaker.may_ask(31)


@given(st.lists(st.tuples(st.floats(0, 50), st.sampled_from(["ask", "well", "failed", "up"]))))
def test_it_never_rests_for_ever(steps: list[tuple[float, str]]) -> None:
    breaker, now = Breaker(), 0.0
    for gap, what in steps:
        now += gap
        if what == "ask":
            breaker.may_ask(now)
        elif what == "well":
            breaker.went_well(now)
        elif what == "failed":
            breaker.failed(now, "late", gap * 100)
        else:
            breaker.given_up()
    breaker.given_up()
    assert breaker.may_ask(now + LONGEST_REST)
