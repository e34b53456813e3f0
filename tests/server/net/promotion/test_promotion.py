"""Guests who prove their address, and the pages that letters lead to."""

from __future__ import annotations

from tests.server.house import House
from tests.server.net.promotion.test_leads import LEADS, leave, only


async def test_a_code_opens_an_account_that_may_hold_space(house: House) -> None:
    _, left = await leave(house, phone="", email="wang@example.com")
    async with house.visitor.post(
        f"{house.url}{LEADS}/codes", json={"address": "wang@example.com"}
    ) as answer:
        assert answer.status == 204
    index = house.park.accounts.index("wang@example.com")
    code = house.park.office.codes._sent[index].code
    body = {"address": "wang@example.com", "code": "000000", "token": left["token"]}
    wrong = "1" if code == "000000" else "0"
    async with house.visitor.post(
        f"{house.url}{LEADS}/accounts", json=body | {"code": wrong * 6}
    ) as answer:
        assert answer.status in (401, 403, 422)
    async with house.visitor.post(
        f"{house.url}{LEADS}/accounts", json=body | {"code": code}
    ) as answer:
        told = await answer.json()
        assert (answer.status, told["role"]) == (200, "investor")
    assert "unit.hold" in told["may"]
    lead = await only(house)
    assert lead["account"] == told["id"]
    assert house.park.accounts.get(told["id"]).stored.kind == "guest"
    await house.park.office.erase(told["id"])
    await house.park.promotion.rounds.round(house.park.clock.now())
    assert (await house.own("GET", LEADS))[1]["leads"] == []


async def test_a_code_asked_for_tells_nobody_who_has_an_account(house: House) -> None:
    for address, status in (("new@example.com", 204), ("nobody", 422), ("12", 422)):
        body = {"address": address.ljust(3)}
        async with house.visitor.post(f"{house.url}{LEADS}/codes", json=body) as answer:
            assert answer.status == status


async def test_pages_speak_both_languages_and_refuse_unknown_secrets(house: House) -> None:
    _, left = await leave(house)
    status, page = await house.get(f"/my/contact/{left['token']}?lang=en")
    assert status == 200 and b"Take it back" in page
    for path in ("/my/contact/nothing", "/my/visit/nothing"):
        assert (await house.get(path))[0] == 404
        async with house.visitor.post(house.url + path, data={}) as answer:
            assert answer.status == 404
    assert (await house.get(f"/my/contact/{left['token']}?lang=fr"))[0] == 404


async def test_looking_at_a_letters_link_changes_nothing(house: House) -> None:
    _, left = await leave(house)
    for _ in range(3):
        await house.get(f"/my/contact/{left['token']}")
    assert (await only(house))["version"] == 1
