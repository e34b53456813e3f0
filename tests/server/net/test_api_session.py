"""Signing in by a one-time link, and out."""

from __future__ import annotations

import aiohttp

from tests.server.house import GOING_THERE, House


async def test_a_link_opens_one_session_once(house: House) -> None:
    link = house.running.operator_url(await house.park.sessions.make_link())
    async with house.visitor.get(link, allow_redirects=False, headers=GOING_THERE) as answer:
        assert answer.status == 303 and answer.headers["Location"] == "/desk"
        cookie = answer.headers["Set-Cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/"))
    assert (await house.get("/api/v1/session"))[1] == {"role": "operator"}
    assert (await house.get("/api/v1/live"))[0] == 200
    async with aiohttp.ClientSession() as other, other.get(link, headers=GOING_THERE) as answer:
        assert answer.status == 401
        assert (await answer.json())["code"] == "link_refused"


async def test_signing_out_ends_the_session_for_good(house: House) -> None:
    secret = await house.park.sessions.make_link()
    async with house.visitor.post(f"{house.url}/api/v1/session", json={"token": secret}) as answer:
        assert await answer.json() == {"role": "operator"}
    async with house.visitor.delete(f"{house.url}/api/v1/session") as answer:
        assert answer.status == 204
    assert (await house.get("/api/v1/session"))[1] == {"role": "visitor"}


async def test_a_made_up_session_is_a_visitors(house: House) -> None:
    cookies = {"lingjing": "made up"}
    assert (await house.get("/api/v1/live", cookies=cookies))[0] == 401


async def test_the_owner_makes_links(house: House) -> None:
    status, link = await house.own("POST", "/api/v1/operator-links")
    assert status == 201 and link["seconds"] == 900
    assert link["url"].startswith(house.url + "/operator?key=")
    async with house.visitor.post(f"{house.url}/api/v1/operator-links") as answer:
        assert answer.status == 401
