"""Somebody who edits is in the hall without a body: nobody meets, counts or makes room for them."""

from __future__ import annotations

import pytest

from server.access.actor import Actor, Grant
from server.access.policy import POLICY
from server.access.roles import ROLES, Role
from server.halls.audience import BACKSTAGE, BACKSTAGE_PLACES
from server.halls.effects import SendAway
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.halls.visitor import Newcomer, Visitor
from server.wire import messages as wire
from tests.server.halls.stage import actor, archive, edit, enter, make_hall, newcomer, told

UNSEEN = wire.Join("gallery", unseen=True)


def slip_in(hall: Hall, who: Newcomer | None = None) -> tuple[Visitor, wire.Joined]:
    visitor, effects = hall.join(who or newcomer("creator"), UNSEEN, 0.0)
    return visitor, told(effects, wire.Joined)[0]


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_read_the_draft_may_be_unseen(role: Role) -> None:
    hall = make_hall()
    if role in POLICY["draft.read"]:
        visitor, _ = hall.join(newcomer(role), UNSEEN, 0.0)
        assert visitor.unseen
        return
    with pytest.raises(HallError, match="forbidden"):
        hall.join(newcomer(role), UNSEEN, 0.0)
    assert len(hall.audience) == 0 and hall.audience.backstage is None


def test_a_creator_of_another_hall_may_not() -> None:
    hall = make_hall()
    elsewhere = Actor("a_1", frozenset({Grant("creator", "annex")}))
    with pytest.raises(HallError, match="forbidden"):
        hall.join(Newcomer("Ann", elsewhere, wire.Body(), "en", "t"), UNSEEN, 0.0)


def test_nobody_is_told_of_them_or_counts_them() -> None:
    hall = make_hall()
    guest = enter(hall)
    hall.tick(0.0)
    editor, joined = slip_in(hall)
    assert joined.scene is not None and (joined.people, joined.total) == ([], 0)
    assert told(hall.tick(0.1), wire.People) == []
    late, effects = hall.join(newcomer(), wire.Join("gallery"), 1.0)
    (welcome,) = told(effects, wire.Joined)
    assert {person.id for person in welcome.people} == {guest.slot, late.slot}
    assert welcome.total == 2 and sum(room.shown for room in hall.audience.rooms) == 2
    everyone = wire.Who([0, 1, 2, 3, BACKSTAGE_PLACES - 1])
    (people,) = told(hall.handle(guest, everyone, 1.0), wire.People)
    assert {person.id for person in people.here} == {guest.slot, late.slot}
    hall.handle(editor, wire.Me("Otherwise", wire.Body()), 1.0)
    hall.leave(editor)
    sends = hall.tick(1.1)
    assert told(sends, wire.Gone) == []
    assert {p.id for m in told(sends, wire.People) for p in m.here} == {late.slot}


def test_they_are_in_no_presence_frame_and_are_sent_none() -> None:
    hall = make_hall()
    enter(hall)
    editor, _ = slip_in(hall)
    other, _ = slip_in(hall)
    behind = hall.audience.backstage
    assert behind is not None and editor.room == other.room == BACKSTAGE
    frames = behind.table.tick(50)
    assert frames.shared is None and list(frames.slots) == []
    assert len(hall.audience.rooms) == 1 and hall.audience.rooms[0].taken == 1


def test_silence_and_words_do_not_bring_them_to_light() -> None:
    hall = make_hall()
    guest = enter(hall)
    hall.tick(0.0)
    editor, _ = slip_in(hall)
    hall.silence(editor)
    hall.hear(editor)
    assert editor.hidden and told(hall.tick(0.1), wire.People) == []
    assert hall.audience.room_of(guest).shown == 1


def test_a_full_hall_has_room_for_them_and_they_take_none_from_visitors() -> None:
    hall = make_hall(capacity=2)
    enter(hall)
    slip_in(hall)
    enter(hall)
    assert len(hall.audience.rooms) == 1
    slip_in(hall)
    assert len(hall.audience.rooms) == 1


def test_a_lost_editor_keeps_the_place_when_a_visitor_needs_one() -> None:
    hall = make_hall(capacity=1)
    editor, _ = slip_in(hall)
    hall.lose(editor, 0.0)
    enter(hall)
    enter(hall)
    assert editor in list(hall.audience)


def test_there_is_an_end_to_them_too() -> None:
    hall = make_hall()
    for _ in range(BACKSTAGE_PLACES):
        slip_in(hall)
    with pytest.raises(HallError, match="hall_full"):
        slip_in(hall)
    assert not enter(hall).unseen


@pytest.mark.parametrize("unseen", [True, False])
def test_a_place_that_is_taken_up_again_stays_unseen(unseen: bool) -> None:
    hall = make_hall()
    editor, joined = slip_in(hall)
    hall.lose(editor, 1.0)
    resume = wire.Resume(joined.ticket, joined.epoch, joined.revision)
    again, effects = hall.join(
        newcomer("creator"), wire.Join("gallery", resume=resume, unseen=unseen), 2.0
    )
    assert again is editor and again.unseen and again.hidden
    assert told(effects, wire.Joined)[0].resumed
    assert told(hall.tick(2.1), wire.People) == []
    hall.lose(again, 3.0)
    hall.tick(3.0 + hall.options.keep_place + 1)
    assert len(hall.audience) == 0 and told(hall.tick(60.0), wire.Gone) == []


def test_it_is_not_taken_up_without_the_right_to_it() -> None:
    hall = make_hall()
    editor, joined = slip_in(hall)
    hall.lose(editor, 1.0)
    resume = wire.Resume(joined.ticket, joined.epoch, joined.revision)
    fallen = Newcomer(
        "Ann", Actor(editor.actor.id, frozenset({Grant("host")})), wire.Body(), "en", "t2"
    )
    with pytest.raises(HallError, match="forbidden"):
        hall.join(fallen, wire.Join("gallery", resume=resume, unseen=True), 2.0)
    seen, _ = hall.join(fallen, wire.Join("gallery", resume=resume), 2.0)
    assert seen is not editor and not seen.unseen


def test_who_loses_the_right_is_sent_away() -> None:
    hall = make_hall()
    editor, _ = slip_in(hall)
    effects = hall.standing.entitle(editor, actor("host"), "Ann", proven=True)
    (away,) = [one for one in effects if isinstance(one, SendAway)]
    assert (list(away.who), away.code) == ([editor], "forbidden")


def test_they_edit_follow_and_select_like_everybody() -> None:
    hall = make_hall()
    ann, _ = slip_in(hall)
    bob, _ = slip_in(hall, newcomer("manager", "Bob"))
    hall.handle(bob, wire.WatchDraft(1), 0.0)
    hall.handle(ann, wire.Select(["fox"]), 0.0)
    (seen, *_) = told(hall.tick(0.1), wire.Selections)
    assert [(one.person, one.nodes) for one in seen.who] == [(ann.slot, ["fox"])]
    move = edit({"op": "set", "path": "/nodes/fox/translation", "value": [1, 0, 1]}, layer="draft")
    effects = archive(hall, hall.handle(ann, move, 0.2))
    assert [patch.layer for patch in told(effects, wire.Patch)] == ["draft"]


def test_new_bounds_do_not_send_them_away() -> None:
    hall = make_hall()
    editor, _ = slip_in(hall)
    table = hall.audience.room_of(editor).table
    assert hall.audience.bound((50.0, 0.0, 50.0), (60.0, 3.0, 60.0)) == []
    assert table.position(editor.slot)[1] > 0
