"""Waiting grows, has an end, and is spread by chance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.run.notices.retry import FIRST_SECONDS, LONGEST_SECONDS, delay

CHANCES = st.floats(0, 1)


@given(st.integers(1, 10**6), CHANCES)
def test_every_wait_is_within_bounds(tries: int, chance: float) -> None:
    assert FIRST_SECONDS / 2 <= delay(tries, chance) <= LONGEST_SECONDS


@given(st.integers(1, 40), CHANCES)
def test_later_waits_are_never_shorter_by_the_same_chance(tries: int, chance: float) -> None:
    assert delay(tries + 1, chance) >= delay(tries, chance)


def test_twelve_tries_last_for_hours() -> None:
    assert 2 * 3600 < sum(delay(n, 1.0) for n in range(1, 12)) < 3 * 3600
