"""Guides follow the scene: they come, move, change and go with their nodes, in every room."""

from __future__ import annotations

import pytest

from server.halls.audience import BODIES
from server.halls.guides.cast import Cast
from server.wire import messages as wire
from tests.server.halls.guides.troupe import LIN, XIAOJING, Troupe, guide
from tests.server.halls.stage import archive


def edit(troupe: Troupe, *ops: wire.Operation) -> None:
    editor = troupe.enter(role="operator")
    message = wire.Edit(1, "published", troupe.hall.revision, list(ops))
    troupe.take(archive(troupe.hall, troupe.hall.handle(editor, message, troupe.now)))


def test_a_new_guide_comes_and_a_removed_one_goes() -> None:
    troupe = Troupe()
    visitor = troupe.enter()
    edit(troupe, wire.Operation("add", "/nodes/guide-2", guide((3, 0, 5), "lin")))
    (come,) = [one for told in troupe.told(visitor, wire.People) for one in told.here]
    assert (come.name, come.role) == ("Lin", "guide")
    assert [g.node for g in troupe.told(visitor, wire.Guides)[-1].guides] == ["guide-1", "guide-2"]
    turn = troupe.ask(visitor, guide="guide-2")
    edit(troupe, wire.Operation("remove", "/nodes/guide-2"))
    assert [gone.ids for gone in troupe.told(visitor, wire.Gone)] == [[come.id]]
    assert [g.node for g in troupe.told(visitor, wire.Guides)[-1].guides] == ["guide-1"]
    assert [t.state for t in troupe.told(visitor, wire.Turn) if t.turn == turn][-1] == "stopped"


def test_a_hidden_guide_is_not_there() -> None:
    troupe = Troupe()
    visitor = troupe.enter()
    edit(troupe, wire.Operation("set", "/nodes/guide-1/visible", False))
    assert troupe.told(visitor, wire.Guides)[-1].guides == []


def test_a_guide_goes_with_its_node() -> None:
    troupe = Troupe()
    troupe.enter()
    edit(troupe, wire.Operation("set", "/nodes/guide-1/translation", [4, 0, 7]))
    troupe.wait(1)
    assert troupe.seen().position == pytest.approx((4, 1.6, 7), abs=0.01)


def test_another_persona_is_another_name() -> None:
    troupe = Troupe()
    visitor = troupe.enter()
    edit(troupe, wire.Operation("set", "/nodes/guide-1/guide/persona", "lin"))
    (told,) = troupe.told(visitor, wire.People)
    assert [(one.name, one.role) for one in told.here] == [("Lin", "guide")]
    cast = Cast({"lin": XIAOJING, "xiaojing": LIN})
    troupe.take(troupe.hall.guides.recast(cast))
    assert troupe.told(visitor, wire.People)[-1].here[0].name == "小境"


def test_a_persona_that_the_park_does_not_have_is_still_somebody() -> None:
    troupe = Troupe(**{"guide-2": guide((3, 0, 5), "nobody")})
    troupe.enter()
    assert troupe.body("guide-2").name == "讲解员"
    troupe.take(troupe.hall.guides.recast(Cast({"nobody": LIN})))
    assert troupe.body("guide-2").name == "Lin"


def test_each_room_has_guides_of_its_own_that_take_nobodys_place() -> None:
    troupe = Troupe()
    capacity = wire.Operation("set", "/hall/capacity", 2)
    edit(troupe, capacity)
    for _ in range(3):
        troupe.enter()
    rooms = troupe.hall.audience.rooms
    assert [len(room.bodies) for room in rooms] == [1] * len(rooms) and len(rooms) >= 1
    assert all(room.shown <= 300 for room in rooms)
    first, second = troupe.body(room=0), troupe.hall.guides.roster.find(len(rooms) - 1, "guide-1")
    assert (first is second) is (len(rooms) == 1)


def test_more_guides_than_there_are_bodies_for_are_left_out() -> None:
    many = {f"guide-{n:02d}": guide((n / 4, 0, 5)) for n in range(BODIES + 4)}
    troupe = Troupe(**many)
    troupe.enter()
    assert len(list(troupe.hall.guides.roster)) == BODIES


def test_who_asks_is_told_who_a_guide_is() -> None:
    troupe = Troupe()
    visitor = troupe.enter()
    slot = troupe.body().slot
    troupe.take(troupe.hall.handle(visitor, wire.Who([slot, 5000]), troupe.now))
    assert [one.name for one in troupe.told(visitor, wire.People)[-1].here] == ["小境"]
    assert troupe.told(visitor, wire.People)[-1].total == 1
