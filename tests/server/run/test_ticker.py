"""The beat, on a loop whose time a test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from server.run.ticker import Ticker


class Timeline:
    """As much of an event loop as a ticker needs."""

    def __init__(self) -> None:
        self.now = 0.0
        self.due: list[tuple[float, Callable[..., None], tuple[Any, ...]]] = []

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, call: Callable[..., None], *args: Any) -> Any:
        entry = (when, call, args)
        self.due.append(entry)
        return type("Handle", (), {"cancel": lambda _: self.due.remove(entry)})()

    def run_until(self, end: float, delay: float = 0.0) -> None:
        while self.due and self.due[0][0] <= end:
            when, call, args = self.due.pop(0)
            self.now = max(self.now, when + delay)
            call(*args)
        self.now = max(self.now, end)


@pytest.fixture
def timeline(monkeypatch: pytest.MonkeyPatch) -> Timeline:
    line = Timeline()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: line)
    return line


def test_it_beats_as_often_as_told(timeline: Timeline) -> None:
    beats: list[float] = []
    ticker = Ticker(20, beats.append)
    ticker.start()
    timeline.run_until(1.01)
    assert len(beats) == 20 and max(beats) < 1e-6
    ticker.stop()
    timeline.run_until(2.0)
    assert len(beats) == 20


def test_a_stall_is_measured_and_not_followed_by_a_burst(timeline: Timeline) -> None:
    beats: list[float] = []
    Ticker(20, beats.append).start()
    timeline.now = 5.0
    timeline.run_until(5.11)
    assert beats[0] == pytest.approx(4.95)
    assert len(beats) <= 4, "a hundred beats were missed, and are not made up for"
