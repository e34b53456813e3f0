"""Silence and credit, second by second."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.net.live_limits import LiveLimits
from server.net.live_watch import Verdict, Watch

LIMITS = LiveLimits(
    frames_per_second=10.0, frames_at_once=30.0, messages_per_second=2.0, messages_at_once=4.0
)


def test_silence_leads_to_a_ping_then_to_hiding_then_to_the_end() -> None:
    watch, credit = Watch(LIMITS, 0.0), 30
    seen = {}
    for second in range(1, 61):
        credit, verdict = watch.look(float(second), 1.0, credit)
        if verdict is not Verdict.FINE:
            seen[second] = verdict
    assert seen == {4: Verdict.PING, 8: Verdict.HIDE, 60: Verdict.CUT}
    assert credit == 0


def test_anything_heard_begins_the_silence_anew() -> None:
    watch, credit = Watch(LIMITS, 0.0), 30
    for second in range(1, 100):
        spent = 1 if second % 4 == 0 else 0
        credit, verdict = watch.look(float(second), 1.0, credit - spent)
        assert verdict is Verdict.FINE
    assert watch.last_heard == 96.0


def test_a_silent_peer_gets_its_credit_back_when_it_speaks() -> None:
    watch, credit = Watch(LIMITS, 0.0), 30
    credit, verdict = watch.look(10.0, 10.0, credit)
    assert (credit, verdict, watch.silent) == (0, Verdict.HIDE, True)
    credit, verdict = watch.look(11.0, 1.0, credit)
    assert (credit, verdict) == (0, Verdict.FINE)
    assert watch.wake() == 30
    credit, verdict = watch.look(12.0, 1.0, 29)
    assert (credit, verdict, watch.silent) == (30, Verdict.FINE, False)
    assert watch.last_heard == 12.0


@given(st.lists(st.integers(0, 40), max_size=50))
def test_credit_is_never_more_than_may_come_at_once(spent: list[int]) -> None:
    watch, credit = Watch(LIMITS, 0.0), 30
    for second, frames in enumerate(spent, 1):
        credit, _ = watch.look(float(second), 1.0, credit - frames)
        assert credit <= 30
    assert credit >= 30 - sum(spent)


def test_messages_are_earned_too() -> None:
    watch = Watch(LIMITS, 0.0)
    assert [watch.may_say() for _ in range(5)] == [True] * 4 + [False]
    watch.look(1.0, 1.0, 29)
    assert [watch.may_say() for _ in range(2)] == [True, False]
