"""What a visitor knows of guides: who they are, what they say and do."""

from __future__ import annotations

from clients.headless.guides import KEPT, GuideBook
from clients.headless.messages import Act, GuideHere, Guides, Hushed, Say, Turn


def turn(number: int, state: str = "speaking", dialogue: str = "") -> Turn:
    return Turn(None, number, "g", 1, "?", False, state, 0, "", dialogue)  # type: ignore[arg-type]


def say(number: int, text: str) -> Say:
    return Say(number, "g", 0, text, "en", "answer", [], None, [], 100, 1.0)


def test_an_answer_is_put_together_from_what_is_told_of_it() -> None:
    book = GuideBook()
    book.apply(turn(3, "thinking", "secret"))
    book.apply(say(3, "one. "))
    book.apply(turn(3))
    book.apply(Act(3, "g", 0, "go_to", {"node": "fox"}, "begun"))
    book.apply(Act(3, "g", 0, "go_to", {"node": "fox"}, "done"))
    book.apply(say(3, "two."))
    answer = book.answers[3]
    assert not answer.is_over
    assert answer.text == "one. two."
    assert answer.state_of("go_to") == "done" and answer.state_of("look_at") == ""
    book.apply(Hushed(3, "g"))
    book.apply(turn(3, "stopped"))
    assert (answer.hushed, answer.dialogue) == (True, "secret")
    assert book.answers[3].is_over


def test_who_comes_late_hears_the_rest_and_old_answers_are_forgotten() -> None:
    book = GuideBook()
    book.apply(say(1, "…and the rest."))
    assert book.answers[1].turn is None and not book.answers[1].is_over
    for number in range(2, KEPT + 5):
        book.apply(turn(number))
    assert len(book.answers) == KEPT and 1 not in book.answers
    here = GuideHere("g", 300, "p", {}, "", "idle", None, [], "", [])
    book.apply(Guides([here]))
    assert book.here == {"g": here}
    book.clear()
    assert not book.here and not book.answers
