"""The book of answers: whose, by whom, in which order."""

from __future__ import annotations

from server.halls.guides.turns import Turns
from server.wire import messages as wire
from tests.server.halls.guides.troupe import Troupe


def test_answers_are_numbered_and_found_until_they_are_over() -> None:
    troupe = Troupe()
    first, second = troupe.enter(), troupe.enter()
    body, turns = troupe.body(), Turns()
    aloud = turns.open(body, first, wire.Ask(1, "guide-1", "?"), "d", 1.0)
    whisper = turns.open(body, second, wire.Ask(2, "guide-1", "?", whisper=True), "e", 2.0)
    speech = turns.speech(body, first, "d", 3.0, whisper=False)
    assert [turn.number for turn in turns] == [1, 2, 3] and turns.whispers == 1
    assert turns.queue(body) == [aloud, speech] and turns.current(body) is None
    aloud.state = "speaking"
    assert turns.current(body) is aloud and turns.acting(body) is aloud
    assert turns.of(second, body) == [whisper] and speech.human
    turns.close(aloud)
    turns.close(aloud)
    assert turns.get(1) is None and len(turns) == 2
