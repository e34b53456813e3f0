"""Scene edits over HTTP, as an operator's tool would make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.server.house import House, open_house

SCENE = "/api/v1/halls/gallery/scene"
HALL = "/api/v1/halls/gallery"
MOVE = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 1, 1]}


async def patch(house: House, *ops: dict[str, Any], **more: Any) -> tuple[int, Any]:
    return await house.own("PATCH", SCENE, json={"ops": list(ops), **more})


async def translation(house: House) -> Any:
    return (await house.get(SCENE))[1]["nodes"]["fox"]["translation"]


async def test_an_edit_is_seen_and_outlives_a_restart(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        assert await patch(house, MOVE) == (200, {"revision": 1})
        assert await translation(house) == [1, 1, 1]
    async with open_house(tmp_path / "data") as house:
        assert await translation(house) == [1, 1, 1]
        assert await house.own("POST", f"{SCENE}/undo") == (200, {"revision": 2})
        assert await translation(house) == [0, 0.9, 0]


async def test_a_stale_structural_edit_gets_409_with_the_current_revision(house: House) -> None:
    assert (await patch(house, {"op": "remove", "path": "/nodes/fox"}, base=0))[0] == 200
    status, told = await patch(house, {"op": "remove", "path": "/nodes/seat-1"}, base=0)
    assert (status, told["code"]) == (409, "scene_stale")
    assert told["details"] == [
        {"pointer": "/base", "code": "current_revision", "severity": "error", "message": "1"}
    ]
    assert (await patch(house, {"op": "remove", "path": "/nodes/seat-1"}, base=1))[0] == 200


async def test_a_structural_edit_without_a_base_is_asked_for_one(house: House) -> None:
    status, told = await patch(house, {"op": "remove", "path": "/nodes/fox"})
    assert (status, told["details"][0]["pointer"]) == (422, "/base")


async def test_a_bad_patch_is_answered_with_every_error_and_changes_nothing(house: House) -> None:
    status, told = await patch(
        house,
        {"op": "set", "path": "/nodes/ghost/translation", "value": [0, 0, 0]},
        {"op": "set", "path": "/nodes/fox/translation", "value": [0, "up", 0]},
        {"op": "set", "path": "/nodes/fox/wings", "value": 2},
    )
    assert (status, told["code"]) == (422, "patch_invalid")
    assert [(d["pointer"], d["code"]) for d in told["details"]] == [
        ("/ops/0/path", "no_such_node"),
        ("/ops/1/value/1", "not_a_number"),
        ("/ops/2/path", "unknown_property"),
    ]
    assert (await house.get(SCENE))[1]["revision"] == 0


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
async def test_errors_come_in_the_readers_language(house: House, lang: str) -> None:
    status, told = await house.get("/api/v1/halls/nowhere", headers={"Accept-Language": lang})
    assert (status, told["code"]) == (404, "hall_unknown")
    assert told["message"] == {"zh-CN": "没有这个展厅", "en": "There is no such hall"}[lang]
    assert told.keys() == {"code", "message", "details", "request_id"}


async def test_visitors_do_not_edit_over_http(house: House) -> None:
    explode = {"op": "set", "path": "/nodes/fox/explode", "value": 1}
    for body in (
        {"ops": [MOVE]},
        {"ops": [MOVE], "layer": "draft"},
        {"ops": [explode], "layer": "shared"},
    ):
        async with house.visitor.patch(house.url + SCENE, json=body) as answer:
            assert answer.status == 401
    assert (await house.get(SCENE))[1]["revision"] == 0


async def test_the_owner_interacts_over_http(house: House) -> None:
    explode = {"op": "set", "path": "/nodes/fox/explode", "value": 1}
    assert (await patch(house, explode, layer="shared"))[0] == 200
    assert (await house.get(SCENE))[1]["shared"] == {"/nodes/fox/explode": 1}


async def test_every_bad_path_is_told(house: House) -> None:
    bad = [{"op": "set", "path": path, "value": 1} for path in ("nowhere", "/nodes//x")]
    status, told = await patch(house, *bad)
    assert (status, told["code"]) == (422, "patch_invalid")
    assert [detail["pointer"] for detail in told["details"]] == ["/ops/0/path", "/ops/1/path"]


async def test_what_utf_8_cannot_hold_does_not_get_into_a_scene(house: House) -> None:
    half = {"op": "set", "path": "/nodes/fox/card/title/zh", "value": "\ud800"}
    status, told = await patch(house, half)
    assert (status, told["details"][0]["code"]) == (422, "text_invalid")


async def test_a_closed_hall_is_read_by_its_staff_alone(house: House) -> None:
    await house.own("POST", "/api/v1/halls", json={"id": "annex"})
    for path in ("scene", "scene.glb", "manifest", "path?from=0,0,0&to=1,0,1"):
        status, told = await house.get(f"/api/v1/halls/annex/{path}")
        assert (status, told["code"]) == (403, "hall_closed")
        assert (await house.own("GET", f"/api/v1/halls/annex/{path}"))[0] == 200


async def test_a_draft_is_published_as_one(house: House) -> None:
    assert (await patch(house, MOVE, layer="draft"))[0] == 200
    assert await translation(house) == [0, 0.9, 0]
    status, draft = await house.own("GET", f"{HALL}/draft")
    assert (status, draft["nodes"]["fox"]["translation"], len(draft["ops"])) == (200, [1, 1, 1], 1)
    assert (await house.get(f"{HALL}/draft"))[0] == 401
    assert (await house.own("POST", f"{HALL}/draft/publish"))[0] == 200
    assert await translation(house) == [1, 1, 1]
    status, told = await house.own("POST", f"{HALL}/draft/publish")
    assert (status, told["code"]) == (409, "draft_empty")


async def test_a_draft_outlives_a_restart_and_can_be_thrown_away(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        await patch(house, MOVE, layer="draft")
    async with open_house(tmp_path / "data") as house:
        assert (await house.own("GET", f"{HALL}/draft"))[1]["ops"] == [MOVE]
        assert (await house.own("DELETE", f"{HALL}/draft"))[0] == 204
        assert (await house.own("GET", f"{HALL}/draft"))[1]["ops"] == []


async def test_a_version_is_kept_listed_and_restored(house: House) -> None:
    status, kept = await house.own("POST", f"{HALL}/versions", json={"name": "开园"})
    assert (status, kept["number"], kept["name"]) == (201, 1, "开园")
    await patch(house, {"op": "remove", "path": "/nodes/fox"}, base=0)
    assert (await house.own("POST", f"{HALL}/versions/1/restore"))[0] == 200
    assert await translation(house) == [0, 0.9, 0]
    assert [v["name"] for v in (await house.own("GET", f"{HALL}/versions"))[1]["versions"]] == [
        "开园"
    ]
    status, told = await house.own("POST", f"{HALL}/versions/9/restore")
    assert (status, told["code"]) == (404, "version_unknown")


async def test_restoring_what_is_already_so_answers_at_once(house: House) -> None:
    await house.own("POST", f"{HALL}/versions", json={"name": "same"})
    assert await house.own("POST", f"{HALL}/versions/1/restore") == (200, {"revision": 0})


async def test_paths_and_manifests(house: House) -> None:
    status, told = await house.get(f"{HALL}/path?from=0,0,0&to=5,0,5")
    assert (status, told["points"]) == (200, [[0, 0, 0], [5, 0, 5]])
    status, told = await house.get(f"{HALL}/path?from=0,0,0&to=nan,0,5")
    assert status == 422 and told["details"][0]["pointer"] == "/to"
    status, told = await house.get(f"{HALL}/manifest?at=0,0,0")
    assert status == 200 and told["items"][0]["node"] == "fox"
