"""Webhooks and the outbox over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from tests.server.house import House, open_house
from tests.server.outside.peers import http_peer
from tests.server.until import until

HOOKS, NOTICES = "/api/v1/webhooks", "/api/v1/notices"


async def waiting(house: House) -> list[dict[str, Any]]:
    """What waits for a human."""
    items: list[dict[str, Any]] = (await house.own("GET", "/api/v1/inbox?state=open"))[1]["items"]
    return items


async def test_a_webhook_from_setting_up_to_taking_away(tmp_path: Path) -> None:
    async with http_peer() as peer, open_house(tmp_path, private_webhooks=True) as house:
        new = {"title": "sync", "url": peer.url + "/hook", "events": ["hall.made"]}
        status, made = await house.own("POST", HOOKS, json=new)
        path = f"{HOOKS}/{made['id']}"
        assert status == 201 and made["secret"].startswith("whsec_")
        _, listed = await house.own("GET", HOOKS)
        assert listed["endpoints"][0]["secret"] is None
        assert {event["name"] for event in listed["events"]} >= {"hall.made", "inbox.added"}
        await house.own("POST", "/api/v1/halls", json={"id": "east"})
        await until(lambda: peer.heard)
        assert b'"hall.made"' in peer.heard[0].body
        _, pinged = await house.own("POST", f"{path}/ping")
        await until(lambda: len(peer.heard) == 2)
        assert peer.heard[1].headers["webhook-id"] == pinged["id"]
        _, log = await house.own("GET", f"{NOTICES}?endpoint={made['id']}")
        assert [each["to"] for each in log["notices"]] == ["sync", "sync"]
        _, detail = await house.own("GET", f"{NOTICES}/{pinged['id']}")
        assert '"test.ping"' in detail["body"]
        _, rotated = await house.own("POST", f"{path}/secret")
        assert rotated["secret"] != made["secret"]
        assert made["older_until"] is None and rotated["older_until"] > made["at"]
        await house.own("POST", f"{path}/ping")
        await until(lambda: len(peer.heard) == 3)
        assert len(peer.heard[2].headers["webhook-signature"].split(" ")) == 2
        assert (await house.own("PATCH", path, json={"state": "off"}))[1]["state"] == "off"
        assert (await house.own("DELETE", path))[0] == 204
        assert (await house.own("DELETE", path))[0] == 404


async def test_an_end_that_is_gone_is_switched_off_with_a_note(tmp_path: Path) -> None:
    async with (
        http_peer(lambda said: (410, b"")) as peer,
        open_house(tmp_path, private_webhooks=True) as house,
    ):
        new = {"title": "sync", "url": peer.url, "events": ["hall.made"]}
        _, made = await house.own("POST", HOOKS, json=new)
        await house.own("POST", "/api/v1/halls", json={"id": "east"})
        endpoints = house.park.notices.endpoints
        await until(lambda: endpoints.get(made["id"]).state == "gone")
        assert endpoints.listening("hall.made") == []
        await house.own("POST", "/api/v1/halls", json={"id": "west"})
        assert len(peer.heard) == 1

        async with asyncio.timeout(20):
            while not (items := await waiting(house)):  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.01)
        assert [(each["kind"], "410" in each["title"]["en"]) for each in items] == [
            ("notice_failed", True)
        ]
        _, on = await house.own("PATCH", f"{HOOKS}/{made['id']}", json={"state": "on"})
        assert on["state"] == "on"


async def test_visitors_see_none_of_it(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        assert (await house.get(HOOKS))[0] == 401
        assert (await house.get(NOTICES))[0] == 401


async def test_a_test_letter_is_listed_with_its_address_hidden(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        status, made = await house.own(
            "POST", f"{NOTICES}/test", json={"way": "email", "to": "zhang@example.cn"}
        )
        assert status == 202
        _, page = await house.own("GET", f"{NOTICES}?kind=test&limit=1")
        assert page["notices"][0]["id"] == made["id"]
        assert page["notices"][0]["to"] == "z***@example.cn"
        assert page["ways"]["email"] == {"how": "console", "ready": True}
        wrong = {"way": "email", "to": "nobody"}
        assert (await house.own("POST", f"{NOTICES}/test", json=wrong))[0] == 422
        assert (await house.own("POST", f"{NOTICES}/msg_none/resend"))[0] == 404
