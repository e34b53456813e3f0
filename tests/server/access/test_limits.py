"""Token buckets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access import limits
from server.access.limits import Bucket, Buckets


@given(st.floats(0.1, 100), st.floats(1, 50), st.lists(st.floats(0, 2), min_size=1, max_size=200))
def test_never_more_than_the_burst_and_the_rate(
    rate: float, burst: float, waits: list[float]
) -> None:
    bucket, now, taken = Bucket(rate, burst), 100.0, 0
    for wait in waits:
        now += wait
        taken += bucket.take(now)
    assert taken <= burst + rate * (now - 100.0) + 1e-6


def test_waiting_as_told_is_enough() -> None:
    bucket = Bucket(2.0, 1.0)
    assert bucket.take(0.0) and not bucket.take(0.0)
    assert bucket.take(bucket.wait())


def test_a_clock_that_runs_back_gives_nothing() -> None:
    bucket = Bucket(1.0, 1.0)
    assert bucket.take(10.0)
    assert not bucket.take(5.0)


def test_each_key_has_a_bucket_and_the_oldest_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 4)
    buckets = Buckets(0.5, 1.0)
    assert [buckets.take("a", 0.0), buckets.take("a", 0.0), buckets.take("b", 0.0)] == [0, 2, 0]
    for key in "cdefg":
        buckets.take(key, 0.0)
    assert len(buckets) == 4 and buckets.take("a", 0.0) == 0
