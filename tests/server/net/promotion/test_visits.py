"""Visits over HTTP: slots, bookings, answers, the link of a letter, what time does."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from server.run.promotion.pace import LeavingPace
from tests.server.house import House
from tests.server.net.promotion.test_leads import contact
from tests.server.people import somebody

BOOKINGS = "/api/v1/bookings"
DAY = 86_400.0


async def first_slot(house: House) -> float:
    status, told = await house.get(f"{BOOKINGS}/slots?days=30")
    assert status == 200
    return float(told["slots"][0]["starts"])


async def ask(house: House, starts: float, **more: Any) -> tuple[int, Any]:
    body = contact(starts=starts, people=3, **more)
    async with house.visitor.post(house.url + BOOKINGS, json=body) as answer:
        return answer.status, await answer.json()


async def letters(house: House) -> list[str]:
    """Kinds of letters in the outbox, oldest first."""
    _, told = await house.own("GET", "/api/v1/notices")
    return [each["kind"] for each in reversed(told["notices"]) if each["kind"] != "lead_received"]


async def test_a_visit_is_asked_for_confirmed_and_kept_in_a_calendar(house: House) -> None:
    starts = await first_slot(house)
    status, made = await ask(house, starts, email="wang@example.com")
    assert (status, made["booking"]["state"]) == (201, "asked")
    id, token = made["booking"]["id"], made["token"]
    async with somebody(house, "host") as host:
        _, told = await host.ask("GET", f"{BOOKINGS}?to={starts + DAY}")
        assert [(each["id"], each["name"]) for each in told["bookings"]] == [(id, "王芳")]
        assert told["bookings"][0]["verbs"] == ["confirm", "decline", "cancel"]
        turn = {"verb": "confirm", "version": 1, "answer": "三号门见"}
        status, after = await host.ask("POST", f"{BOOKINGS}/{id}/turns", json=turn)
        assert (status, after["state"]) == (200, "confirmed")
        assert (await host.ask("POST", f"{BOOKINGS}/{id}/turns", json=turn))[1]["code"] in (
            "booking_state",
            "booking_stale",
        )
    assert await letters(house) == ["booking_asked", "booking_confirmed"]
    _, own = await house.get(f"{BOOKINGS}/own/{token}")
    assert (own["state"], own["answer"], own["verbs"]) == ("confirmed", "三号门见", ["cancel"])
    status, file = await house.get(f"{BOOKINGS}/own/{token}/visit.ics")
    assert (status, b"STATUS:CONFIRMED" in file, b"SEQUENCE:1" in file) == (200, True, True)
    status, page = await house.get(f"/my/visit/{token}")
    assert "三号门见" in page.decode() and "王芳" not in page.decode()
    async with house.visitor.post(f"{house.url}/my/visit/{token}", data={}) as answer:
        assert (answer.status, "已取消" in await answer.text()) == (200, True)


async def test_a_slot_takes_no_more_than_its_parties(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LeavingPace, "take", lambda *args: None)
    starts = await first_slot(house)
    asked = [ask(house, starts, phone="", email=f"n{n}@example.com") for n in range(12)]
    answers = await asyncio.gather(*asked)
    assert sorted(status for status, _ in answers) == [201] * 2 + [409] * 10
    _, told = await house.get(f"{BOOKINGS}/slots?days=30")
    assert told["slots"][0]["left"] == 0
    assert len((await house.own("GET", "/api/v1/leads"))[1]["leads"]) == 2


async def test_a_time_that_is_no_slot_is_refused(house: House) -> None:
    status, told = await ask(house, await first_slot(house) + 60)
    assert (status, told["code"]) == (409, "slot_gone")
    assert (await house.own("GET", "/api/v1/leads"))[1]["leads"] == []


async def test_a_visit_is_given_another_time(house: House) -> None:
    _, told = await house.get(f"{BOOKINGS}/slots?days=30")
    first, second = told["slots"][0]["starts"], told["slots"][1]["starts"]
    _, made = await ask(house, first)
    async with somebody(house, "manager") as manager:
        path = f"{BOOKINGS}/{made['booking']['id']}/reschedule"
        status, after = await manager.ask("POST", path, json={"starts": second})
        assert (status, after["state"], after["starts"]) == (200, "confirmed", second)
        status, told = await manager.ask("POST", path, json={"starts": second, "version": 1})
        assert (status, told["code"]) == (409, "booking_stale")


async def test_the_clock_reminds_once_and_lets_unanswered_ones_lapse(house: House) -> None:
    _, told = await house.get(f"{BOOKINGS}/slots?days=30")
    late, sure = told["slots"][0]["starts"], told["slots"][-1]["starts"]
    _, unanswered = await ask(house, late)
    _, made = await ask(house, sure)
    turns = f"{BOOKINGS}/{made['booking']['id']}/turns"
    await house.own("POST", turns, json={"verb": "confirm"})
    rounds = house.park.promotion.rounds
    await rounds.round(sure - 25 * 3600)
    assert "booking_reminder" not in await letters(house)
    for _ in range(2):
        await rounds.round(sure - 3600)
    assert (await letters(house)).count("booking_reminder") == 1
    _, own = await house.get(f"{BOOKINGS}/own/{unanswered['token']}")
    assert own["state"] == "cancelled"


async def test_who_came_is_a_lead_that_visited(house: House) -> None:
    _, made = await ask(house, await first_slot(house))
    id = made["booking"]["id"]
    turns = f"{BOOKINGS}/{id}/turns"
    await house.own("POST", turns, json={"verb": "confirm"})
    status, told = await house.own("POST", turns, json={"verb": "visited"})
    assert (status, told["code"]) == (409, "booking_state")
    await house.park.archive.bookings.change(id, None, {"starts": house.park.clock.now() - 60})
    status, told = await house.own("POST", turns, json={"verb": "visited"})
    assert (status, told["state"]) == (200, "visited")
    _, leads = await house.own("GET", "/api/v1/leads")
    assert leads["leads"][0]["state"] == "visited"


async def test_the_plan_is_checked_whole_and_kept(house: House) -> None:
    _, told = await house.own("GET", f"{BOOKINGS}/plan")
    plan = told["plan"]
    wrong = plan | {"weekdays": {"0": [["09:00", "09:20"], ["25:00", "26:00"]]}, "closed": ["soon"]}
    status, told = await house.own("PUT", f"{BOOKINGS}/plan", json=wrong)
    assert status == 422
    assert [each["code"] for each in told["details"]] == ["span_wrong", "not_a_clock", "bad_date"]
    shut = plan | {"open": False}
    assert (await house.own("PUT", f"{BOOKINGS}/plan", json=shut))[0] == 200
    assert (await house.get(f"{BOOKINGS}/slots"))[1]["slots"] == []
    await house.park.promotion.bookings.start()
    assert not house.park.promotion.bookings.plan.open


async def test_what_staff_book_is_confirmed_at_once(house: House) -> None:
    async with somebody(house, "host") as host:
        body = contact(starts=await first_slot(house), consent=None)
        status, made = await host.ask("POST", BOOKINGS, json=body)
        assert (status, made["booking"]["state"]) == (201, "confirmed")
