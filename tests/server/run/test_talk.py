"""What a connection is when it opens, and how much of what it may do."""

from __future__ import annotations

from server.access.actor import ANYBODY
from server.run.talk import FAULTS, JOINS_AT_ONCE, JOINS_PER_SECOND, Talk
from tests.server.run.line import PaperLine


def talk() -> Talk:
    return Talk(PaperLine(), ANYBODY, "zh-CN", opened_at=0.0)


def test_a_new_talk_is_nobody_nowhere() -> None:
    fresh = talk()
    assert fresh.auth is None and fresh.hall is None and fresh.visitor is None
    assert fresh.session is None


def test_talks_are_told_apart_and_their_allowances_are_their_own() -> None:
    one, other = talk(), talk()
    assert one != other
    assert len({one, other}) == 2
    while one.faults.take(0.0):
        pass
    assert other.faults.take(0.0)


def test_faults_in_a_row_are_counted_and_one_is_forgiven_every_five_seconds() -> None:
    faults = talk().faults
    assert all(faults.take(0.0) for _ in range(FAULTS))
    assert not faults.take(0.0)
    assert not faults.take(4.9)
    assert faults.take(5.1)
    assert not faults.take(5.2)


def test_faults_that_come_slowly_are_forgiven_for_ever() -> None:
    faults = talk().faults
    assert all(faults.take(5.0 * n) for n in range(10 * FAULTS))


def test_a_visitor_may_look_into_every_hall_but_not_ask_for_scenes_without_end() -> None:
    joins = talk().joins
    assert sum(joins.take(0.0) for _ in range(100)) == JOINS_AT_ONCE
    hour = sum(joins.take(second / 10) for second in range(36_000))
    assert hour <= 3600 * JOINS_PER_SECOND + 1
