"""The directory of companies, and the card that each keeps itself."""

from __future__ import annotations

import pytest

from server.run.registration.companies import company_of
from tests.server.house import House
from tests.server.net.registration.firm import API, NAME, Firm, clerk_does, firm_of, host
from tests.server.people import somebody


async def moved_in(house: House, firm: Firm) -> None:
    custodian = await host(house)
    async with somebody(house, "clerk") as clerk:
        await firm.prepare(wants_booth=False)
        await firm.do("submit")
        await clerk_does(clerk, firm, "claim")
        await clerk_does(clerk, firm, "approve", custodian=custodian)
        status, told = await firm.do("activate", agreement="0")
        assert status == 200, told


async def test_a_company_keeps_its_own_card(house: House) -> None:
    async with firm_of(house) as firm, firm_of(house, "wang@example.com") as other:
        await moved_in(house, firm)
        path = f"/companies/{firm.id}"
        change = {"brief": {"zh": "工业软件", "en": "Software"}, "website": "https://example.com"}
        status, card = await firm.ask("PATCH", path, json=change)
        assert (status, card["brief"], card["website"]) == (200, change["brief"], change["website"])
        assert (await house.get(API + path))[1]["brief"]["en"] == "Software"
        assert (await other.ask("PATCH", path, json=change))[1]["code"] == "forbidden"
        for bad in ({"website": "javascript:x"}, {"logo": "f" * 64}, {"brief": {"zh": "x"}}):
            assert (await firm.ask("PATCH", path, json=bad))[0] == 422


async def test_words_that_may_not_be_shown(house: House) -> None:
    (house.data / "words.txt").write_text("坏词\n", encoding="utf-8")
    house.park.clock._offset += 10
    async with firm_of(house) as firm:
        await firm.prepare(brief="这是坏词")
        status, told = await firm.do("submit")
        found = {(each["pointer"], each["code"]) for each in told["details"]}
        assert status == 422 and ("/fields/brief", "words_refused") in found
        await firm.fill(brief="好")
        await firm.do("withdraw")
    async with firm_of(house, "wang@example.com") as firm:
        await moved_in(house, firm)
        change = {"brief": {"zh": "坏词", "en": "x"}}
        _, told = await firm.ask("PATCH", f"/companies/{firm.id}", json=change)
        assert [each["code"] for each in told["details"]] == ["words_refused"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 1), ("q=灵境", 1), ("q=nothing", 0), ("industry=65", 1), ("industry=39", 0)],
)
async def test_the_directory_is_searched(house: House, query: str, found: int) -> None:
    async with firm_of(house) as firm:
        await moved_in(house, firm)
        _, told = await house.get(f"{API}/companies?{query}")
        assert (told["total"], len(told["companies"])) == (found, found)
        if found:
            assert told["companies"][0]["name"] == NAME
            assert told["companies"][0]["industry_name"]["zh"].startswith("软件")


async def test_who_is_no_resident_has_no_card(house: House) -> None:
    async with firm_of(house) as firm, firm_of(house, "wang@example.com") as other:
        for id in (firm.id, "e_0000000000000000"):
            assert (await house.get(f"{API}/companies/{id}"))[1]["code"] == "company_unknown"
            path = f"/companies/{id}"
            assert (await other.ask("PATCH", path, json={}))[1]["code"] == "company_unknown"


async def test_what_others_are_told_of_a_company(house: House) -> None:
    async with firm_of(house) as firm:
        await moved_in(house, firm)
        row = await house.park.archive.registration.get(firm.id)
        company = await company_of(house.park, row)
        assert (company.seat, company.state) == ("云席-00001（集群注册）", "active")
        assert company.address is not None and company.address["zh"].startswith("深圳")
        assert company.until is not None and company.until > company.since
