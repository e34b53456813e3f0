"""Pairing over HTTP: RFC 8628 between a headset and somebody who is signed in."""

from __future__ import annotations

from yarl import URL

from tests.server.authenticator import Authenticator
from tests.server.house import House
from tests.server.net.accounts.test_passkeys import Visitor

QUEST = {"User-Agent": "Quest 3"}


async def test_a_headset_gets_a_session_of_its_own(house: House) -> None:
    async with Visitor(house) as person, Visitor(house) as headset:
        me = await person.accept(Authenticator(house.url), "presenter")
        headset.browser.headers.update(QUEST)
        status, begun = await headset.ask("POST", "/pairing")
        assert status == 201
        code = begun["user_code"]
        assert begun["verification_uri_complete"] == f"{house.url}/pair?code={code}"
        assert len(begun["qr"]) == len(begun["qr"][0]) >= 21
        poll = {"device_code": begun["device_code"]}
        status, waiting = await headset.ask("POST", "/pairing/token", poll)
        assert (status, waiting["code"]) == (400, "authorization_pending")
        shown = (await person.ask("GET", f"/pairing/{code}"))[1]
        assert (shown["device"], shown["near"]) == ("Quest 3", True)
        assert (await person.ask("POST", f"/pairing/{code}", {"approve": True}))[0] == 200
        status, entered = await headset.ask("POST", "/pairing/token", poll)
        assert (status, entered["id"], entered["role"]) == (200, me["id"], "presenter")
        sessions = (await person.ask("GET", "/account/sessions"))[1]["sessions"]
        (paired,) = [one for one in sessions if one["how"] == "pairing"]
        assert (paired["agent"], paired["current"]) == ("Quest 3", False)
        assert (await person.ask("DELETE", f"/account/sessions/{paired['id']}"))[0] == 204
        assert (await headset.ask("GET", "/session"))[1]["id"] == "visitor"


async def test_only_somebody_signed_in_says_yes(house: House) -> None:
    async with Visitor(house) as nobody:
        _, begun = await nobody.ask("POST", "/pairing")
        path = f"/pairing/{begun['user_code']}"
        assert (await nobody.ask("GET", path))[0] == 401
        assert (await nobody.ask("POST", path, {"approve": True}))[0] == 401


async def test_whoever_holds_the_machine_may_confirm_too(house: House) -> None:
    async with Visitor(house) as headset:
        _, begun = await headset.ask("POST", "/pairing")
        path = f"/api/v1/pairing/{begun['user_code']}"
        assert (await house.own("POST", path, json={"approve": True}))[0] == 200
        poll = {"device_code": begun["device_code"]}
        status, entered = await headset.ask("POST", "/pairing/token", poll)
        assert (status, entered["id"]) == (200, "operator")


async def test_the_short_address_leads_to_the_desk(house: House) -> None:
    url = f"{house.url}/pair?code=BCDF-GHJK"
    async with house.visitor.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/desk/pair?code=BCDF-GHJK")
    hostile = URL(f"{house.url}/pair?code=%0D%0ASet-Cookie:%20a=b", encoded=True)
    async with house.visitor.get(hostile, allow_redirects=False) as answer:
        assert answer.headers["Location"] == "/desk/pair?code=%0D%0ASet-Cookie:%20a=b"
        assert "Set-Cookie" not in answer.headers
