"""Signing in and out, over HTTP."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from server.access.actor import Grant
from server.access.lockout import PAIR
from server.run.secrets import csrf_token
from tests.server.house import GOING_THERE, House, open_house
from tests.server.people import GOOD_PASSWORD, at_a_browser, new_account, somebody

SESSION = "/api/v1/session"
EMAIL = "li@park.example"


async def post(house: House, body: dict[str, Any], path: str = SESSION) -> Any:
    async with house.visitor.post(house.url + path, json=body) as answer:
        told = await answer.json() if answer.status != 204 else None
        return answer.status, told, answer.headers


async def test_a_link_opens_one_session_once(house: House) -> None:
    link = house.running.operator_url(await house.park.sessions.make_link())
    async with house.visitor.get(link, allow_redirects=False, headers=GOING_THERE) as answer:
        assert answer.status == 303 and answer.headers["Location"] == "/desk"
        secret, known = answer.headers.getall("Set-Cookie")
    assert all(word in secret for word in ("HttpOnly", "SameSite=Strict", "Path=/"))
    assert known.startswith("lingjing_known=1;") and "HttpOnly" not in known
    told = (await house.get(SESSION))[1]
    assert (told["id"], told["role"], told["account"]) == ("operator", "operator", None)
    assert told["first_run"] is True and "people.read" in told["may"]
    assert (await house.get("/api/v1/live"))[0] == 200
    async with aiohttp.ClientSession() as other, other.get(link, headers=GOING_THERE) as answer:
        assert answer.status == 401
        assert (await answer.json())["code"] == "link_refused"


async def test_signing_out_ends_the_session_for_good(house: House) -> None:
    secret = await house.park.sessions.make_link()
    status, told, _ = await post(house, {"token": secret})
    assert (status, told["role"]) == (200, "operator")
    async with house.visitor.delete(house.url + SESSION) as answer:
        assert answer.status == 204
        assert all("Max-Age=0" in each for each in answer.headers.getall("Set-Cookie"))
    assert (await house.get(SESSION))[1]["id"] == "visitor"
    assert len(house.park.sessions) == 0


async def test_signing_in_again_ends_the_session_before(house: House) -> None:
    for _ in range(2):
        await post(house, {"token": await house.park.sessions.make_link()})
    assert len(house.park.sessions) == 1


async def test_a_made_up_session_is_a_visitors_and_a_made_up_key_is_refused(house: House) -> None:
    assert (await house.get("/api/v1/live", cookies={"lingjing": "made up"}))[0] == 401
    headers = {"Authorization": "Bearer lj_made-up"}
    status, told = await house.get("/api/v1/park", headers=headers)
    assert (status, told["code"]) == (401, "key_refused")


async def test_the_owner_makes_links(house: House) -> None:
    status, link = await house.own("POST", "/api/v1/operator-links")
    assert status == 201 and link["seconds"] == 900
    assert link["url"].startswith(house.url + "/operator?key=")
    async with house.visitor.post(f"{house.url}/api/v1/operator-links") as answer:
        assert answer.status == 401


async def test_a_password_lets_in(house: House) -> None:
    account = await new_account(house, Grant("clerk"), email=EMAIL, password=GOOD_PASSWORD)
    house.park.accounts.note_passkeys(account.id, 0)
    status, told, headers = await post(house, {"email": EMAIL, "password": GOOD_PASSWORD})
    assert (status, told["id"], told["role"]) == (200, account.id, "clerk")
    assert told["account"]["must_secure"] is True and told["account"]["email"] == EMAIL
    again = (await house.get(SESSION))[1]
    assert again == told and told["csrf"]
    assert told["csrf"] not in headers["Set-Cookie"]


async def test_with_a_second_factor_half_the_way(house: House) -> None:
    account = await new_account(house, Grant("clerk"), email=EMAIL, password=GOOD_PASSWORD)
    status, told, headers = await post(house, {"email": EMAIL, "password": GOOD_PASSWORD})
    assert (status, told["methods"]) == (200, ["passkey"]) and "Set-Cookie" not in headers
    assert house.park.office.signing.half_way(told["step"]) == account.id
    assert (await house.get(SESSION))[1]["id"] == "visitor"


async def test_wrong_unknown_and_locked_out_are_answered_alike(house: House) -> None:
    await new_account(house, Grant("clerk"), email=EMAIL, password=GOOD_PASSWORD)
    told: list[list[tuple[int, str, list[Any]]]] = []
    for email in (EMAIL, "nobody@park.example"):
        answers = [
            await post(house, {"email": email, "password": "wrong"}) for _ in range(PAIR.free + 1)
        ]
        told.append([(s, t["code"], t["details"]) for s, t, _ in answers])
        assert ["Retry-After" in headers for _, _, headers in answers] == [False] * 5 + [True]
        assert 1 <= int(answers[-1][2]["Retry-After"]) <= PAIR.first
    assert told[0] == told[1]
    assert told[0][0][:2] == (401, "sign_in_refused")
    assert told[0][-1] == (429, "too_many_attempts", [])


@pytest.mark.parametrize("address", [EMAIL, "nobody@park.example", "13800138000"])
async def test_asking_for_a_code_tells_nothing(house: House, address: str) -> None:
    await new_account(house, Grant("clerk"), email=EMAIL)
    path = f"{SESSION}/codes"
    statuses = [(await post(house, {"address": address}, path))[0] for _ in range(2)]
    status, told, headers = await post(house, {"address": address}, path)
    assert (statuses, status, told["code"]) == ([204, 204], 429, "too_many_codes")
    assert 1 <= int(headers["Retry-After"]) <= 60


@pytest.mark.parametrize(
    "body",
    [{}, {"email": EMAIL}, {"password": "x"}, {"step": "x"}, {"code": "1"}, {"address": EMAIL}],
)
async def test_half_a_way_in_is_none(house: House, body: dict[str, Any]) -> None:
    status, told, _ = await post(house, body)
    assert (status, told["code"]) == (422, "invalid")
    assert [detail["code"] for detail in told["details"]] == ["sign_in_way"]


async def test_a_session_is_shown_as_a_bearer_too_and_needs_no_proof(house: House) -> None:
    async with somebody(house, "manager") as person, aiohttp.ClientSession() as program:
        headers = {"Authorization": f"bearer {person.secret}"}
        url = f"{house.url}/api/v1/halls/gallery"
        async with program.patch(url, json={"capacity": 9}, headers=headers) as answer:
            assert answer.status == 200


async def test_a_cookie_alone_changes_nothing(house: House) -> None:
    path, body = "/api/v1/halls/gallery", {"capacity": 9}
    async with somebody(house, "manager") as person:
        async with at_a_browser(person, csrf=False) as page:
            status, told = await page.ask("PATCH", path, json=body)
            assert (status, told["code"]) == (403, "csrf_refused")
            other = {"X-CSRF-Token": csrf_token("another session")}
            assert (await page.ask("PATCH", path, json=body, headers=other))[0] == 403
            assert (await page.ask("GET", "/api/v1/account"))[0] == 200
        async with at_a_browser(person) as page:
            assert (await page.ask("PATCH", path, json=body))[0] == 200


async def test_behind_a_trusted_proxy_the_client_counts(tmp_path: Path) -> None:
    trusted = (ip_network("127.0.0.0/8"),)
    async with open_house(tmp_path / "data", trusted_proxies=trusted) as house:
        account = await new_account(house, Grant("clerk"), email=EMAIL, password=GOOD_PASSWORD)
        house.park.accounts.note_passkeys(account.id, 0)
        headers = {"X-Forwarded-For": "203.0.113.5", "X-Forwarded-Proto": "https"}
        body = {"email": EMAIL, "password": GOOD_PASSWORD}
        async with house.visitor.post(house.url + SESSION, json=body, headers=headers) as answer:
            assert answer.status == 200
            cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-lingjing=") and "Secure" in cookie
        (session,) = house.park.sessions.of(account.id)
        assert session.address == "203.0.113.5"
        link = {"token": await house.park.sessions.make_link()}
        plain = {"X-Forwarded-For": "203.0.113.5"}
        async with house.visitor.post(house.url + SESSION, json=link, headers=plain) as answer:
            assert (await answer.json())["code"] == "link_insecure"
