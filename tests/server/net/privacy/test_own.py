"""Consents, and doors that lead only to one's own data."""

from __future__ import annotations

import pytest

from tests.server.house import House
from tests.server.run.privacy.people import somebody

TOKEN = "browser-token-0123456789"


async def test_consents_are_given_and_withdrawn_apart(house: House) -> None:
    async def say(**said: object) -> dict[str, dict[str, object]]:
        url = house.url + "/api/v1/consents"
        async with house.visitor.post(url, json={"visitor": TOKEN, **said}) as answer:
            assert answer.status == 200
            told = await answer.json()
        return {each["purpose"]: each for each in told["consents"]}

    given = await say(purpose="statistics", document="privacy@2", given=True)
    assert given["statistics"]["document"] == "privacy@2"
    assert given["statistics"]["withdrawn"] is None
    assert given["abroad"]["given"] is None
    assert given["abroad"]["apart"] is True
    again = await say(purpose="statistics", document="privacy@2", given=True)
    assert again["statistics"]["given"] == given["statistics"]["given"]
    newer = await say(purpose="statistics", document="privacy@3", given=True)
    assert newer["statistics"]["document"] == "privacy@3"
    for n in range(3):
        url, visitor = house.url + "/api/v1/consents", f"{TOKEN}-{n}"
        body = {"visitor": visitor, "purpose": "contact", "given": True}
        async with house.visitor.post(url, json=body) as answer:
            assert answer.status == 200
    gone = await say(purpose="statistics", given=False)
    assert gone["statistics"]["withdrawn"] is not None
    _, counts = await house.own("GET", "/api/v1/privacy/consents")
    told = {each["purpose"]: (each["standing"], each["withdrawn"]) for each in counts["purposes"]}
    assert (told["statistics"], told["contact"]) == ((0, 2), (3, 0))
    status, listed = await house.get("/api/v1/consents", params={"visitor": TOKEN})
    assert status == 200
    assert len(listed["consents"]) == len(told)


@pytest.mark.parametrize("visitor", [None, "short"])
async def test_a_consent_is_somebodys(house: House, visitor: str | None) -> None:
    body = {"purpose": "terms", "given": True} | ({"visitor": visitor} if visitor else {})
    async with house.visitor.post(house.url + "/api/v1/consents", json=body) as answer:
        assert answer.status == 422


async def test_without_an_account_there_is_nothing_to_copy_or_delete(house: House) -> None:
    assert (await house.get("/api/v1/privacy/export"))[0] == 401
    assert (await house.own("GET", "/api/v1/privacy/export"))[0] == 401
    assert (await house.own("DELETE", "/api/v1/privacy"))[0] == 401
    url = house.url + "/api/v1/privacy/requests"
    async with house.visitor.post(url, json={"kind": "other", "words": "我想问"}) as answer:
        assert answer.status == 201
        assert (await answer.json())["person"].startswith("p_")


async def test_a_stranger_does_not_bury_the_staff_in_questions(house: House) -> None:
    url, codes = house.url + "/api/v1/privacy/requests", []
    for _ in range(7):
        async with house.visitor.post(url, json={"kind": "other"}) as answer:
            codes.append(answer.status)
    assert codes == [201] * 5 + [429] * 2
    assert int(answer.headers["Retry-After"]) > 60
    assert len((await house.own("GET", "/api/v1/inbox"))[1]["items"]) == 5


async def test_staff_answer_by_a_copy_or_a_deletion(house: House) -> None:
    person = await somebody(house, "clerk")
    path = f"/api/v1/privacy/people/{person.id}"
    status, data = await house.own("GET", f"{path}/export")
    assert (status, data[:2]) == (200, b"PK")
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.action, row.target) == ("privacy.copy", f"person/{person.id}")
    assert (await person.ask("GET", f"privacy/people/{person.id}/export"))[0] == 403
    assert (await house.own("DELETE", path))[0] == 204
    assert (await person.ask("GET", "account"))[0] == 401


async def test_keys_are_counted_and_rotated(house: House) -> None:
    await somebody(house)
    _, before = await house.own("GET", "/api/v1/privacy/keys")
    master = (house.data / "secrets" / "master.key").read_bytes()
    status, after = await house.own("POST", "/api/v1/privacy/keys/rotation")
    assert (status, after) == (200, before)
    assert (house.data / "secrets" / "master.key").read_bytes() != master


async def test_one_address_agrees_for_so_many_and_no_more(house: House) -> None:
    house.park.privacy._consents.burst = 2.0
    codes = []
    for n in range(4):
        body = {"visitor": f"{TOKEN}-{n}", "purpose": "statistics", "given": True}
        async with house.visitor.post(house.url + "/api/v1/consents", json=body) as answer:
            codes.append(answer.status)
    assert codes == [200, 200, 429, 429]
    _, told = await house.own("GET", "/api/v1/privacy/consents")
    assert sum(each["standing"] for each in told["purposes"]) == 2
