"""Signing in through a real OpenID provider, a process of its own, well-behaved and not."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from tests.flows.oidc_provider import CLIENT_ID, CLIENT_SECRET
from tests.server.house import House, open_house
from tools.places import ROOT

ROLES = "groups: park-managers=manager, park-makers=creator"
STRONG = {"amr": ["pwd", "mfa"]}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The provider, for as long as this module's tests last."""
    words = [sys.executable, "-m", "tests.flows.oidc_provider"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextlib.asynccontextmanager
async def park_of(issuer: str, data: Path, **more: Any) -> AsyncIterator[House]:
    chosen = {
        "oidc_issuer": issuer,
        "oidc_client_id": CLIENT_ID,
        "oidc_client_secret": CLIENT_SECRET,
        "oidc_name": "单位账号",
        **more,
    }
    async with open_house(data, **chosen) as house:
        yield house


class Person:
    """Somebody with a browser of their own, at a park and its provider."""

    def __init__(self, house: House, issuer: str) -> None:
        self.house, self.issuer = house, issuer
        self.browser = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def __aenter__(self) -> Person:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.browser.close()

    async def control(self, **wish: Any) -> None:
        async with self.browser.post(f"{self.issuer}/control", json=wish) as answer:
            assert answer.status == 200

    async def post(self, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        headers = {"X-CSRF-Token": (await self.session())["csrf"]}
        url = f"{self.house.url}/api/v1{path}"
        async with self.browser.post(url, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def session(self) -> Any:
        async with self.browser.get(f"{self.house.url}/api/v1/session") as answer:
            return await answer.json()

    async def go(self, **wish: Any) -> dict[str, str]:
        """To the provider and back to the door, with what it sent along."""
        status, sent = await self.post("/session/oidc/begin", wish)
        assert status == 200, sent
        async with self.browser.get(sent["url"], allow_redirects=False) as answer:
            assert answer.status == 302, await answer.text()
            back = urlsplit(answer.headers["Location"])
        assert back.path == "/desk/oidc"
        return {name: values[0] for name, values in parse_qs(back.query).items()}

    async def sign_in(self, **wish: Any) -> tuple[int, Any]:
        return await self.post("/session/oidc", await self.go(**wish))


async def test_whoever_the_provider_knows_comes_in_with_the_roles_of_their_claims(
    issuer: str, tmp_path: Path
) -> None:
    async with (
        park_of(issuer, tmp_path / "d", oidc_allow_new=True, oidc_roles=ROLES) as house,
        Person(house, issuer) as person,
    ):
        await person.control(
            mode="ok", user={"sub": "7", "name": "王 工", "groups": ["park-managers"], **STRONG}
        )
        status, entered = await person.sign_in()
        assert (status, entered["name"], entered["role"]) == (200, "王 工", "manager")
        first = (await person.session())["id"]
        await person.control(user={"sub": "7", "name": "王", "groups": ["park-makers"], **STRONG})
        status, entered = await person.sign_in()
        # The same person, called as before; the role follows the claim.
        assert (entered["id"], entered["name"], entered["role"]) == (first, "王 工", "creator")
        ways = (await house.get("/api/v1/session/ways"))[1]
        assert ways["oidc"] == "单位账号"


MODES = ("nonce", "no_nonce", "aud", "azp", "iss", "expired", "at_hash", "sub", "none", "secret")


@pytest.mark.parametrize("mode", [*MODES, "key"])
async def test_a_token_that_proves_nothing_lets_nobody_in(
    issuer: str, tmp_path: Path, mode: str
) -> None:
    async with (
        park_of(issuer, tmp_path / "d", oidc_allow_new=True) as house,
        Person(house, issuer) as person,
    ):
        await person.control(mode=mode, user={"sub": "8", **STRONG})
        status, refused = await person.sign_in()
        assert (status, refused["code"]) == (401, "oidc_refused")
        assert (await person.session())["id"] == "visitor"
        await person.control(mode="ok")
        assert (await person.sign_in())[0] == 200


async def test_a_provider_may_change_its_keys(issuer: str, tmp_path: Path) -> None:
    async with (
        park_of(issuer, tmp_path / "d", oidc_allow_new=True) as house,
        Person(house, issuer) as person,
    ):
        await person.control(mode="ok", user={"sub": "9", **STRONG})
        assert (await person.sign_in())[0] == 200
        await person.control(rotate=True)
        assert (await person.sign_in())[0] == 200


async def test_an_errand_is_one_browsers_and_good_once(issuer: str, tmp_path: Path) -> None:
    async with (
        park_of(issuer, tmp_path / "d", oidc_allow_new=True) as house,
        Person(house, issuer) as person,
        Person(house, issuer) as other,
    ):
        await person.control(mode="ok", user={"sub": "10", **STRONG})
        # Somebody has another's browser come back with their own code (login CSRF).
        back = await person.go()
        status, refused = await other.post("/session/oidc", back)
        assert (status, refused["code"]) == (400, "oidc_expired")
        back = await person.go()
        assert (await person.post("/session/oidc", back))[0] == 200
        status, refused = await person.post("/session/oidc", back)
        assert (status, refused["code"]) == (400, "oidc_expired")
        made_up = {"code": back["code"], "state": "made up"}
        assert (await person.post("/session/oidc", made_up))[1]["code"] == "oidc_expired"
        # The provider itself takes a code once: with a fresh state it is worth nothing.
        fresh = await person.go()
        status, refused = await person.post("/session/oidc", {**fresh, "code": back["code"]})
        assert (status, refused["code"]) == (502, "oidc_unreachable")
        other_issuer = {**(await person.go()), "iss": "https://evil.example"}
        assert (await person.post("/session/oidc", other_issuer))[1]["code"] == "oidc_refused"
        declined = {**(await person.go()), "code": "", "error": "access_denied"}
        assert (await person.post("/session/oidc", declined))[1]["code"] == "oidc_refused"


async def test_an_email_address_opens_nobodys_account(issuer: str, tmp_path: Path) -> None:
    async with park_of(issuer, tmp_path / "d") as house, Person(house, issuer) as person:
        body = {"name": "运营者", "email": "boss@park.example", "password": "blue kettle sings"}
        assert (await house.own("POST", "/api/v1/account", json=body))[0] == 201
        claims = {"sub": "11", "email": "boss@park.example", "email_verified": True, **STRONG}
        await person.control(mode="ok", user=claims)
        status, refused = await person.sign_in()
        assert (status, refused["code"]) == (403, "oidc_unknown")
        assert (await person.session())["id"] == "visitor"


async def test_an_invitation_is_accepted_and_an_account_linked(issuer: str, tmp_path: Path) -> None:
    async with park_of(issuer, tmp_path / "d") as house, Person(house, issuer) as person:
        invited = {"grants": [{"role": "host"}], "name": "李 娜"}
        made = (await house.own("POST", "/api/v1/invitations", json=invited))[1]
        secret = made["url"].rpartition("/")[2]
        await person.control(mode="ok", user={"sub": "12", "name": "Li", **STRONG})
        status, entered = await person.sign_in(purpose="invitation", invitation=secret)
        assert (status, entered["name"], entered["role"]) == (200, "李 娜", "host")
        # Their account has no other way in: it stays linked.
        headers = {"X-CSRF-Token": entered["csrf"]}
        url = f"{house.url}/api/v1/account/oidc"
        async with person.browser.delete(url, headers=headers) as answer:
            assert (await answer.json())["code"] == "last_credential"
        async with Person(house, issuer) as other:
            again = (await house.own("POST", "/api/v1/invitations", json=invited))[1]
            await other.control(user={"sub": "13", "name": "Other", **STRONG})
            secret = again["url"].rpartition("/")[2]
            await other.sign_in(purpose="invitation", invitation=secret)
            # Somebody else's identity cannot be linked to one's own account.
            await other.control(user={"sub": "12", **STRONG})
            status, refused = await other.sign_in(purpose="link")
            assert (status, refused["code"]) == (409, "identity_taken")


async def test_a_park_without_a_provider_offers_none(house: House) -> None:
    assert (await house.get("/api/v1/session/ways"))[1]["oidc"] is None
    async with house.visitor.post(f"{house.url}/api/v1/session/oidc/begin", json={}) as answer:
        assert (await answer.json())["code"] == "oidc_off"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path / "data") as opened:
        yield opened
