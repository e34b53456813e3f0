"""Nothing is told of few, and round numbers of many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.run.statistics.discretion import Told, mean, told

counts, times = st.integers(0, 10_000), st.floats(0, 1e7)


def test_few_are_not_told() -> None:
    assert told(4, 900.0, 5) == Told(None, None)
    assert told(13, 904.0, 5) == Told(10, 900)
    assert told(0, 0.0, 5) == Told(0, 0)
    assert told(3, 904.0, 1) == Told(3, 904)


def test_mean() -> None:
    assert mean(Told(10, 905)) == 90
    assert mean(Told(None, None)) is None and mean(Told(0, 0)) is None


@given(counts, times, st.integers(2, 50))
def test_one_visit_more_is_never_plain(visits: int, seconds: float, least: int) -> None:
    """What is told is a multiple, below what there is, and never of fewer than the least."""
    found = told(visits, seconds, least)
    if found.visits:
        assert found.visits >= least and found.visits % least == 0
        assert found.visits <= visits < found.visits + least
    if found.seconds:
        assert visits >= least and found.seconds % 10 == 0 and found.seconds <= seconds


@given(counts, times, st.integers(1, 50))
def test_seconds_are_told_only_with_their_visits(visits: int, seconds: float, least: int) -> None:
    found = told(visits, seconds, least)
    assert (found.visits is None) == (found.seconds is None)
