"""Fragments add up to a message, and to no more than a message may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.net.live_parts import MOST_PARTS, Parts


@given(st.lists(st.binary(max_size=20), max_size=MOST_PARTS))
def test_the_whole_is_the_sum_of_its_parts(payloads: list[bytes]) -> None:
    parts = Parts(20 * MOST_PARTS)
    assert [parts.add(payload) for payload in payloads] == [True] * len(payloads)
    assert parts.whole() == b"".join(payloads)


def test_too_many_bytes_are_refused() -> None:
    parts = Parts(10)
    assert parts.add(bytes(10))
    assert not parts.add(b"x")


def test_too_many_parts_are_refused() -> None:
    parts = Parts(10)
    taken = [parts.add(b"") for _ in range(MOST_PARTS + 1)]
    assert taken == [True] * MOST_PARTS + [False]
