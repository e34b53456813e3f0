"""The clock of an answer: what was heard by when, and how far it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.brain import Clause
from avatars.guides.knowledge.document import Citation
from server.halls.guides.turn import Line, Spoken, said
from server.wire import messages as wire
from tests.server.halls.guides.troupe import Troupe


@pytest.mark.parametrize(
    ("seconds", "heard"),
    [(0.0, (0, 0)), (0.5, (0, 500)), (1.1, (1, 0)), (2.4, (1, 1250)), (9, (2, 0))],
)
def test_what_was_heard_goes_by_the_clock(seconds: float, heard: tuple[int, int]) -> None:
    troupe = Troupe()
    number = troupe.ask(troupe.enter())
    troupe.say(number, ms=1000)
    troupe.say(number, ms=2000)
    turn = troupe.hall.guides.turns.get(number)
    assert turn is not None
    whole, ms = turn.heard(100.0 + seconds)
    assert whole == heard[0] and ms == pytest.approx(heard[1], abs=1)


@given(st.integers(0, 1000), st.integers(0, 600_000), st.floats(0, 30))
def test_a_claim_never_goes_beyond_the_clock(whole: int, ms: int, seconds: float) -> None:
    troupe = Troupe()
    number = troupe.ask(troupe.enter())
    for _ in range(3):
        troupe.say(number, ms=1000)
    turn = troupe.hall.guides.turns.get(number)
    assert turn is not None
    now = 100.0 + seconds
    assert turn.claimed(whole, ms, now) <= turn.heard(now + 0.5)
    assert turn.claimed(whole, ms, now) <= (whole, ms)


def test_a_clause_is_told_with_all_that_it_rests_on() -> None:
    source = Citation("doc", 2, "标题", 3, 5, "原文")
    sound = wire.Sound("/v/1", "audio/wav")
    line = Line(Clause("好。", "zh", "answer", (source,)), Spoken(700, [(0, "aa", 1.0)], sound))
    told = said(7, "g", 2, line, 12.5, whisper=True)
    assert told.citations == [wire.Cited("doc", 2, "标题", 3, 5, "原文")]
    assert (told.turn, told.n, told.at, told.ms, told.by, told.whisper) == (
        7, 2, 12.5, 700, "ai", True,
    )  # fmt: skip
    assert told.sound == sound and told.marks == [(0, "aa", 1.0)]
