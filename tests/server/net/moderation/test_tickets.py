"""Tickets over HTTP, and what they open on the live socket."""

from __future__ import annotations

import pytest

from server.run.tickets import MOST_EACH
from server.wire import messages as wire
from tests.server.house import House
from tests.server.net.moderation.people import Guest, here, ticket_for, visitor
from tests.server.people import somebody

PATH = "/api/v1/halls/gallery/tickets"


async def ask(house: House, name: str) -> tuple[int, dict[str, str]]:
    async with house.visitor.post(house.url + PATH, json={"name": name}) as answer:
        return answer.status, await answer.json()


async def test_an_anonymous_visitor_gets_a_ticket_under_a_name_of_their_own(house: House) -> None:
    status, told = await ask(house, "  小  王 ")
    assert (status, told["name"]) == (201, "小 王")
    guest = Guest(house)
    guest.say(wire.Auth(1, lang="en"), wire.Join("gallery", ticket=told["ticket"]))
    assert guest.person().name == "小 王"
    assert not guest.person().account


async def test_a_ticket_carries_the_account_its_name_and_its_rights(house: House) -> None:
    async with somebody(house, "creator", hall="gallery", name="李雷") as person:
        guest = Guest(house)
        join = wire.Join("gallery", ticket=await ticket_for(person))
        guest.say(wire.Auth(1, name="somebody"), join)
        assert (guest.person().name, guest.person().account) == ("李雷", True)
        rights = guest.newest(wire.Rights)
        assert rights.role == "creator"
        assert "draft.edit" in rights.may
        assert "scene.edit" not in rights.may
        guest.say(wire.Me("operator", wire.Body("#000000")))
        assert guest.person().name == "李雷"


@pytest.mark.parametrize("name", ["运营者", "Оpеrаtоr", "0perator", "官 方", "园区经理 小李"])
async def test_nobody_passes_for_staff(house: House, name: str) -> None:
    status, told = await ask(house, name)
    assert (status, told["code"]) == (422, "name_reserved")
    guest = visitor(house, name)
    assert guest.person().name == ""
    assert guest.newest(wire.Notice).code == "name_reserved"
    guest.say(wire.Me(name, wire.Body()))
    assert guest.newest(wire.Error).code == "name_reserved"


async def test_the_name_of_an_account_that_is_here_is_nobody_elses(house: House) -> None:
    early = visitor(house, "lì lei")
    assert early.person().name == "lì lei"
    async with somebody(house, "host", name="Li Lei") as person:
        known = await here(person)
        assert early.person().name == ""
        assert early.newest(wire.Notice).code == "name_taken"
        status, told = await ask(house, "LI LEI")
        assert (status, told["code"]) == (409, "name_taken")
        early.say(wire.Me("Li Leí", wire.Body()))
        assert early.newest(wire.Error).code == "name_taken"
        known.say(wire.Leave())
        early.say(wire.Me("Li Leí", wire.Body()))
        assert early.person().name == "Li Leí"


async def test_a_ticket_is_good_once_and_for_its_own_hall(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    async with somebody(house, "host", name="Ann") as person:
        guest, secret = Guest(house), await ticket_for(person)
        guest.say(wire.Auth(1, lang="en"), wire.Join("annex", ticket=secret))
        assert guest.newest(wire.Error).code == "ticket_refused"
        guest.say(wire.Join("gallery", ticket=secret))
        assert guest.newest(wire.Error).code == "ticket_refused"
        second = await ticket_for(person)
        guest.say(wire.Join("gallery", ticket=second))
        assert guest.person().name == "Ann"
        other = Guest(house)
        other.say(wire.Auth(1), wire.Join("gallery", ticket=second))
        assert other.newest(wire.Error).code == "ticket_refused"


async def test_a_ticket_of_a_session_that_has_ended_opens_nothing(house: House) -> None:
    async with somebody(house, "host") as person:
        secret = await ticket_for(person)
        await house.park.sessions.end(person.secret)
        guest = Guest(house)
        guest.say(wire.Auth(1), wire.Join("gallery", ticket=secret))
        assert guest.newest(wire.Error).code == "ticket_refused"


async def test_going_on_without_a_ticket_is_going_on_as_a_visitor(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    async with somebody(house, "manager", name="Ann") as person:
        guest = await here(person)
        guest.say(wire.Join("annex"))
        assert guest.newest(wire.Rights).role == "visitor"
        assert (guest.person().account, guest.talk.actor.is_known) == (False, False)


async def test_a_household_has_so_many_tickets_at_once_and_no_more(house: House) -> None:
    codes = [(await ask(house, ""))[0] for _ in range(MOST_EACH + 1)]
    assert codes == [201] * MOST_EACH + [429]


async def test_a_closed_hall_gives_tickets_to_its_staff_alone(house: House) -> None:
    await house.park.create_hall("annex", {})
    async with house.visitor.post(f"{house.url}/api/v1/halls/annex/tickets") as answer:
        assert (await answer.json())["code"] == "hall_closed"
    async with somebody(house, "presenter", hall="annex") as person:
        assert await ticket_for(person, "annex")
