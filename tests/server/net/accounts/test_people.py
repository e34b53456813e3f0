"""People, invitations, keys and the policy over HTTP."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from server.access.actor import Grant
from tests.server.house import House
from tests.server.people import GOOD_PASSWORD, Person, new_account, somebody

PEOPLE, INVITATIONS, KEYS = "/api/v1/people", "/api/v1/invitations", "/api/v1/keys"
EMAIL = "li@park.example"


async def outbox(house: House) -> list[Any]:
    """What was written to people so far."""
    await house.park.performer.finish()
    return [row.kind for row in await house.park.archive.notices.page()]


async def accept(house: House, url: str, **more: str) -> tuple[int, Any]:
    secret = url.rpartition("/")[2]
    body = {"name": "王芳", "password": GOOD_PASSWORD, **more}
    path = f"{house.url}{INVITATIONS}/{secret}/acceptance"
    async with aiohttp.ClientSession() as page, page.post(path, json=body) as answer:
        return answer.status, await answer.json()


async def invited(person: Person, **body: Any) -> tuple[int, Any]:
    wanted = {"email": "wang@park.example", "grants": [{"role": "host"}], **body}
    return await person.ask("POST", INVITATIONS, json=wanted)


async def test_somebody_is_invited_and_comes(house: House) -> None:
    async with somebody(house, "manager", name="李经理") as boss:
        status, made = await invited(boss, name="王芳", lang="en", days=2)
        assert (status, made["sent"], made["invitation"]["state"]) == (201, True, "open")
        assert made["invitation"]["by_name"] == "李经理"
        assert made["url"].startswith(f"{house.url}/desk/invitation/")
        secret = made["url"].rpartition("/")[2]
        status, shown = await house.get(f"{INVITATIONS}/{secret}/acceptance")
        assert (status, shown["name"], shown["email"]) == (200, "王芳", "wang@park.example")
        status, told = await accept(house, made["url"], email="other@park.example")
        assert (status, told["role"], told["name"]) == (200, "host", "王芳")
        assert told["account"]["email"] == "wang@park.example"
        assert told["account"]["must_secure"] is True
        (listed,) = (await boss.ask("GET", INVITATIONS))[1]["invitations"]
        assert (listed["state"], listed["account"], listed["email"]) == ("accepted", told["id"], "")
        status, refused = await accept(house, made["url"])
        assert (status, refused["code"]) == (404, "invitation_refused")
    assert "invitation" in await outbox(house)


async def test_two_who_accept_at_once(house: House) -> None:
    async with somebody(house, "manager") as boss:
        _, made = await invited(boss, email="")
        names = ("a@park.example", "b@park.example")
        done = await asyncio.gather(*(accept(house, made["url"], email=name) for name in names))
        assert sorted(status for status, _ in done) == [200, 404]


async def test_what_is_wrong_with_an_invitation_is_told(house: House) -> None:
    async with somebody(house, "manager") as boss:
        status, told = await invited(boss, grants=[{"role": "operator"}])
        assert (status, told["code"]) == (403, "grant_refused")
        status, told = await invited(
            boss, email="nobody", grants=[{"role": "host", "hall": "nowhere"}]
        )
        found = {(each["pointer"], each["code"]) for each in told["details"]}
        assert found == {("/email", "not_an_email"), ("/grants/0/hall", "hall_unknown")}
        await new_account(house, Grant("host"), email="wang@park.example")
        status, told = await invited(boss)
        assert (status, told["code"]) == (409, "account_exists")


async def test_an_invitation_is_taken_back(house: House) -> None:
    async with somebody(house, "manager") as boss:
        _, made = await invited(boss)
        path = f"{INVITATIONS}/{made['invitation']['id']}"
        assert (await boss.ask("DELETE", path))[0] == 204
        assert (await boss.ask("DELETE", path))[1]["code"] == "invitation_unknown"
        assert (await accept(house, made["url"]))[1]["code"] == "invitation_refused"


async def test_people_are_listed_found_changed_and_removed(house: House) -> None:
    async with somebody(house, "operator") as boss, somebody(house, "clerk", email=EMAIL) as li:
        people = (await boss.ask("GET", PEOPLE))[1]["people"]
        assert [(one["id"], one["role"], one["editable"]) for one in people] == [
            (boss.id, "operator", True),
            (li.id, "clerk", True),
        ]
        (found,) = (await boss.ask("GET", PEOPLE, params={"email": EMAIL.upper()}))[1]["people"]
        assert (found["id"], found["sessions"], found["factors"]) == (li.id, 1, ["passkey"])
        assert (await boss.ask("GET", PEOPLE, params={"email": "x@y.zz"}))[1] == {"people": []}
        path = f"{PEOPLE}/{li.id}"
        body = {"name": "李小明", "grants": [{"role": "host", "hall": "gallery"}]}
        status, told = await boss.ask("PATCH", path, json=body)
        assert (status, told["name"], told["role"]) == (200, "李小明", "host")
        assert (await li.ask("GET", "/api/v1/session"))[1]["role"] == "host"
        assert (await boss.ask("PATCH", path, json={"state": "suspended"}))[0] == 200
        assert (await li.ask("GET", "/api/v1/account"))[0] == 401
        assert (await boss.ask("DELETE", path))[0] == 204
        assert (await boss.ask("GET", path))[1]["code"] == "account_unknown"


async def test_an_operators_account_is_out_of_a_managers_reach(house: House) -> None:
    async with somebody(house, "operator") as owner, somebody(house, "manager") as boss:
        path = f"{PEOPLE}/{owner.id}"
        told = [
            await boss.ask("PATCH", path, json={"state": "suspended"}),
            await boss.ask("PATCH", path, json={"grants": []}),
            await boss.ask("DELETE", path),
            await boss.ask("DELETE", f"{path}/sessions"),
            await boss.ask("PATCH", f"{PEOPLE}/{boss.id}", json={"grants": [{"role": "operator"}]}),
        ]
        assert [(status, body["code"]) for status, body in told] == [(403, "grant_refused")] * 5
        assert (await boss.ask("GET", path))[1]["editable"] is False
        status, body = await owner.ask("DELETE", path)
        assert (status, body["code"]) == (409, "operator_last")


async def test_somebody_is_signed_out(house: House) -> None:
    async with somebody(house, "manager") as boss, somebody(house, "clerk") as li:
        await house.park.sessions.open(li.id, "passkey", "", "")
        path = f"{PEOPLE}/{li.id}/sessions"
        listed = (await boss.ask("GET", path))[1]["sessions"]
        assert len(listed) == 2
        one = {"session": listed[0]["id"]}
        assert (await boss.ask("DELETE", path, params=one))[1] == {"ended": 1}
        assert (await boss.ask("DELETE", path, params=one))[1]["code"] == "session_unknown"
        assert (await boss.ask("DELETE", path))[1] == {"ended": 1}
        assert (await li.ask("GET", "/api/v1/account"))[0] == 401


async def test_somebody_who_lost_everything_gets_a_link(house: House) -> None:
    async with (
        somebody(house, "operator") as boss,
        somebody(house, "manager", email=EMAIL, password=GOOD_PASSWORD) as li,
    ):
        status, told = await boss.ask("POST", f"{PEOPLE}/{li.id}/recover")
        assert (status, told["sent"], told["seconds"]) == (201, True, 3600)
        assert (await li.ask("GET", "/api/v1/account"))[0] == 401
        token = told["url"].rpartition("/")[2]
        path = f"/api/v1/recovery/{token}"
        assert (await house.get(path))[1] == {"hint": "li***@park.example"}
        url, body = house.url + path, {"password": "another lantern 99 quiet"}
        async with aiohttp.ClientSession() as page:
            async with page.post(url, json={"password": "li@park.example"}) as answer:
                assert answer.status == 422
            async with page.post(url, json=body) as answer:
                told = await answer.json()
                assert (told["id"], told["account"]["must_secure"]) == (li.id, True)
            async with page.post(url, json=body) as answer:
                assert (await answer.json())["code"] == "recovery_refused"


@pytest.mark.parametrize("email", [EMAIL, "nobody@park.example"])
async def test_a_lost_password_is_answered_alike(house: House, email: str) -> None:
    await new_account(house, Grant("clerk"), email=EMAIL, password=GOOD_PASSWORD)
    url = f"{house.url}/api/v1/recovery"
    async with house.visitor.post(url, json={"email": email}) as answer:
        assert (answer.status, await answer.read()) == (204, b"")
    sent = await outbox(house)
    assert sent.count("recovery") == (1 if email == EMAIL else 0)


async def test_a_key_works_until_it_is_taken_away(house: House) -> None:
    async with somebody(house, "manager") as boss, somebody(house, "manager") as other:
        body = {"name": "展品同步", "scopes": ["exhibit.read"], "days": 1}
        status, made = await boss.ask("POST", KEYS, json=body)
        assert status == 201 and made["secret"].startswith("lj_")
        (listed,) = (await boss.ask("GET", KEYS))[1]["keys"]
        assert listed["scopes"] == ["exhibit.read"] and "secret" not in listed
        assert (await other.ask("GET", KEYS))[1] == {"keys": []}
        headers = {"Authorization": f"Bearer {made['secret']}"}
        assert (await house.get("/api/v1/exhibits", headers=headers))[0] == 200
        assert (await house.get(PEOPLE, headers=headers))[1]["code"] == "forbidden"
        path = f"{KEYS}/{made['key']['id']}"
        assert (await other.ask("DELETE", path))[1]["code"] == "key_unknown"
        assert (await boss.ask("DELETE", path))[0] == 204
        assert (await house.get("/api/v1/exhibits", headers=headers))[1]["code"] == "key_refused"


async def test_the_owner_sees_everybodys_keys(house: House) -> None:
    async with somebody(house, "manager", name="李经理") as boss:
        await boss.ask("POST", KEYS, json={"name": "x", "scopes": ["exhibit.read"]})
        (key,) = (await house.own("GET", KEYS, params={"of": "all"}))[1]["keys"]
        assert key["account_name"] == "李经理"
        assert (await house.own("DELETE", f"{KEYS}/{key['id']}"))[0] == 204


async def test_the_policy_is_told_in_words(house: House) -> None:
    async with somebody(house, "manager") as boss:
        told = (await boss.ask("GET", "/api/v1/policy"))[1]
        yours = {role["id"] for role in told["roles"] if role["yours_to_give"]}
        assert "host" in yours and "operator" not in yours
        actions = {action["id"]: action for action in told["actions"]}
        assert actions["exhibit.edit"]["reach"]["creator"] == "own"
        assert actions["exhibit.edit"]["zh"] and actions["exhibit.edit"]["en"]
