"""Dialogues that go on: found by their secret, bounded, over after a while."""

from __future__ import annotations

from server.run.guides import dialogues
from server.run.guides.dialogues import FORGOTTEN_SECONDS, Dialogue, Dialogues, OpenTurn
from tests.server.halls.stage import enter, make_hall


class Ended(list[str]):
    """Which have ended."""

    def __call__(self, dialogue: Dialogue) -> None:
        self.append(dialogue.id)


def book(ended: Ended | None = None) -> Dialogues:
    return Dialogues(lambda text: f"k{hash(text) % 10**9}", Ended() if ended is None else ended)


def talk(many: Dialogues, now: float = 0.0, **more: object) -> Dialogue:
    id = many.fresh_id()
    made = Dialogue(id, many.token_of(id), "p", "zh-CN", "public", now, now)
    for name, value in more.items():
        setattr(made, name, value)
    return many.add(made)


def test_only_the_whole_secret_opens_a_dialogue() -> None:
    many = book()
    one = talk(many)
    assert many.by_token(one.token) is one and many.get(one.id) is one
    for wrong in (one.id, one.id + ".", one.token + "0", "", ".", one.token[:-1]):
        assert many.by_token(wrong) is None


def test_a_visitor_has_one_talk_with_each_guide() -> None:
    hall, many = make_hall(), book()
    visitor = enter(hall)
    one = talk(many, visitor=visitor, guide="a", hall="h", key="c-1")
    assert many.of(visitor, "c-1", "h", "a") is one and many.of(visitor, "c-1", "h", "b") is None
    assert many.of(visitor, "c-2", "h", "a") is one
    again = enter(hall)
    assert many.of(again, "c-1", "h", "a") is one and one.visitor is again
    assert many.of(enter(hall), "c-3", "h", "a") is None
    many.end(one)
    many.end(one)
    assert many.of(again, "c-1", "h", "a") is None and len(many) == 0


def test_what_nobody_goes_on_with_is_over_but_not_in_the_middle_of_an_answer() -> None:
    ended = Ended()
    many = book(ended)
    quiet, lively, answering = talk(many), talk(many), talk(many)
    answering.turns[1] = OpenTurn(1, "?", 0.0)
    many.touch(lively, 500.0)
    many.sweep(FORGOTTEN_SECONDS + 1)
    assert ended == [quiet.id] and {d.id for d in many} == {lively.id, answering.id}


def test_there_are_never_too_many(monkeypatch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    monkeypatch.setattr(dialogues, "MOST", 3)
    ended = Ended()
    many = book(ended)
    kept = talk(many, begun=True)
    first, *_ = [talk(many, n) for n in range(5)]
    assert len(many) == 3 and ended[0] == first.id and many.get(kept.id) is kept


def test_a_page_is_where_there_is_no_hall() -> None:
    many = book()
    assert talk(many).is_page and not talk(many, hall="gallery").is_page
