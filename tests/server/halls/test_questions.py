"""Questions: answered to who asked, in measure; and seats."""

from __future__ import annotations

import pytest

from server.halls.effects import Send
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.wire import messages as wire
from tests.server.halls.stage import archive, edit, enter, make_hall, told


def test_a_seat_holds_one() -> None:
    hall = make_hall()
    first, second = enter(hall), enter(hall)
    hall.handle(first, wire.Sit(1, "seat-1"), 0.0)
    with pytest.raises(HallError, match="seat_taken"):
        hall.handle(second, wire.Sit(2, "seat-1"), 0.0)
    with pytest.raises(HallError, match="no_such_seat"):
        hall.handle(second, wire.Sit(3, "fox"), 0.0)
    hall.handle(first, wire.Sit(4, None), 0.0)
    hall.handle(second, wire.Sit(5, "seat-1"), 0.0)
    hall.leave(second)
    hall.handle(first, wire.Sit(6, "seat-1"), 0.0)
    assert first.seat == "seat-1"


def test_who_tells_about_people_met_and_nobody_else() -> None:
    hall = make_hall()
    first, second = enter(hall), enter(hall)
    effects = hall.handle(first, wire.Who([second.slot, second.slot, 299, 65535]), 0.0)
    (people,) = told(effects, wire.People)
    assert [person.id for person in people.here] == [second.slot]


def test_a_path_and_a_manifest_are_answered_to_the_asker_alone() -> None:
    hall = make_hall()
    first, _ = enter(hall), enter(hall)
    (path,) = hall.handle(first, wire.FindPath(9, (0.0, 0.0, 0.0), (5.0, 0.0, 5.0)), 0.0)
    assert isinstance(path, Send) and list(path.to) == [first]
    assert path.message == wire.WalkablePath(9, [(0.0, 0.0, 0.0), (5.0, 0.0, 5.0)])
    (reply,) = told(hall.handle(first, wire.Need(3, (0.0, 0.0, 0.0)), 0.0), wire.Manifest)
    assert {item.asset for item in reply.items} == {"a" * 64, "b" * 64}


def test_a_seat_that_is_taken_away_is_sat_on_no_more() -> None:
    hall = make_hall()
    visitor = enter(hall)
    hall.handle(visitor, wire.Sit(1, "seat-1"), 0.0)
    hall.tick(0.0)
    removal = edit({"op": "remove", "path": "/nodes/seat-1"})
    archive(hall, hall.handle(enter(hall, "operator"), removal, 0.0))
    assert visitor.seat is None and hall.audience.seats == {}
    people = [person for message in told(hall.tick(0.2), wire.People) for person in message.here]
    assert (visitor.slot, None) in [(person.id, person.seat) for person in people]


def test_ways_are_looked_for_in_measure() -> None:
    hall = make_hall()
    ask = wire.FindPath(1, (0.0, 0.0, 0.0), (5.0, 0.0, 5.0))
    with pytest.raises(HallError, match="too_many_questions"):
        _ask_of_many(hall, ask)
    hall.handle(enter(hall), ask, 1.0)


def _ask_of_many(hall: Hall, ask: wire.FindPath) -> None:
    for _ in range(20):
        visitor = enter(hall)
        for _ in range(20):
            hall.handle(visitor, ask, 0.0)
