"""Exhibits over HTTP: what staff see, publish, place and delete."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from server.net.bodies_exhibits import ExhibitAnswer, ExhibitList, ExhibitManifest, RevisionList
from tests.server.house import House
from tests.server.run.exhibits.samples import TITLE, keep

EXHIBITS = "/api/v1/exhibits"
GEARBOX = f"{EXHIBITS}/gearbox"


async def published(house: House, folder: Path, **options: Any) -> None:
    await keep(house.park, folder, "a", **options)
    status, _ = await house.own("POST", f"{GEARBOX}/publish", json={"revision": 1, "note": "first"})
    assert status == 200


async def placed(house: House, **where: Any) -> Any:
    status, told = await house.own(
        "POST", f"{GEARBOX}/placements", json={"hall": "gallery", **where}
    )
    assert status == 201, told
    return told


async def test_an_exhibit_tells_of_its_revisions(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox", originals=3)
    status, told = await house.own("GET", GEARBOX)
    ExhibitAnswer.model_validate(told)
    assert status == 200
    assert (told["title"], told["published"], told["latest"]) == (TITLE, 1, 2)
    newest, first = told["revisions"]
    assert (newest["state"], first["state"]) == ("draft", "published")
    assert (first["note"], first["bytes_in"], first["source"]["name"]) == ("note a", 100, "a.glb")
    assert first["bytes_l0"] == first["model"]["levels"][0]["bytes"]
    assert told["poster"] == first["poster"] != newest["poster"]
    assert first["parts"][0]["name"] == {"zh": "盖", "en": "lid"}
    finding = first["findings"][0]
    assert (finding["code"], finding["severity"]) == ("UNUSED_OBJECT", "warning")
    assert newest["original"] not in (None, first["original"])


async def test_lists_come_a_page_at_a_time(house: House, tmp_path: Path) -> None:
    for seed in "abc":
        await keep(house.park, tmp_path, seed)
    status, told = await house.own("GET", EXHIBITS, params={"limit": "2"})
    ExhibitList.model_validate(told)
    assert status == 200
    assert [each["id"] for each in told["exhibits"]] == ["gearbox-3", "gearbox-2"]
    _, rest = await house.own("GET", EXHIBITS, params={"limit": "2", "before": told["next"]})
    assert [each["id"] for each in rest["exhibits"]] == ["gearbox"] and rest["next"] is None
    for limit, code in (("0", "out_of_range"), ("201", "out_of_range"), ("x", "not_an_integer")):
        status, told = await house.own("GET", EXHIBITS, params={"limit": limit})
        assert (status, told["details"][0]["code"]) == (422, code)


async def test_revisions_come_a_page_at_a_time_with_their_story(
    house: House, tmp_path: Path
) -> None:
    await published(house, tmp_path)
    for seed in "bcd":
        await keep(house.park, tmp_path, seed, "gearbox")
    await house.own("POST", f"{GEARBOX}/publish", json={"revision": 3})
    await house.own("POST", f"{GEARBOX}/publish", json={"revision": 1, "note": "back"})
    _, told = await house.own("GET", f"{GEARBOX}/revisions", params={"limit": "3"})
    RevisionList.model_validate(told)
    assert [r["number"] for r in told["revisions"]] == [4, 3, 2] and told["next"] == 2
    assert [r["state"] for r in told["revisions"]] == ["draft", "retired", "draft"]
    assert [(p["revision"], p["note"]) for p in told["publications"]] == [
        (1, "back"), (3, ""), (1, "first"),
    ]  # fmt: skip
    _, rest = await house.own("GET", f"{GEARBOX}/revisions", params={"before": "2"})
    assert [r["number"] for r in rest["revisions"]] == [1] and rest["next"] is None


async def test_a_manifest_names_everything_by_its_hash(house: House, tmp_path: Path) -> None:
    kept = await keep(house.park, tmp_path, "a")
    status, manifest = await house.own("GET", f"{GEARBOX}/revisions/1")
    ExhibitManifest.model_validate(manifest)
    assert status == 200
    assert [level["sha256"] for level in manifest["levels"]] == kept.shas("level")
    status, told = await house.own("GET", f"{GEARBOX}/revisions/2")
    assert (status, told["code"]) == (404, "revision_unknown")


async def test_two_who_publish_at_once_do_not_overrun_each_other(
    house: House, tmp_path: Path
) -> None:
    await published(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox")
    body = {"revision": 2, "base": 1}
    answers = await asyncio.gather(
        *(house.own("POST", f"{GEARBOX}/publish", json=body) for _ in range(2))
    )
    (lost,) = [told for status, told in answers if status != 200]
    assert lost["code"] == "publish_stale" and lost["details"][0]["pointer"] == "/base"


async def test_it_is_placed_moved_and_taken_away(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    told = await placed(house)
    assert (told["plinth"], told["node"], told["hall"]) == ("plinth-2", "gearbox", "gallery")
    path = f"{GEARBOX}/placements/gallery/gearbox"
    status, moved = await house.own("PATCH", path, json={"translation": [1, 0, 2], "yaw": 1.5})
    assert (status, moved["plinth"]) == (200, None)
    _, exhibit = await house.own("GET", GEARBOX)
    assert exhibit["placements"] == [
        {"hall": "gallery", "node": "gearbox", "plinth": None, "fit": "fitted", "yaw": 1.5,
         "revision": 1},
    ]  # fmt: skip
    status, refused = await house.own("DELETE", GEARBOX)
    assert (status, refused["code"]) == (409, "exhibit_placed")
    assert (await house.own("DELETE", path))[0] == 204
    status, refused = await house.own("DELETE", path)
    assert (status, refused["code"]) == (404, "placement_unknown")
    assert (await house.own("DELETE", GEARBOX))[0] == 204
    assert (await house.own("GET", GEARBOX))[0] == 404


async def test_deleting_can_take_it_out_of_halls(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    await placed(house, translation=[0, 0, 0])
    await placed(house)
    assert (await house.own("DELETE", GEARBOX, params={"placed": "remove"}))[0] == 204
    _, scene = await house.get("/api/v1/halls/gallery/scene")
    assert not [name for name in scene["nodes"] if name.startswith("gearbox")]


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"hall": "nowhere"}, "hall_unknown", None),
        ({"hall": "gallery", "at": "fox"}, "no_such_plinth", None),
        ({"hall": "gallery", "at": "plinth-1"}, "patch_invalid", "/ops/0/value/parent"),
        ({"hall": "gallery", "at": "plinth-2", "translation": [0, 0, 0]}, "invalid",
         "/translation"),
        ({"hall": "gallery", "translation": [0, 9e9, 0]}, "invalid", "/translation/1"),
        ({"hall": "gallery", "fit": "huge"}, "invalid", "/fit"),
        ({"hall": "gallery", "yaw": 70}, "invalid", "/yaw"),
    ],
)  # fmt: skip
async def test_places_that_are_none_are_refused(
    house: House, tmp_path: Path, body: Any, code: str, pointer: str | None
) -> None:
    await published(house, tmp_path)
    status, told = await house.own("POST", f"{GEARBOX}/placements", json=body)
    assert status in (404, 422) and told["code"] == code
    assert pointer is None or told["details"][0]["pointer"] == pointer


async def test_a_draft_cannot_be_placed(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a")
    status, told = await house.own("POST", f"{GEARBOX}/placements", json={"hall": "gallery"})
    assert (status, told["code"]) == (409, "exhibit_unpublished")


async def test_cards_are_changed_line_by_line(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    await placed(house)
    text = {"zh": "说明", "en": "Words"}
    change: dict[str, Any] = {
        "title": {"zh": "新", "en": "New"},
        "card": {"text": text, "licence": "CC0-1.0"},
    }
    status, told = await house.own("PATCH", GEARBOX, json=change)
    assert status == 200 and told["card"] == {"title": change["title"], **change["card"]}
    _, scene = await house.get("/api/v1/halls/gallery/scene")
    assert scene["nodes"]["gearbox"]["card"] == told["card"]
    _, told = await house.own("PATCH", GEARBOX, json={"card": {"licence": None}})
    assert "licence" not in told["card"] and told["card"]["text"] == text
    status, told = await house.own("PATCH", GEARBOX, json={"card": {"licence": 5, "x": 1}})
    assert (status, len(told["details"])) == (422, 2)


async def test_a_revision_that_nobody_sees_can_be_forgotten(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    await placed(house)
    second = await keep(house.park, tmp_path, "b", "gearbox")
    assert (await house.own("DELETE", f"{GEARBOX}/revisions/2"))[0] == 204
    status, told = await house.own("GET", f"{GEARBOX}/revisions/2")
    assert (status, told["code"]) == (404, "revision_unknown")
    await house.park.exhibits.collect(grace=0)
    assert not any(house.park.blobs.has(file.sha) for file in second.files)
    await keep(house.park, tmp_path, "c", "gearbox")
    await house.own("POST", f"{GEARBOX}/publish", json={"revision": 3})
    await house.own("POST", "/api/v1/halls/gallery/scene/undo")
    for number in (1, 3):  # one stands in the hall again, the other is published
        status, told = await house.own("DELETE", f"{GEARBOX}/revisions/{number}")
        assert (status, told["code"]) == (409, "revision_shown")


async def test_visitors_see_halls_and_no_workshop(house: House, tmp_path: Path) -> None:
    await published(house, tmp_path)
    for path in (EXHIBITS, GEARBOX, f"{GEARBOX}/revisions/1", f"{GEARBOX}/revisions/1/original"):
        status, told = await house.get(path)
        assert (status, told["code"]) == (401, "unauthorized")


async def test_what_nothing_refers_to_is_taken_away(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a")
    assert (await house.own("DELETE", GEARBOX))[0] == 204
    path = "/api/v1/storage/collection"
    _, planned = await house.own("POST", path, json={"dry_run": True, "grace": 0})
    assert planned["blobs"] == 6 and planned["dry_run"]
    _, done = await house.own("POST", path, json={"grace": 0})
    assert done["blobs"] == 6
    _, again = await house.own("POST", path, json={"grace": 0})
    assert again["blobs"] == 0
