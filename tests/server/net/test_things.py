"""Whose things are: creators keep to their own, and nobody learns what exists by asking."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from server.access.actor import Grant
from tests.server.house import House
from tests.server.net.test_api_uploads import GLB
from tests.server.run.exhibits.samples import keep
from tests.server.run.privacy.people import Somebody, somebody
from tests.server.shop import open_shop


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def finished(person: Somebody, job: dict[str, Any]) -> dict[str, Any]:
    while job["ended"] is None:
        _, job = await person.ask("GET", f"jobs/{job['id']}", params={"wait": "10"})
    return job


async def upload(person: Somebody, **query: str) -> tuple[int, Any]:
    headers = {"Content-Type": "model/gltf-binary"}
    params = {"name": "pump.glb", **query}
    return await person.ask("POST", "exhibits", data=GLB, headers=headers, params=params)


async def test_creators_edit_what_they_made_and_cannot_show_it(shop: House, tmp_path: Path) -> None:
    await keep(shop.park, tmp_path, "a")
    creator = await somebody(shop, "creator")
    status, job = await upload(creator)
    assert status == 202
    exhibit = (await finished(creator, job))["exhibit"]
    _, told = await creator.ask("GET", f"exhibits/{exhibit}")
    assert (told["owner"], told["data_class"]) == (creator.id, "public")
    title = {"title": {"zh": "泵", "en": "Pump"}}
    assert (await creator.ask("PATCH", f"exhibits/{exhibit}", json=title))[0] == 200
    assert (await creator.ask("PATCH", "exhibits/gearbox", json=title))[0] == 403
    assert (await creator.ask("POST", f"exhibits/{exhibit}/publish", json={"revision": 1}))[
        0
    ] == 403
    place = {"hall": "gallery"}
    assert (await creator.ask("POST", f"exhibits/{exhibit}/placements", json=place))[0] == 403
    for how in ({"hall": "gallery"}, {"publish": "true"}, {"exhibit": "gearbox"}):
        assert (await upload(creator, **how))[0] == 403
    assert (await upload(creator, exhibit="nowhere"))[0] == 404
    assert (await upload(creator, exhibit=exhibit))[0] == 202


async def test_a_job_asks_again_before_it_shows_anything(
    shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await somebody(shop)
    really = shop.park.exhibits.keep_revision

    async def keep_and_lose_rights(*args: Any, **named: Any) -> Any:
        await shop.park.accounts.regrant(person.id, frozenset({Grant("creator")}), "operator")
        return await really(*args, **named)

    monkeypatch.setattr(shop.park.exhibits, "keep_revision", keep_and_lose_rights)
    status, job = await upload(person, hall="gallery")
    assert status == 202
    ended = await finished(person, job)
    assert (ended["state"], ended["code"]) == ("failed", "forbidden")
    state = await shop.park.archive.exhibits.get(ended["exhibit"])
    assert (state.published, state.owner) == (None, person.id)
    assert shop.park.exhibits.placements(state.id) == []


async def test_what_a_job_did_is_in_the_trail(shop: House) -> None:
    person = await somebody(shop)
    _, job = await upload(person, hall="gallery")
    exhibit = (await finished(person, job))["exhibit"]
    rows = [row for row in await shop.park.archive.audit.page() if row.how == "job"]
    told = [(row.actor, row.action, row.target) for row in rows[::-1]]
    assert told[0] == (person.id, "exhibit.edit", f"exhibit/{exhibit}")
    assert (person.id, "exhibit.publish", f"exhibit/{exhibit}") in told
    assert (person.id, "exhibit.place", "hall/gallery") in told


async def test_enterprises_see_their_own_and_learn_of_no_others(
    house: House, tmp_path: Path
) -> None:
    for seed in "ab":
        await keep(house.park, tmp_path, seed)
    agent = await somebody(house, "enterprise_agent")
    assert (await agent.ask("GET", "exhibits"))[1]["exhibits"] == []
    for path in ("exhibits/gearbox", "exhibits/nowhere"):
        status, told = await agent.ask("GET", path)
        assert (status, told["code"]) == (404, "exhibit_unknown")
        assert (await agent.ask("DELETE", path))[1]["code"] == "exhibit_unknown"
    to = {"to": agent.id, "note": "sold"}
    status, told = await house.own("POST", "/api/v1/exhibits/gearbox-2/transfer", json=to)
    assert (status, told["owner"]) == (200, agent.id)
    _, listed = await agent.ask("GET", "exhibits")
    assert [each["id"] for each in listed["exhibits"]] == ["gearbox-2"]
    assert (await agent.ask("GET", "exhibits/gearbox-2"))[0] == 200
    assert (await agent.ask("GET", "jobs"))[1]["jobs"] == []
