"""The bounds of the wire, as they are told."""

from __future__ import annotations

from server.wire import limits


def test_every_bound_that_is_told_is_the_one_in_force() -> None:
    for limit in limits.LIMITS:
        assert getattr(limits, limit.name) == limit.value
        assert limit.words
