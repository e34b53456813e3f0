"""Each room hears once, in order, who left and who came, changed or sat down."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from avatars.interest import InterestPolicy
from avatars.presence import PresenceTable
from server.halls.audience import Audience
from server.halls.effects import Send
from server.halls.news import PEOPLE_AT_ONCE, News
from server.halls.visitor import Visitor
from server.wire.messages import Gone, People
from tests.server.halls.stage import newcomer


class Rooms:
    """An audience, its news, and what somebody who reads them believes of each room."""

    def __init__(self, capacity: int = 300) -> None:
        bounds = ((-10.0, -1.0, -10.0), (10.0, 6.0, 10.0))
        self.audience = Audience(lambda places: PresenceTable(places, InterestPolicy(), bounds))
        self.news = News(self.audience)
        self.capacity = capacity
        self.known: dict[int, dict[int, str]] = {}

    def enter(self, name: str = "Li") -> Visitor:
        visitor = self.audience.admit(newcomer(name=name), self.capacity)
        self.audience.room_of(visitor).shown += 1
        self.news.came(visitor)
        return visitor

    def leave(self, visitor: Visitor) -> None:
        self.audience.room_of(visitor).shown -= 1
        self.news.went(visitor)
        self.audience.release(visitor)
        if not self.audience.room_of(visitor).taken:
            self.known.pop(visitor.room, None)  # Nobody is left who believes anything.

    def tell(self) -> list[Send]:
        """Tell the news, and take them in as a client does: departures, then arrivals."""
        sends = self.news.tell()
        for send in sends:
            rooms = {visitor.room for visitor in send.to}
            for room in rooms:
                self._learn(self.known.setdefault(room, {}), send.message)
        return sends

    @staticmethod
    def _learn(known: dict[int, str], message: object) -> None:
        if isinstance(message, Gone):
            for slot in message.ids:
                known.pop(slot, None)
        elif isinstance(message, People):
            known.update({person.id: person.name for person in message.here})


def test_nothing_is_told_when_nothing_happened() -> None:
    rooms = Rooms()
    assert rooms.news.tell() == []
    rooms.enter()
    rooms.news.tell()
    assert rooms.news.tell() == []


def test_many_changes_of_one_person_are_told_once_as_they_are_now() -> None:
    rooms = Rooms()
    visitor = rooms.enter("Li")
    visitor.name = "李"
    rooms.news.changed(visitor)
    visitor.seat = "sofa"
    rooms.news.changed(visitor)
    (send,) = rooms.news.tell()
    assert isinstance(send.message, People)
    (person,) = send.message.here
    assert (person.name, person.seat, send.message.total) == ("李", "sofa", 1)


def test_a_place_taken_anew_in_one_breath_ends_as_its_new_holder() -> None:
    rooms = Rooms(capacity=1)
    first = rooms.enter("Li")
    rooms.tell()
    rooms.leave(first)
    second = rooms.enter("Wang")
    assert second.slot == first.slot
    sends = rooms.tell()
    assert [type(send.message) for send in sends] == [Gone, People]
    assert rooms.known[0] == {second.slot: "Wang"}


def test_who_left_or_was_hidden_before_the_telling_is_not_announced() -> None:
    rooms = Rooms()
    stays, leaves, hides = rooms.enter("stays"), rooms.enter("leaves"), rooms.enter("hides")
    rooms.leave(leaves)
    hides.hidden = True
    told = [s.message for s in rooms.tell() if isinstance(s.message, People)]
    assert [[p.name for p in message.here] for message in told] == [[stays.name]]


def test_another_room_hears_nothing() -> None:
    rooms = Rooms(capacity=1)
    first, second = rooms.enter("Li"), rooms.enter("Wang")
    rooms.tell()
    assert rooms.known == {0: {first.slot: "Li"}, 1: {second.slot: "Wang"}}
    second.name = "王"
    rooms.news.changed(second)
    (send,) = rooms.tell()
    assert list(send.to) == [second]


def test_arrivals_in_a_crowd_are_not_announced_but_changes_and_departures_are() -> None:
    rooms = Rooms()
    crowd = [rooms.enter() for _ in range(PEOPLE_AT_ONCE)]
    rooms.tell()
    late = rooms.enter("late")
    assert rooms.tell() == []
    late.name = "seen"
    rooms.news.changed(late)
    rooms.leave(crowd[0])
    assert [type(send.message) for send in rooms.tell()] == [Gone, People]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["enter", "leave", "rename", "tell"]), max_size=40))
def test_who_reads_all_news_knows_who_is_there(steps: list[str]) -> None:
    rooms = Rooms(capacity=3)
    inside: list[Visitor] = []
    for number, step in enumerate([*steps, "tell"]):
        if step == "enter":
            inside.append(rooms.enter(f"v{number}"))
        elif step == "tell":
            rooms.tell()
        elif inside:
            visitor = inside[number % len(inside)]
            if step == "leave":
                rooms.leave(visitor)
                inside.remove(visitor)
            else:
                visitor.name = f"n{number}"
                rooms.news.changed(visitor)
    for room in rooms.audience.rooms:
        here = {v.slot: v.name for v in inside if v.room == room.number}
        if here:
            assert rooms.known[room.number] == here
