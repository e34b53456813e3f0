"""The hall: comings, goings and requests, as inputs and effects."""

from __future__ import annotations

import pytest

from avatars.pose import Pose, encode_pose
from scenes.findings import SceneError
from server.halls.effects import Archive, Send, SendAway
from server.halls.errors import HallError
from server.halls.news import PEOPLE_AT_ONCE
from server.wire import messages as wire
from tests.server.halls.stage import archive, edit, enter, make_hall, newcomer, told

EXPLODE = {"op": "set", "path": "/nodes/fox/explode", "value": 0.5}
MOVE = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 1, 1]}


def test_a_newcomer_is_given_the_whole_scene_and_a_place_on_the_floor() -> None:
    hall = make_hall()
    visitor, effects = hall.join(newcomer(), wire.Join("gallery"), 5.0)
    (joined,) = told(effects, wire.Joined)
    assert joined.scene is not None and joined.scene["nodes"].keys() >= {"fox", "seat-1"}
    assert joined.shared == {} and joined.patches is None and not joined.resumed
    assert hall.derived.walk.inside(joined.position)
    assert joined.you == visitor.slot and joined.total == 1
    assert joined.manifest[0].level == 1, "the coarsest level comes first"


def test_two_newcomers_do_not_stand_in_each_other() -> None:
    hall = make_hall()
    places = {hall.audience.room_of(v).table.position(v.slot) for v in (enter(hall), enter(hall))}
    assert len(places) == 2


def test_others_hear_of_a_newcomer_and_of_one_who_left() -> None:
    hall = make_hall()
    first, second = enter(hall), enter(hall)
    people = told(hall.tick(0.1), wire.People)
    assert {p.id for message in people for p in message.here} == {first.slot, second.slot}
    hall.leave(second)
    (gone,) = told(hall.tick(0.3), wire.Gone)
    assert gone.ids == [second.slot] and gone.total == 1


def test_a_full_room_opens_another_that_shares_the_scene() -> None:
    hall = make_hall(capacity=2)
    visitors = [enter(hall) for _ in range(5)]
    assert [v.room for v in visitors] == [0, 0, 1, 1, 2]
    effects = archive(hall, hall.handle(enter(hall, "operator"), edit(MOVE), 0.0))
    sent = [e for e in effects if isinstance(e, Send) and isinstance(e.message, wire.Patch)]
    assert set(visitors) <= set(sent[0].to)


def test_a_patch_is_told_to_all_only_when_it_is_durable() -> None:
    hall = make_hall()
    operator, visitor = enter(hall, "operator"), enter(hall)
    effects = hall.handle(operator, edit(MOVE), 1.0)
    assert [type(effect) for effect in effects] == [Archive]
    after = archive(hall, effects)
    (patch,) = told(after, wire.Patch)
    assert patch.revision == 1 and hall.revision == 1
    assert visitor in next(e for e in after if isinstance(e, Send)).to


def test_a_failed_archive_tells_who_asked_and_changes_nothing() -> None:
    hall = make_hall()
    hall.handle(enter(hall, "operator"), edit(MOVE), 1.0)
    (answer,) = hall.editing.archive_failed()
    assert getattr(answer, "code", None) == "archive_failed"
    assert hall.revision == 0
    assert hall.editing.layers.published.nodes["fox"]["translation"] == [0, 0.9, 0]


def test_visitors_may_take_apart_but_not_rebuild() -> None:
    hall = make_hall()
    visitor = enter(hall)
    effects = hall.handle(visitor, edit(EXPLODE, layer="shared"), 1.0)
    assert told(effects, wire.Patch)[0].layer == "shared"
    for refused in (edit(MOVE), edit(MOVE, layer="shared"), edit(MOVE, layer="draft")):
        with pytest.raises(HallError, match="forbidden"):
            hall.handle(visitor, refused, 1.0)


def test_late_joiners_see_what_is_taken_apart_and_idle_puts_it_back() -> None:
    hall = make_hall(idle=10.0)
    hall.handle(enter(hall), edit(EXPLODE, layer="shared"), 1.0)
    _, effects = hall.join(newcomer(), wire.Join("gallery"), 2.0)
    assert told(effects, wire.Joined)[0].shared == {"/nodes/fox/explode": 0.5}
    assert not told(hall.tick(11.0), wire.Patch)
    (patch,) = told(hall.tick(13.0), wire.Patch)
    assert patch.ops[0].op == "unset" and hall.editing.layers.shared == {}


def test_a_cut_connection_gets_only_what_it_missed() -> None:
    hall = make_hall()
    visitor = enter(hall)
    other = enter(hall)
    ticket = visitor.newcomer.ticket
    hall.lose(visitor, 1.0)
    hall.handle(other, edit(EXPLODE, layer="shared"), 2.0)
    resume = wire.Resume(ticket, "e1", 0)
    again, effects = hall.join(newcomer(), wire.Join("gallery", resume=resume), 3.0)
    (joined,) = told(effects, wire.Joined)
    assert again is visitor and joined.you == visitor.slot
    assert joined.resumed and joined.scene is None and joined.patches is not None
    assert [patch.revision for patch in joined.patches] == [1]
    assert joined.ticket != ticket, "a ticket works once"


def test_a_ticket_of_another_time_brings_the_whole_scene() -> None:
    hall = make_hall()
    visitor = enter(hall)
    hall.lose(visitor, 1.0)
    resume = wire.Resume(visitor.newcomer.ticket, "an older epoch", 0)
    _, effects = hall.join(newcomer(), wire.Join("gallery", resume=resume), 2.0)
    (joined,) = told(effects, wire.Joined)
    assert not joined.resumed and joined.scene is not None


def test_a_strangers_ticket_of_a_higher_role_is_worth_nothing() -> None:
    hall = make_hall()
    operator = enter(hall, "operator")
    resume = wire.Resume(operator.newcomer.ticket, "e1", 0)
    visitor, _ = hall.join(newcomer("visitor"), wire.Join("gallery", resume=resume), 2.0)
    assert visitor is not operator and visitor.role == "visitor"


def test_a_ghost_is_hidden_within_ten_seconds_and_its_place_kept_a_while() -> None:
    hall = make_hall(ghost=5.0, keep_place=45.0)
    visitor, witness = enter(hall), enter(hall)
    hall.tick(0.0)
    hall.lose(visitor, 0.0)
    assert not told(hall.tick(4.0), wire.Gone)
    (gone,) = told(hall.tick(5.5), wire.Gone)
    assert gone.ids == [visitor.slot]
    assert len(hall.audience) == 2
    hall.tick(46.0)
    assert list(hall.audience) == [witness]


def test_a_silent_visitor_is_hidden_and_shown_again() -> None:
    hall = make_hall()
    visitor = enter(hall)
    hall.tick(0.0)
    hall.silence(visitor)
    assert told(hall.tick(1.0), wire.Gone)[0].ids == [visitor.slot]
    hall.hear(visitor)
    assert told(hall.tick(2.0), wire.People)[0].here[0].id == visitor.slot


def test_a_flood_of_edits_is_refused_and_passes() -> None:
    hall = make_hall()
    visitor = enter(hall)
    for _ in range(60):
        hall.handle(visitor, edit(EXPLODE, layer="shared"), 1.0)
    with pytest.raises(HallError, match="too_many_edits"):
        hall.handle(visitor, edit(EXPLODE, layer="shared"), 1.0)
    hall.handle(visitor, edit(EXPLODE, layer="shared"), 3.0)


def test_a_closing_hall_sends_visitors_away_and_keeps_staff() -> None:
    hall = make_hall()
    visitor, operator = enter(hall), enter(hall, "operator")
    closing = edit({"op": "set", "path": "/hall/state", "value": "closed"})
    effects = archive(hall, hall.handle(operator, closing, 1.0))
    (away,) = [effect for effect in effects if isinstance(effect, SendAway)]
    assert list(away.who) == [visitor] and away.code == "hall_closed"
    with pytest.raises(HallError, match="hall_closed"):
        enter(hall)
    enter(hall, "operator")


def test_a_crowd_is_not_announced_one_by_one() -> None:
    hall = make_hall()
    for _ in range(PEOPLE_AT_ONCE + 10):
        enter(hall)
    hall.tick(0.0)
    _, effects = hall.join(newcomer(), wire.Join("gallery"), 1.0)
    assert told(effects, wire.Joined)[0].people == []
    assert not told(hall.tick(1.2), wire.People)


def test_a_bad_edit_names_every_fault() -> None:
    hall = make_hall()
    with pytest.raises(SceneError) as caught:
        hall.handle(
            enter(hall, "operator"),
            edit({**MOVE, "value": "up"}, {"op": "remove", "path": "/nodes/ghost"}),
            0.0,
        )
    assert [f.code for f in caught.value.findings] == ["not_a_list", "no_such_node"]


def test_changed_walkable_floor_is_used_at_once() -> None:
    hall = make_hall()
    before = hall.derived.walk
    area = {"id": "strip", "y": 0, "polygon": [[0, 0], [2, 0], [2, 2], [0, 2]], "holes": []}
    walk = {"op": "set", "path": "/hall/walk", "value": {"areas": [area], "links": []}}
    archive(hall, hall.handle(enter(hall, "operator"), edit(walk), 0.0))
    assert hall.derived.walk is not before
    assert not hall.derived.walk.inside((5.0, 0.0, 5.0))


def test_a_draft_is_told_to_editors_alone() -> None:
    hall = make_hall()
    operator, _ = enter(hall, "operator"), enter(hall)
    enter(hall, "operator")  # who does not follow the draft
    hall.handle(operator, wire.WatchDraft(1), 0.0)
    effects = archive(hall, hall.handle(operator, edit(MOVE, layer="draft"), 0.0))
    (sent,) = [e for e in effects if isinstance(e, Send) and isinstance(e.message, wire.Patch)]
    assert list(sent.to) == [operator]
    assert told(effects, wire.Patch)[0].layer == "draft"
    assert hall.revision == 0


def test_names_are_made_fit_to_be_shown() -> None:
    hall = make_hall()
    visitor = enter(hall)
    hall.handle(visitor, wire.Me("  evil\u202e name \n", wire.Body()), 0.0)
    assert visitor.person().name == "evil name"


def test_every_operation_of_a_visitor_counts_and_all_visitors_together_have_a_limit() -> None:
    hall = make_hall()
    many = edit(*[EXPLODE] * 60, layer="shared")
    for _ in range(10):
        hall.handle(enter(hall), many, 1.0)
    with pytest.raises(HallError, match="too_many_edits"):
        hall.handle(enter(hall), many, 1.0)
    hall.handle(enter(hall, "operator"), many, 1.0)


def test_names_cannot_be_changed_without_end() -> None:
    hall = make_hall()
    visitor = enter(hall)
    for _ in range(10):
        hall.handle(visitor, wire.Me("a", wire.Body()), 1.0)
    with pytest.raises(HallError, match="too_many_questions"):
        hall.handle(visitor, wire.Me("a", wire.Body()), 1.0)


def test_who_fell_silent_is_not_announced_by_what_they_said_before() -> None:
    hall = make_hall()
    visitor, _ = enter(hall), enter(hall)
    hall.tick(0.0)
    hall.handle(visitor, wire.Me("another", wire.Body()), 0.0)
    hall.silence(visitor)
    effects = hall.tick(0.2)
    assert told(effects, wire.Gone)[0].ids == [visitor.slot] and not told(effects, wire.People)


def test_people_may_be_wherever_the_hall_has_grown_to() -> None:
    hall = make_hall()
    visitor = enter(hall)
    room = hall.audience.room_of(visitor)
    far_away = encode_pose(Pose((100.0, 1.6, 100.0), (0.0, 0.0, 0.0, 1.0)))

    def walk() -> list[int]:
        room.table.write(visitor.slot, far_away)
        room.table.tick(0)
        return room.table.faults()

    assert walk() == [visitor.slot]
    bounds = {"min": [-500, -1, -500], "max": [500, 9, 500]}
    op = {"op": "set", "path": "/hall/bounds", "value": bounds}
    archive(hall, hall.handle(enter(hall, "operator"), edit(op), 0.0))
    assert walk() == []


def test_an_interaction_without_a_value_is_refused_in_a_code() -> None:
    hall = make_hall()
    for path in ("/nodes/fox/variant", "/nodes/fox/animation", "/nodes/fox/explode"):
        with pytest.raises(SceneError, match="patch_invalid"):
            hall.handle(enter(hall), edit({"op": "set", "path": path}, layer="shared"), 0.0)


def test_every_bad_path_is_told_in_every_layer() -> None:
    hall = make_hall()
    bad = [{"op": "set", "path": path, "value": 1} for path in ("nowhere", "/nodes//x")]
    layers: tuple[wire.Layer, ...] = ("published", "draft", "shared")
    for layer in layers:
        with pytest.raises(SceneError, match="patch_invalid") as caught:
            hall.handle(enter(hall, "operator"), edit(*bad, layer=layer), 0.0)
        pointers = [finding.pointer for finding in caught.value.findings]
        assert pointers == ["/ops/0/path", "/ops/1/path"]


def test_what_was_taken_apart_falls_back_even_when_it_became_something_else() -> None:
    hall = make_hall(idle=10.0)
    operator = enter(hall, "operator")
    hall.handle(operator, edit(EXPLODE, layer="shared"), 1.0)
    group = {"kind": "group", "name": {"zh": "组", "en": "group"}}
    remade = edit(
        {"op": "remove", "path": "/nodes/fox"},
        {"op": "add", "path": "/nodes/fox", "value": group},
        base=1,
    )
    archive(hall, hall.handle(operator, remade, 2.0))
    assert hall.editing.layers.shared == {}, "as every client has it"
    assert not told(hall.tick(100.0), wire.Patch)


def test_who_is_outside_of_a_hall_that_shrank_comes_in_again() -> None:
    hall = make_hall()
    operator, visitor = enter(hall, "operator"), enter(hall)
    room = hall.audience.room_of(visitor)
    room.table.write(visitor.slot, encode_pose(Pose((9.0, 1.6, 9.0), (0.0, 0.0, 0.0, 1.0))))
    room.table.tick(0)
    bounds = {"min": [-5, -1, -5], "max": [5, 9, 5]}
    op = {"op": "set", "path": "/hall/bounds", "value": bounds}
    effects = archive(hall, hall.handle(operator, edit(op), 0.0))
    (away,) = [effect for effect in effects if isinstance(effect, SendAway)]
    assert (list(away.who), away.code, away.back) == ([visitor], "hall_changed", True)
