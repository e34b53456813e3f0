"""Leads over HTTP: left by consent, merged, worked on, taken back, forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from server.run.promotion.rounds import Rounds
from server.store.errors import StoreError
from tests.server.house import House, open_house
from tests.server.people import somebody

LEADS = "/api/v1/leads"
DAY = 86_400.0


def contact(**more: Any) -> dict[str, Any]:
    """A contact that somebody leaves at an exhibit."""
    usual = {
        "name": "王芳",
        "phone": "138 0013 8000",
        "company": "晨光精密",
        "wants": "300 平方米实验室",
        "source": {"kind": "unit", "ref": "gallery/a-103"},
        "consent": {"version": 0},
        "lang": "zh-CN",
    }
    return {**usual, **more}


async def leave(house: House, **more: Any) -> tuple[int, Any]:
    async with house.visitor.post(house.url + LEADS, json=contact(**more)) as answer:
        return answer.status, await answer.json()


async def only(house: House) -> Any:
    _, told = await house.own("GET", LEADS)
    assert len(told["leads"]) == 1
    return told["leads"][0]


async def test_a_contact_by_consent_is_a_lead_for_staff(house: House) -> None:
    status, told = await leave(house)
    assert status == 202
    assert told["url"].endswith(told["token"])
    lead = await only(house)
    assert (lead["name"], lead["phone"]) == ("王芳", "+8613800138000")
    assert (lead["state"], lead["source"]) == ("new", "unit")
    assert {move["state"] for move in lead["moves"]} >= {"contacted", "negotiating", "lost"}
    _, inbox = await house.own("GET", "/api/v1/inbox?state=open")
    assert [(item["kind"], item["ref"]) for item in inbox["items"]] == [("lead", lead["id"])]
    assert "王芳" not in str(inbox)
    given = await house.park.archive.privacy.consents_of(lead["id"])
    assert [(each.purpose, each.document) for each in given] == [("contact", "privacy:0")]


async def test_what_is_missing_is_told_all_at_once(house: House) -> None:
    status, told = await leave(house, phone="", email="", consent=None, name="\u200b")
    assert status == 422
    found = {(each["pointer"], each["code"]) for each in told["details"]}
    assert found == {
        ("/name", "name_unreadable"),
        ("/phone", "contact_missing"),
        ("/email", "contact_missing"),
        ("/consent", "consent_missing"),
    }
    status, told = await leave(house, phone="12", email="nobody", consent={"version": 4})
    assert {each["code"] for each in told["details"]} == {
        "not_a_phone",
        "not_an_email",
        "consent_stale",
    }


async def test_the_archive_holds_no_word_of_the_person(house: House) -> None:
    await leave(house, email="wang@example.com")
    lead = await only(house)
    stored = await house.park.archive.leads.get(lead["id"])
    row = str(stored) + str(await house.park.archive.leads.story(lead["id"]))
    for word in ("王芳", "13800138000", "晨光", "wang@", "实验室"):
        assert word not in row


async def test_the_same_contact_is_one_lead_and_nobody_is_overwritten(house: House) -> None:
    await leave(house)
    await leave(house, name="别人", phone="+86 13800138000", email="x@example.com")
    lead = await only(house)
    assert (lead["name"], lead["email"]) == ("王芳", "")
    _, file = await house.own("GET", f"{LEADS}/{lead['id']}")
    assert [each["name"] for each in file["leavings"]] == ["王芳", "别人"]
    assert "x@example.com" in file["notes"][0]["text"]


async def test_taking_back_the_last_deletes_the_lead_and_its_key(house: House) -> None:
    _, first = await leave(house)
    _, second = await leave(house)
    lead = await only(house)
    assert (await take_back(house, second["token"]))[0] == 204
    assert (await only(house))["id"] == lead["id"]
    assert (await take_back(house, first["token"]))[0] == 204
    _, told = await house.own("GET", LEADS)
    assert told["leads"] == []
    assert not house.park.vault.knows(lead["id"])
    assert (await take_back(house, first["token"]))[0] == 404
    consents = await house.park.archive.privacy.consents_of(lead["id"])
    assert all(each.withdrawn for each in consents)


async def take_back(house: House, token: str) -> tuple[int, Any]:
    async with house.visitor.delete(f"{house.url}{LEADS}/own/{token}") as answer:
        return answer.status, None


async def test_a_token_tells_nothing_of_the_person(house: House) -> None:
    _, left = await leave(house)
    status, told = await house.get(f"{LEADS}/own/{left['token']}")
    assert status == 200
    assert told.keys() == {"at", "source", "consent", "expires"}
    status, page = await house.get(f"/my/contact/{left['token']}")
    assert status == 200
    assert "王芳" not in page.decode() and "撤回同意" in page.decode()
    async with house.visitor.post(f"{house.url}/my/contact/{left['token']}", data={}) as answer:
        assert (answer.status, "已删除" in await answer.text()) == (200, True)
    assert (await house.get(f"/my/contact/{left['token']}?lang=en"))[0] == 404


async def test_staff_move_a_lead_and_stale_ones_are_told(house: House) -> None:
    await leave(house)
    lead = await only(house)
    path = f"{LEADS}/{lead['id']}"
    async with somebody(house, "host", name="招商小陈") as host:
        change = {"version": lead["version"], "state": "negotiating", "owner": host.id}
        status, after = await host.ask("PATCH", path, json=change)
        assert (status, after["state"], after["owner_name"]) == (200, "negotiating", "招商小陈")
        assert (await host.ask("PATCH", path, json=change))[1]["code"] == "lead_stale"
        status, told = await host.ask("PATCH", path, json={"state": "lost"})
        assert (status, told["details"][0]["pointer"]) == (422, "/reason")
        status, told = await host.ask("PATCH", path, json={"state": "new"})
        assert (status, told["code"]) == (409, "lead_move")
        lost = {"state": "lost", "reason": "price"}
        assert (await host.ask("PATCH", path, json=lost))[1]["reason"] == "price"
        _, funnel = await host.ask("GET", f"{LEADS}/funnel?days=30")
        assert (funnel["reached"]["negotiating"], funnel["lost"]) == (1, {"price": 1})
        _, inbox = await host.ask("GET", "/api/v1/inbox?state=open")
        assert inbox["items"] == []


async def test_only_who_works_on_leads_owns_one(house: House) -> None:
    await leave(house)
    lead = await only(house)
    async with somebody(house, "clerk") as clerk:
        change = {"owner": clerk.id}
        status, told = await house.own("PATCH", f"{LEADS}/{lead['id']}", json=change)
        assert (status, told["details"][0]["code"]) == (422, "assignee_lead")
        assert (await clerk.ask("GET", LEADS))[0] == 403


async def test_strangers_are_slowed_down(house: House) -> None:
    codes = [
        (await leave(house, phone="", email=f"n{number}@example.com"))[0] for number in range(10)
    ]
    assert codes[:8] == [202] * 8
    assert codes[9] == 429
    status, told = await leave(house)
    assert (status, told["code"]) == (429, "too_many_requests")


async def test_staff_enter_what_they_were_told(house: House) -> None:
    async with somebody(house, "host") as host:
        body = contact(consent=None, source={"kind": "page"})
        assert (await host.ask("POST", LEADS, json=body))[0] == 202
        _, told = await host.ask("GET", f"{LEADS}?owner=me")
        assert [(lead["source"], lead["owner"]) for lead in told["leads"]] == [("desk", host.id)]


async def test_the_clock_warns_and_forgets(house: House) -> None:
    await leave(house)
    lead = await only(house)
    rounds: Rounds = house.park.promotion.rounds
    now = house.park.clock.now()
    soon = {"next_at": now + DAY, "state": "contacted"}
    await house.own("PATCH", f"{LEADS}/{lead['id']}", json=soon)
    await rounds.round(now)
    assert (await house.own("GET", "/api/v1/inbox?state=open"))[1]["items"] == []
    for _ in range(2):
        await rounds.round(now + DAY + 1)
    _, inbox = await house.own("GET", "/api/v1/inbox?state=open")
    assert [item["ref"] for item in inbox["items"]] == [lead["id"]]
    await rounds.round(now + 366 * DAY)
    with pytest.raises(StoreError, match="no lead"):
        await house.park.archive.leads.get(lead["id"])
    assert not house.park.vault.knows(lead["id"])


async def test_leads_outlast_a_restart(tmp_path: Any) -> None:
    async with open_house(tmp_path) as house:
        await leave(house)
    async with open_house(tmp_path) as house:
        assert (await only(house))["name"] == "王芳"


async def test_a_lead_becomes_an_application_and_lands_with_it(house: House) -> None:
    await leave(house)
    lead = await only(house)
    path = f"{LEADS}/{lead['id']}"
    async with somebody(house, "manager") as manager:
        status, begun = await manager.ask("POST", f"{path}/application")
        assert status == 201
        status, told = await manager.ask("POST", f"{path}/application")
        assert (status, told["code"]) == (409, "lead_applied")
        _, file = await manager.ask("GET", f"/api/v1/applications/{begun['application']}")
        assert file["fields"]["contact_name"] == "王芳"
    after = await only(house)
    assert (after["state"], after["application"]) == ("negotiating", begun["application"])
    book = house.park.archive.registration
    row = await book.get(begun["application"])
    await book.save(replace(row, state="active", version=row.version + 1), row.version)
    await house.park.promotion.rounds.round(house.park.clock.now())
    assert (await only(house))["state"] == "landed"
