"""Pages: the built client, its head, its files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from server.net import pages
from server.run.site.profile import Logo
from tests.server.house import House


@pytest.fixture(autouse=True)
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A client as small as can be, in place of the built one."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    built = '<html lang="zh-CN"><head><!--head--></head><body></body></html>'
    (folder / "index.html").write_text(built, encoding="utf-8")
    (folder / "assets" / "app-1a2b.js").write_text("let a = 1", encoding="utf-8")
    (folder / "assets" / "app-1a2b.js.br").write_bytes(b"small")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / ".vite").mkdir()
    (folder / ".vite" / "manifest.json").write_text("{}", encoding="utf-8")
    desk = tmp_path / "desk"
    (desk / "assets").mkdir(parents=True)
    (desk / "index.html").write_text("<html>desk</html>", encoding="utf-8")
    (desk / "assets" / "desk-3c4d.js").write_text("let b = 2", encoding="utf-8")
    monkeypatch.setattr(pages, "DIST", folder)
    monkeypatch.setattr(pages, "DESK", desk)
    return folder


async def test_the_head_tells_who_and_what_to_fetch_first(house: House) -> None:
    status, page = await house.get("/h/gallery")
    text = page.decode()
    assert status == 200 and "<title>展厅 · 灵境园区</title>" in text
    assert f'href="/assets/{"b" * 64}"' in text, "the coarse level is fetched before the program"
    assert "og:image" in text and "<!--head-->" not in text


async def test_the_page_names_the_languages_that_the_park_offers_and_its_sign(house: House) -> None:
    _, page = await house.get("/", headers={"Accept-Language": "en"})
    assert page.startswith(b'<html lang="en" data-languages="zh-CN en"><head>')
    await house.park.site.change({"languages": ["zh-CN"]})
    site = house.park.site
    site.profile = replace(site.profile, logo=Logo("m-1", "c" * 64, 64, 32))
    _, page = await house.get("/", headers={"Accept-Language": "en"})
    sign = f'data-logo="/assets/{"c" * 64}"'
    assert page.decode().startswith(f'<html lang="zh-CN" data-languages="zh-CN" {sign}><head>')


async def test_a_person_who_names_no_hall_is_shown_the_page(house: House) -> None:
    status, page = await house.get("/h/nowhere", headers={"Accept": "text/html,*/*"})
    assert status == 404 and b"<title>" in page
    status, told = await house.get("/h/nowhere")
    assert (status, told["code"]) == (404, "hall_unknown")


async def test_names_cannot_break_out_of_the_head(house: House) -> None:
    evil = {"zh": '"><script>alert(1)</script>', "en": "x"}
    await house.own("PATCH", "/api/v1/halls/gallery", json={"name": evil})
    _, page = await house.get("/")
    assert b"<script>" not in page


async def test_client_files_are_typed_kept_and_compressed(house: House) -> None:
    url = f"{house.url}/client/assets/app-1a2b.js"
    async with house.visitor.get(url, headers={"Accept-Encoding": "identity"}) as answer:
        assert (await answer.text(), answer.content_type) == ("let a = 1", "text/javascript")
        assert "immutable" in answer.headers["Cache-Control"]
    async with house.visitor.head(url, headers={"Accept-Encoding": "br"}) as answer:
        assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "%2e%2e/secret.txt",
        "assets",
        ".vite",
        ".vite/manifest.json",
        "%00",
        "a" * 300,
        "index.html/below",
    ],
)
async def test_nothing_outside_the_client_is_served(house: House, path: str) -> None:
    assert (await house.get(f"/client/{path}"))[0] == 404


async def test_a_client_that_was_not_built_is_explained(house: House, dist: Path) -> None:
    (dist / "index.html").unlink()
    status, told = await house.get("/")
    assert (status, told["code"]) == (503, "client_missing")


@pytest.mark.parametrize("path", ["/desk", "/desk/", "/desk/exhibits/toy-car"])
async def test_the_desk_shows_a_person_how_to_sign_in(house: House, path: str) -> None:
    status, page = await house.get(path, headers={"Accept": "text/html,*/*"})
    assert (status, page) == (401, b"<html>desk</html>")
    status, told = await house.get(path)
    assert (status, told["code"]) == (401, "unauthorized")
    assert await house.own("GET", path) == (200, b"<html>desk</html>")


async def test_strangers_may_come_to_the_applicants_door(house: House) -> None:
    assert await house.get("/desk/apply") == (200, b"<html>desk</html>")
    assert (await house.get("/desk/applyx"))[0] == 401


async def test_the_desk_has_files_of_its_own(house: House) -> None:
    async with house.visitor.get(f"{house.url}/client/desk/assets/desk-3c4d.js") as answer:
        assert (answer.status, await answer.text()) == (200, "let b = 2")
        assert "immutable" in answer.headers["Cache-Control"]
    assert (await house.get("/client/desk/assets/app-1a2b.js"))[0] == 404
    assert (await house.get("/client/desk/%2e%2e/secret.txt"))[0] == 404
