"""Every change over HTTP leaves a line in the audit trail, whatever its handler does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from clients.headless import Visitor
from clients.headless.messages import Operation
from server.net import application, recording
from server.net.application import make_application
from server.net.gate import SAFE_METHODS
from server.net.recording import QUIET, is_recorded, target_of
from server.net.route import Asked, Route
from server.net.routes import ROUTES
from server.store.doing import note
from tests.server.house import House
from tests.server.run.privacy.people import somebody

PART = re.compile(r"\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}")


async def nothing(asked: Asked) -> web.Response:
    """A handler that writes nothing."""
    return web.json_response({})


def path_of(route: Route) -> str:
    return PART.sub(lambda part: "7" if part[1] == "number" else "x", route.path)


async def test_every_route_that_changes_leaves_a_line(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = [replace(r, handler=nothing, body=None, csrf=False, cost=1.0) for r in ROUTES]
    monkeypatch.setattr(application, "ROUTES", tuple(walked))
    app = make_application(house.park, local=True)
    async with TestClient(TestServer(app)) as client:
        for route in walked:
            if route.method == "OPTIONS":
                continue
            answer = await client.request(route.method, path_of(route), allow_redirects=False)
            told = (route.method, route.path, answer.status)
            if answer.status != 200:  # another route of the same shape stands before it
                assert answer.status in (404, 405), told
                continue
            lines = await house.park.archive.audit.page(limit=1)
            last = lines[0] if lines else None
            made = last is not None and last.request == answer.headers["X-Request-Id"]
            assert made == is_recorded(route), told
            assert not made or (last is not None and last.action == route.action), told


def test_what_changes_something_is_recorded_but_for_a_few() -> None:
    changing = {(r.method, r.path) for r in ROUTES if r.method not in SAFE_METHODS}
    assert changing >= QUIET
    unrecorded = {(r.method, r.path) for r in ROUTES if not is_recorded(r)} & changing
    assert unrecorded == QUIET


def test_pages_about_people_are_readings() -> None:
    about = re.compile(r"/(people|audit|privacy/(requests|export|people)|invitations)$")
    reading = [r for r in ROUTES if r.method == "GET" and about.search(r.path)]
    assert [r.path for r in reading if not r.personal] == []


async def test_what_was_sent_stands_in_the_trail_without_secrets(house: House) -> None:
    person = await somebody(house)
    await person.ask("POST", "halls", json={"id": "north", "name": {"zh": "北馆", "en": "North"}})
    await person.ask("POST", "session", json={"email": "x@example.com", "password": "hunter2"})
    made, signed = (await house.park.archive.audit.page(limit=2))[::-1]
    assert (made.actor, made.role, made.action, made.how) == (
        person.id, "manager", "hall.manage", "http",
    )  # fmt: skip
    assert made.after == '{"id":"north","name":{"en":"North","zh":"\\u5317\\u9986"}}'
    assert house.park.vault.open(person.id, made.address or "") == "127.0.0.1"
    assert signed.action == "session.open"
    assert signed.outcome not in ("done", "")
    assert "hunter2" not in f"{signed}"
    assert "x@example.com" not in f"{signed}"


async def test_refusals_of_somebody_known_are_worth_a_line(house: House) -> None:
    person = await somebody(house, "creator")
    assert (await person.ask("DELETE", "halls/main"))[0] == 403
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.actor, row.action, row.outcome) == (person.id, "hall.manage", "forbidden")
    count = len(await house.park.archive.audit.page())
    async with house.visitor.delete(house.url + "/api/v1/halls/main") as answer:
        assert answer.status == 401
    assert len(await house.park.archive.audit.page()) == count


async def test_an_act_is_kept_with_what_it_wrote(house: House) -> None:
    person = await somebody(house)
    hall = next(iter(house.park.halls))
    await person.ask("PATCH", f"halls/{hall}", json={"capacity": 7})
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.target, row.action) == (f"hall/{hall}", "hall.manage")
    assert '"value":7' in (row.after or "")
    assert '"op":"set"' in (row.before or "")
    assert (await house.park.archive.audit.verify()).is_whole


async def test_edits_on_the_live_socket_leave_lines_too(house: House) -> None:
    person = await somebody(house)
    async with Visitor(house.url, token=person.secret) as editor:
        await editor.join("gallery")
        await editor.edit([Operation("set", "/hall/capacity", 9)])
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.actor, row.how, row.action) == (person.id, "live", "scene.edit")
    assert row.target == "hall/gallery"
    assert '"value":9' in (row.after or "")


async def test_a_sign_in_is_of_whoever_signed_in(house: House) -> None:
    secret = await house.park.sessions.make_link()
    url = house.url + "/api/v1/session"
    async with house.visitor.post(url, json={"token": secret}) as answer:
        assert answer.status == 200
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.actor, row.role, row.outcome) == ("operator", "operator", "done")
    assert row.after == '{"how":"link"}'


async def test_sign_ins_are_network_events(house: House) -> None:
    person = await somebody(house)
    await person.ask("POST", "session", json={"email": "x@example.com", "password": "wrong one"})
    await house.park.network.flush()
    events = [e async for e in house.park.archive.privacy.network_events(0, 1e12)]
    assert [event.event for event in events][-1:] == ["sign_in_refused"]
    assert house.park.network.address(events[-1]) == "127.0.0.1"
    assert "127.0.0.1" not in events[-1].address


async def test_a_stranger_cannot_fill_the_trail(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "STRANGERS_AT_ONCE", 3.0)
    app = make_application(house.park, local=False)
    poll, wrong = {"device_code": "x" * 43}, {"token": "x" * 43}
    async with TestClient(TestServer(app)) as client:
        for _ in range(5):
            assert (await client.post("/api/v1/pairing/token", json=poll)).status == 400
            assert (await client.post("/api/v1/session", data=b"{")).status == 415
            assert (await client.post("/api/v1/session", json=wrong)).status == 401
            assert (await client.delete("/api/v1/session")).status == 204
    lines = await house.park.archive.audit.page(limit=50)
    assert [(line.action, line.outcome) for line in lines if line.actor == "visitor"] == [
        ("session.open", "link_refused"),
        ("session.close", "done"),
        ("session.open", "link_refused"),
    ]


def test_a_target_names_no_secret() -> None:
    route = Route("POST", "/api/v1/recovery/{token}", "session.open", nothing, "")
    assert target_of(route, {"token": "abc"}) == "token/…"
    inner = Route("DELETE", "/x/{exhibit}/placements/{hall}", "exhibit.place", nothing, "")
    assert target_of(inner, {"exhibit": "fox", "hall": "main"}) == "exhibit/fox/hall/main"
    assert target_of(Route("POST", "/api/v1/halls", "hall.manage", nothing, ""), {}) == "halls"


def test_note_says_more_only_while_something_is_done() -> None:
    note(before={"a": 1}, after={"a": 2})
