"""The server's clock as judged by pings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.clock import Clock


def test_the_quickest_answer_is_believed() -> None:
    clock = Clock()
    assert clock.server_time(5.0) == 5.0
    clock.heard(10.0, 10.9, 110.1)
    clock.heard(11.0, 11.1, 111.05)
    assert clock.round_trip == pytest.approx(0.1)
    assert clock.server_time(20.0) == pytest.approx(120.0)


@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 2)), min_size=1, max_size=30))
def test_jitter_misleads_by_half_of_the_quickest_round_trip(
    delays: list[tuple[float, float]],
) -> None:
    clock, now = Clock(), 50.0
    for there, back in delays:
        clock.heard(now, now + there + back, now + there + 1000.0)
        now += 1.0
    assert abs(clock.server_time(now) - now - 1000.0) <= clock.round_trip / 2 + 1e-6


def test_old_answers_are_forgotten() -> None:
    clock = Clock()
    clock.heard(0.0, 0.0, 100.0)
    for second in range(1, 20):
        clock.heard(float(second), second + 0.2, second + 0.1 + 200.0)
    assert clock.server_time(0.0) == pytest.approx(200.0)
