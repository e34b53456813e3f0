"""Rooms, kept places and seats."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.halls.audience import MOST_ROOMS
from server.halls.errors import HallError
from server.halls.visitor import Visitor
from tests.server.halls.stage import archive, edit, enter, make_hall


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["enter", "leave", "lose", "silence", "hear"]), max_size=40))
def test_places_are_never_shared_and_counts_are_true(steps: list[str]) -> None:
    hall = make_hall(capacity=3)
    inside: list[Visitor] = []
    for number, step in enumerate(steps):
        if step == "enter":
            inside.append(enter(hall))
            given_up = [visitor for visitor in inside if visitor not in set(hall.audience)]
            assert all(v.lost_at is not None and v.hidden for v in given_up)
            assert len(given_up) <= 1
            inside = [visitor for visitor in inside if visitor not in given_up]
        elif inside:
            visitor = inside[number % len(inside)]
            if step == "leave":
                hall.leave(visitor)
                inside.remove(visitor)
            elif step == "lose":
                hall.lose(visitor, 0.0)
            else:
                getattr(hall, step)(visitor)
        places = [(v.room, v.slot) for v in inside]
        assert len(set(places)) == len(places)
        assert set(hall.audience) == set(inside)
        for room in hall.audience.rooms:
            here = [v for v in inside if v.room == room.number]
            assert set(room.visitors()) == set(here)
            assert room.shown == sum(not v.hidden for v in here)
            assert room.taken == len(here) <= 3


def test_there_is_an_end_to_rooms() -> None:
    hall = make_hall(capacity=1)
    for _ in range(MOST_ROOMS):
        enter(hall)
    with pytest.raises(HallError, match="hall_full"):
        enter(hall)


def test_a_freed_slot_is_not_taken_by_the_very_next() -> None:
    hall = make_hall(capacity=4)
    first = enter(hall)
    hall.leave(first)
    assert enter(hall).slot != first.slot


def test_the_place_of_a_ghost_goes_to_a_newcomer_before_another_room_is_opened() -> None:
    hall = make_hall(capacity=2, ghost=5.0)
    first, second = enter(hall), enter(hall)
    for visitor, since in ((second, 1.0), (first, 2.0)):
        hall.lose(visitor, since)
    assert enter(hall, now=3.0).room == 1, "a short cut costs nobody a place"
    hall.tick(8.0)
    assert enter(hall).room == 1 and enter(hall).room == 0
    assert second not in set(hall.audience) and first in set(hall.audience)


def test_an_empty_room_takes_as_many_as_the_hall_does_by_now() -> None:
    hall = make_hall(capacity=1)
    visitors = [enter(hall) for _ in range(MOST_ROOMS)]
    for visitor in visitors[1:]:
        hall.leave(visitor)
    capacity = {"op": "set", "path": "/hall/capacity", "value": 40}
    archive(hall, hall.handle(enter(hall, "operator"), edit(capacity), 0.0))
    assert {enter(hall).room for _ in range(40)} == {2}
