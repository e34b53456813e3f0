"""What is said on a live connection, without a socket."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from server.halls.audience import MOST_ROOMS
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
        self.session = session
        self.line = PaperLine()
        self.talk: Talk = house.park.opened(self.line, "en")

    def say(self, *messages: wire.ClientMessage) -> None:
        for message in messages:
            is_auth = isinstance(message, wire.Auth)
            said = replace(message, token=self.session) if is_auth else message
            self.house.park.conversation.hear(self.talk, encode(said))  # type: ignore[arg-type]

    def last(self) -> Any:
        """The newest message, but for the rights that follow each ``joined``."""
        return [m for m in self.line.heard() if not isinstance(m, wire.Rights)][-1]


async def test_greeted_known_present(house: House) -> None:
    caller = Caller(house)
    assert isinstance(caller.last(), wire.Hello)
    caller.say(AUTH)
    assert caller.last() == wire.Ready("visitor", "Li")
    caller.say(JOIN)
    assert isinstance(caller.last(), wire.Joined)
    assert caller.line.table is not None and caller.line.slot == caller.last().you


async def test_leaving_keeps_the_connection_and_joining_again_works(house: House) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Leave())
    assert caller.line.table is None and len(house.park.hall("gallery").audience) == 0
    caller.say(JOIN)
    assert isinstance(caller.last(), wire.Joined)


async def test_going_to_another_hall_leaves_the_first(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Join("annex"))
    assert caller.last().hall == "annex"
    assert len(house.park.hall("gallery").audience) == 0


async def test_a_closed_door_does_not_cost_the_place_one_has(house: House) -> None:
    await house.park.create_hall("annex", {})
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Join("annex"))
    assert caller.last().code == "hall_closed"
    assert caller.talk.hall is house.park.hall("gallery")


async def test_pings_are_answered_at_any_time(house: House) -> None:
    caller = Caller(house)
    caller.say(wire.Ping(5.5))
    assert caller.last().at == 5.5


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
    assert caller.line.closed is None or caller.last().code == "too_many_questions"
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
    (person,) = second.last().here
    assert (person.name, person.body.color) == ("王", "#aa0000")
    assert first.talk.lang == "zh-CN"


@pytest.mark.parametrize("clean", [True, False])
async def test_a_goodbye_frees_the_place_and_a_cut_keeps_it(house: House, clean: bool) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN)
    house.park.closed(caller.talk, clean=clean)
    assert len(house.park.hall("gallery").audience) == (0 if clean else 1)


async def test_who_is_refused_by_another_hall_stays_where_they_are(house: House) -> None:
    annex = await house.park.create_hall("annex", {"state": "open", "capacity": 1})
    crowd = [Caller(house) for _ in range(MOST_ROOMS)]
    for one in crowd:
        one.say(AUTH, wire.Join("annex"))
    caller = Caller(house)
    caller.say(AUTH, JOIN, wire.Join("annex"))
    assert caller.last().code == "hall_full" and len(annex.audience) == MOST_ROOMS
    assert caller.talk.hall is house.park.hall("gallery") and caller.line.table is not None


async def test_a_place_is_taken_up_again_on_the_same_connection(house: House) -> None:
    caller = Caller(house)
    caller.say(AUTH, JOIN)
    joined = caller.last()
    caller.say(wire.Join("gallery", resume=wire.Resume(joined.ticket, joined.epoch, 0)))
    again = caller.last()
    assert again.resumed and again.you == joined.you and caller.line.table is not None
    assert len(house.park.hall("gallery").audience) == 1


async def test_a_place_is_taken_up_from_another_hall_and_the_other_connection_ends(
    house: House,
) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    first, second = Caller(house), Caller(house)
    first.say(AUTH, JOIN)
    second.say(AUTH, wire.Join("annex"))
    joined = first.last()
    second.say(wire.Join("gallery", resume=wire.Resume(joined.ticket, joined.epoch, 0)))
    assert second.last().you == joined.you
    assert first.line.closed == (4007, "connection_replaced") and first.line.table is None
    assert len(house.park.hall("annex").audience) == 0


async def test_an_edit_is_answered_though_its_author_has_gone_to_another_hall(
    house: House,
) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    caller = Caller(house, await operator_session(house))
    move = wire.Operation("set", "/hall/capacity", 9)
    caller.say(AUTH, JOIN, wire.Edit(5, "published", 0, [move]), wire.Join("annex"))
    await house.park.performer.finish()
    assert wire.Done(5, 1) in caller.line.heard()


async def test_authority_ends_with_its_session(house: House) -> None:
    session = await operator_session(house)
    operator, visitor = Caller(house, session), Caller(house)
    for caller in (operator, visitor):
        caller.say(AUTH, JOIN)
    house.park.conversation.check(operator.talk, house.park.clock.now())
    before = operator.line.closed
    await house.park.sessions.end(session)
    for caller in (operator, visitor):
        house.park.conversation.check(caller.talk, house.park.clock.now())
    ends = [before, operator.line.closed, visitor.line.closed]
    assert ends == [None, (4001, "token_refused"), None]


async def test_a_scene_is_not_sent_again_and_again(house: House) -> None:
    caller = Caller(house)
    caller.say(AUTH, *[JOIN] * 50)
    assert sum(isinstance(m, wire.Joined) for m in caller.line.heard()) < 15
    assert caller.last().code == "too_many_questions"


async def operator_session(house: House) -> str:
    opened = await house.park.sessions.redeem(await house.park.sessions.make_link())
    assert opened is not None
    return opened[0]
