"""What was begun is there once, for a while, and never too much of it."""

from __future__ import annotations

from server.run.accounts.pending import Pending


def test_it_is_taken_once_and_in_time() -> None:
    at = 0.0
    pending: Pending[str] = Pending(60.0, lambda: at)
    first, second = pending.put("one"), pending.put("two")
    assert pending.take(first) == "one"
    assert pending.take(first) is None
    assert pending.take("made up") is None
    at = 60.0
    assert pending.take(second) is None


def test_the_old_and_the_too_many_are_forgotten() -> None:
    at = 0.0
    pending: Pending[int] = Pending(60.0, lambda: at, most=3)
    kept = [pending.put(number) for number in range(5)]
    assert len(pending) == 3
    assert [pending.take(secret) for secret in kept] == [None, None, 2, 3, 4]
    pending.put(5)
    at = 61.0
    pending.put(6)
    assert len(pending) == 1
