"""Guests on paper lines, for tests of the live gate."""

from __future__ import annotations

from typing import TypeVar

from server.run.talk import Talk
from server.wire import messages as wire
from server.wire.codec import encode
from tests.server.house import House
from tests.server.people import Person
from tests.server.run.line import PaperLine

M = TypeVar("M", bound=wire.ServerMessage)


class Guest:
    """Somebody on a paper line."""

    def __init__(self, house: House, address: str = "198.51.100.7") -> None:
        self.house = house
        self.line = PaperLine()
        self.talk: Talk = house.park.opened(self.line, "en", address)

    def say(self, *messages: wire.ClientMessage) -> None:
        for message in messages:
            self.house.park.conversation.hear(self.talk, encode(message))  # type: ignore[arg-type]

    def person(self) -> wire.Person:
        """What others are told of them."""
        assert self.talk.visitor is not None
        return self.talk.visitor.person()

    def all(self, kind: type[M]) -> list[M]:
        """Every message of one kind that came."""
        return [message for message in self.line.heard() if isinstance(message, kind)]

    def newest(self, kind: type[M]) -> M:
        """The last message of one kind that came."""
        return self.all(kind)[-1]


async def ticket_for(person: Person, hall: str = "gallery") -> str:
    """A ticket in somebody's name."""
    status, told = await person.ask("POST", f"/api/v1/halls/{hall}/tickets")
    assert status == 201, told
    return str(told["ticket"])


async def here(person: Person, hall: str = "gallery") -> Guest:
    """Somebody with an account, in a hall."""
    guest = Guest(person.house)
    guest.say(wire.Auth(1, lang="en"), wire.Join(hall, ticket=await ticket_for(person, hall)))
    return guest


def visitor(house: House, name: str = "Zoe", address: str = "198.51.100.7") -> Guest:
    """An anonymous visitor in the gallery."""
    guest = Guest(house, address)
    guest.say(wire.Auth(1, name=name, lang="en"), wire.Join("gallery"))
    return guest
