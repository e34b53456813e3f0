"""Who is here, and mutes, removals and blocks, by real requests and on paper lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.access.actor import Grant
from server.wire import messages as wire
from tests.server.house import House, open_house
from tests.server.net.moderation.people import Guest, here, visitor
from tests.server.people import Person, somebody

EXPLODE = wire.Operation("set", "/nodes/fox/explode", 0.5)
FAR = "203.0.113.9"


async def act(person: Person, guest: Guest, verb: str, **body: object) -> tuple[int, Any]:
    path = f"/api/v1/visitors/{guest.line.id}/{verb}"
    asked = {} if verb == "unmute" else {"json": {"reason": "abuse", **body}}
    return await person.ask("POST", path, **asked)


async def test_staff_see_who_is_in_the_halls_they_look_after(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    zoe = visitor(house)
    async with somebody(house, "host", hall="gallery", name="Ann") as host:
        await here(host)
        status, told = await host.ask("GET", "/api/v1/presence")
        assert (status, [hall["hall"] for hall in told["halls"]]) == (200, ["gallery"])
        first, second = told["halls"][0]["people"]
        assert (first["name"], first["connection"], first["role"]) == (
            "Zoe",
            zoe.line.id,
            "visitor",
        )
        assert (first["account"], first["address_hint"], first["may"]) == ("", "198.51.*.*", True)
        assert (second["account"], second["may"]) == (host.id, False)
    status, told = await house.get("/api/v1/presence")
    assert (status, told["code"]) == (401, "unauthorized")


async def test_the_muted_change_nothing_that_others_see_and_are_told_why(house: House) -> None:
    zoe = visitor(house)
    async with somebody(house, "host") as host:
        status, told = await act(host, zoe, "mute", words="again", minutes=30)
        assert (status, told["kind"], told["name"]) == (201, "mute", "Zoe")
        notice = zoe.newest(wire.Notice)
        assert (notice.code, notice.level) == ("muted", "warning")
        assert notice.message == (
            "A moderator has muted you for 30 min: abusing or harassing others (again)"
        )
        assert zoe.person().muted
        zoe.say(wire.Edit(1, "shared", 0, [EXPLODE]))
        assert (zoe.newest(wire.Error).id, zoe.newest(wire.Error).code) == (1, "muted")
        zoe.say(wire.Me("Other", wire.Body()))
        assert (zoe.newest(wire.Error).code, zoe.person().name) == ("muted", "Zoe")
        assert (await act(host, zoe, "unmute"))[0] == 204
        assert (zoe.newest(wire.Notice).code, zoe.person().muted) == ("unmuted", False)
        zoe.say(wire.Edit(2, "shared", 0, [EXPLODE]))
        assert zoe.newest(wire.Done).id == 2


async def test_a_mute_comes_along_when_somebody_comes_back_and_ends_by_itself(
    house: House,
) -> None:
    async with somebody(house, "host") as host:
        await act(host, visitor(house), "mute", minutes=1)
    again, other = visitor(house, " ZOE"), visitor(house, "Bob")
    assert (again.person().muted, other.person().muted) == (True, False)
    assert again.newest(wire.Notice).code == "muted"
    house.park.order.moderation.tick(house.park.clock.now() + 61)
    assert (again.newest(wire.Notice).code, again.person().muted) == ("unmuted", False)


async def test_the_removed_are_told_why_and_may_come_back_after_a_while(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    zoe = visitor(house)
    async with somebody(house, "host") as host:
        assert (await act(host, zoe, "remove", reason="spam"))[0] == 201
    bye = zoe.newest(wire.Bye)
    assert (bye.code, zoe.line.closed) == ("removed", (4008, "removed"))
    assert bye.message == (
        "You were asked to leave: flooding or disturbing others. You may come back in 5 min"
    )
    assert len(house.park.hall("gallery").audience) == 0
    again = visitor(house)
    assert again.newest(wire.Error).code == "removed_for_now"
    assert visitor(house, "Zoe", FAR).person().name == "Zoe"
    now = house.park.clock.now() + 301
    monkeypatch.setattr(type(house.park.clock), "now", lambda _: now)
    again.say(wire.Join("gallery"))
    assert again.person().name == "Zoe"


async def test_a_block_shows_out_everybody_of_the_household_but_staff(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        zoe, bob, far = visitor(house), visitor(house, "Bob"), visitor(house, "Far", FAR)
        async with somebody(house, "host") as host:
            ann = await here(host)
            status, told = await act(host, zoe, "block", by=["account", "address"], days=3)
            assert (status, [b["by"] for b in told["blocks"]]) == (201, ["address"])
            assert zoe.newest(wire.Bye).code == bob.newest(wire.Bye).code == "blocked"
            assert far.line.closed is None
            assert ann.line.closed is None
    async with open_house(tmp_path / "data") as house:
        late = visitor(house, "Someone")
        assert late.newest(wire.Bye).message == (
            "You are blocked from this park for 3 days: abusing or harassing others"
        )
        assert late.line.closed == (4009, "blocked")
        async with somebody(house, "manager") as manager:
            status, told = await manager.ask("GET", "/api/v1/blocks")
            (block,) = told["blocks"]
            assert (block["name"], block["holds"], block["account"]) == ("Zoe", True, "")
            assert (await manager.ask("DELETE", f"/api/v1/blocks/{block['id']}"))[0] == 204
            status, told = await manager.ask("DELETE", f"/api/v1/blocks/{block['id']}")
            assert (status, told["code"]) == (404, "block_unknown")
        assert visitor(house).person().name == "Zoe"


async def test_a_blocked_account_gets_no_ticket_from_anywhere(house: House) -> None:
    async with somebody(house, "investor", name="Carl") as carl, somebody(house, "host") as host:
        guest = await here(carl)
        status, told = await act(host, guest, "block", days=None)
        assert (status, told["blocks"][0]["account"]) == (201, carl.id)
        assert guest.newest(wire.Bye).code == "blocked"
        status, told = await carl.ask("POST", "/api/v1/halls/gallery/tickets")
        assert (status, told["code"]) == (403, "visitor_blocked")
        assert visitor(house).person().name == "Zoe"


async def test_nobody_moderates_whom_they_do_not_outrank(house: House) -> None:
    async with somebody(house, "host") as host, somebody(house, "host") as peer:
        for role in ("operator", "manager"):
            async with somebody(house, role) as above:
                for verb in ("mute", "remove", "block"):
                    status, told = await act(host, await here(above), verb)
                    assert (status, told["code"]) == (403, "outranked")
        status, told = await act(host, await here(peer), "mute")
        assert (status, told["code"]) == (403, "outranked")


async def test_a_hosts_power_ends_at_the_door_of_the_hall(house: House) -> None:
    zoe = visitor(house)
    async with somebody(house, "host", hall="annex") as elsewhere:
        assert (await act(elsewhere, zoe, "mute"))[1]["code"] == "forbidden"
    async with somebody(house, "host", hall="gallery") as host:
        assert (await act(host, zoe, "block"))[1]["code"] == "forbidden"
        assert (await act(host, zoe, "mute"))[0] == 201
        zoe.say(wire.Leave())
        assert (await act(host, zoe, "mute"))[1]["code"] == "visitor_gone"


async def test_rights_that_change_are_in_force_on_open_connections(house: House) -> None:
    async with somebody(house, "manager", name="Ann") as person:
        ann = await here(person)
        ann.say(wire.WatchDraft(1), wire.Select(["fox"]))
        hall = house.park.hall("gallery")
        assert hall.drafts.watchers
        await house.park.accounts.regrant(person.id, frozenset({Grant("host")}), "operator")
        house.park.order.tick(house.park.clock.now())
        assert ann.newest(wire.Rights).role == "host"
        assert not hall.drafts.watchers
        ann.say(wire.Edit(2, "published", 0, [wire.Operation("set", "/hall/capacity", 9)]))
        assert ann.newest(wire.Error).code == "forbidden"
        await house.park.accounts.rename(person.id, "Anna")
        house.park.order.tick(house.park.clock.now())
        assert ann.person().name == "Anna"
        await house.park.sessions.end(person.secret)
        house.park.order.tick(house.park.clock.now())
        assert (ann.newest(wire.Bye).code, ann.line.closed) == (
            "token_refused", (4001, "token_refused"),
        )  # fmt: skip
        assert len(hall.audience) == 0


async def test_who_may_be_in_a_closed_hall_no_more_is_sent_elsewhere(house: House) -> None:
    await house.park.create_hall("annex", {})
    async with somebody(house, "presenter", hall="annex") as person:
        ann = await here(person, "annex")
        await house.park.accounts.regrant(person.id, frozenset({Grant("investor")}), "operator")
        house.park.order.tick(house.park.clock.now())
        assert (ann.newest(wire.Moved).hall, ann.newest(wire.Moved).code) == (
            "gallery", "hall_closed",
        )  # fmt: skip
