"""What is said on a live connection, without a socket."""

from __future__ import annotations

import pytest

from server.run.talk import FAULTS, Talk
from server.wire import messages as wire
from server.wire.codec import encode
from server.wire.limits import AUTH_SECONDS
from tests.server.house import House
from tests.server.run.line import PaperLine

AUTH = wire.Auth(wire.VERSION, name="Li", lang="en")
JOIN = wire.Join("gallery")


class Caller:
    """Somebody on a paper line."""

    def __init__(self, house: House, session: str | None = None) -> None:
        self.house = house
        self.line = PaperLine()
        self.talk: Talk = house.park.opened(self.line, session, "en")

    def say(self, *messages: wire.ClientMessage) -> None:
        for message in messages:
            self.house.park.conversation.hear(self.talk, encode(message))  # type: ignore[arg-type]


async def test_greeted_known_present(house: House) -> None:
    caller = Caller(house)
    assert isinstance(caller.line.last(), wire.Hello)
    caller.say(AUTH)
    assert caller.line.last() == wire.Ready("visitor", "Li")
    caller.say(JOIN)
    assert isinstance(caller.line.last(), wire.Joined)
    assert caller.line.table is not None and caller.line.slot == caller.line.last().you


async def test_leaving_keeps_the_connection_and_joining_again_works(house: House) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Leave())
    assert caller.line.table is None and len(house.park.hall("gallery").audience) == 0
    caller.say(JOIN)
    assert isinstance(caller.line.last(), wire.Joined)


async def test_going_to_another_hall_leaves_the_first(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Join("annex"))
    assert caller.line.last().hall == "annex"
    assert len(house.park.hall("gallery").audience) == 0


async def test_a_closed_door_does_not_cost_the_place_one_has(house: House) -> None:
    await house.park.create_hall("annex", {})
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Join("annex"))
    assert caller.line.last().code == "hall_closed"
    assert caller.talk.hall is house.park.hall("gallery")


async def test_pings_are_answered_at_any_time(house: House) -> None:
    caller = Caller(house)
    caller.say(wire.Ping(5.5))
    assert caller.line.last().at == 5.5


async def test_who_never_says_who_they_are_is_sent_off(house: House) -> None:
    caller = Caller(house)
    now = caller.talk.opened_at
    house.park.conversation.check(caller.talk, now + AUTH_SECONDS - 1)
    assert caller.line.closed is None
    house.park.conversation.check(caller.talk, now + AUTH_SECONDS + 1)
    assert caller.line.closed == (4002, "auth_late")


async def test_faults_are_forgiven_slowly_and_conflicts_are_none(house: House) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN)
    for _ in range(3 * FAULTS):
        caller.say(wire.Sit(1, "no-such-seat"))
    assert caller.line.closed is None or caller.line.last().code == "too_many_questions"
    for _ in range(FAULTS + 1):
        house.park.conversation.fault(caller.talk, "pose_invalid")
    assert caller.line.closed == (4003, "too_many_errors")


async def test_names_and_looks_change_for_everyone(house: House) -> None:
    first, second = Caller(house), Caller(house)
    for caller in (first, second):
        caller.say(AUTH, JOIN)
    hall = house.park.hall("gallery")
    house.park.performer.perform(hall, hall.tick(house.park.clock.now()))
    first.say(wire.Me("王", wire.Body("#aa0000"), "zh-CN"))
    house.park.performer.perform(hall, hall.tick(house.park.clock.now()))
    (person,) = second.line.last().here
    assert (person.name, person.body.color) == ("王", "#aa0000")
    assert first.talk.lang == "zh-CN"


@pytest.mark.parametrize("clean", [True, False])
async def test_a_goodbye_frees_the_place_and_a_cut_keeps_it(house: House, clean: bool) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN)
    house.park.closed(caller.talk, clean=clean)
    assert len(house.park.hall("gallery").audience) == (0 if clean else 1)
