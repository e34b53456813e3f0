"""Staff in live talks over HTTP: who may, what is refused, who reads along."""

from __future__ import annotations

from pathlib import Path

from tests.server.guided import guided
from tests.server.net.guides.test_own import ask, begin
from tests.server.people import at_a_browser, somebody

LIVE = "/api/v1/dialogues/live"


async def test_only_those_who_may_take_a_talk_over(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, _):
        talk = (await begin(house)).partition(".")[0]
        for role, status in (("visitor", 403), ("auditor", 403), ("host", 204)):
            async with (
                somebody(house, role) as person,  # type: ignore[arg-type]
                at_a_browser(person) as browser,
            ):
                path = f"/api/v1/dialogues/{talk}"
                assert (await browser.ask("POST", f"{path}/take"))[0] == status
        body = {"text": "", "lang": "fr"}
        status, told = await house.own("POST", f"/api/v1/dialogues/{talk}/words", json=body)
        assert status == 422 and len(told["details"]) == 2
        status, told = await house.own("POST", f"/api/v1/dialogues/{talk}/take")
        assert (status, told["code"]) == (409, "dialogue_taken")
        status, told = await house.own("POST", "/api/v1/dialogues/d_0/take")
        assert (status, told["code"]) == (404, "dialogue_unknown")


async def test_who_wants_no_events_is_told_once_and_the_trail_says_who_read(
    tmp_path: Path,
) -> None:
    async with guided(tmp_path / "data") as (house, _):
        await ask(house, await begin(house), "hello?")
        async with somebody(house, "host") as host, at_a_browser(host) as desk:
            status, told = await desk.ask("GET", LIVE)
            assert status == 200 and [t["first"] for t in told["dialogues"]] == ["hello?"]
            events = {"Accept": "text/event-stream"}
            async with desk.browser.get(house.url + LIVE, headers=events) as stream:
                assert (await stream.content.readline()).startswith(b"event: dialogues")
                rows = await house.park.archive.audit.page()
                read = [row for row in rows if row.action == "dialogue.read"]
                assert len(read) == 2 and {row.actor for row in read} == {host.id}
        async with house.visitor.get(house.url + LIVE) as refused:
            assert refused.status == 401


async def test_reading_along_ends_with_the_right_to_it(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    monkeypatch.setattr("server.net.guides.takeover.PULSE_SECONDS", 0.01)
    async with (
        guided(tmp_path / "data") as (house, _),
        somebody(house, "host") as host,
        host.browser.get(house.url + LIVE, headers={"Accept": "text/event-stream"}) as stream,
    ):
        await stream.content.readline()
        await house.park.sessions.end(host.secret)
        assert b"event: over" not in await stream.read()


async def test_reading_along_ends_with_the_right_to_it_however_much_is_said(
    tmp_path: Path,
) -> None:
    async with (
        guided(tmp_path / "data") as (house, _),
        somebody(house, "host") as host,
        host.browser.get(house.url + LIVE, headers={"Accept": "text/event-stream"}) as stream,
    ):
        await stream.content.readuntil(b"\n\n")
        await house.park.sessions.end(host.secret)
        await ask(house, await begin(house), "a secret?")
        assert "a secret?" not in (await stream.read()).decode()
