"""The house put together: the demo is made once, in an empty folder only."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import scenes.demo
from scenes.glb import write_glb
from server.app import running
from server.halls.hall import Hall
from server.run.park import Park
from server.settings import Settings
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
