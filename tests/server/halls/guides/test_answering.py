"""One answer from its beginning to its end: said, stopped, failed, or spoken by staff."""

from __future__ import annotations

import pytest

from avatars.guides.brain import Clause
from server.halls.effects import Think, TurnOver
from server.halls.errors import HallError
from server.halls.guides.turn import Line, Spoken
from server.wire import messages as wire
from tests.server.halls.guides.troupe import Troupe


def test_barge_in_silences_forgets_what_was_to_come_and_keeps_what_was_heard() -> None:
    troupe = Troupe()
    asker, near = troupe.enter(), troupe.enter((-3, 8))
    turn = troupe.ask(asker)
    troupe.say(turn, "one.")
    troupe.say(turn, "two.")
    troupe.wait(1.5)
    troupe.hush(asker, turn, heard=1, ms=300)
    (over,) = troupe.wanted(TurnOver)
    assert (over.turn, over.state, over.whole, over.ms) == (turn, "stopped", 1, 300)
    for visitor in (asker, near):
        assert [hushed.turn for hushed in troupe.told(visitor, wire.Hushed)] == [turn]
        assert troupe.told(visitor, wire.Turn)[-1].state == "stopped"
    assert isinstance(troupe.told(asker, wire.Done)[-1], wire.Done)
    assert troupe.say(turn, "three.") == troupe.finish(turn) == []


def test_nobody_can_claim_to_have_heard_more_than_there_was_time_for() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.say(turn, ms=4000)
    troupe.wait(1)
    troupe.hush(asker, turn, heard=900, ms=0)
    (over,) = troupe.wanted(TurnOver)
    assert over.whole == 0 and over.ms <= 1500


def test_a_brain_that_fails_is_told_and_the_guide_goes_on() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.take(troupe.hall.guides.fail(turn, "guide_failed", troupe.now))
    assert (troupe.told(asker, wire.Turn)[-1].state, troupe.told(asker, wire.Turn)[-1].code) == (
        "failed",
        "guide_failed",
    )
    assert troupe.ask(asker) == turn + 1


def test_an_answer_that_never_ends_is_ended() -> None:
    troupe = Troupe()
    troupe.ask(troupe.enter())
    troupe.wait(250)
    assert troupe.wanted(TurnOver)[0].code == "turn_long"


def test_a_member_of_staff_speaks_through_the_guide_and_is_named() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    guides = troupe.hall.guides
    troupe.take(guides.stop(turn, troupe.now))
    troupe.take(guides.take_over(f"talk-{asker.slot}", "王专员"))
    assert troupe.told(asker, wire.Guides)[-1].guides[0].human == "王专员"
    line = Line(Clause("你好，我是王专员。", "zh"), Spoken(800), "human")
    talk = f"talk-{asker.slot}"
    number, effects = guides.speak_up(asker, "guide-1", talk, line, troupe.now, whisper=False)
    troupe.take(effects)
    troupe.wait(1)
    assert troupe.told(asker, wire.Say)[-1].by == "human"
    assert [t.state for t in troupe.told(asker, wire.Turn) if t.turn == number][-1] == "done"
    assert len(troupe.wanted(Think)) == 1
    troupe.take(guides.take_over(talk, ""))
    assert troupe.told(asker, wire.Guides)[-1].guides[0].human == ""


def test_what_staff_say_answers_the_question_that_waits_for_them() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    line = Line(Clause("Yes.", "en"), Spoken(500), "human")
    number, effects = troupe.hall.guides.speak_up(
        asker, "guide-1", f"talk-{asker.slot}", line, troupe.now, whisper=False
    )
    troupe.take(effects)
    assert number == turn
    with pytest.raises(HallError, match="guide_unknown"):
        troupe.hall.guides.speak_up(asker, "fox", "t", line, troupe.now, whisper=False)
