"""Guides in a hall: asked aloud and in whispers, in turn, near and far, stopped, taken over."""

from __future__ import annotations

import pytest

from server.halls.effects import Send, Think, TurnOver
from server.halls.errors import HallError
from server.halls.guides.guides import MOST_WAITING
from server.wire import messages as wire
from tests.server.halls.guides.troupe import Troupe, guide
from tests.server.halls.stage import newcomer


def test_whoever_comes_in_is_told_of_the_guides_after_joined() -> None:
    troupe = Troupe()
    troupe.enter()
    visitor, effects = troupe.hall.join(newcomer(), wire.Join("gallery"), troupe.now)
    told = [each.message for each in effects if isinstance(each, Send)]
    assert [type(one) for one in told] == [wire.Joined, wire.Rights, wire.Guides]
    joined, _, guides = told
    assert isinstance(joined, wire.Joined) and isinstance(guides, wire.Guides)
    (here,) = guides.guides
    assert here.name == {"zh": "小境", "en": "Xiaojing"} and here.body == "ab" * 32
    (person,) = [one for one in joined.people if one.role == "guide"]
    assert (person.id, person.name, person.body.figure) == (here.person, "小境", "guide")
    assert person.id >= troupe.hall.capacity > visitor.slot and joined.total == 2


def test_an_answer_is_heard_by_those_near_in_order_and_by_the_clock() -> None:
    troupe = Troupe()
    asker, near, far = troupe.enter(), troupe.enter((-3, 8)), troupe.enter((8.5, -8.5))
    turn = troupe.ask(asker, "Where?")
    (think,) = troupe.wanted(Think)
    assert (think.turn, think.question, think.persona) == (turn, "Where?", "xiaojing")
    assert think.sights[0].node and {s.node for s in think.sights} >= {"fox", "stone"}
    troupe.say(turn, "one.")
    troupe.say(turn, "two.")
    troupe.finish(turn)
    troupe.wait(3)
    for visitor in (asker, near):
        first, second = troupe.told(visitor, wire.Say)
        assert (first.text, first.n, second.text, second.n) == ("one.", 0, "two.", 1)
        assert first.at == 100.0 and second.at == pytest.approx(101.15)
        assert [t.state for t in troupe.told(visitor, wire.Turn)] == [
            "thinking",
            "speaking",
            "done",
        ]
    assert not troupe.told(far, wire.Say) and not troupe.told(far, wire.Turn)
    assert {t.dialogue for t in troupe.told(asker, wire.Turn)} == {f"talk-{asker.slot}"}
    assert {t.dialogue for t in troupe.told(near, wire.Turn)} == {""}
    (over,) = troupe.wanted(TurnOver)
    assert (over.state, over.whole, over.ms) == ("done", 2, 0)


def test_questions_aloud_wait_their_turn_and_the_room_sees_who_is_next() -> None:
    troupe = Troupe()
    people = [troupe.enter() for _ in range(3)]
    turns = [troupe.ask(visitor) for visitor in people]
    assert [t.place for t in troupe.told(people[2], wire.Turn)[:1]] == [0]
    own = [t for t in troupe.told(people[2], wire.Turn) if t.turn == turns[2]]
    assert (own[0].state, own[0].place) == ("queued", 2)
    here = troupe.told(people[0], wire.Guides)[-1].guides[0]
    assert here.addressee == people[0].slot
    assert here.waiting == [people[1].slot, people[2].slot]
    troupe.say(turns[0])
    troupe.finish(turns[0])
    troupe.wait(2)
    assert [think.turn for think in troupe.wanted(Think)] == turns[:2]
    assert troupe.told(people[0], wire.Guides)[-1].guides[0].addressee == people[1].slot


def test_a_guide_that_is_asked_too_much_says_so() -> None:
    troupe = Troupe()
    for _ in range(MOST_WAITING + 1):
        troupe.ask(troupe.enter())
    with pytest.raises(HallError, match="guide_busy"):
        troupe.ask(troupe.enter())


@pytest.mark.parametrize(
    ("where", "muted", "options", "code"),
    [
        ((8.5, -8.5), False, {}, "guide_far"),
        ((0, 6), False, {"guide": "fox"}, "guide_unknown"),
        ((0, 6), True, {}, "muted"),
    ],
)
def test_who_may_not_ask_is_told_why(
    where: tuple[float, float], muted: bool, options: dict[str, str], code: str
) -> None:
    troupe = Troupe()
    visitor = troupe.enter(where)
    visitor.muted = muted
    with pytest.raises(HallError, match=code):
        troupe.ask(visitor, **options)
    assert troupe.wanted(Think) == []


def test_the_muted_and_the_far_may_still_whisper() -> None:
    troupe = Troupe()
    visitor = troupe.enter((8.5, -8.5))
    visitor.muted = True
    assert troupe.ask(visitor, whisper=True)
    assert troupe.do(1, "explode_exhibit", node="fox") == "forbidden"


def test_only_the_asker_and_staff_stop_an_answer() -> None:
    troupe = Troupe()
    asker, other, host = troupe.enter(), troupe.enter(), troupe.enter(role="host")
    stranger = troupe.enter((8.5, -8.5))
    turn = troupe.ask(asker)
    with pytest.raises(HallError, match="forbidden"):
        troupe.hush(other, turn)
    with pytest.raises(HallError, match="turn_unknown"):
        troupe.hush(stranger, turn)
    troupe.hush(host, turn)
    assert troupe.wanted(TurnOver)[0].state == "stopped"
    with pytest.raises(HallError, match="turn_unknown"):
        troupe.hush(asker, turn)


def test_asking_again_stops_ones_own_answer_first() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    first = troupe.ask(asker)
    troupe.say(first)
    second = troupe.ask(asker)
    assert [(o.turn, o.state) for o in troupe.wanted(TurnOver)] == [(first, "stopped")]
    assert troupe.wanted(Think)[-1].turn == second


def test_asking_again_keeps_what_was_shown_and_gives_up_what_was_on_its_way() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    first = troupe.ask(asker)
    assert troupe.do(first, "explode_exhibit", node="fox") == ""
    troupe.wait(9)
    assert troupe.do(first, "go_to", node="seat-1") == ""
    troupe.wait(1)
    troupe.ask(asker)
    assert troupe.shared() == {"/nodes/fox/explode": 1.0} and not troupe.body().way
    states = [act.state for act in troupe.told(asker, wire.Act) if act.action == "go_to"]
    assert states == ["begun", "undone"]


def test_who_is_muted_meanwhile_is_answered_aloud_no_more() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    troupe.ask(asker)
    asker.muted = True
    troupe.wait(0.1)
    assert troupe.told(asker, wire.Turn)[-1].code == "muted"


def test_who_leaves_or_is_lost_is_not_spoken_to_any_more_and_the_next_is() -> None:
    troupe = Troupe()
    leaving, losing, staying = troupe.enter(), troupe.enter(), troupe.enter()
    turns = [troupe.ask(visitor) for visitor in (leaving, losing, staying)]
    troupe.take(troupe.hall.leave(leaving))
    assert troupe.wanted(TurnOver)[0].code == "addressee_left"
    troupe.hall.lose(losing, troupe.now)
    troupe.wait(6)
    assert [over.turn for over in troupe.wanted(TurnOver)] == turns[:2]
    assert troupe.wanted(Think)[-1].turn == turns[2]
    troupe.say(turns[2])
    assert all(leaving not in send.to for send in troupe.effects[-3:] if isinstance(send, Send))


def test_two_guides_answer_at_once() -> None:
    troupe = Troupe(**{"guide-2": guide((3.0, 0.0, 5.0), "lin")})
    first, second = troupe.enter(), troupe.enter()
    troupe.ask(first)
    troupe.ask(second, guide="guide-2")
    assert len(troupe.wanted(Think)) == 2
    assert [think.persona for think in troupe.wanted(Think)] == ["xiaojing", "lin"]


def test_an_empty_hall_costs_nothing_and_a_long_evening_keeps_nothing() -> None:
    troupe = Troupe()
    assert not troupe.hall.guides.is_lively and troupe.hall.guides.beat(1.0) == []
    asker = troupe.enter()
    for _ in range(50):
        turn = troupe.ask(asker)
        troupe.say(turn, ms=50)
        troupe.finish(turn)
        troupe.wait(0.3)
    assert len(troupe.hall.guides.turns) == 0 and not troupe.hall.guides.is_lively
    troupe.take(troupe.hall.leave(asker))
    assert troupe.hall.guides.attentions.of(troupe.body(), troupe.now) is None
