"""Booths over HTTP: the list, the budget, and furnishing one's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from server.access.reach import owner_for
from server.net.companies.bodies_booths import BoothDetail, BoothList
from tests.server.house import House
from tests.server.people import Person, somebody
from tests.server.run.exhibits.samples import keep
from tests.server.street import MINE, THEIRS, nodes, open_street

BOOTH = f"/api/v1/booths/gallery/{MINE}"
SIGN = [{"op": "set", "path": "/nodes/sign-a/text/zh", "value": "欢迎光临"}]


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_street(tmp_path / "data") as opened:
        yield opened


@pytest_asyncio.fixture
async def owner(house: House) -> AsyncIterator[Person]:
    async with somebody(house, "enterprise_owner", enterprise="e_a") as person:
        yield person


async def given(house: House, folder: Path, seed: str, to: str, **options: Any) -> str:
    """An exhibit on a company's shelf."""
    kept = await keep(house.park, folder, seed, **options)
    path = f"/api/v1/exhibits/{kept.exhibit}/transfer"
    await house.own("POST", path, json={"to": to, "note": ""})
    return kept.exhibit


async def test_everybody_sees_which_booths_there_are_and_whose(house: House) -> None:
    status, told = await house.get("/api/v1/booths")
    BoothList.model_validate(told)
    assert status == 200
    assert [
        (one["no"], one["tenant"] and one["tenant"]["enterprise"]) for one in told["booths"]
    ] == [
        ("A", "e_a"),
        ("B", "e_b"),
        ("C", None),
    ]
    assert told["booths"][0]["position"] == [-4, 0, 0]
    assert abs(told["booths"][0]["yaw"] - 1.5708) < 1e-3


async def test_a_booth_tells_what_of_its_budget_is_used(house: House, owner: Person) -> None:
    status, told = await owner.ask("GET", BOOTH)
    BoothDetail.model_validate(told)
    assert (status, told["own"]) == (200, True)
    assert told["used"] == {"nodes": 2, "triangles": 900, "texture_bytes": 4000}
    assert (told["triangles"], told["most_nodes"]) == (2000, 80)
    assert (await house.get(BOOTH))[1]["own"] is False
    for path in ("gallery/fox", "gallery/nothing"):
        status, told = await owner.ask("GET", f"/api/v1/booths/{path}")
        assert (status, told["code"]) == (404, "booth_unknown")


async def test_who_is_suspended_is_not_named_to_visitors(house: House, owner: Person) -> None:
    hide = [{"op": "set", "path": f"/nodes/{MINE}/visible", "value": False}]
    await house.own("PATCH", "/api/v1/halls/gallery/scene", json={"ops": hide})
    for ask, name in ((house.get, ""), (lambda path: house.own("GET", path), "e_a")):
        _, told = await ask("/api/v1/booths")
        assert told["booths"][0]["tenant"]["enterprise"] == name
    status, told = await owner.ask("PATCH", f"{BOOTH}/scene", json={"ops": SIGN})
    assert (status, told["code"]) == (403, "forbidden")


async def test_a_company_furnishes_its_own_booth_and_no_other(house: House, owner: Person) -> None:
    assert (await owner.ask("PATCH", f"{BOOTH}/scene", json={"ops": SIGN}))[0] == 200
    assert nodes(house)["sign-a"]["text"]["zh"] == "欢迎光临"
    assert (await owner.ask("POST", f"{BOOTH}/undo"))[0] == 200
    assert nodes(house)["sign-a"]["text"]["zh"] == "你好"
    assert (await owner.ask("POST", f"{BOOTH}/redo"))[0] == 200
    theirs = [{"op": "set", "path": "/nodes/sign-b/text/zh", "value": "坏"}]
    status, told = await owner.ask("PATCH", f"{BOOTH}/scene", json={"ops": theirs})
    assert (status, told["code"]) == (403, "not_your_booth")
    assert told["details"][0]["pointer"] == "/ops/0"
    other = f"/api/v1/booths/gallery/{THEIRS}/scene"
    status, told = await owner.ask("PATCH", other, json={"ops": theirs})
    assert (status, told["code"]) == (403, "forbidden")
    for path in ("scene", "scene/undo", "draft/publish"):
        method = "PATCH" if path == "scene" else "POST"
        body = {"json": {"ops": SIGN}} if path == "scene" else {}
        answer = await owner.ask(method, f"/api/v1/halls/gallery/{path}", **body)
        assert answer[0] == 403, path
    status, told = await house.get(BOOTH)
    assert status == 200
    async with somebody(house, "manager") as manager:
        assert (await manager.ask("PATCH", other, json={"ops": theirs}))[0] == 200


async def test_adding_needs_the_revision_that_it_was_made_on(house: House, owner: Person) -> None:
    node = {"kind": "group", "name": {"zh": "组", "en": "g"}, "parent": MINE}
    ops = [{"op": "add", "path": "/nodes/g", "value": node}]
    status, told = await owner.ask("PATCH", f"{BOOTH}/scene", json={"ops": ops})
    assert (status, told["details"][0]["pointer"]) == (422, "/base")
    status, _ = await owner.ask("PATCH", f"{BOOTH}/scene", json={"ops": ops, "base": 0})
    assert status == 200


async def test_a_company_publishes_and_places_its_own_exhibit_in_its_booth_alone(
    house: House, owner: Person, tmp_path: Path
) -> None:
    exhibit = await given(house, tmp_path, "a", "enterprise:e_a", size=(0.5, 0.5, 0.5))
    path = f"/api/v1/exhibits/{exhibit}"
    assert (await owner.ask("POST", f"{path}/publish", json={"revision": 1}))[0] == 200
    status, told = await owner.ask("POST", f"{path}/placements", json={"hall": "gallery"})
    assert (status, told["plinth"]) == (201, None)
    node = told["node"]
    assert nodes(house)[node]["parent"] == MINE
    moved = {"booth": MINE, "translation": [1, 0, 1]}
    spot = f"{path}/placements/gallery/{node}"
    assert (await owner.ask("PATCH", spot, json={"translation": [30, 0, 0]}))[1]["code"] == (
        "not_your_booth"
    )
    assert (await owner.ask("DELETE", spot))[0] == 204
    where: list[dict[str, Any]] = [
        {"at": "plinth-2"},
        {"translation": [0, 0, 0]},
        {"booth": THEIRS},
        {"booth": "booth-free"},
    ]
    for wrong in where:
        body = {"hall": "gallery", **wrong}
        status, told = await owner.ask("POST", f"{path}/placements", json=body)
        assert (status, told["code"]) == (403, "not_your_booth"), wrong
    status, _ = await owner.ask("POST", f"{path}/placements", json={"hall": "gallery", **moved})
    assert status == 201


async def test_a_neighbours_exhibit_cannot_be_placed_or_published(
    house: House, owner: Person, tmp_path: Path
) -> None:
    exhibit = await given(house, tmp_path, "b", "enterprise:e_b")
    path = f"/api/v1/exhibits/{exhibit}"
    for rest, body in (("publish", {"revision": 1}), ("placements", {"hall": "gallery"})):
        status, told = await owner.ask("POST", f"{path}/{rest}", json=body)
        assert (status, told["code"]) == (404, "exhibit_unknown")


async def test_what_stands_elsewhere_too_is_published_by_the_park(
    house: House, owner: Person, tmp_path: Path
) -> None:
    exhibit = await given(house, tmp_path, "a", "enterprise:e_a")
    path = f"/api/v1/exhibits/{exhibit}"
    await house.own("POST", f"{path}/publish", json={"revision": 1})
    await house.own("POST", f"{path}/placements", json={"hall": "gallery", "at": "plinth-2"})
    await keep(house.park, tmp_path, "c", exhibit)
    status, told = await owner.ask("POST", f"{path}/publish", json={"revision": 2})
    assert (status, told["code"]) == (403, "not_your_booth")
    assert (await house.own("POST", f"{path}/publish", json={"revision": 2}))[0] == 200


async def test_a_booth_that_is_full_says_how_full(
    house: House, owner: Person, tmp_path: Path
) -> None:
    small = [{"op": "set", "path": f"/nodes/{MINE}/booth/triangles", "value": 901}]
    await house.own("PATCH", "/api/v1/halls/gallery/scene", json={"ops": small})
    exhibit = await given(house, tmp_path, "a", "enterprise:e_a", size=(0.5, 0.5, 0.5))
    path = f"/api/v1/exhibits/{exhibit}"
    await owner.ask("POST", f"{path}/publish", json={"revision": 1})
    status, told = await owner.ask("POST", f"{path}/placements", json={"hall": "gallery"})
    assert (status, told["code"]) == (422, "booth_budget")
    assert " / 901" in told["details"][0]["message"]


async def test_uploads_of_a_company_belong_to_the_company(house: House, owner: Person) -> None:
    actor = house.park.accounts.actor(owner.id)
    assert actor is not None and owner_for(actor) == "enterprise:e_a"
