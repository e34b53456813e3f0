"""What others are told about somebody."""

from __future__ import annotations

from server.wire.messages import Body, Person
from tests.server.halls.stage import enter, make_hall


def test_a_person_is_known_by_slot_name_role_looks_and_seat() -> None:
    hall = make_hall()
    visitor = enter(hall, "operator")
    hall.audience.sit(visitor, "seat-1")
    assert visitor.person() == Person(visitor.slot, "Li", "operator", Body(), "seat-1")
