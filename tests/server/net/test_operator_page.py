"""The way to the desk and its one-time link, which no program may use up by looking at it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from server.net import pages
from tests.server.house import GOING_THERE, House


@pytest.fixture(autouse=True)
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "index.html").write_text("<html>desk</html>", encoding="utf-8")
    monkeypatch.setattr(pages, "DESK", folder)


async def link_to(house: House) -> str:
    return house.running.operator_url(await house.park.sessions.make_link())


async def test_a_link_leads_into_the_desk(house: House) -> None:
    assert (await house.get("/operator"))[0] == 401
    async with house.visitor.get(await link_to(house), headers=GOING_THERE) as answer:
        assert (answer.status, await answer.text()) == (200, "<html>desk</html>")
        assert answer.url.path == "/desk"
    assert await house.get("/operator") == (200, b"<html>desk</html>")


@pytest.mark.parametrize(
    "seen",
    [
        {"X-Forwarded-For": "192.0.2.7"},
        {**GOING_THERE, "Sec-Purpose": "prefetch"},
        {**GOING_THERE, "Sec-Fetch-Site": "cross-site"},
        {**GOING_THERE, "Sec-Fetch-Mode": "no-cors"},
    ],
)
async def test_a_preview_does_not_use_the_link_up(house: House, seen: dict[str, str]) -> None:
    link = await link_to(house)
    async with house.visitor.head(link, headers=GOING_THERE) as answer:
        assert "Set-Cookie" not in answer.headers
    async with house.visitor.get(link, headers=seen) as answer:
        page = await answer.text()
        assert answer.status == 200 and "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"]
    key = re.findall(r'name="key" value="([^"]+)"', page)[0]
    async with house.visitor.post(f"{house.url}/operator", data={"key": key}) as answer:
        assert (answer.status, await answer.text()) == (200, "<html>desk</html>")


async def test_a_script_on_this_machine_signs_in_at_once(house: House) -> None:
    async with house.visitor.get(await link_to(house), allow_redirects=False) as answer:
        assert answer.status == 303 and "HttpOnly" in answer.headers["Set-Cookie"]


async def test_the_button_cannot_be_made_to_say_something_else(house: House) -> None:
    look = {"params": {"key": '"><script>'}, "headers": {"Sec-Fetch-Mode": "no-cors"}}
    _, page = await house.get("/operator", **look)
    assert b"<script>" not in page and html.escape('"><script>').encode() in page


async def test_only_our_own_form_signs_in(house: House) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    assert await _pressed(house, {"key": "made up"}) == 401
    assert await _pressed(house, {"key": "a" * 9_000}) == 413
    assert await _pressed(house, {"key": "a"}, elsewhere) == 403
    async with house.visitor.post(f"{house.url}/operator", json={"key": "a"}) as answer:
        assert answer.status == 415


async def _pressed(
    house: House, form: dict[str, str], headers: dict[str, str] | None = None
) -> int:
    url = f"{house.url}/operator"
    async with house.visitor.post(url, data=form, headers=headers) as answer:
        return answer.status
