"""Who hears a guide: those near, whoever asked, and of a whisper nobody else."""

from __future__ import annotations

from server.wire import messages as wire
from tests.server.halls.guides.troupe import Troupe


def test_clauses_are_told_shortly_before_their_time_so_that_who_comes_later_hears_the_rest() -> (
    None
):
    troupe = Troupe()
    asker, late = troupe.enter(), troupe.enter((8.5, -8.5))
    turn = troupe.ask(asker)
    for word in ("one.", "two.", "three."):
        troupe.say(turn, word, ms=4000)
    assert [say.text for say in troupe.told(asker, wire.Say)] == ["one."]
    troupe.stand(late, (-3.0, 3.0))
    troupe.wait(3)
    assert [say.text for say in troupe.told(late, wire.Say)] == ["two."]
    assert troupe.told(late, wire.Turn)[0].state == "speaking"


def test_a_whisper_is_heard_by_one_and_waits_for_nobody() -> None:
    troupe = Troupe()
    aloud, quiet = troupe.enter(), troupe.enter((-3, 3))
    first = troupe.ask(aloud)
    second = troupe.ask(quiet, whisper=True)
    troupe.say(second, "secret.")
    assert troupe.told(quiet, wire.Say)[0].whisper
    assert troupe.told(aloud, wire.Say) == []
    assert all(turn.turn == first for turn in troupe.told(aloud, wire.Turn))


def test_whoever_asked_hears_it_wherever_they_go() -> None:
    troupe = Troupe()
    asker, other = troupe.enter(), troupe.enter()
    turn = troupe.ask(asker)
    for visitor in (asker, other):
        troupe.stand(visitor, (8.5, -8.5))
    troupe.say(turn, "still here?")
    assert [say.text for say in troupe.told(asker, wire.Say)] == ["still here?"]
    assert troupe.told(other, wire.Say) == []
    troupe.hush(asker, turn)
    assert troupe.told(other, wire.Hushed) == troupe.told(asker, wire.Hushed)


def test_the_room_is_told_of_its_guides_only_when_something_has_changed() -> None:
    troupe = Troupe()
    visitor = troupe.enter()
    troupe.wait(1)
    before = len(troupe.told(visitor, wire.Guides))
    troupe.wait(3)
    assert len(troupe.told(visitor, wire.Guides)) == before
