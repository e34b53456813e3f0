"""A webhook's secrets: one, or for a day two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.outside.webhook import new_secret
from server.run.notices.signing import OVERLAP_SECONDS, Signing


def test_the_old_one_counts_for_a_day_and_no_longer() -> None:
    first, second = new_secret(), new_secret()
    signing = Signing(first).followed(second, 100.0)
    assert signing.valid(100.0) == (second, first)
    assert signing.valid(100.0 + OVERLAP_SECONDS) == (second,)


def test_changing_it_twice_ends_the_oldest_at_once() -> None:
    signing = Signing("a").followed("b", 0.0).followed("c", 1.0)
    assert signing.valid(1.0) == ("c", "b")


@given(st.integers(0, 3), st.floats(0, 1e10))
def test_it_is_read_as_it_was_written(changes: int, now: float) -> None:
    signing = Signing(new_secret())
    for _ in range(changes):
        signing = signing.followed(new_secret(), now)
    assert Signing.read(signing.text()) == signing
    assert signing.secret not in repr(signing)


def test_a_secret_that_was_never_changed_stands_alone() -> None:
    assert Signing.read("whsec_abc").valid(0.0) == ("whsec_abc",)
