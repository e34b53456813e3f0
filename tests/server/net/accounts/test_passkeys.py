"""Passkeys over HTTP, with an authenticator in software."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.server.authenticator import Authenticator
from tests.server.house import House


class Visitor:
    """A browser of its own at a park."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.browser = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Visitor:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.browser.close()

    async def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        url = f"{self.house.url}/api/v1"
        async with self.browser.get(f"{url}/session") as answer:
            headers = {"X-CSRF-Token": (await answer.json())["csrf"]}
        async with self.browser.request(method, url + path, json=body, headers=headers) as answer:
            return answer.status, None if answer.status == 204 else await answer.json()

    async def accept(self, key: Authenticator, role: str = "manager") -> dict[str, Any]:
        """Be invited, and accept with a passkey."""
        invited = {"grants": [{"role": role}]}
        made = (await self.house.own("POST", "/api/v1/invitations", json=invited))[1]
        path = f"/invitations/{made['url'].rpartition('/')[2]}/acceptance/passkey"
        _, begun = await self.ask("POST", f"{path}/options", {"name": "王工"})
        answer = {"id": begun["id"], "credential": key.create(begun["options"])}
        body = {**answer, "name": " 王\u202e工 ", "passkey_name": "Quest"}
        status, entered = await self.ask("POST", path, body)
        assert status == 200, entered
        again = await self.ask("POST", path, body)
        assert again[1]["code"] == "invitation_refused"
        return dict(entered)

    async def sign_in(self, key: Authenticator) -> tuple[int, Any]:
        _, begun = await self.ask("POST", "/session/passkey/options")
        answer = {"id": begun["id"], "credential": key.get(begun["options"])}
        return await self.ask("POST", "/session/passkey", answer)


@pytest.fixture
def key(house: House) -> Authenticator:
    return Authenticator(house.url)


async def test_an_invitation_is_accepted_and_the_passkey_signs_in(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor, Visitor(house) as elsewhere:
        entered = await visitor.accept(key)
        assert (entered["name"], entered["role"]) == ("王工", "manager")
        assert entered["account"]["passkeys"] == 1
        assert not entered["account"]["must_secure"]
        status, again = await elsewhere.sign_in(key)
        assert (status, again["id"]) == (200, entered["id"])
        _, listed = await elsewhere.ask("GET", "/account/passkeys")
        assert [(one["name"], one["used"] is None) for one in listed["passkeys"]] == [
            ("Quest", False)
        ]


async def test_a_passkey_that_is_known_uses_no_invitation_up(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor, Visitor(house) as other:
        await visitor.accept(key)
        invited = {"grants": [{"role": "manager"}]}
        made = (await house.own("POST", "/api/v1/invitations", json=invited))[1]
        path = f"/invitations/{made['url'].rpartition('/')[2]}/acceptance/passkey"
        for one, status in ((key, 409), (Authenticator(house.url), 200)):
            _, begun = await other.ask("POST", f"{path}/options", {"name": "李工"})
            answer = {"id": begun["id"], "credential": one.create(begun["options"])}
            body = {**answer, "name": "李工", "passkey_name": "Phone"}
            found, told = await other.ask("POST", path, body)
            assert found == status, told


async def test_a_signature_is_good_once_and_a_copied_key_is_noticed(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor, Visitor(house) as other:
        await visitor.accept(key)
        _, begun = await other.ask("POST", "/session/passkey/options")
        answer = {"id": begun["id"], "credential": key.get(begun["options"])}
        assert (await other.ask("POST", "/session/passkey", answer))[0] == 200
        status, refused = await other.ask("POST", "/session/passkey", answer)
        assert (status, refused["code"]) == (400, "passkey_expired")
        key.counter = 0
        status, refused = await other.sign_in(key)
        assert (status, refused["code"]) == (401, "passkey_refused")


async def test_a_passkey_of_nobody_and_one_of_another_site_are_refused_alike(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor, Visitor(house) as other:
        await visitor.accept(key)
        stranger = Authenticator(house.url, handle=key.handle)
        elsewhere = Authenticator("http://evil.example", id=key.id, key=key.key, counter=50)
        for wrong in (stranger, elsewhere):
            status, refused = await other.sign_in(wrong)
            assert (status, refused["code"]) == (401, "passkey_refused")


async def test_passkeys_are_added_renamed_and_removed_but_the_last_stays(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor:
        await visitor.accept(key)
        (first,) = (await visitor.ask("GET", "/account/passkeys"))[1]["passkeys"]
        status, refused = await visitor.ask("DELETE", f"/account/passkeys/{first['id']}")
        assert (status, refused["code"]) == (409, "last_second_factor")
        second = Authenticator(house.url)
        _, begun = await visitor.ask("POST", "/account/passkeys/options")
        known = [each["id"] for each in begun["options"]["excludeCredentials"]]
        assert known == [first["id"]]
        body = {"id": begun["id"], "credential": second.create(begun["options"]), "name": "手机"}
        assert (await visitor.ask("POST", "/account/passkeys", body))[0] == 201
        assert second.handle == key.handle
        path = f"/account/passkeys/{first['id']}"
        assert (await visitor.ask("PATCH", path, {"name": "旧"}))[1]["name"] == "旧"
        assert (await visitor.ask("DELETE", path))[0] == 204
        assert (await visitor.ask("DELETE", path))[1]["code"] == "passkey_unknown"
        assert (await visitor.sign_in(key))[1]["code"] == "passkey_refused"
        assert (await visitor.sign_in(second))[0] == 200


async def test_somebody_elses_ceremony_makes_no_passkey_for_me(
    house: House, key: Authenticator
) -> None:
    async with Visitor(house) as visitor, Visitor(house) as other:
        await visitor.accept(key)
        await other.accept(Authenticator(house.url))
        _, begun = await visitor.ask("POST", "/account/passkeys/options")
        third = Authenticator(house.url)
        body = {"id": begun["id"], "credential": third.create(begun["options"]), "name": "x"}
        status, refused = await other.ask("POST", "/account/passkeys", body)
        assert (status, refused["code"]) == (400, "passkey_expired")


async def test_an_address_of_figures_has_no_passkeys(house: House) -> None:
    url = house.url.replace("localhost", "127.0.0.1")
    async with house.visitor.get(f"{url}/api/v1/session/ways") as answer:
        assert (await answer.json())["passkey"] is False
    async with house.visitor.post(f"{url}/api/v1/session/passkey/options") as answer:
        assert (await answer.json())["code"] == "passkey_unavailable"
