"""The house put together: the demo is made once, in an empty folder only."""

from __future__ import annotations

import asyncio
import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import pytest

import scenes.demo
from scenes.glb import write_glb
from server.app import running
from server.halls.hall import Hall
from server.net.listening import PortTakenError
from server.run.exhibits import keep_asset
from server.run.park import Park
from server.settings import Settings, SettingsError
from server.store.errors import StoreError
from tests.scenes.samples import hall_document


class CutOffError(Exception):
    """The moment somebody stops the server."""


ASSET = write_glb({"asset": {"version": "2.0"}}, b"")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A demo park as small as can be; says how often it was built."""
    times: list[str] = []

    def build_demo() -> SimpleNamespace:
        times.append("built")
        return SimpleNamespace(
            name={"zh": "小园", "en": "Small park"},
            halls={"gallery": hall_document(), "annex": hall_document("annex")},
            assets={"x": ASSET},
        )

    monkeypatch.setattr(scenes.demo, "build_demo", build_demo)
    return times


async def test_the_demo_is_made_once_and_no_second_start_touches_it(
    tmp_path: Path, built: list[str]
) -> None:
    settings = Settings(data=tmp_path / "data", port=0, capacity=77)
    said: list[str] = []
    async with running(settings, said.append) as house:
        assert list(house.park.halls) == ["gallery", "annex"]
        assert house.park.hall("annex").capacity == 77
        assert await house.park.archive.meta("park_name") == {"zh": "小园", "en": "Small park"}
        await house.park.delete_hall("gallery")
    async with running(settings, said.append) as house:
        assert list(house.park.halls) == ["annex"]
    assert built == ["built"] and len(said) == 1


async def test_a_demo_that_was_cut_off_is_made_anew(
    tmp_path: Path, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data=tmp_path / "data", port=0)
    add_hall = Park.add_hall

    async def cut_off(park: Park, document: dict[str, Any]) -> Hall:
        if document["hall"]["id"] == "annex":
            raise CutOffError
        return await add_hall(park, document)

    monkeypatch.setattr(Park, "add_hall", cut_off)
    with pytest.raises(CutOffError):
        async with running(settings):
            pass
    monkeypatch.setattr(Park, "add_hall", add_hall)
    async with running(settings) as house:
        assert list(house.park.halls) == ["gallery", "annex"]
    assert built == ["built", "built"]


async def test_a_park_without_demo_starts_empty(tmp_path: Path, built: list[str]) -> None:
    async with running(Settings(data=tmp_path / "data", port=0, demo=False)) as house:
        assert house.park.halls == {} and house.park.first_hall == ""
    assert built == []


async def test_addresses_lead_to_the_port_that_was_taken(tmp_path: Path) -> None:
    async with running(Settings(data=tmp_path / "data", port=0, demo=False)) as house:
        assert house.visitor_url == f"http://localhost:{house.doors.port}"
        assert house.operator_url("s") == f"{house.visitor_url}/operator?key=s"
        assert house.lan_url is None
    public = Settings(data=tmp_path / "data", port=0, demo=False, public_url="https://park.example")
    async with running(public) as house:
        assert house.operator_url("s") == "https://park.example/operator?key=s"


async def test_a_certificate_of_the_operators_own_is_used(tmp_path: Path) -> None:
    async with running(Settings(data=tmp_path / "a", port=0, demo=False, lan=True)):
        pem = str(tmp_path / "a" / "secrets" / "local.pem")
    own = Settings(data=tmp_path / "b", port=0, demo=False, tls_certificate=pem, tls_key=pem)
    async with running(own) as house:
        assert house.visitor_url.startswith("https://")


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    mode = tmp_path.stat().st_mode

    async def start() -> None:
        async with running(Settings(data=tmp_path, port=0, demo=False)):
            pass

    with pytest.raises(StoreError, match="other things") as caught:
        asyncio.run(start())
    assert caught.value.code == "archive_foreign"
    assert tmp_path.stat().st_mode == mode
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


async def test_a_taken_port_is_said_before_the_demo_is_built(
    tmp_path: Path, built: list[str]
) -> None:
    async with running(Settings(data=tmp_path / "a", port=0, demo=False)) as house:
        settings = Settings(data=tmp_path / "b", port=house.doors.port)
        with pytest.raises(PortTakenError):
            async with running(settings):
                pass
    assert built == []
    async with running(settings):
        assert built == ["built"]


@pytest.mark.parametrize("wrong", ["none.pem", "empty.pem"])
async def test_a_certificate_that_cannot_be_used_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "empty.pem").write_text("", encoding="utf-8")
    pem = str(tmp_path / wrong)
    settings = Settings(data=tmp_path / "d", port=0, demo=False, tls_certificate=pem, tls_key=pem)
    with pytest.raises(SettingsError, match=f"LINGJING_TLS_.*{wrong}"):
        async with running(settings):
            pass


async def test_what_stands_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    async with running(Settings(data=tmp_path / "data", port=0, demo=False)):
        pass
    (tmp_path / "data" / "blobs" / "tmp").rmdir()
    (tmp_path / "data" / "blobs" / "tmp").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="blobs") as caught:
        async with running(Settings(data=tmp_path / "data", port=0, demo=False)):
            pass
    assert caught.value.code == "archive_failed"


async def test_a_disk_without_space_for_an_exhibit_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(Settings(data=tmp_path / "data", port=0, demo=False)) as house:
        full = AsyncMock(side_effect=OSError(errno.ENOSPC, "No space left on device"))
        monkeypatch.setattr(house.park.blobs, "put", full)
        with pytest.raises(StoreError) as caught:
            await keep_asset(house.park, ASSET)
    assert caught.value.code == "archive_full"
