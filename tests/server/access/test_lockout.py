"""How long somebody waits who keeps trying in vain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.access.lockout import PAIR, Failures, Rule

RULE = Rule(free=3, first=10.0, longest=60.0, forget=1000.0)


def after(times: int, rule: Rule = RULE, start: float = 0.0) -> Failures:
    failures = Failures()
    for _ in range(times):
        failures = failures.another(rule, start)
    return failures


def test_the_first_failures_cost_nothing_then_waits_double_to_an_end() -> None:
    waits = [after(count).wait(RULE, 0.0) for count in range(9)]
    assert waits == [0, 0, 0, 10, 20, 40, 60, 60, 60]


def test_waiting_passes_and_quiet_forgets() -> None:
    failures = after(4)
    assert failures.wait(RULE, 15.0) == 5.0
    assert failures.wait(RULE, 20.0) == 0.0
    assert failures.another(RULE, 1000.0).count == 1


@given(st.lists(st.floats(0, 10_000), max_size=60), st.floats(0, 20_000))
def test_a_wait_is_never_negative_nor_longer_than_the_rule_says(
    times: list[float], now: float
) -> None:
    failures = Failures()
    for at in sorted(times):
        failures = failures.another(PAIR, at)
    late = max([now, *times])
    assert 0.0 <= failures.wait(PAIR, late) <= PAIR.longest


@given(st.integers(0, 40))
def test_waiting_as_long_as_told_is_enough(count: int) -> None:
    failures = after(count)
    assert failures.wait(RULE, failures.wait(RULE, 0.0)) == 0.0
