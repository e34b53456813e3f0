"""One's own account over HTTP."""

from __future__ import annotations

from typing import Any

import aiohttp
import pyotp
import pytest

from server.access.actor import Grant
from server.run.clock import Clock
from tests.server.house import House
from tests.server.people import GOOD_PASSWORD, new_account, somebody

ME, EMAIL = "/api/v1/account", "li@park.example"
FIRST = {"name": "王运营", "email": "Op@Park.example", "password": GOOD_PASSWORD}
NEW = "another lantern 99 quiet"


async def test_the_first_operator_is_made_once_by_whoever_holds_the_machine(house: House) -> None:
    assert (await house.get("/api/v1/session"))[1]["first_run"] is True
    status, told = await house.own("POST", ME, json=FIRST)
    assert (status, told["email"], told["must_secure"]) == (201, "op@park.example", True)
    assert told["grants"] == [{"role": "operator", "hall": "", "enterprise": ""}]
    status, told = await house.own("POST", ME, json={**FIRST, "email": "two@park.example"})
    assert (status, told["code"]) == (409, "operator_exists")
    assert (await house.get("/api/v1/session"))[1]["first_run"] is False


async def test_another_operator_does_not_make_it(house: House) -> None:
    async with somebody(house, "operator") as person:
        assert (await person.ask("POST", ME, json=FIRST))[1]["code"] == "forbidden"


async def test_every_fault_of_a_new_account_is_told_at_once(house: House) -> None:
    body = {"name": "\u202e", "email": "nobody", "password": "short"}
    status, told = await house.own("POST", ME, json=body)
    found = {(each["pointer"], each["code"]) for each in told["details"]}
    assert (status, told["code"]) == (422, "invalid")
    assert found == {
        ("/name", "name_unreadable"),
        ("/email", "not_an_email"),
        ("/password", "password_short"),
        ("/password", "password_guessable"),
    }


async def test_name_language_and_phone_are_ones_own(house: House) -> None:
    async with somebody(house, "clerk") as person:
        body = {"name": " 李  小明 ", "lang": "en", "phone": "138 0013 8000"}
        status, told = await person.ask("PATCH", ME, json=body)
        assert (status, told["name"], told["lang"]) == (200, "李 小明", "en")
        assert told["phone"] == "+8613800138000"
        assert (await person.ask("GET", "/api/v1/session"))[1]["name"] == "李 小明"
        assert (await person.ask("PATCH", ME, json={"phone": ""}))[1]["phone"] == ""
        status, told = await person.ask("PATCH", ME, json={"phone": "12"})
        assert (status, told["details"][0]["code"]) == (422, "not_a_phone")
        await new_account(house, Grant("clerk"), phone="+8613900139000")
        status, told = await person.ask("PATCH", ME, json={"phone": "13900139000"})
        assert (status, told["code"]) == (409, "account_exists")


async def test_a_new_password_needs_the_old_one_and_ends_other_sessions(house: House) -> None:
    async with somebody(house, "clerk", email=EMAIL, password=GOOD_PASSWORD) as person:
        other, _ = await house.park.sessions.open(person.id, "password", "", "")
        wrong = {"current": "wrong", "password": NEW}
        assert (await person.ask("PUT", f"{ME}/password", json=wrong))[1]["code"] == "proof_due"
        weak = {"current": GOOD_PASSWORD, "password": "1234567890"}
        status, told = await person.ask("PUT", f"{ME}/password", json=weak)
        assert (status, told["details"][0]["code"]) == (422, "password_breached")
        assert house.park.sessions.actor(other).is_known
        right = {"current": GOOD_PASSWORD, "password": NEW}
        assert (await person.ask("PUT", f"{ME}/password", json=right))[0] == 200
        assert not house.park.sessions.actor(other).is_known
        assert (await person.ask("GET", ME))[0] == 200


async def test_whoever_has_none_chooses_one_soon_after_signing_in(house: House) -> None:
    async with somebody(house, "clerk") as person:
        body = {"password": NEW}
        assert (await person.ask("PUT", f"{ME}/password", json=body))[1]["has_password"] is True


async def test_sessions_are_listed_and_ended(house: House) -> None:
    async with somebody(house, "clerk") as person, somebody(house, "clerk") as other:
        for _ in range(3):
            await house.park.sessions.open(person.id, "passkey", "Firefox", "192.0.2.1")
        told = (await person.ask("GET", f"{ME}/sessions"))[1]["sessions"]
        assert [session["current"] for session in told].count(True) == 1 and len(told) == 4
        away = next(session for session in told if not session["current"])
        assert (away["agent"], away["address"], away["how"]) == ("Firefox", "192.0.2.1", "passkey")
        path = f"{ME}/sessions/{away['id']}"
        assert (await other.ask("DELETE", path))[1]["code"] == "session_unknown"
        assert (await person.ask("DELETE", path))[0] == 204
        assert (await person.ask("DELETE", f"{ME}/sessions"))[1] == {"ended": 2}
        assert (await person.ask("GET", ME))[0] == 200


async def test_whoever_came_by_the_link_has_no_account(house: House) -> None:
    status, told = await house.own("GET", ME)
    assert (status, told["code"]) == (404, "account_none")
    assert (await house.own("GET", f"{ME}/sessions"))[1] == {"sessions": []}


@pytest.mark.parametrize("path", ["/api/v1/people", "/api/v1/halls/gallery/draft"])
async def test_staff_without_a_second_factor_hear_what_to_do(house: House, path: str) -> None:
    async with somebody(house, "manager", secured=False) as person:
        status, told = await person.ask("GET", path)
        assert (status, told["code"]) == (403, "second_factor_due")
        assert (await person.ask("GET", "/api/v1/park"))[0] == 200


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Put the park's clock forward."""
    now = Clock.now
    monkeypatch.setattr(Clock, "now", lambda clock: now(clock) + seconds)


@pytest.mark.parametrize(
    ("method", "path", "body", "done"),
    [
        ("PATCH", ME, {"phone": "13800138000"}, 200),
        ("POST", "/api/v1/session/oidc/begin", {"purpose": "link"}, 404),
        ("DELETE", "/api/v1/privacy", {}, 204),
    ],
)
async def test_a_session_found_open_makes_no_other_way_in_and_ends_no_account(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    path: str,
    body: dict[str, Any],
    done: int,
) -> None:
    """Some time after signing in, these want the password again."""
    async with somebody(house, "clerk", email=EMAIL, password=GOOD_PASSWORD) as person:
        later(monkeypatch, 3600.0)
        assert (await person.ask(method, path, json=body))[1]["code"] == "proof_due"

        def proved(password: str) -> dict[str, Any]:
            proof = {"password": password}
            return proof if method == "DELETE" else {**body, "proof": proof}

        assert (await person.ask(method, path, json=proved("wrong")))[1]["code"] == "proof_due"
        assert (await person.ask(method, path, json=proved(GOOD_PASSWORD)))[0] == done


async def test_an_authenticator_is_set_up_used_and_taken_away(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with somebody(
        house, "manager", secured=False, email=EMAIL, password=GOOD_PASSWORD
    ) as person:
        status, begun = await person.ask("POST", f"{ME}/totp")
        assert status == 200 and begun["qr"].startswith("<svg")
        totp = pyotp.TOTP(begun["secret"])
        code = {"code": totp.at(int(house.park.clock.now()))}
        status, told = await person.ask("PUT", f"{ME}/totp", json=code)
        assert status == 200 and len(told["codes"]) == 10
        assert (await person.ask("GET", "/api/v1/people"))[0] == 200
        assert (await person.ask("POST", f"{ME}/recovery-codes"))[0] == 200
        status, told = await person.ask("DELETE", f"{ME}/totp")
        assert (status, told["code"]) == (409, "last_second_factor")
        house.park.accounts.note_passkeys(person.id, 1)
        later(monkeypatch, 3600.0)
        status, told = await person.ask("DELETE", f"{ME}/totp")
        assert (status, told["code"]) == (403, "proof_due")
        wrong: dict[str, Any] = {"json": {"password": "wrong"}}
        assert (await person.ask("DELETE", f"{ME}/totp", **wrong))[1]["code"] == "proof_due"
        shown: dict[str, Any] = {"json": {"password": GOOD_PASSWORD}}
        status, told = await person.ask("DELETE", f"{ME}/totp", **shown)
        assert (status, told["totp"], told["second_factor"]) == (200, False, True)


async def test_the_whole_way_in_with_a_code(house: House) -> None:
    account = await new_account(
        house, Grant("host"), email=EMAIL, password=GOOD_PASSWORD, secured=False
    )
    secret, _ = house.park.office.second_factor.begin(account.id, "park")
    now = int(house.park.clock.now())
    codes = await house.park.office.second_factor.confirm(account.id, pyotp.TOTP(secret).at(now))
    async with aiohttp.ClientSession() as page:

        async def post(body: dict[str, str]) -> tuple[int, Any]:
            async with page.post(f"{house.url}/api/v1/session", json=body) as answer:
                return answer.status, await answer.json()

        _, half = await post({"email": EMAIL, "password": GOOD_PASSWORD})
        assert half["methods"] == ["totp", "recovery"]
        used = {"step": half["step"], "code": pyotp.TOTP(secret).at(now)}
        assert (await post(used))[1]["code"] == "code_refused"
        status, told = await post({"step": half["step"], "code": codes[3]})
        assert (status, told["role"], told["account"]["recovery_codes"]) == (200, "host", 9)
