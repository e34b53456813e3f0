"""Sums agree with what was sampled, whoever comes and goes, and name nobody."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from server.run.statistics.tally import Moment, Tally
from server.store.statistics_records import DwellHour, HeatDay, Sums, VisitHour

SIZE = 1.0
moments = st.builds(
    Moment,
    st.tuples(st.integers(-2, 2), st.integers(-2, 2)),
    st.sampled_from(["", "fox", "pump"]),
)
people = st.dictionaries(st.sampled_from("abcde"), moments, max_size=5)
samples = st.lists(
    st.tuples(
        st.sampled_from(["hall", "yard"]), people, st.floats(0, 200_000), st.floats(0.1, 5.0)
    ),
    max_size=12,
)


def test_a_visit_counts_once_for_each_thing() -> None:
    tally = Tally()
    for now, node in ((0, ""), (1, "fox"), (2, "fox"), (3, "")):
        tally.count("hall", SIZE, [("a", Moment((0, 0), node))], now, 1.0)
    sums = tally.take()
    assert sums.visits == (VisitHour("hall", 0, 1, 4.0),)
    assert sums.dwell == (DwellHour("hall", "fox", 0, "", 1, 2.0),)
    assert sums.heat == (HeatDay("hall", 0, SIZE, 0, 0, 1, 4.0),)
    assert tally.take() == Sums()


def test_a_visit_is_counted_in_its_first_hour_and_its_time_in_each() -> None:
    tally = Tally()
    for now in (3599, 3600):
        tally.count("hall", SIZE, [("a", Moment((0, 0)))], now, 1.0)
    assert tally.take().visits == (VisitHour("hall", 0, 1, 1.0), VisitHour("hall", 1, 0, 1.0))


def test_who_left_comes_back_as_another_visit() -> None:
    tally = Tally()
    for who in (["a"], [], ["a"]):
        tally.count("hall", SIZE, [(one, Moment((0, 0))) for one in who], 0, 1.0)
    assert tally.take().visits == (VisitHour("hall", 0, 2, 2.0),)


def test_sums_go_on_within_a_visit_after_they_were_taken() -> None:
    tally = Tally()
    tally.count("hall", SIZE, [("a", Moment((0, 0)))], 0, 1.0)
    tally.take()
    tally.count("hall", SIZE, [("a", Moment((0, 0)))], 1, 1.0)
    assert tally.take().visits == (VisitHour("hall", 0, 0, 1.0),)


def test_a_hall_that_is_gone_takes_its_visits_with_it() -> None:
    tally = Tally()
    tally.count("hall", SIZE, [("a", Moment((0, 0)))], 0, 1.0)
    tally.keep_only(["yard"])
    tally.count("hall", SIZE, [("a", Moment((0, 0)))], 1, 1.0)
    assert tally.take().visits == (VisitHour("hall", 0, 2, 2.0),)


@given(samples)
def test_no_second_is_lost_or_made(given_samples: list) -> None:  # type: ignore[type-arg]
    tally, stayed, looked = Tally(), 0.0, 0.0
    for hall, here, now, seconds in given_samples:
        tally.count(hall, SIZE, here.items(), now, seconds)
        stayed += seconds * len(here)
        looked += seconds * sum(1 for moment in here.values() if moment.node)
    sums = tally.take()
    assert abs(sum(row.seconds for row in sums.visits) - stayed) < 1e-6
    assert abs(sum(row.seconds for row in sums.heat) - stayed) < 1e-6
    assert abs(sum(row.seconds for row in sums.dwell) - looked) < 1e-6


@given(samples)
def test_visits_are_comings(given_samples: list) -> None:  # type: ignore[type-arg]
    tally, here_now = Tally(), defaultdict[str, set[str]](set)
    came = 0
    for hall, here, now, seconds in given_samples:
        tally.count(hall, SIZE, here.items(), now, seconds)
        came += len(here.keys() - here_now[hall])
        here_now[hall] = set(here)
    sums = tally.take()
    assert sum(row.visits for row in sums.visits) == came
    # No sum is made of more visits than came, so a threshold on it is one on people's visits.
    assert all(row.visits <= came for row in sums.heat)
    assert all(row.visits <= came for row in sums.dwell)


@given(samples)
def test_given_back_is_taken_again(given_samples: list) -> None:  # type: ignore[type-arg]
    tally = Tally()
    for hall, here, now, seconds in given_samples:
        tally.count(hall, SIZE, here.items(), now, seconds)
    sums = tally.take()
    tally.give_back(sums)
    assert tally.take() == sums


@given(samples)
def test_nothing_of_who_it_was_is_in_the_sums(given_samples: list) -> None:  # type: ignore[type-arg]
    tally, again = Tally(), Tally()
    for hall, here, now, seconds in given_samples:
        tally.count(hall, SIZE, here.items(), now, seconds)
        renamed = [(f"somebody else {who}", moment) for who, moment in here.items()]
        again.count(hall, SIZE, renamed, now, seconds)
    assert tally.take() == again.take()
