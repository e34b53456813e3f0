"""What guides do with their bodies: walk there, lead, point, take apart, and take it back."""

from __future__ import annotations

import math
from typing import Any

import pytest

from scenes.operations import Operation
from server.halls.guides.gait import SPEED
from server.halls.guides.script import ARM_LENGTH, LEASH
from server.wire import messages as wire
from tests.server.halls.guides.troupe import BEAT, Troupe
from tests.server.halls.stage import archive

FOX = (0.0, -3.0)


def across(troupe: Troupe, at: tuple[float, float]) -> float:
    x, _, z = troupe.body().feet
    return math.hypot(x - at[0], z - at[1])


def states(troupe: Troupe, visitor: Any, action: str) -> list[str]:
    return [act.state for act in troupe.told(visitor, wire.Act) if act.action == action]


def test_a_guide_walks_to_a_thing_no_faster_than_people_and_poses_tell_it() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    assert troupe.do(turn, "go_to", node="fox") == ""
    before = troupe.seen().position
    for _ in range(40):
        troupe.wait(BEAT)
        after = troupe.seen().position
        assert math.dist(before, after) <= SPEED * BEAT + 0.004
        before = after
    assert troupe.told(asker, wire.Guides)[-1].guides[0].state == "walking"
    troupe.wait(8)
    assert across(troupe, FOX) == pytest.approx(1 + ARM_LENGTH, abs=0.05)
    assert states(troupe, asker, "go_to") == ["begun", "done"]


def test_it_takes_an_exhibit_apart_from_near_and_everybody_sees_it() -> None:
    troupe = Troupe()
    asker, other = troupe.enter(), troupe.enter((-3, 8))
    turn = troupe.ask(asker)
    troupe.say(turn, "look.", ms=9000)
    assert troupe.do(turn, "explode_exhibit", node="fox") == ""
    assert troupe.shared() == {}
    troupe.wait(9)
    assert across(troupe, FOX) < 4.6 and troupe.shared() == {"/nodes/fox/explode": 1.0}
    hand = troupe.seen().hands
    assert hand is not None and hand.right is not None and hand.right.position[2] < -0.3
    (patch,) = troupe.told(other, wire.Patch)
    assert (patch.layer, patch.author, patch.ops[0].value) == ("shared", "guide", 1.0)
    assert states(troupe, asker, "explode_exhibit") == ["begun", "done"]
    assert states(troupe, other, "explode_exhibit") == ["begun", "done"]


def test_barge_in_puts_the_exhibit_together_again() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    for name, args in (("explode_exhibit", {}), ("set_variant", {"variant": "red"})):
        assert troupe.do(turn, name, node="fox", **args) == ""
    troupe.wait(12)
    assert len(troupe.shared()) == 2
    troupe.hush(asker, turn)
    assert troupe.shared() == {}
    assert states(troupe, asker, "explode_exhibit")[-1] == "undone"
    assert troupe.seen().hands is None or troupe.body().target is None


def test_what_somebody_else_changed_meanwhile_stays_as_they_left_it() -> None:
    troupe = Troupe()
    asker, other = troupe.enter(), troupe.enter()
    turn = troupe.ask(asker)
    troupe.do(turn, "explode_exhibit", node="fox")
    troupe.do(turn, "set_variant", node="fox", variant="red")
    troupe.wait(12)
    half = wire.Edit(1, "shared", 0, [wire.Operation("set", "/nodes/fox/explode", 0.5)])
    troupe.take(troupe.hall.handle(other, half, troupe.now))
    troupe.hush(asker, turn)
    assert troupe.shared() == {"/nodes/fox/explode": 0.5}


def test_what_was_there_before_comes_back() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    blue = wire.Edit(1, "shared", 0, [wire.Operation("set", "/nodes/fox/variant", "blue")])
    troupe.take(troupe.hall.handle(asker, blue, troupe.now))
    turn = troupe.ask(asker)
    troupe.do(turn, "set_variant", node="fox", variant="red")
    troupe.wait(12)
    assert troupe.shared() == {"/nodes/fox/variant": "red"}
    troupe.hush(asker, turn)
    assert troupe.shared() == {"/nodes/fox/variant": "blue"}


def test_an_answer_that_ends_by_itself_leaves_things_as_it_showed_them() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.do(turn, "play_animation", node="fox", animation="run")
    troupe.finish(turn)
    troupe.wait(15)
    playing = troupe.shared()["/nodes/fox/animation"]
    assert playing["clip"] == "run" and playing["playing"]
    assert troupe.told(asker, wire.Turn)[-1].state == "done"


def test_barge_in_stops_it_on_its_way_and_it_goes_home_when_nobody_wants_it() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.do(turn, "go_to", node="fox")
    troupe.wait(3)
    troupe.hush(asker, turn)
    at = troupe.body().feet
    troupe.wait(1)
    assert troupe.body().feet == at and states(troupe, asker, "go_to") == ["begun", "undone"]
    troupe.wait(40)
    assert troupe.body().is_home
    assert troupe.told(asker, wire.Guides)[-1].guides[0].state == "idle"


def test_it_leads_somebody_and_waits_when_they_fall_behind() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    assert troupe.do(turn, "lead_to", node="fox") == ""
    troupe.wait(6)
    waiting = troupe.body().feet
    assert LEASH - 0.5 < math.hypot(waiting[0], waiting[2] - 6) < LEASH + 0.5
    troupe.wait(2)
    assert troupe.body().feet == waiting
    troupe.stand(asker, (waiting[0], waiting[2] + 1))
    troupe.wait(6)
    assert across(troupe, FOX) == pytest.approx(1 + ARM_LENGTH, abs=0.05)
    assert states(troupe, asker, "lead_to") == ["begun", "done"]


def test_it_gives_up_leading_somebody_who_does_not_come() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.do(turn, "lead_to", node="fox")
    troupe.finish(turn)
    troupe.wait(40)
    assert states(troupe, asker, "lead_to") == ["begun", "undone"]
    assert troupe.told(asker, wire.Turn)[-1].state == "done"


def test_an_exhibit_that_goes_away_meanwhile_harms_nobody() -> None:
    troupe = Troupe()
    asker, editor = troupe.enter(), troupe.enter(role="operator")
    turn = troupe.ask(asker)
    troupe.do(turn, "explode_exhibit", node="fox")
    away = wire.Edit(1, "published", 0, [wire.Operation("remove", "/nodes/fox")])
    troupe.take(archive(troupe.hall, troupe.hall.handle(editor, away, troupe.now)))
    troupe.wait(9)
    assert states(troupe, asker, "explode_exhibit") == ["begun", "undone"]
    troupe.finish(turn)
    assert troupe.told(asker, wire.Turn)[-1].state == "done"


def test_without_a_way_nothing_is_led_to() -> None:
    floor: list[Operation] = [
        {
            "op": "set",
            "path": "/hall/walk",
            "value": {
                "areas": [
                    {"id": "a", "y": 0, "polygon": [[-9, 2], [9, 2], [9, 9], [-9, 9]]},
                    {"id": "b", "y": 0, "polygon": [[-9, -9], [9, -9], [9, -7], [-9, -7]]},
                ],
                "links": [],
            },
        }
    ]
    troupe = Troupe()
    asker, editor = troupe.enter(), troupe.enter(role="operator")
    edit = wire.Edit(1, "published", 0, [wire.Operation(**floor[0])])
    troupe.take(archive(troupe.hall, troupe.hall.handle(editor, edit, troupe.now)))
    turn = troupe.ask(asker)
    assert troupe.do(turn, "lead_to", node="fox") == "unreachable"
    assert troupe.do(turn, "point_at", node="fox") == ""
    troupe.wait(3)
    assert states(troupe, asker, "point_at") == ["begun", "done"]


def test_one_thing_is_done_after_the_other_and_no_more_than_a_few() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    for _ in range(6):
        assert troupe.do(turn, "look_at", node="fox") == ""
    assert troupe.do(turn, "look_at", node="fox") == "too_many_actions"
    assert states(troupe, asker, "look_at")[-1] == "refused"
    troupe.wait(1)
    begun = [act.n for act in troupe.told(asker, wire.Act) if act.state == "begun"]
    assert begun == [0, 1]


def test_a_thing_is_done_when_what_is_said_before_it_begins() -> None:
    troupe = Troupe()
    asker = troupe.enter()
    turn = troupe.ask(asker)
    troupe.say(turn, "one.", ms=3000)
    troupe.say(turn, "this page.", ms=500)
    assert troupe.do(turn, "open_page", page="units") == ""
    assert states(troupe, asker, "open_page") == []
    troupe.wait(3.3)
    assert states(troupe, asker, "open_page") == ["begun", "done"]


def test_what_opens_before_the_asker_opens_before_nobody_else() -> None:
    troupe = Troupe()
    asker, near = troupe.enter(), troupe.enter((-3, 8))
    turn = troupe.ask(asker)
    assert troupe.do(turn, "book_visit", day="2026-12-01") == ""
    assert states(troupe, asker, "book_visit") == ["begun", "done"]
    assert troupe.told(near, wire.Act) == []


def test_a_whisper_moves_the_body_while_nobody_is_answered_aloud() -> None:
    troupe = Troupe()
    quiet, aloud = troupe.enter(), troupe.enter((-3, 8))
    whisper = troupe.ask(quiet, whisper=True)
    assert troupe.do(whisper, "go_to", node="fox") == ""
    troupe.wait(1)
    assert troupe.body().way and troupe.told(aloud, wire.Act) == []
    troupe.ask(aloud)
    assert not troupe.body().way and states(troupe, quiet, "go_to") == ["begun", "undone"]
    assert troupe.do(whisper, "go_to", node="fox") == "guide_busy"
